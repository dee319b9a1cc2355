"""Paints a result: the answer one reads aloud is large, everything else two quiet lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

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


class ResultDelegate(QStyledItemDelegate):
    """The current answer shows its whole wording at arm's length; the others their beginning."""

    def __init__(self, look: Look, keys: dict[Sort, str], parent: QObject) -> None:
        """Make a delegate; ``keys`` is what stands on the cap of the current row of each sort."""
        super().__init__(parent)
        self._look = look
        self._keys = keys

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as what is said."""
        row = self._row(index)
        width = option.rect.width() or self._view().viewport().width()
        return QSize(width, self._height(row, width, current=self._current(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, lines and key."""
        look, s = self._look, self._look.sizes
        row = self._row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = self._current(index)
        ground = rect.adjusted(s.small, s.ring, -s.small, -s.ring)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        paint_ground(painter, look, ground, selected=current, hovered=hovered)
        inner = ground.adjusted(s.middle, s.small, -s.middle, -s.small)
        title = self._title(painter, inner, row, current=current)
        body = QRect(
            title.left(), title.bottom() + 1, title.width(), inner.bottom() - title.bottom()
        )
        if row.sort is Sort.ANSWER and current:
            painter.setFont(look.font(Text.ANSWER))
            painter.setPen(look.colours.ink)
            painter.drawText(body.adjusted(0, s.unit, 0, 0), _WRAP, row.detail)
        else:
            draw_text(painter, body, row.detail, look.font(Text.SMALL), look.colours.quiet, LEFT)
        painter.restore()

    def _title(self, painter: QPainter, inner: QRect, row: Result, *, current: bool) -> QRect:
        """Draw the first line and return the column its text stands in."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        line = QRect(inner.left(), inner.top(), inner.width(), look.theme.line(Text.BODY))
        lead = s.icon + s.small
        if row.number:
            caps = QRect(line.left(), line.top(), s.icon, line.height())
            draw_text(painter, caps, str(row.number), look.font(bold=True), c.accent, LEFT)
        else:
            icon = _ICONS.get(row.sort) or (Icon.PERSON if row.person else Icon.ROOM)
            box = QRect(line.left(), line.top(), s.icon, line.height())
            draw_icon(painter, look, box, icon, c.quiet, s.icon_small)
        text = line.adjusted(lead, 0, 0, 0)
        column = QRect(text)
        right = text
        keys = self._keys.get(row.sort, "") if current else ""
        if not keys and row.number:
            keys = f"Alt+{row.number}"
        if keys:
            size = caps_size(look, keys)
            caps = QRect(right.right() + 1 - size.width(), line.top(), size.width(), line.height())
            draw_caps(painter, look, caps, keys)
            right = right.adjusted(0, 0, -size.width() - s.small, 0)
        if row.note:
            tone = c.soon if row.stale else c.quiet
            draw_text(painter, right, row.note, look.font(Text.SMALL), tone, RIGHT)
            right = right.adjusted(0, 0, -text_width(look.font(Text.SMALL), row.note) - s.small, 0)
        bold = current or row.sort is Sort.CALLER
        self._mark(painter, right, row, bold=bold)
        draw_text(painter, right, row.title, look.font(bold=bold), c.ink, LEFT)
        return column

    def _mark(self, painter: QPainter, line: QRect, row: Result, *, bold: bool) -> None:
        """Lay a soft ground under the characters that matched."""
        look = self._look
        metrics = QFontMetrics(look.font(bold=bold))
        for start, end in row.marked:
            left = line.left() + metrics.horizontalAdvance(row.title[:start])
            width = metrics.horizontalAdvance(row.title[start:end])
            mark = QRect(left, line.top() + look.sizes.ring, width, line.height() - look.sizes.unit)
            if mark.right() <= line.right():
                fill_round(painter, mark, look.sizes.radius_small / 2, look.colours.accent_soft)

    def _height(self, row: Result, width: int, *, current: bool) -> int:
        look, s = self._look, self._look.sizes
        line = look.theme.line(Text.BODY)
        pad = 2 * (s.ring + s.small)
        if row.sort is Sort.ANSWER and current:
            room = width - 2 * (s.small + s.middle) - s.icon - s.small
            metrics = QFontMetrics(look.font(Text.ANSWER))
            body = metrics.boundingRect(QRect(0, 0, max(1, room), 1 << 16), _WRAP, row.detail)
            return pad + line + s.unit + body.height() + s.unit
        return pad + line + (look.theme.line(Text.SMALL) if row.detail else 0)

    def _view(self) -> QAbstractItemView:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view

    def _current(self, index: Index) -> bool:
        return self._view().currentIndex().row() == index.row()

    @staticmethod
    def _row(index: Index) -> Result:
        row: Result = index.model().rows[index.row()]  # type: ignore[attr-defined]
        return row
