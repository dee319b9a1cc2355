"""A list of rows that have a key each; it becomes the new rows, so that what is chosen stays."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.ui.kit.rows import OneLine, TwoLines
from desk.ui.settings_page.columns import Columns

Index = QModelIndex | QPersistentModelIndex
Shown = OneLine | TwoLines | Columns
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Keyed:
    """One row of a list.

    Attributes:
        key: what it is; no two rows have the same.
        shown: what it says.
        heading: it stands over others and only some things can be done to it.
        spoken: what a screen reader adds to what is shown.
    """

    key: Hashable
    shown: Shown
    heading: bool = False
    spoken: str = ""


class KeyedRows(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Keyed] = []

    @property
    def rows(self) -> Sequence[Keyed]:
        """What is listed, in order."""
        return self._rows

    def become(self, rows: Sequence[Keyed]) -> None:
        """Turn into these rows by taking out, moving and putting in, never by a reset."""
        wanted = {row.key for row in rows}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].key not in wanted:
                self.beginRemoveRows(_ROOT, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            now = self.place(row.key, at)
            if now is None:
                self.beginInsertRows(_ROOT, at, at)
                self._rows.insert(at, row)
                self.endInsertRows()
                continue
            if now != at:
                self.beginMoveRows(_ROOT, now, now, _ROOT, at)
                self._rows.insert(at, self._rows.pop(now))
                self.endMoveRows()
            if self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def place(self, key: Hashable, start: int = 0) -> int | None:
        """Return where the row of a key stands, at or after a place."""
        return next((at for at in range(start, len(self._rows)) if self._rows[at].key == key), None)

    def keyed(self, index: Index) -> Keyed | None:
        """Return the row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def line(self, index: Index) -> OneLine | TwoLines:
        """Return what a row of one or two lines says, for its delegate."""
        shown = self._rows[index.row()].shown
        return OneLine(shown.title) if isinstance(shown, Columns) else shown

    def columns(self, index: Index) -> Shown:
        """Return what a row in columns says, for its delegate."""
        return self._rows[index.row()].shown

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a screen reader says of a row."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return " ".join(part for part in (*_texts(row.shown), row.spoken) if part)


def _texts(shown: Shown) -> tuple[str, ...]:
    if isinstance(shown, Columns):
        return (shown.title, *shown.cells)
    if isinstance(shown, TwoLines):
        return (shown.title, shown.detail, shown.time, shown.under)
    return (shown.title, shown.note)
