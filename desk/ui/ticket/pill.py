"""A few words on the ground of their tone, with an icon: how a ticket stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.painting import draw_icon, draw_text, fill_round, text_width
from desk.ui.look import Look
from desk.ui.theme import Tone

_LOUD = (Tone.OVERDUE, Tone.SOON, Tone.HOLD, Tone.CRITICAL)


class Pill(QWidget):
    """Says one thing that must be seen; empty it is not there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._tone = Tone.PLAIN
        self._icon: Icon | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def tone(self) -> Tone:
        """In which tone."""
        return self._tone

    def tell(self, text: str, tone: Tone = Tone.PLAIN, icon: Icon | None = None) -> None:
        """Say something else."""
        if (text, tone, icon) == (self._text, self._tone, self._icon):
            return
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Take the words and the icon."""
        s = self._look.sizes
        icon = s.icon_small + s.unit if self._icon is not None else 0
        width = text_width(self._font(), self._text) + icon + 2 * self._side()
        return QSize(width, s.chip)

    def minimumSizeHint(self) -> QSize:
        """Give way down to the icon and a few characters."""
        s = self._look.sizes
        return QSize(min(self.sizeHint().width(), s.control_large), s.chip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and words."""
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        ink, ground = look.theme.tone(self._tone)
        if self._tone in _LOUD:
            fill_round(painter, self.rect(), s.radius_small, ground)
        box = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        if self._icon is not None:
            at = QRect(box.left(), box.top(), s.icon_small, box.height())
            draw_icon(painter, look, at, self._icon, self._ink(ink), s.icon_small)
            box.setLeft(box.left() + s.icon_small + s.unit)
        draw_text(painter, box, self._text, self._font(), self._ink(ink))

    def _ink(self, ink: QColor) -> QColor:
        return self._look.colours.quiet if self._tone is Tone.QUIET else ink

    def _side(self) -> int:
        return self._look.sizes.small if self._tone in _LOUD else 0

    def _font(self) -> QFont:
        return self._look.font(bold=self._tone in (Tone.OVERDUE, Tone.CRITICAL))
