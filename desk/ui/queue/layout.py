"""Where everything on a row of the queue stands at a width: worked out once, painted often.

What gives way as the row gets narrower, in this order: the deadline's moment, the caller's
telephone, the caller's name, the technician, the appointment, the crew, all of the number but its
last four figures. The category and the words are then cut with an ellipsis. Time, state, urgency,
chases and a slip that is out are always there. Whatever was left out is in the tooltip.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from desk.ui.icons import Icon
from desk.ui.look import Look
from desk.ui.queue.said import RowSaid
from desk.ui.theme import Text, Tone

#: Where the columns begin, in hundredths of the second line.
_CREW_AT, _CALLER_AT, _BOOKED_AT = 0.16, 0.34, 0.57
#: What state and deadline may take of the second line before the deadline gives way.
_DEADLINE_SHARE = 0.32
#: Chinese stands this much of its size below the middle of a line.
_LIFT = 0.06
_LOUD = frozenset({Tone.OVERDUE, Tone.SOON, Tone.HOLD, Tone.CRITICAL})
_DOT = "·"


class Letters(NamedTuple):
    """A piece of text: where it begins, its baseline, and how it is drawn."""

    x: int
    y: int
    text: str
    font: QFont
    ink: QColor


class Sign(NamedTuple):
    """An icon, its upper left corner and its size."""

    x: int
    y: int
    icon: Icon
    ink: QColor
    size: int


class Ground(NamedTuple):
    """A rounded ground below some words."""

    rect: QRect
    fill: QColor
    radius: int


class Painting(NamedTuple):
    """A row laid out, relative to its upper left corner.

    Attributes:
        grounds, signs, letters: painted in this order.
        whole: False when something was cut or left out, and a tooltip must say it.
    """

    grounds: tuple[Ground, ...]
    signs: tuple[Sign, ...]
    letters: tuple[Letters, ...]
    whole: bool


class Fonts:
    """The fonts of a row and their metrics, in one theme."""

    def __init__(self, look: Look) -> None:
        self.body = look.font()
        self.bold = look.font(bold=True)
        self.small = look.font(Text.SMALL)
        self.small_bold = look.font(Text.SMALL, bold=True)
        self._metrics = {
            id(font): QFontMetrics(font)
            for font in (self.body, self.bold, self.small, self.small_bold)
        }

    def metrics(self, font: QFont) -> QFontMetrics:
        """Return the metrics of one of these fonts."""
        return self._metrics[id(font)]

    def wide(self, font: QFont, text: str) -> int:
        """Return the width of a text in pixels."""
        return self._metrics[id(font)].horizontalAdvance(text) if text else 0


class Row:
    """Lays one row out."""

    def __init__(self, look: Look, fonts: Fonts, said: RowSaid, width: int, height: int) -> None:
        self._look = look
        self._fonts = fonts
        self._said = said
        self._grounds: list[Ground] = []
        self._signs: list[Sign] = []
        self._letters: list[Letters] = []
        self._whole = True
        s, theme = look.sizes, look.theme
        self._title = 0
        self._width = width
        self._columns = width >= s.queue_columns
        self._left = s.bar + s.room
        self._right = width - s.room
        first, second = theme.line(Text.BODY), theme.line(Text.SMALL)
        top = (height - first - second) // 2
        self._upper = QRect(0, top, width, first)
        self._lower = QRect(0, top + first, width, second)

    def painting(self) -> Painting:
        """Return the row laid out."""
        self._first_line()
        self._second_line()
        return Painting(tuple(self._grounds), tuple(self._signs), tuple(self._letters), self._whole)

    # --- the first line: number (the urgency below it), place, what it is; the time right -------
    def _first_line(self) -> None:
        said, fonts, s = self._said, self._fonts, self._look.sizes
        c = self._look.colours
        right = self._pill() - s.room
        x = self._left
        if self._width < s.queue_serial:
            number, room = said.serial, fonts.wide(fonts.body, "0000")
            self._whole = False
        else:
            # As wide as the longest usual one, so that the places stand below each other.
            number, room = said.short, fonts.wide(fonts.body, "WX0000-0000")
        room = max(room, fonts.wide(fonts.body, number), self._tag(x))
        self._write(x, self._upper, number, fonts.body, c.quiet)
        x += room + s.middle
        self._title = x
        if said.place:
            x += self._fit(x, self._upper, said.place, fonts.bold, c.ink, right - x) + s.small
        self._fit(x, self._upper, said.words, fonts.body, c.ink, right - x)

    def _pill(self) -> int:
        """Put the time left or exceeded at the right and return where it begins."""
        said, fonts, s = self._said, self._fonts, self._look.sizes
        if not said.time:
            return self._right
        loud = said.tone in _LOUD
        font = fonts.bold if said.tone in (Tone.OVERDUE, Tone.CRITICAL) else fonts.body
        ink, ground = self._look.theme.tone(said.tone if loud else Tone.QUIET)
        side, gap = (s.small if loud else 0), s.unit
        mark = s.icon_small + gap if said.icon else 0
        width = fonts.wide(font, said.time) + 2 * side + mark
        # The ground of a loud word hangs over by its side, so that all words end in one line.
        left = self._right + side - width
        if loud:
            box = self._upper.adjusted(0, 0, 0, s.ring)
            self._grounds.append(
                Ground(QRect(left, box.top() - s.hair, width, box.height()), ground, s.radius_small)
            )
        x = left + side
        if said.icon:
            self._sign(x, self._upper, said.icon, ink)
            x += mark
        self._write(x, self._upper, said.time, font, ink)
        return left

    # --- the second line: category, crew, caller; marks; state and deadline --------------------
    def _second_line(self) -> None:
        s = self._look.sizes
        right = self._state()
        right = self._marks(right) - s.middle
        x = self._title
        parts = self._parts()
        while len(parts) > 1 and not self._columns and self._needed(parts) > right - x:
            # The last given way first; what was left out is in the tooltip.
            parts.pop(max(range(len(parts)), key=lambda at: parts[at].gives_way))
            self._whole = False
        if self._columns:
            self._in_columns(parts, x, right)
        else:
            self._in_a_row(parts, x, right)

    def _parts(self) -> list[_Part]:
        said = self._said
        parts = [
            _Part(said.category, 0, None),
            _Part(said.crew, 1, _CREW_AT),
            _Part(said.technician, 3, None),
            _Part(said.name, 4, _CALLER_AT),
            _Part(said.phone, 5, None),
            _Part(said.appointment, 2, _BOOKED_AT),
        ]
        return [part for part in parts if part.text]

    def _needed(self, parts: list[_Part]) -> int:
        fonts = self._fonts
        text = sum(fonts.wide(fonts.small, part.text) for part in parts)
        between = sum(self._before(part) for part in parts[1:])
        return text + between

    def _before(self, part: _Part) -> int:
        """Return the room before a part: technician and telephone belong to what precedes them."""
        s = self._look.sizes
        if part.belongs:
            return s.small
        # The glyph of the dot is a whole character wide: it brings its own room.
        return self._fonts.wide(self._fonts.small, _DOT)

    def _in_a_row(self, parts: list[_Part], x: int, right: int) -> None:
        fonts, c = self._fonts, self._look.colours
        for at, part in enumerate(parts):
            if at:
                if not part.belongs:
                    self._write(x, self._lower, _DOT, fonts.small, c.faint)
                x += self._before(part)
            x += self._fit(x, self._lower, part.text, fonts.small, c.quiet, right - x)

    def _in_columns(self, parts: list[_Part], x: int, right: int) -> None:
        fonts, c, s = self._fonts, self._look.colours, self._look.sizes
        begin, room = self._title, self._right - self._title
        stops = [begin + round(room * part.at) if part.at else None for part in parts]
        for at, (part, stop) in enumerate(zip(parts, stops, strict=True)):
            if stop is not None:
                x = max(x + (s.room if at else 0), stop)
            elif at:
                x += s.small
            ends = next((other for other in stops[at + 1 :] if other is not None), None)
            limit = right if ends is None else min(right, ends - s.room)
            if part.belongs and fonts.wide(fonts.small, part.text) > limit - x:
                # Half a telephone number is worse than none.
                self._whole = False
                continue
            x += self._fit(x, self._lower, part.text, fonts.small, c.quiet, limit - x)

    def _state(self) -> int:
        """Put state and deadline right and return where they begin."""
        said, fonts, c, s = self._said, self._fonts, self._look.colours, self._look.sizes
        deadline = said.deadline
        sides = self._right - self._left
        taken = fonts.wide(fonts.small, said.state) + fonts.wide(fonts.small, deadline)
        if deadline and not self._columns and taken > sides * _DEADLINE_SHARE:
            deadline = ""
            self._whole = False
        x = self._right
        if deadline:
            x -= fonts.wide(fonts.small, deadline)
            self._write(x, self._lower, deadline, fonts.small, c.quiet)
        if said.state:
            x -= fonts.wide(fonts.small, said.state) + (s.middle if deadline else 0)
            self._write(x, self._lower, said.state, fonts.small, c.quiet)
        return x - s.middle if x < self._right else x

    def _marks(self, right: int) -> int:
        """Put chases and the slip left of the state and return where they begin."""
        fonts, s = self._fonts, self._look.sizes
        x = right
        for mark in reversed(self._said.marks):
            ink = self._look.colours.ink if mark.tone is Tone.PLAIN else self._look.ink(mark.tone)
            font = fonts.small_bold if mark.tone is Tone.PLAIN else fonts.small
            wide = fonts.wide(font, mark.text)
            x -= wide
            self._write(x, self._lower, mark.text, font, ink)
            x -= s.unit + s.icon_small
            self._sign(x, self._lower, mark.icon, ink)
            x -= s.middle
        return x

    def _tag(self, x: int) -> int:
        """Put the urgency below the number where it is not the usual one; return its width."""
        said, fonts, s = self._said, self._fonts, self._look.sizes
        if not said.tag:
            return 0
        wide = fonts.wide(fonts.small_bold, said.tag)
        if said.tag_tone is not Tone.CRITICAL:
            self._write(x, self._lower, said.tag, fonts.small_bold, self._look.colours.ink)
            return wide
        ink, ground = self._look.theme.tone(Tone.CRITICAL)
        box = self._lower.adjusted(0, s.hair, 0, -s.hair)
        rect = QRect(x, box.top(), wide + 2 * s.unit, box.height())
        self._grounds.append(Ground(rect, ground, s.radius_small))
        self._write(x + s.unit, self._lower, said.tag, fonts.small_bold, ink)
        return rect.width()

    # --- pieces ---------------------------------------------------------------------------------
    def _fit(self, x: int, line: QRect, text: str, font: QFont, ink: QColor, room: int) -> int:
        """Write a text, cut where the room ends; return the width it took."""
        metrics = self._fonts.metrics(font)
        wide = metrics.horizontalAdvance(text)
        if wide > room:
            self._whole = False
            if room <= 0:
                return 0
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            wide = metrics.horizontalAdvance(text)
        self._write(x, line, text, font, ink)
        return wide

    def _write(self, x: int, line: QRect, text: str, font: QFont, ink: QColor) -> None:
        if text:
            self._letters.append(Letters(x, self._baseline(line, font), text, font, ink))

    def _baseline(self, line: QRect, font: QFont) -> int:
        """Return the baseline that puts Chinese optically into the middle of a line."""
        metrics = self._fonts.metrics(font)
        middle = line.top() + (line.height() - metrics.height()) / 2 + metrics.ascent()
        return round(middle - font.pixelSize() * _LIFT)

    def _sign(self, x: int, line: QRect, icon: Icon, ink: QColor) -> None:
        size = self._look.sizes.icon_small
        y = line.top() + (line.height() - size) // 2
        self._signs.append(Sign(x, y, icon, ink, size))


class _Part(NamedTuple):
    """A piece of the second line: when it gives way, and where its column begins."""

    text: str
    gives_way: int
    at: float | None

    @property
    def belongs(self) -> bool:
        """Whether it belongs to the part before it."""
        return self.gives_way in (3, 5)
