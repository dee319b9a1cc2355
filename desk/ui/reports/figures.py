"""The numbers the day comes down to, large, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.painting import draw_text, text_width
from desk.ui.look import Look
from desk.ui.reports.said import Figure
from desk.ui.theme import Text, Tone

_BASE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Figures(QWidget):
    """Painted, all of one width; a screen reader is told each with its name."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures: list[Figure] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        lines = -(-len(self._figures) // self._across(width)) if self._figures else 1
        return lines * self._high() + (lines - 1) * self._look.sizes.room

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        wide = max(1, len(self._figures)) * self._least()
        return QSize(wide, self._high())

    def minimumSizeHint(self) -> QSize:
        """Need room for one figure."""
        return QSize(self._least(), self._high())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw value, name and note of each."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        across = self._across(self.width())
        wide = self.width() // across
        value, name, note = (look.theme.line(size) for size in (Text.BAR, Text.BODY, Text.SMALL))
        for at, figure in enumerate(self._figures):
            line, column = divmod(at, across)
            x, y = column * wide, line * (self._high() + s.room)
            room = wide - s.small
            ink = look.ink(figure.tone) if figure.tone is not Tone.PLAIN else c.ink
            draw_text(
                painter, QRect(x, y, room, value), figure.value,
                look.font(Text.BAR, bold=True), ink, _BASE,
            )  # fmt: skip
            y += value
            draw_text(painter, QRect(x, y, room, name), figure.name, look.font(), c.ink, _BASE)
            small = look.font(Text.SMALL)
            y += name
            draw_text(painter, QRect(x, y, room, note), figure.note, small, c.quiet, _BASE)

    def _high(self) -> int:
        return sum(self._look.theme.line(size) for size in (Text.BAR, Text.BODY, Text.SMALL))

    def _least(self) -> int:
        """Return the width that the widest of them needs."""
        look = self._look
        widths = [
            max(
                text_width(look.font(Text.BAR, bold=True), one.value),
                text_width(look.font(), one.name),
                text_width(look.font(Text.SMALL), one.note),
            )
            for one in self._figures
        ]
        return max(widths, default=look.theme.space(20)) + look.sizes.room

    def _across(self, width: int) -> int:
        """Return how many stand in a line: all of them, or as even a share as there can be."""
        count = max(1, len(self._figures))
        most = max(1, min(count, width // self._least()))
        lines = -(-count // most)
        return -(-count // lines)
