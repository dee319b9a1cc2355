"""The foot of a form that scrolls: its answers stay in reach, with a hairline above them."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.ui.look import Look


class Foot(QWidget):
    """Only the hairline; what stands in it is whoever's form it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline."""
        c, s = self._look.colours, self._look.sizes
        QPainter(self).fillRect(0, 0, self.width(), s.hair, c.line)
