"""Who is at the desk: an initial in a circle."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.painting import CENTRE, draw_ring, draw_text, fill_round, ring_wanted
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look
from desk.ui.theme import Text


class Avatar(Pressable):
    """The first character of a name; pressing it asks who is there now."""

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._initial = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show somebody else."""
        self._initial = name.strip()[:1].upper()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Be a circle."""
        side = self._look.sizes.avatar
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the initial."""
        look, c = self._look, self._look.colours
        painter = QPainter(self)
        radius = self.width() / 2
        over = self.underMouse() or self.isDown()
        fill_round(painter, self.rect(), radius, c.edge if over else c.line)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), radius)
        draw_text(
            painter,
            self.rect(),
            self._initial,
            look.font(Text.BODY, bold=True),
            c.ink,
            CENTRE,
        )
