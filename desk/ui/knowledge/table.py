"""The articles as Qt sees them, and how a row of them is painted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desk.ui.kit.painting import LEFT, draw_text, text_width
from desk.ui.kit.rows import OneLine, RowDelegate, TwoLines
from desk.ui.knowledge import said
from desk.ui.knowledge.draft import NEW
from desk.ui.knowledge.rows import Heading, Line, Row
from desk.ui.look import Look
from desk.ui.theme import Text
from desk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: Rows that a view lays out at once; more come as it is scrolled.
_PAGE = 1_000


class ArticleTable(QAbstractListModel):
    """Headings and articles; a heading can be read and not chosen."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._today = date.min
        self._rows: tuple[Row, ...] = ()
        self._end = 0

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, those that are not laid out yet too."""
        return self._rows

    def row(self, at: int) -> Row | None:
        """Return a row, None beyond the ends."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def line(self, at: int) -> Line | None:
        """Return the article of a row, None for a heading and beyond the ends."""
        row = self.row(at)
        return row if isinstance(row, Line) else None

    def place_of(self, article: int) -> int | None:
        """Return where an article stands (``NEW`` for the one being written), None for nowhere."""
        return next(
            (
                at
                for at, row in enumerate(self._rows)
                if isinstance(row, Line) and row.id == article
            ),
            None,
        )

    def first(self) -> int | None:
        """Return where the first article that is stored stands, None where there is none."""
        return next(
            (at for at, row in enumerate(self._rows) if isinstance(row, Line) and row.id != NEW),
            None,
        )

    def reach(self, at: int) -> None:
        """Lay out as many rows as it takes to show one."""
        while at >= self._end and self.canFetchMore():
            self.fetchMore()

    def become(self, rows: Sequence[Row], today: date) -> bool:
        """Show these rows; return whether others stand there now than before."""
        rows = tuple(rows)
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        changed = [at for at, row in enumerate(rows) if same and row != self._rows[at]]
        if same and today == self._today:
            self._rows = rows
            for at in changed:
                if at < self._end:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return False
        self.beginResetModel()
        self._today = today
        self._rows = rows
        self._end = min(len(rows), _PAGE)
        self.endResetModel()
        return True

    def said(self, line: Line) -> TwoLines:
        """Say the row of an article."""
        return said.row(self._words, line, self._today)

    def name(self, heading: Heading) -> str:
        """Name the category of a heading."""
        return said.category_name(self._words, heading.category)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are laid out."""
        return 0 if parent.isValid() else self._end

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        """Tell whether there are more rows."""
        return not parent.isValid() and self._end < len(self._rows)

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        """Lay out the next rows."""
        if not self.canFetchMore(parent):
            return
        end = min(len(self._rows), self._end + _PAGE)
        self.beginInsertRows(_NOWHERE, self._end, end - 1)
        self._end = end
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can neither be chosen nor walked to."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not isinstance(self.row(index.row()), Line):
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the question or the category, and all a row says for a screen reader."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if isinstance(row, Heading):
            return self.name(row) if role in _TEXTS else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(row).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said.spoken(self._words, row, self._today)
        return None


_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _key(row: Row) -> tuple[str, int]:
    return ("", row.id) if isinstance(row, Line) else (row.category or "-", -1)


class ArticleDelegate(RowDelegate):
    """Paints articles two lines high, and headings as quiet words with their count."""

    def __init__(self, look: Look, table: ArticleTable, parent: QObject) -> None:
        super().__init__(look, self._row, parent)
        self._table = table

    def _row(self, index: Index) -> TwoLines | OneLine:
        row = self._table.row(index.row())
        if isinstance(row, Line):
            return self._table.said(row)
        return OneLine(self._table.name(row) if row is not None else "")

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as an article, or as a heading."""
        s = self._look.sizes
        article = isinstance(self._table.row(index.row()), Line)
        return QSize(s.least_field, s.row_two if article else s.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._table.row(index.row())
        if not isinstance(row, Heading):
            super().paint(painter, option, index)
            return
        look, s = self._look, self._look.sizes
        rect: QRect = option.rect
        line = look.theme.line(Text.SMALL)
        left = rect.left() + s.bar + s.middle
        box = QRect(left, rect.bottom() + 1 - line - s.unit, rect.right() - left - s.room, line)
        bold, small = look.font(Text.SMALL, bold=True), look.font(Text.SMALL)
        name = self._table.name(row)
        painter.save()
        draw_text(painter, box, name, bold, look.colours.quiet, LEFT)
        box.setLeft(box.left() + text_width(bold, name) + s.small)
        draw_text(painter, box, str(row.count), small, look.colours.quiet, LEFT)
        painter.restore()
