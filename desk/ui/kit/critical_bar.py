"""The bar across the top for somebody who may be hurt: it stays until a crew answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import ElidedLabel
from desk.ui.kit.painting import draw_text
from desk.ui.look import Look
from desk.ui.theme import Text


class _BarText(ElidedLabel):
    """The words of the bar, white on red."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        ink = self._look.colours.on_critical
        draw_text(QPainter(self), self.rect(), self.text(), self.font(), ink)

    def restyle(self) -> None:
        """Take the font; the palette says what the paint does, for whoever asks."""
        super().restyle()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colours.on_critical)
        self.setPalette(palette)


class CriticalBar(QWidget):
    """One sentence in the largest type, white on red, and the one thing to do."""

    taken = Signal()
    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._siren = QLabel(self)
        self._text = _BarText(look, "", Text.BAR, bold=True, parent=self)
        self._since = _BarText(look, "", Text.EMPHASIS, parent=self)
        self._action = Button(look, "", "inverse", parent=self)
        self._action.clicked.connect(self.taken)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._siren, 0)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._since, 0)
        self._row.addWidget(self._action, 0)
        self.setAccessibleName("")
        look.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def tell(self, text: str, *, since: str = "", action: str = "", key: str = "") -> None:
        """Show what has happened, for how long, and what to press; empty text sends it away."""
        self._text.setText(text)
        self._since.setText(since)
        self._since.setVisible(bool(since))
        self._action.setText(action)
        self._action.set_key(key)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def restyle(self) -> None:
        """Take icon and room from the theme in force."""
        look, s = self._look, self._look.sizes
        ratio = self.devicePixelRatioF()
        size = s.icon_large + s.small
        self._siren.setPixmap(look.pixmap(Icon.CRITICAL, look.colours.on_critical, size, ratio))
        self._row.setContentsMargins(s.wide, 0, s.room, 0)
        self._row.setSpacing(s.room)
        self.setFixedHeight(s.critical_bar)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what the bar is about."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the red ground."""
        QPainter(self).fillRect(self.rect(), self._look.colours.critical)
