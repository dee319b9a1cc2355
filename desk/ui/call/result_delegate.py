"""Paints a result: the answer one reads aloud is large, everything else two quiet lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.ui.call.marks import Marks
from desk.ui.call.result_table import ResultTable
from desk.ui.call.results import Result, Sort
from desk.ui.icons import Icon
from desk.ui.kit.key_cap import caps_size, draw_caps
from desk.ui.kit.painting import LEFT, RIGHT, draw_icon, draw_text, fill_round, text_width
from desk.ui.kit.rows import paint_ground
from desk.ui.look import Look
from desk.ui.theme import Text

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_ICONS = {Sort.TICKET: Icon.IN_PROGRESS, Sort.SAME: Icon.MERGE}
ENTER = "Return"


class ResultDelegate(QStyledItemDelegate):
    """The current answer shows its whole wording at arm's length; the others their beginning."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        #: There is little room: what is read aloud goes before everything around it.
        self.tight = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as what is said."""
        row = self._row(index)
        # Not the option's width: it is still that from before a scroll bar came.
        width = self._view().viewport().width()
        return QSize(width, self._height(row, current=self._current(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw heading, ground, lines and key."""
        look, s = self._look, self._look.sizes
        row, current = self._row(index), self._current(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        head = self._head(row)
        painter.save()
        if head:
            line = rect.adjusted(s.small + s.middle, s.unit, -s.small - s.middle, 0)
            line.setHeight(head - s.unit)
            draw_text(painter, line, row.heading, look.font(Text.SMALL), look.colours.quiet, LEFT)
        ground = rect.adjusted(s.small, head + s.ring, -s.small, -s.ring)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, look, ground, selected=current, hovered=hovered)
        inner = ground.adjusted(s.middle, self._inside(), -s.middle, -self._inside())
        column = self._title(painter, inner, row, current=current)
        body = QRect(column)
        # As it was measured: the bar at the side may come and go without another wrap.
        body.setWidth(min(body.width(), self._room()))
        body.setTop(column.bottom() + 1)
        body.setBottom(inner.bottom())
        if row.sort is Sort.ANSWER and current:
            if row.why and self.tight:
                below = body.height() - look.theme.line(Text.SMALL)
                self._why(painter, body.adjusted(0, below, 0, 0), row)
            elif row.why:
                body.setTop(self._why(painter, body, row).bottom() + 1)
            painter.setFont(look.font(Text.ANSWER))
            painter.setPen(look.colours.ink)
            painter.drawText(body.adjusted(0, s.unit, 0, 0), _WRAP, row.detail)
        else:
            font = look.font(Text.SMALL)
            if row.why:
                why = self._why(painter, body, row)
                body.setLeft(min(body.right(), why.right() + s.middle))
            self._mark(painter, body, row.detail, font, row.marked_detail)
            draw_text(painter, body, row.detail, font, look.colours.quiet, LEFT)
        painter.restore()

    def _why(self, painter: QPainter, body: QRect, row: Result) -> QRect:
        """Draw why it was found, on one line at the top of a body; return where it stands."""
        look, font = self._look, self._look.font(Text.SMALL)
        line = QRect(body.left(), body.top(), body.width(), look.theme.line(Text.SMALL))
        line.setWidth(min(line.width(), text_width(font, row.why)))
        draw_text(painter, line, row.why, font, look.colours.accent, LEFT)
        return line

    def _title(self, painter: QPainter, inner: QRect, row: Result, *, current: bool) -> QRect:
        """Draw the first line and return the column its text stands in."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        line = QRect(inner.left(), inner.top(), inner.width(), look.theme.line(Text.BODY))
        box = QRect(line.left(), line.top(), s.icon, line.height())
        if row.number:
            draw_text(painter, box, str(row.number), look.font(bold=True), c.accent, LEFT)
        else:
            icon = _ICONS.get(row.sort) or (Icon.PERSON if row.person else Icon.ROOM)
            draw_icon(painter, look, box, icon, c.quiet, s.icon_small)
        column = line.adjusted(s.icon + s.small, 0, 0, 0)
        right = QRect(column)
        keys = ENTER if current else f"Alt+{row.number}" if row.number else ""
        if keys:
            width = caps_size(look, keys).width()
            caps = QRect(right.right() + 1 - width, line.top(), width, line.height())
            draw_caps(painter, look, caps, keys)
            right.setRight(right.right() - width - s.small)
        if row.note:
            tone = c.soon if row.stale else c.quiet
            draw_text(painter, right, row.note, look.font(Text.SMALL), tone, RIGHT)
            right.setRight(right.right() - text_width(look.font(Text.SMALL), row.note) - s.small)
        font = look.font(bold=current or row.sort is Sort.CALLER)
        self._mark(painter, right, row.title, font, row.marked)
        draw_text(painter, right, row.title, font, c.ink, LEFT)
        return column

    def _mark(self, painter: QPainter, line: QRect, text: str, font: QFont, marks: Marks) -> None:
        """Draw a line below the characters that were typed."""
        look, s = self._look, self._look.sizes
        high = QFontMetrics(font).height()
        below = line.center().y() + high // 2 - s.ring
        for start, end in marks:
            left = line.left() + text_width(font, text[:start])
            width = text_width(font, text[start:end])
            if left + width <= line.right() + 1:
                fill_round(painter, QRect(left, below, width, s.ring), 0, look.colours.accent)

    def _height(self, row: Result, *, current: bool) -> int:
        look, s = self._look, self._look.sizes
        line = look.theme.line(Text.BODY)
        pad = 2 * (s.ring + self._inside()) + self._head(row)
        if row.sort is Sort.ANSWER and current:
            metrics = QFontMetrics(look.font(Text.ANSWER))
            body = metrics.boundingRect(QRect(0, 0, self._room(), 1 << 16), _WRAP, row.detail)
            why = look.theme.line(Text.SMALL) if row.why else 0
            return pad + line + why + s.unit + body.height() + s.unit
        return pad + line + (look.theme.line(Text.SMALL) if row.detail else 0)

    def _inside(self) -> int:
        """Return the room above and below the words of a row."""
        return self._look.sizes.unit if self.tight else self._look.sizes.small

    def _room(self) -> int:
        """Return the width of running text, with the bar at the side whether it shows or not."""
        s = self._look.sizes
        return max(1, self._view().width() - s.scroll - 2 * (s.small + s.middle) - s.icon - s.small)

    def _head(self, row: Result) -> int:
        look = self._look
        return look.theme.line(Text.SMALL) + look.sizes.small if row.heading else 0

    def _view(self) -> QAbstractItemView:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view

    def _current(self, index: Index) -> bool:
        return self._view().currentIndex().row() == index.row()

    @staticmethod
    def _row(index: Index) -> Result:
        table = index.model()
        assert isinstance(table, ResultTable)
        return table.rows[index.row()]
