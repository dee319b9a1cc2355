"""What a search among rooms and residents found, as Qt sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.community.found import Found
from desk.ui.kit.rows import OneLine
from desk.ui.residents import said
from desk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: A search that finds more than these is no search.
MOST_FOUND = 60


class FindTable(QAbstractListModel):
    """The finds, the likeliest first."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._found: tuple[Found, ...] = ()

    @property
    def found(self) -> Sequence[Found]:
        """The finds as they stand."""
        return self._found

    def become(self, found: Sequence[Found]) -> None:
        """Show other finds."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def at(self, index: Index) -> Found | None:
        """Return the find of an index, None where there is none."""
        return self._found[index.row()] if index.isValid() else None

    def line(self, index: Index) -> OneLine:
        """Say the row of an index."""
        return said.find(self._words, self._found[index.row()])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a name or a room, and all a row says for a screen reader."""
        found = self.at(index)
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(index).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said.spoken(self._words, found)
        return None
