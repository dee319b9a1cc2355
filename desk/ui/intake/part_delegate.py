"""How a row of a part is painted: ticks, what was and will be, two wordings of which one holds."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desk.ui.icons import Icon
from desk.ui.intake.part_rows import Index, PartRows
from desk.ui.intake.parts import Line, Shape
from desk.ui.kit.key_cap import caps_size, draw_caps
from desk.ui.kit.painting import (
    LEFT,
    RIGHT,
    draw_icon,
    draw_text,
    fill_round,
    text_width,
)
from desk.ui.kit.rows import painted_row
from desk.ui.look import Look
from desk.ui.theme import Text
from desk.words.catalogue import Words

#: A label of a change takes at most this share of the width.
_LABEL_SHARE = 3


class PartDelegate(QStyledItemDelegate):
    """Paints the rows and takes the mouse's decisions."""

    def __init__(self, look: Look, words: Words, rows: PartRows, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._words = words
        self._rows = rows

    @property
    def height(self) -> int:
        """How high a row is, by the shape of the part."""
        s, theme = self._look.sizes, self._look.theme
        return {
            Shape.LINE: s.row,
            Shape.TWO: s.row_two,
            Shape.CHANGE: s.row_two,
            Shape.CHOICE: theme.line(Text.BODY) + s.control_small + s.unit + 2 * s.small,
            Shape.WORDINGS: theme.line(Text.BODY) + 2 * (s.control_small + s.unit) + 2 * s.small,
        }[self._rows.shape]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be as high as the shape of the part wants."""
        return QSize(self._look.sizes.least_field, self.height)

    # --- painting ---------------------------------------------------------------------------------
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, row and the ring of the focus."""
        line, rect = self._rows.line(index), option.rect
        with painted_row(painter, self._look, option):
            box = self._inside(rect)
            if not self._rows.shape.chooses and line.on is not None:
                self._paint_tick(painter, self._tick(rect), line)
                box.setLeft(self._tick(rect).right() + 1 + self._look.sizes.middle)
            if self._rows.shape.chooses:
                selected = bool(option.state & QStyle.StateFlag.State_Selected)
                self._paint_choice(painter, rect, line, selected=selected)
            else:
                self._paint_lines(painter, box, line)

    def _paint_lines(self, painter: QPainter, box: QRect, line: Line) -> None:
        upper, lower = self._halves(box)
        match self._rows.shape:
            case Shape.LINE:
                self._paint_title(painter, box, line)
            case Shape.TWO:
                self._paint_title(painter, upper, line)
                look = self._look
                draw_text(painter, lower, line.detail, look.font(Text.SMALL), look.colours.quiet)
            case Shape.CHANGE:
                self._paint_title(painter, upper, line)
                self._paint_change(painter, lower, line)

    def _paint_choice(self, painter: QPainter, rect: QRect, line: Line, *, selected: bool) -> None:
        self._paint_title(painter, self._over(rect), line)
        colours = self._look.colours
        # What holds must be seen on the ground of the chosen row, too.
        ground = colours.paper if selected else colours.accent_soft
        for at, box in enumerate(self._options(rect)):
            if bool(line.on) is bool(at):
                fill_round(painter, box, self._look.sizes.radius, ground)
            self._paint_option(painter, box, line, theirs=bool(at))

    def _paint_tick(self, painter: QPainter, mark: QRect, line: Line) -> None:
        look, c, s = self._look, self._look.colours, self._look.sizes
        if line.fixed:
            draw_icon(painter, look, mark, Icon.LOCK, c.faint, s.icon_small)
        elif line.on:
            fill_round(painter, mark, s.radius_small, c.accent)
            draw_icon(painter, look, mark, Icon.CHECK, c.on_accent, s.icon_small)
        else:
            fill_round(painter, mark, s.radius_small, c.paper, c.faint, s.hair)

    def _paint_title(self, painter: QPainter, box: QRect, line: Line) -> None:
        look, c, s = self._look, self._look.colours, self._look.sizes
        body, small = look.font(), look.font(Text.SMALL)
        box = QRect(box)
        if line.time:
            draw_text(painter, box, line.time, small, c.quiet, RIGHT)
            box.setRight(box.right() - text_width(small, line.time) - s.room)
        for text, font, ink in (
            (line.lead, body, c.quiet),
            (line.title, body, c.quiet if line.fixed else c.ink),
            (line.note, small, c.quiet),
            (line.label if self._rows.shape.chooses else "", small, c.quiet),
        ):
            if text:
                draw_text(painter, box, text, font, ink, LEFT)
                box.setLeft(box.left() + text_width(font, text) + s.middle)

    def _paint_change(self, painter: QPainter, box: QRect, line: Line) -> None:
        look, c, s = self._look, self._look.colours, self._look.sizes
        small, gone = look.font(Text.SMALL), look.font(Text.SMALL)
        gone.setStrikeOut(True)
        box = QRect(box)
        wide = min(text_width(small, line.label), box.width() // _LABEL_SHARE)
        draw_text(
            painter, QRect(box.left(), box.top(), wide, box.height()), line.label, small, c.quiet
        )
        box.setLeft(box.left() + wide + s.middle)
        if line.before:
            # What it becomes has at least half of the room.
            arrow = s.icon_small + 2 * s.unit
            after = min(text_width(small, line.after), (box.width() - arrow) // 2)
            room = min(text_width(small, line.before), box.width() - arrow - after)
            was = QRect(box.left(), box.top(), room, box.height())
            draw_text(painter, was, line.before, gone, c.quiet)
            at = QRect(was.right() + 1 + s.unit, box.top(), s.icon_small, box.height())
            draw_icon(painter, look, at, Icon.ARROW_RIGHT, c.quiet, s.icon_small)
            box.setLeft(at.right() + 1 + s.unit)
        draw_text(painter, box, line.after or self._words.say("(empty)"), small, c.ink)

    def _paint_option(self, painter: QPainter, box: QRect, line: Line, *, theirs: bool) -> None:
        look, c, s, words = self._look, self._look.colours, self._look.sizes, self._words
        chosen = bool(line.on) is theirs
        small = look.font(Text.SMALL)
        value = (line.after if theirs else line.before) or words.say("(empty)")
        name = words.say_in("wording", "File") if theirs else words.say_in("wording", "Desk")
        inner = box.adjusted(s.small, 0, -s.small, 0)
        mark = QRect(inner.left(), inner.top(), s.icon_small, inner.height())
        if chosen:
            draw_icon(painter, look, mark, Icon.CHECK, c.accent, s.icon_small)
        else:
            draw_caps(painter, look, mark, "2" if theirs else "1")
        wide = max(s.icon_small, caps_size(look, "2").width())
        inner.setLeft(inner.left() + wide + s.small)
        draw_text(painter, inner, name, small, c.quiet)
        inner.setLeft(inner.left() + text_width(small, name) + s.small)
        draw_text(painter, inner, value, look.font(), c.ink if chosen else c.quiet)

    # --- where things are -------------------------------------------------------------------------
    def _inside(self, rect: QRect) -> QRect:
        s = self._look.sizes
        return rect.adjusted(s.middle, 0, -s.room, 0)

    def _tick(self, rect: QRect) -> QRect:
        side = self._look.sizes.icon
        top = rect.top() + (rect.height() - side) // 2
        return QRect(self._inside(rect).left(), top, side, side)

    def _halves(self, box: QRect) -> tuple[QRect, QRect]:
        theme = self._look.theme
        first, second = theme.line(Text.BODY), theme.line(Text.SMALL)
        top = box.top() + (box.height() - first - second) // 2
        return (
            QRect(box.left(), top, box.width(), first),
            QRect(box.left(), top + first, box.width(), second),
        )

    def _over(self, rect: QRect) -> QRect:
        s, box = self._look.sizes, self._inside(rect)
        return QRect(box.left(), box.top() + s.small, box.width(), self._look.theme.line(Text.BODY))

    def _options(self, rect: QRect) -> tuple[QRect, QRect]:
        """Return the room of the desk's wording and of the file's."""
        s, box = self._look.sizes, self._inside(rect)
        # The ground of what is chosen hangs over, so that its words stand below the title.
        left, wide = box.left() - s.small, box.width() + 2 * s.small
        top, half = self._over(rect).bottom() + 1 + s.unit, (wide - s.small) // 2
        if self._rows.shape is Shape.WORDINGS:
            below = top + s.control_small + s.unit
            return (
                QRect(left, top, wide, s.control_small),
                QRect(left, below, wide, s.control_small),
            )
        return (
            QRect(left, top, half, s.control_small),
            QRect(left + half + s.small, top, half, s.control_small),
        )

    # --- the mouse --------------------------------------------------------------------------------
    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick a box that is clicked, or take the wording that is."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        on = self._pressed(event.position().toPoint(), option.rect, index)
        if on is None:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._rows.decide(index, on)
        return event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)

    def _pressed(self, at: QPoint, rect: QRect, index: Index) -> bool | None:
        """Return what a press there decides; None where it decides nothing."""
        line = self._rows.line(index)
        if line.on is None or line.fixed:
            return None
        if self._rows.shape.chooses:
            return next(
                (bool(n) for n, box in enumerate(self._options(rect)) if box.contains(at)), None
            )
        gap = self._look.sizes.small
        return not line.on if self._tick(rect).adjusted(-gap, -gap, gap, gap).contains(at) else None

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a row that is cut."""
        line = self._rows.line(index)
        look, room = self._look, self._inside(option.rect).width()
        first = text_width(look.font(), line.lead + line.title + line.note + line.time)
        second = text_width(look.font(), line.detail + line.label + line.before + line.after)
        longest = max(text_width(look.font(), line.before), text_width(look.font(), line.after))
        beside = 2 if self._rows.shape is Shape.CHOICE else 1
        chosen = self._rows.shape.chooses and longest * beside > room * 2 // 3
        cut = max(first, 0 if self._rows.shape.chooses else second) > room * 3 // 4 or chosen
        QToolTip.showText(event.globalPos(), self._rows.spoken(line) if cut else "", view)
        return True
