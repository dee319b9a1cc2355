"""The rows of a call as a table of Qt's: what stays is moved and refreshed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.ui.call.results import Name, Result

Index = QModelIndex | QPersistentModelIndex


class ResultTable(QAbstractListModel):
    """A thin adapter over results; it *becomes* the new rows, so nothing flickers or jumps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Result] = []

    def become(self, rows: Sequence[Result]) -> bool:
        """Show other rows by removing, moving, inserting and refreshing; never by a reset.

        Returns:
            Whether any row may have another height or place: marks alone change neither.
        """
        if list(rows) == self.rows:
            return False
        before = [_shape(row) for row in self.rows]
        staying = {row.name for row in rows}
        # Where nothing stays the new ones come first: the list is never empty in between.
        if any(row.name in staying for row in self.rows):
            self._remove(staying)
        for at, row in enumerate(rows):
            self._put(at, row)
        self._cut(len(rows))
        self._refresh(rows)
        return before != [_shape(row) for row in self.rows]

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

    # --- steps --------------------------------------------------------------------------------
    def _remove(self, staying: set[Name]) -> None:
        """Take out the rows whose thing is gone."""
        for at in range(len(self.rows) - 1, -1, -1):
            if self.rows[at].name not in staying:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self.rows[at]
                self.endRemoveRows()

    def _put(self, at: int, row: Result) -> None:
        """Bring the row of this name to its place, or a new one."""
        there = next(
            (old for old in range(at, len(self.rows)) if self.rows[old].name == row.name), None
        )
        if there is None:
            self.beginInsertRows(QModelIndex(), at, at)
            self.rows.insert(at, row)
            self.endInsertRows()
        elif there != at:
            self.beginMoveRows(QModelIndex(), there, there, QModelIndex(), at)
            self.rows.insert(at, self.rows.pop(there))
            self.endMoveRows()

    def _cut(self, length: int) -> None:
        """Take out what is left over below."""
        if len(self.rows) > length:
            self.beginRemoveRows(QModelIndex(), length, len(self.rows) - 1)
            del self.rows[length:]
            self.endRemoveRows()

    def _refresh(self, rows: Sequence[Result]) -> None:
        """Say what the rows say now; only those that changed are painted anew."""
        changed = [at for at, row in enumerate(rows) if self.rows[at] != row]
        if changed:
            self.rows[:] = rows
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


def _shape(row: Result) -> tuple[object, ...]:
    """Return what the height of a row depends on."""
    return row.name, bool(row.heading), row.detail, bool(row.why)
