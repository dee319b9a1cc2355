"""Paints the rows of the queue, two lines each, from layouts kept for their width."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desk.ui.kit.painting import draw_ring, fill_round
from desk.ui.kit.rows import paint_bar, paint_ground
from desk.ui.look import Look
from desk.ui.queue.layout import Fonts, Painting, Row
from desk.ui.queue.said import RowSaid
from desk.ui.queue.table import Index, QueueTable

#: Layouts kept; a long list scrolled to its end would otherwise keep them all.
_KEPT = 600


class QueueDelegate(QStyledItemDelegate):
    """Paints what a ticket says; the words come from the table, the looks from the tokens."""

    def __init__(self, look: Look, table: QueueTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table = table
        self._kept: dict[tuple[int, int], tuple[RowSaid, Painting]] = {}
        self._fonts = Fonts(look)
        look.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Forget what was laid out for another theme."""
        self._fonts = Fonts(self._look)
        self._kept.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be two lines high."""
        s = self._look.sizes
        return QSize(s.least_field, s.row_two)

    def painting(self, at: int, width: int) -> Painting:
        """Return how a row is laid out at a width."""
        said = self._table.said(at)
        key = (self._table.rows[at].ticket_id, width)
        kept = self._kept.get(key)
        if kept is not None and kept[0] is said:
            return kept[1]
        laid = Row(self._look, self._fonts, said, width, self._look.sizes.row_two).painting()
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[key] = (said, laid)
        return laid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, bar, words and the ring of the focus."""
        look = self._look
        rect: QRect = option.rect
        state = option.state
        flag = QStyle.StateFlag
        painting = self.painting(index.row(), rect.width())
        painter.save()
        paint_ground(
            painter,
            look,
            rect,
            selected=bool(state & flag.State_Selected),
            hovered=bool(state & flag.State_MouseOver),
        )
        paint_bar(painter, look, rect, self._table.said(index.row()).bar)
        painter.translate(rect.topLeft())
        for ground in painting.grounds:
            fill_round(painter, ground.rect, ground.radius, ground.fill)
        ratio = painter.device().devicePixelRatioF()
        for sign in painting.signs:
            painter.drawPixmap(sign.x, sign.y, look.pixmap(sign.icon, sign.ink, sign.size, ratio))
        for letters in painting.letters:
            painter.setFont(letters.font)
            painter.setPen(letters.ink)
            painter.drawText(letters.x, letters.y, letters.text)
        painter.translate(-rect.topLeft())
        if state & flag.State_HasFocus and state & flag.State_KeyboardFocusChange:
            draw_ring(painter, look, rect, look.sizes.radius)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say all of a row of which something was cut or left out."""
        if not index.isValid():
            return False
        rect: QRect = option.rect
        whole = self.painting(index.row(), rect.width()).whole
        QToolTip.showText(event.globalPos(), "" if whole else self.tip(index.row()), view)
        return True

    def tip(self, at: int) -> str:
        """Return all a row says, a line for what, who and when; safe to show as rich text."""
        said = self._table.said(at)
        lines = (
            (said.number, said.place),
            (said.words,),
            (said.tag, said.category, said.crew, said.technician),
            (said.name, said.phone),
            (said.appointment,),
            (said.state, said.deadline, said.time),
        )
        shown = ("  ".join(escape(part) for part in line if part) for line in lines if any(line))
        return "<br>".join(shown)
