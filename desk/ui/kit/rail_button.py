"""One place of the window, on the rail at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import key_words
from desk.ui.kit.painting import CENTRE, draw_icon, draw_ring, draw_text, fill_round, ring_wanted
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look
from desk.ui.theme import Text


class RailButton(Pressable):
    """An icon over a word; checked is where one is."""

    def __init__(
        self, look: Look, icon: Icon, text: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon = icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{text}  {'+'.join(key_words(key))}".strip())

    def sizeHint(self) -> QSize:
        """Be as wide as the rail."""
        s = self._look.sizes
        return QSize(s.rail, s.rail_button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and word."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        here = self.isChecked()
        box = self.rect().adjusted(s.unit, s.ring, -s.unit, -s.ring)
        if here or self.underMouse():
            fill_round(painter, box, s.radius_large * 0.75, c.selected if here else c.pressed)
        if ring_wanted(self):
            draw_ring(painter, look, box, s.radius_large * 0.75)
        ink = c.accent if here else c.ink if self.underMouse() else c.quiet
        word = look.theme.line(Text.SMALL)
        whole = s.icon_large + s.unit // 2 + word
        top = box.center().y() - whole // 2
        draw_icon(
            painter,
            look,
            QRect(box.left(), top, box.width(), s.icon_large),
            self._icon,
            ink,
            s.icon + s.ring,
        )
        line = QRect(box.left(), top + whole - word, box.width(), word)
        draw_text(painter, line, self.text(), look.font(Text.SMALL, bold=here), ink, CENTRE)
