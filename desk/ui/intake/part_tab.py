"""The name of a part with its count; a line below it says which one is in front."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desk.ui.kit.painting import draw_ring, draw_text, fill_round, ring_wanted, text_width
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look


class PartTab(Pressable):
    """Quieter than the chips of the page around it."""

    def __init__(self, look: Look, text: str, count: int) -> None:
        super().__init__(text)
        self._look = look
        self._count = str(count)
        self.setCheckable(True)
        self.setAccessibleName(f"{text} {count}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Take word and count, bold as they may become."""
        s, font = self._look.sizes, self._look.font(bold=True)
        width = text_width(font, self.text()) + s.small + text_width(font, self._count)
        return QSize(width + 2 * s.unit, s.control_small + s.unit)

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word, count, and the line below the one in front."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        chosen = self.isChecked()
        ink = c.ink if chosen or self.underMouse() else c.quiet
        box = self.rect().adjusted(s.unit, 0, -s.unit, -s.unit)
        font = look.font(bold=chosen)
        draw_text(painter, box, self.text(), font, ink)
        box.setLeft(box.left() + text_width(font, self.text()) + s.small)
        draw_text(painter, box, self._count, font, c.accent if chosen else ink)
        if chosen:
            under = QRect(s.unit, self.height() - s.ring, self.width() - 2 * s.unit, s.ring)
            fill_round(painter, under, s.ring / 2, c.accent)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius_small)
