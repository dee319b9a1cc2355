"""A list of many rows, each worded only when it is painted; Ctrl+C copies what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView

from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import RowDelegate, TwoLines
from desk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: Rows that are laid out between two turns of the event loop: a few milliseconds' worth.
_BATCH = 1_000


class Rows(QAbstractListModel):
    """Values of any sort and who says them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Any] = ()
        self._say: Callable[[Any], TwoLines] = _nothing

    def become(self, items: Sequence[Any], say: Callable[[Any], TwoLines]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items, self._say = items, say
        self.endResetModel()

    def line(self, index: Index) -> TwoLines:
        """Say a row."""
        row = index.row()
        return self._say(self._items[row]) if 0 <= row < len(self._items) else TwoLines("")

    def text(self, index: Index) -> str:
        """Say all of a row in one line."""
        line = self.line(index)
        parts = (line.lead, line.title, line.detail, line.time, line.under)
        return "\t".join(part for part in parts if part)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a row says, and all of it for a screen reader."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(index).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.text(index).replace("\t", " ")
        return None


class RowList(ListView):
    """Shows ``Rows``; several can be chosen and copied at once."""

    def __init__(self, look: Look, name: str, nothing: str) -> None:
        """Make a list that says ``nothing`` while it is empty."""
        super().__init__(look, name)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(look, self.rows.line, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Qt asks for every row to lay a list out: of 100,000 it would take a third of a second.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        empty = EmptyState(look, nothing)
        empty.action.hide()
        self.set_empty(empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by Ctrl+C; Escape and Enter are the page's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda one: one.row())
            QGuiApplication.clipboard().setText("\n".join(self.rows.text(one) for one in chosen))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802 - Qt's own name
        """Search nothing by letters: it would go through all rows on the main thread."""


def _nothing(_item: object) -> TwoLines:
    return TwoLines("")
