"""Words that lead to another ticket."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.painting import draw_icon, draw_ring, draw_text, ring_wanted, text_width
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look
from desk.ui.theme import Text


class Link(Pressable):
    """A line of text in the accent with an arrow; Enter or a click follows it."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Take the text and the arrow."""
        s = self._look.sizes
        width = text_width(self._look.font(), self.text()) + s.unit + s.icon_small
        return QSize(width, self._look.theme.line(Text.BODY))

    def minimumSizeHint(self) -> QSize:
        """A number is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw text and arrow."""
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        ink = look.colours.accent_hover if self.underMouse() else look.colours.accent
        draw_text(painter, self.rect(), self.text(), look.font(), ink)
        left = text_width(look.font(), self.text()) + s.unit
        at = QRect(left, 0, s.icon_small, self.height())
        draw_icon(painter, look, at, Icon.ARROW_RIGHT, ink, s.icon_small)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius_small)
