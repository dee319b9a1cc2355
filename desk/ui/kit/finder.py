"""A line over what answers it: one of many, found by a few characters and taken by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
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

#: Rows shown before the list scrolls.
_ROWS = 8

Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    """What answers the line, as it is painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[OneLine] = []

    def become(self, lines: Sequence[OneLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> OneLine:
        """Return the line of a row."""
        return self._lines[index.row()]

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many lines there are."""
        return len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the title."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.line(index).title if shown and index.isValid() else None


class Finder(Overlay):
    """Lies over the upper part of the window; the arrow keys walk the list from the line.

    Who derives from it says what answers the line and what taking a row does.
    """

    def __init__(
        self,
        look: Look,
        host: QWidget,
        *,
        name: str,
        listed: str,
        nothing: str = "",
        placeholder: str = "",
    ) -> None:
        """Make a finder.

        Args:
            look: how it looks.
            host: any widget of the window.
            name: what a screen reader calls the line.
            listed: what it calls the list.
            nothing: stands there while nothing answers.
            placeholder: stands in the line while it is empty.
        """
        super().__init__(look, host)
        self.line = LineEdit(look, name=name, placeholder=placeholder, icon=Icon.SEARCH, large=True)
        self.line.setProperty("bare", True)
        self.line.textChanged.connect(self.refresh)
        self.line.preedit_changed.connect(self.refresh)
        self.line.installEventFilter(self)
        self._lines = _Lines(self)
        self.list = ListView(look, listed, on="raised")
        self.list.setModel(self._lines)
        self.list.setItemDelegate(RowDelegate(look, self._lines.line, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take)
        self.nothing = Label(look, nothing, tone=Tone.QUIET)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column = QVBoxLayout(self.card)
        self._head = QHBoxLayout()
        self._head.addWidget(self.line)
        self._rows = QHBoxLayout()
        self._rows.addWidget(self.list)
        self.column.addLayout(self._head)
        self.column.addLayout(self._rows, 1)
        self.column.addWidget(self.nothing, 1)

    def answer(self, query: str) -> Sequence[OneLine]:
        """Return the lines that answer what is typed, the best first."""
        raise NotImplementedError

    def take(self, row: int) -> None:
        """Do what choosing a row means."""
        raise NotImplementedError

    def first_row(self, _query: str) -> int:
        """Return the row that is highlighted at first; asked after ``answer``."""
        return 0

    def refresh(self) -> None:
        """Ask again what answers the line."""
        # What an input method holds counts: its pinyin are the initials one is typing.
        held = self.line.preedit.replace("'", "").replace(" ", "")
        query = (self.line.text() + held).strip()
        lines = self.answer(query)
        self._lines.become(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        if lines:
            self.list.setCurrentIndex(self._lines.index(self.first_row(query)))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self.look.sizes
        self.column.setContentsMargins(0, s.small, 0, s.small)
        self.column.setSpacing(s.small)
        self.line.setFixedHeight(s.control_large)
        self._head.setContentsMargins(s.small + s.middle, 0, s.room, 0)
        self._rows.setContentsMargins(s.small, 0, s.small, 0)

    def upper_part(self, room: QRect, width: int, foot: int = 0) -> QRect:
        """Return a place always of one height, so that typing moves nothing.

        Args:
            room: that of the window.
            width: as wide as it would be.
            foot: the height of what stands below the list.
        """
        s = self.look.sizes
        width = min(width, room.width() - 2 * s.wide)
        height = min(s.control_large + _ROWS * s.row + foot + s.wide, room.height() - 2 * s.wide)
        return QRect((room.width() - width) // 2, room.height() // 8, width, height)

    def first_field(self) -> QWidget | None:
        """Begin in the line."""
        return self.line

    def outside_pressed(self) -> None:
        """A press beside it closes it."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line."""
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and not self.line.composing:
                return self.walk(event)
            return False
        return super().eventFilter(watched, event)

    def walk(self, event: QKeyEvent) -> bool:
        """Answer a key of the line; say whether it was one of the list."""
        if is_enter(event):
            # A key that is held on takes nothing: what it was pressed for is already done.
            if not event.isAutoRepeat():
                self._take(self.list.currentIndex())
            return True
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }.get(Qt.Key(event.key()))
        if step is None:
            return False
        count, at = self._lines.rowCount(), self.list.currentIndex().row()
        if count:
            to = (at + step) % count if abs(step) == 1 else max(0, min(count - 1, at + step))
            self.list.setCurrentIndex(self._lines.index(to))
        return True

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.take(index.row())
