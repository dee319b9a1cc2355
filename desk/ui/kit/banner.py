"""A sentence above the page with one action; it makes room for itself and never covers."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import Label
from desk.ui.kit.painting import fill_round
from desk.ui.look import Look
from desk.ui.theme import Tone
from desk.words.catalogue import Words

Weight = Literal["info", "warn", "error"]

_LOOKS: dict[Weight, tuple[Icon, Tone]] = {
    "info": (Icon.INFO, Tone.PLAIN),
    "warn": (Icon.WARNING, Tone.SOON),
    "error": (Icon.OVERDUE, Tone.OVERDUE),
}


class Banner(QWidget):
    """Slides in above what it is about; Escape in it or the cross sends it away."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._weight: Weight = "info"
        self._picture = QLabel(self)
        self._sentence = Label(look, wrap=True, selectable=True, parent=self)
        self._sentence.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action = Button(look, "", "quiet", small=True, parent=self)
        self._close = IconButton(look, Icon.CLOSE, words.say("Dismiss"), parent=self)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._action, 0)
        self._row.addWidget(self._close, 0)
        self._slide = QPropertyAnimation(self, b"maximumHeight", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._settle)
        look.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the banner says; empty while it is away."""
        return self._sentence.text() if not self.isHidden() else ""

    def tell(
        self,
        sentence: str,
        weight: Weight = "info",
        *,
        action: str = "",
        key: str = "",
        dismissible: bool = True,
    ) -> None:
        """Show a sentence, and one action where there is one."""
        fresh = self.isHidden()
        self._weight = weight
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._action.setText(action)
        self._action.set_key(key)
        self._action.setVisible(bool(action))
        self._close.setVisible(dismissible)
        self.restyle()
        self.show()
        if fresh and self._look.motion and self.window().isVisible():
            self._slide.setDuration(self._look.motion)
            self._slide.setStartValue(0)
            self._slide.setEndValue(max(1, self.sizeHint().height()))
            self._slide.start()
        else:
            self._settle()

    def dismiss(self) -> None:
        """Send the banner away."""
        if not self.isHidden():
            self._slide.stop()
            self.hide()
            self.dismissed.emit()

    def restyle(self) -> None:
        """Take icon and room from the theme in force."""
        look, s = self._look, self._look.sizes
        icon, tone = _LOOKS[self._weight]
        ink = look.colours.quiet if tone is Tone.PLAIN else look.ink(tone)
        self._picture.setPixmap(look.pixmap(icon, ink, s.icon, self.devicePixelRatioF()))
        self._row.setContentsMargins(s.room, s.small, s.small, s.small)
        self._row.setSpacing(s.middle)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape sends the banner away."""
        if event.key() == Qt.Key.Key_Escape and not self._close.isHidden():
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of its weight."""
        tone = _LOOKS[self._weight][1]
        c = self._look.colours
        ground = c.pressed if tone is Tone.PLAIN else self._look.theme.tone(tone)[1]
        fill_round(QPainter(self), self.rect(), self._look.sizes.radius, ground)

    def _settle(self) -> None:
        # The largest a widget may be: Qt's own QWIDGETSIZE_MAX.
        self.setMaximumHeight((1 << 24) - 1)
