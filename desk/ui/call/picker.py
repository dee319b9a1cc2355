"""Chooses one of many by a few characters: the correction of a chip, without leaving the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.composing import is_enter
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.list_view import ListView
from desk.ui.kit.overlay import Overlay
from desk.ui.kit.rows import OneLine, RowDelegate
from desk.ui.look import Look
from desk.ui.theme import Tone
from desk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_ROWS = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        value: what is picked.
        title: its name.
        note: quiet, at the right.
        letters: what it is found by beside its name: initials, pinyin, a code.
        key: a figure that picks it at once; "" where there is none.
    """

    value: object
    title: str
    note: str = ""
    letters: str = ""
    key: str = ""

    def answers(self, query: str) -> bool:
        """Tell whether every word of the query is in it."""
        hay = f"{self.title} {self.note} {self.letters}".casefold()
        return all(word in hay for word in query.casefold().split())

    def begins(self, query: str) -> bool:
        """Tell whether its name or one of its letterings begins with the query."""
        names = (self.title, *self.letters.split())
        return any(name.casefold().startswith(query.casefold()) for name in names)


def answering(choices: Sequence[Choice], query: str) -> list[Choice]:
    """Return the choices that answer a query, those that begin with it first."""
    found = [one for one in choices if one.answers(query)]
    return sorted(found, key=lambda one: not one.begins(query)) if query else found


class _Table(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def become(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = list(choices)
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(self.choices)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.choices[index.row()].title
        return None


class Picker(Overlay):
    """A line and the choices that answer it; Enter takes one, Escape takes none."""

    picked = Signal(object)

    def __init__(self, look: Look, words: Words, host: QWidget) -> None:
        super().__init__(look, host)
        self._look_up: Callable[[str], Sequence[Choice]] = lambda _query: ()
        self._now: object = None
        self.line = LineEdit(look, name=words.say("Choose"), icon=Icon.SEARCH, large=True)
        self.line.setProperty("bare", True)
        self.line.textChanged.connect(self._filter)
        self.line.preedit_changed.connect(self._filter)
        self.line.installEventFilter(self)
        self._table = _Table(self)
        self.list = ListView(look, words.say("Choices"), on="raised")
        self.list.setModel(self._table)
        self.list.setItemDelegate(RowDelegate(look, self._row, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take)
        self._none_such = words.say("Nothing is called that")
        self._nothing = Label(look, "", tone=Tone.QUIET)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self.card)
        self._head = QHBoxLayout()
        self._head.addWidget(self.line)
        self._rows = QHBoxLayout()
        self._rows.addWidget(self.list)
        self._column.addLayout(self._head)
        self._column.addLayout(self._rows, 1)
        self._column.addWidget(self._nothing, 1)

    def ask(
        self,
        title: str,
        choices: Sequence[Choice] | Callable[[str], Sequence[Choice]],
        *,
        current: object = None,
    ) -> None:
        """Open with these choices, or with a function that looks them up for what is typed.

        Args:
            title: what is asked.
            choices: what can be chosen.
            current: the value that holds now; it is highlighted first.
        """
        if callable(choices):
            self._look_up = choices
        else:
            fixed = tuple(choices)
            self._look_up = lambda query: answering(fixed, query)
        self._now = current
        self.line.setPlaceholderText(title)
        self.line.setAccessibleName(title)
        self.setAccessibleName(title)
        self.line.clear()
        self._filter()
        self.open()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self.look.sizes
        self._column.setContentsMargins(0, s.small, 0, s.small)
        self._column.setSpacing(s.small)
        self.line.setFixedHeight(s.control_large)
        self._head.setContentsMargins(s.small + s.middle, 0, s.room, 0)
        self._rows.setContentsMargins(s.small, 0, s.small, 0)

    def place(self, room: QRect) -> QRect:
        """Lie in the upper part, always of one height."""
        s = self.look.sizes
        width = min(s.sheet, room.width() - 2 * s.wide)
        height = min(s.control_large + _ROWS * s.row + s.wide, room.height() - 2 * s.wide)
        return QRect((room.width() - width) // 2, room.height() // 8, width, height)

    def first_field(self) -> QWidget | None:
        """Begin in the line."""
        return self.line

    def outside_pressed(self) -> None:
        """A press beside it takes none."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.line and pressed and not self.line.composing:
            return self._walk(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> bool:
        count, at = len(self._table.choices), self.list.currentIndex().row()
        if is_enter(event):
            if not event.isAutoRepeat():
                self._take(self.list.currentIndex())
            return True
        if not self.line.text() and (row := self._keyed(event.text())) is not None:
            self._take(self._table.index(row))
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        if count:
            self.list.setCurrentIndex(self._table.index((at + step) % count))
        return True

    def _keyed(self, text: str) -> int | None:
        keys = [choice.key for choice in self._table.choices]
        return keys.index(text) if text and text in keys else None

    def _row(self, index: Index) -> OneLine:
        choice = self._table.choices[index.row()]
        return OneLine(choice.title, choice.note, keys=choice.key)

    def _filter(self) -> None:
        held = self.line.preedit.replace("'", "").replace(" ", "")
        query = (self.line.text() + held).strip()
        found = list(self._look_up(query))
        self._table.become(found)
        self.list.setVisible(bool(found))
        self._nothing.setText(self._none_such if query else "")
        self._nothing.setVisible(not found)
        if found:
            values = [choice.value for choice in found]
            holds = not query and self._now is not None and self._now in values
            self.list.setCurrentIndex(self._table.index(values.index(self._now) if holds else 0))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            value = self._table.choices[index.row()].value
            self.dismiss()
            self.picked.emit(value)
