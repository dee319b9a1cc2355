"""A list that is as high as its rows, for a page that scrolls as a whole."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import OneLine, RowDelegate, TwoLines
from desk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")


class LinesTable(QAbstractListModel, Generic[T]):
    """Rows as values; what they say comes from outside."""

    def __init__(self, spoken: Callable[[T], str]) -> None:
        super().__init__()
        self._spoken = spoken
        self.rows: list[T] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a screen reader says; the delegate paints from the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.rows[index.row()])
        return None

    def show_rows(self, rows: Sequence[T]) -> None:
        """Become these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class Lines(ListView, Generic[T]):
    """Enter or a double click opens a row; the chosen one stays chosen when rows change."""

    #: The row (its value) that was asked for.
    opened = Signal(object)
    #: Another row was chosen, or none.
    chosen = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        said: Callable[[T], TwoLines | OneLine],
        spoken: Callable[[T], str],
        key: Callable[[T], Hashable],
    ) -> None:
        """Make a list.

        Args:
            look: how it looks.
            name: what a screen reader calls it.
            said: what a row says.
            spoken: the same as one sentence.
            key: what makes a row the same one when it is shown again.
        """
        super().__init__(look, name)
        self._key = key
        self._two_lines = True
        self.table: LinesTable[T] = LinesTable(spoken)
        self.setModel(self.table)
        self._delegate = RowDelegate(look, lambda index: said(self.table.rows[index.row()]), self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.chosen.emit())

    @property
    def current(self) -> T | None:
        """The chosen row."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; nothing happens where they are the same."""
        if list(rows) == self.table.rows:
            return
        kept = None if self.current is None else self._key(self.current)
        self.table.show_rows(rows)
        for at, row in enumerate(self.table.rows):
            if kept is not None and self._key(row) == kept:
                self.setCurrentIndex(self.table.index(at))
        self.updateGeometry()
        self.chosen.emit()

    def sizeHint(self) -> QSize:
        """Be as high as all rows."""
        rows = self.table.rowCount()
        high = self.sizeHintForRow(0) if rows else 0
        return QSize(super().sizeHint().width(), rows * high)

    def minimumSizeHint(self) -> QSize:
        """Never be lower: the page scrolls, not the list."""
        return QSize(self._look.sizes.least_field, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        if not self.currentIndex().isValid() and self.table.rowCount():
            self.setCurrentIndex(self.table.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.table.rows[index.row()])
