"""The rows of a call as a table of Qt's: what stays is refreshed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.ui.call.results import Result

Index = QModelIndex | QPersistentModelIndex


class ResultTable(QAbstractListModel):
    """A thin adapter over results; it *becomes* the new rows, so nothing flickers or jumps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Result] = []

    def become(self, rows: Sequence[Result]) -> bool:
        """Show other rows, changing no more of the list than its length; say if any changed."""
        if list(rows) == self.rows:
            return False
        old, new = len(self.rows), len(rows)
        if new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            del self.rows[new:]
            self.endRemoveRows()
        kept = len(self.rows)
        changed = [at for at in range(kept) if rows[at] != self.rows[at]]
        self.rows[:kept] = rows[:kept]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        if new > kept:
            self.beginInsertRows(QModelIndex(), kept, new - 1)
            self.rows.extend(rows[kept:])
            self.endInsertRows()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a row says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return None
