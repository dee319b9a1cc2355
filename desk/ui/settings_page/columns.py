"""A row of a list in columns, and how it is painted: a title, then quiet cells under each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desk.ui.kit.painting import draw_ring, draw_text, text_width
from desk.ui.kit.rows import Index, paint_ground
from desk.ui.look import Look
from desk.ui.theme import Text


@dataclass(frozen=True, slots=True)
class Columns:
    """What a row says; a heading stands over the rows below it."""

    title: str
    cells: tuple[str, ...] = ()
    heading: bool = False


class ColumnsDelegate(QStyledItemDelegate):
    """Paints rows whose columns take fixed shares of the width."""

    def __init__(
        self,
        look: Look,
        row_of: Callable[[Index], object],
        shares: Sequence[int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._row_of = row_of
        self._shares = tuple(shares)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be one line high."""
        return QSize(self._look.sizes.least_field, self._look.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, title, cells and the ring of the focus."""
        row = self._row_of(index)
        if not isinstance(row, Columns):
            return
        look, state, flag = self._look, option.state, QStyle.StateFlag
        painter.save()
        paint_ground(
            painter,
            look,
            option.rect,
            selected=bool(state & flag.State_Selected),
            hovered=bool(state & flag.State_MouseOver),
        )
        boxes = self._boxes(option.rect)
        if row.heading:
            whole = boxes[0].united(boxes[-1])
            font = look.font(Text.SMALL, bold=True)
            said = "  ".join(part for part in (row.title, *row.cells) if part)
            draw_text(painter, whole, said, font, look.colours.quiet)
        else:
            draw_text(painter, boxes[0], row.title, look.font(), look.colours.ink)
            for box, cell in zip(boxes[1:], row.cells, strict=False):
                draw_text(painter, box, cell, look.font(), look.colours.quiet)
        if state & flag.State_HasFocus and state & flag.State_KeyboardFocusChange:
            draw_ring(painter, look, option.rect, look.sizes.radius_small)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a row that is cut."""
        row = self._row_of(index)
        cut = False
        if isinstance(row, Columns) and not row.heading:
            texts = (row.title, *row.cells)
            boxes = self._boxes(option.rect)
            font = self._look.font()
            cut = any(
                text_width(font, text) > box.width()
                for box, text in zip(boxes, texts, strict=False)
            )
        said = str(index.data() or "")
        QToolTip.showText(event.globalPos(), said if cut else "", view)
        return True

    def _boxes(self, rect: QRect) -> list[QRect]:
        """Return the room of each column."""
        s = self._look.sizes
        left, room, total = rect.left() + s.middle, rect.width() - 2 * s.middle, sum(self._shares)
        boxes: list[QRect] = []
        before = 0
        for share in self._shares:
            start = left + room * before // total
            end = left + room * (before + share) // total - s.middle
            boxes.append(QRect(start, rect.top(), end - start, rect.height()))
            before += share
        return boxes
