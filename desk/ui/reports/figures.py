"""The numbers the day comes down to, large, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.painting import draw_text, text_width
from desk.ui.look import Look
from desk.ui.reports.said import Figure
from desk.ui.theme import Text, Tone


class Figures(QWidget):
    """Painted, all of one width; a screen reader is told each with its name."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures: list[Figure] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        if list(figures) == self._figures:
            return
        self._figures = list(figures)
        said = (f"{one.name} {one.value} {one.note}".strip() for one in figures)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        lines = len(self._places(width)) or 1
        return lines * self._high() + (lines - 1) * self._look.sizes.room

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(sum(self._widths()), self._high())

    def minimumSizeHint(self) -> QSize:
        """Need room for one figure."""
        return QSize(max(self._widths(), default=0), self._high())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw value, name and note of each."""
        painter = QPainter(self)
        figures = iter(self._figures)
        for line, places in enumerate(self._places(self.width())):
            top = line * (self._high() + self._look.sizes.room)
            for left, wide in places:
                self._draw(painter, QRect(left, top, wide, self._high()), next(figures))

    def _draw(self, painter: QPainter, box: QRect, figure: Figure) -> None:
        look, c = self._look, self._look.colours
        ink = c.ink if figure.tone is Tone.PLAIN else look.ink(figure.tone)
        top = box.top()
        for text, size, colour in (
            (figure.value, Text.BAR, ink),
            (figure.name, Text.BODY, c.ink),
            (figure.note, Text.SMALL, c.quiet),
        ):
            high = look.theme.line(size)
            font = look.font(size, bold=size is Text.BAR)
            draw_text(painter, QRect(box.left(), top, box.width(), high), text, font, colour)
            top += high

    def _high(self) -> int:
        return sum(self._look.theme.line(size) for size in (Text.BAR, Text.BODY, Text.SMALL))

    def _widths(self) -> list[int]:
        """Return the width each of them needs, with the room beside it."""
        look = self._look
        value, name, note = look.font(Text.BAR, bold=True), look.font(), look.font(Text.SMALL)
        return [
            max(
                text_width(value, one.value), text_width(name, one.name), text_width(note, one.note)
            )
            + look.sizes.room
            for one in self._figures
        ]

    def _places(self, width: int) -> list[list[tuple[int, int]]]:
        """Return the left edge and the width of each figure, line by line.

        In one line each gets what it needs and an even share of the rest; where that is too
        little they stand below each other in columns.
        """
        widths = self._widths()
        room = self._look.sizes.room
        if not widths:
            return []
        if sum(widths) - room <= width:
            share = (width + room - sum(widths)) // len(widths)
            lefts = accumulate((one + share for one in widths), initial=0)
            return [[(left, one - room) for left, one in zip(lefts, widths, strict=False)]]
        across = max(1, min(len(widths) - 1, (width + room) // max(widths)))
        lines = -(-len(widths) // across)
        across = -(-len(widths) // lines)
        wide = width // across
        return [
            [(at * wide, wide - room) for at in range(min(across, len(widths) - line * across))]
            for line in range(lines)
        ]
