"""A room typed as people say it, and below it the room that was understood."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.community.found import Found
from desk.community.search import ROOM, ROOM_CANDIDATE
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.ui.theme import Text, Tone

_LOOKED_AT = 6


class RoomLine(QWidget):
    """One line for 3-2-1502, 3栋2单元1502 or 1502; looked up off the main thread."""

    #: Another room was understood, or none.
    resolved = Signal()
    edited = Signal()

    def __init__(self, session: Session, name: str) -> None:
        """Make the field; ``name`` is what a screen reader says."""
        super().__init__()
        self._session = session
        self.room: int | None = None
        self.label = ""
        words = session.words
        self.line = LineEdit(session.look, name=name, placeholder=words.say("Such as 3-2-1502"))
        self.under = Label(session.look, "", Text.SMALL, tone=Tone.QUIET)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.look.sizes.ring)
        column.addWidget(self.line)
        column.addWidget(self.under)
        self.under.hide()
        self.line.textChanged.connect(self._typed)

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.line.text().strip()

    @property
    def unknown(self) -> bool:
        """Whether something stands in it that is no room."""
        return not self.empty and self.room is None

    def set_room(self, room: int | None, label: str) -> None:
        """Put a known room into it."""
        blocked = self.line.blockSignals(True)
        self.line.setText(label)
        self.line.blockSignals(blocked)
        self._take(room, label if room is not None else "")

    def _typed(self) -> None:
        text = self.line.text().strip()
        self.edited.emit()
        if not text:
            self._take(None, "")
            return
        self._session.read(partial(self._find, text), self._look, owner=self, key="room")

    def _find(self, text: str) -> list[Found]:
        """Look for a text, off the main thread."""
        with self._session.memory.reading() as memory:
            return memory.directory.find(text, _LOOKED_AT)

    def _look(self, found: list[Found]) -> None:
        text = self.line.text().strip()
        rooms = [one for one in found if one.person_id is None and one.room_id is not None]
        exact = [one for one in rooms if one.room_label == text or one.score >= ROOM]
        near = [one for one in rooms if one.score >= ROOM_CANDIDATE]
        best = exact[:1] or (near if len(near) == 1 else [])
        if best:
            self._take(best[0].room_id, best[0].room_label)
            return
        self._take(None, "")
        words = self._session.words
        if len(near) > 1:
            several = words.say_in("between rooms", ", ").join(one.room_label for one in near[:3])
            self._say(words.say("Which one: {rooms}?", rooms=several))
        elif text:
            self._say(words.say("There is no such room"))

    def _take(self, room: int | None, label: str) -> None:
        self.room, self.label = room, label
        shown = label if label and label != self.line.text().strip() else ""
        self._say(self._session.words.say("Room {room}", room=shown) if shown else "")
        self.resolved.emit()

    def _say(self, text: str) -> None:
        self.under.setText(text)
        self.under.setVisible(bool(text))
