"""How a row of a list is painted: the bar of its urgency, its lines, the time at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import caps_size, draw_caps
from desk.ui.kit.painting import (
    LEFT,
    RIGHT,
    draw_icon,
    draw_ring,
    draw_text,
    fill_round,
    text_width,
)
from desk.ui.look import Look
from desk.ui.theme import Text, Tone

Index = QModelIndex | QPersistentModelIndex


class TwoLines(NamedTuple):
    """What a row of two lines says.

    Attributes:
        title: place and what it is; never gives way before everything else has.
        lead: a number before the title, in quiet figures.
        detail: the second line, quiet: category, crew, caller.
        time: how long is left or exceeded, at the right.
        tone: what the bar, the time and its icon say.
        icon: stands before the time; a colour never stands alone.
        under: small words below the time.
        marks: small words on the second line that must be seen, such as chases.
    """

    title: str
    lead: str = ""
    detail: str = ""
    time: str = ""
    tone: Tone = Tone.PLAIN
    icon: Icon | None = None
    under: str = ""
    marks: tuple[tuple[str, Tone], ...] = ()


class OneLine(NamedTuple):
    """What a row of one line says; ``keys`` shows a key at the right."""

    title: str
    note: str = ""
    icon: Icon | None = None
    tone: Tone = Tone.PLAIN
    keys: str = ""


def paint_ground(
    painter: QPainter, look: Look, rect: QRect, *, selected: bool, hovered: bool
) -> None:
    """Paint what a row lies on."""
    if selected or hovered:
        colour = look.colours.selected if selected else look.colours.hover
        fill_round(painter, rect, look.sizes.radius, colour)


@contextmanager
def painted_row(painter: QPainter, look: Look, option: QStyleOptionViewItem) -> Iterator[None]:
    """Paint what a row lies on, then what is painted inside, and the ring of the focus over it."""
    state, flag, rect = option.state, QStyle.StateFlag, option.rect
    painter.save()
    paint_ground(
        painter,
        look,
        rect,
        selected=bool(state & flag.State_Selected),
        hovered=bool(state & flag.State_MouseOver),
    )
    yield
    if state & flag.State_HasFocus and state & flag.State_KeyboardFocusChange:
        draw_ring(painter, look, rect, look.sizes.radius_small)
    painter.restore()


def paint_bar(painter: QPainter, look: Look, rect: QRect, tone: Tone) -> None:
    """Paint the bar that says urgency at the left edge of a row."""
    colour = look.theme.bar(tone)
    if colour.alpha():
        s = look.sizes
        bar = QRect(rect.left(), rect.top() + s.unit, s.bar, rect.height() - 2 * s.unit)
        fill_round(painter, bar, s.bar / 2, colour)


def paint_pill(
    painter: QPainter, look: Look, rect: QRect, text: str, tone: Tone, icon: Icon | None = None
) -> int:
    """Paint words on the ground of their tone, right in a rectangle; return the width taken."""
    s = look.sizes
    loud = tone in (Tone.OVERDUE, Tone.SOON, Tone.HOLD, Tone.CRITICAL)
    font = look.font(bold=tone in (Tone.OVERDUE, Tone.CRITICAL))
    ink, ground = look.theme.tone(tone)
    ink = ink if loud or tone is Tone.ACCENT else look.colours.quiet
    gap = look.theme.space(1)
    side = s.small if loud else 0
    width = text_width(font, text) + 2 * side + (s.icon_small + gap if icon else 0)
    width = min(width, rect.width() + side)
    high = look.theme.line(Text.BODY) + s.ring
    # The ground of a loud word hangs over by its side, so that all words end in one line.
    pill = QRect(rect.right() + 1 + side - width, rect.center().y() - high // 2 + 1, width, high)
    if loud:
        fill_round(painter, pill, s.radius_small, ground)
    x = pill.left() + side
    if icon is not None:
        box = QRect(x, pill.top(), s.icon_small, pill.height())
        draw_icon(painter, look, box, icon, ink, s.icon_small)
        x += s.icon_small + gap
    words = QRect(x, pill.top(), pill.right() + 1 - side - x, pill.height())
    draw_text(painter, words, text, font, ink, RIGHT)
    return width - side


def paint_two_lines(painter: QPainter, look: Look, rect: QRect, row: TwoLines) -> None:
    """Paint a row two lines high; the detail gives way first, then the title."""
    s, theme, c = look.sizes, look.theme, look.colours
    paint_bar(painter, look, rect, row.tone)
    body, small = look.font(), look.font(Text.SMALL)
    left, right = rect.left() + s.bar + s.middle, rect.right() + 1 - s.room
    first, second = theme.line(Text.BODY), theme.line(Text.SMALL)
    top = rect.top() + (rect.height() - first - second) // 2
    upper = QRect(left, top, right - left, first)
    lower = QRect(left, top + first, right - left, second)

    if row.time:
        taken = paint_pill(painter, look, upper, row.time, row.tone, row.icon)
        upper.setRight(upper.right() - taken - s.room)
    if row.under:
        draw_text(painter, lower, row.under, small, c.quiet, RIGHT)
        lower.setRight(lower.right() - text_width(small, row.under) - s.room)
    if row.lead:
        draw_text(painter, upper, row.lead, body, c.quiet, LEFT)
        upper.setLeft(upper.left() + text_width(body, row.lead) + s.middle)
    draw_text(painter, upper, row.title, body, c.ink, LEFT)
    for words, tone in row.marks:
        draw_text(painter, lower, words, look.font(Text.SMALL, bold=True), look.ink(tone), LEFT)
        lower.setLeft(lower.left() + text_width(look.font(Text.SMALL, bold=True), words) + s.small)
    draw_text(painter, lower, row.detail, small, c.quiet, LEFT)


def paint_one_line(painter: QPainter, look: Look, rect: QRect, row: OneLine) -> None:
    """Paint a row one line high: icon, title, a quiet note, keys at the right."""
    s, c = look.sizes, look.colours
    box = rect.adjusted(s.middle, 0, -s.middle, 0)
    if row.icon is not None:
        ink = c.quiet if row.tone is Tone.PLAIN else look.ink(row.tone)
        draw_icon(painter, look, QRect(box.left(), box.top(), s.icon, box.height()), row.icon, ink)
        box.setLeft(box.left() + s.icon + s.middle)
    if row.keys:
        wide = caps_size(look, row.keys).width()
        at = QRect(box.right() + 1 - wide, box.top(), wide, box.height())
        draw_caps(painter, look, at, row.keys)
        box.setRight(box.right() - wide - s.room)
    body, small = look.font(), look.font(Text.SMALL)
    draw_text(painter, box, row.title, body, c.ink, LEFT)
    box.setLeft(box.left() + text_width(body, row.title) + s.middle)
    draw_text(painter, box, row.note, small, c.quiet, LEFT)


class RowDelegate(QStyledItemDelegate):
    """Paints each row of a list from what ``row_of`` says about its index."""

    def __init__(
        self,
        look: Look,
        row_of: Callable[[Index], TwoLines | OneLine],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._row_of = row_of

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be one or two lines high."""
        s = self._look.sizes
        two = isinstance(self._row_of(index), TwoLines)
        return QSize(s.least_field, s.row_two if two else s.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, row and the ring of the focus."""
        row = self._row_of(index)
        with painted_row(painter, self._look, option):
            if isinstance(row, TwoLines):
                paint_two_lines(painter, self._look, option.rect, row)
            else:
                paint_one_line(painter, self._look, option.rect, row)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a row that is cut."""
        row = self._row_of(index)
        look, s = self._look, self._look.sizes
        room = option.rect.width() - 2 * s.wide
        if isinstance(row, TwoLines):
            title = " ".join(part for part in (row.lead, row.title) if part)
            first = text_width(look.font(), title + row.time) + s.wide * 2
            second = text_width(look.font(Text.SMALL), row.detail + row.under) + s.wide
            full = "\n".join(part for part in (title, row.detail) if part)
            cut = max(first, second) > room
        else:
            full = " ".join(part for part in (row.title, row.note) if part)
            cut = text_width(look.font(), full) > room
        QToolTip.showText(event.globalPos(), full if cut else "", view)
        return True
