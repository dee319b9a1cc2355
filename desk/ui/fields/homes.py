"""The rooms somebody belongs to, a line each with what they are to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.codes import Relation
from desk.ui.fields.room_line import RoomLine
from desk.ui.icons import Icon
from desk.ui.kit.combo import Combo
from desk.ui.kit.icon_button import IconButton
from desk.ui.session import Session
from desk.words import terms

Home = tuple[int, Relation]


class _HomeLine(QWidget):
    """One room, one relation, and a way to take it away."""

    def __init__(self, session: Session, number: int) -> None:
        super().__init__()
        look, words = session.look, session.words
        self.room = RoomLine(session, words.say("Room {n}", n=number))
        self.relation = Combo(
            look,
            [(terms.relation(words, one), one) for one in Relation],
            name=words.say("Lives here as"),
        )
        self.remove = IconButton(look, Icon.CLOSE, words.say("Take this room away"))
        self.remove.setFixedSize(look.sizes.control, look.sizes.control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sizes.small)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.room, 1)
        row.addWidget(self.relation, 0, top)
        row.addWidget(self.remove, 0, top)


class HomesField(QWidget):
    """A line for each room and an empty one at the end, so that one more is only typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines: list[_HomeLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(session.look.sizes.unit)
        self.set_homes((), {})

    def set_homes(self, homes: Sequence[Home], labels: Mapping[int, str]) -> None:
        """Show these rooms; ``labels`` are what people call them."""
        for line in self.lines:
            self._drop(line)
        self.lines = []
        for room, relation in homes:
            line = self._add()
            line.room.set_room(room, labels.get(room, "?"))
            line.relation.set_value(relation)
        self._add()
        self._show_removes()

    def homes(self) -> tuple[Home, ...]:
        """Return the rooms that were understood, each once."""
        found: dict[int, Relation] = {}
        for line in self.lines:
            if line.room.room is not None:
                # Qt gives the plain string of a code back.
                found[line.room.room] = Relation(str(line.relation.value()))
        return tuple(found.items())

    @property
    def unknown(self) -> bool:
        """Whether something was typed that is no room."""
        return any(line.room.unknown for line in self.lines)

    def _add(self) -> _HomeLine:
        line = _HomeLine(self._session, len(self.lines) + 1)
        line.remove.clicked.connect(partial(self._remove, line))
        line.room.edited.connect(self._edited)
        self._column.addWidget(line)
        self.lines.append(line)
        if len(self.lines) == 1:
            self.setFocusProxy(line.room)
        return line

    def _edited(self) -> None:
        if not self.lines[-1].room.empty:
            self._add()
        self._show_removes()

    def _remove(self, line: _HomeLine, _checked: bool = False) -> None:
        self.lines.remove(line)
        self._drop(line)
        self.lines[0].room.setFocus()
        self._show_removes()

    def _drop(self, line: _HomeLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _show_removes(self) -> None:
        for line in self.lines:
            line.remove.setEnabled(line is not self.lines[-1])
