"""A button that is only an icon; its name is its tooltip and what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import key_words
from desk.ui.kit.painting import draw_icon, draw_ring, fill_round, ring_wanted
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look


class IconButton(Pressable):
    """A square icon with a name."""

    def __init__(
        self, look: Look, icon: Icon, name: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name, key)

    def set_name(self, name: str, key: str = "") -> None:
        """Say what the button does, and by which key."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {'+'.join(key_words(key))}".strip())

    def set_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Be a square of the small control's height."""
        side = self._look.sizes.control_small
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon on its ground."""
        c, s = self._look.colours, self._look.sizes
        painter = QPainter(self)
        if self.isEnabled() and (self.isDown() or self.isChecked() or self.underMouse()):
            fill = c.pressed if self.isDown() else c.hover
            fill_round(painter, self.rect(), s.radius, fill)
        if ring_wanted(self):
            draw_ring(painter, self._look, self.rect(), s.radius)
        ink = c.faint if not self.isEnabled() else c.ink if self.underMouse() else c.quiet
        draw_icon(painter, self._look, self.rect(), self._icon, ink)
