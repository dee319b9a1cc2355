"""A sentence to be seen before one goes on reading: words and icon on the ground of a tone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.label import Label
from desk.ui.kit.painting import fill_round
from desk.ui.look import Look
from desk.ui.theme import Tone


class Strip(QWidget):
    """Says nothing and takes no room until it is told something."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = Tone.PLAIN
        self._icon = Icon.INFO
        self._picture = QLabel(self)
        self._sentence = Label(look, wrap=True, selectable=True, parent=self)
        self._sentence.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._sentence, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it is away."""
        return self._sentence.text() if not self.isHidden() else ""

    def tell(self, sentence: str, tone: Tone = Tone.PLAIN, icon: Icon = Icon.INFO) -> None:
        """Say something else; nothing hides it."""
        self._tone, self._icon = tone, icon
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.restyle()

    def restyle(self) -> None:
        """Take icon, ink and room from the theme in force."""
        look, s = self._look, self._look.sizes
        ink = look.colours.quiet if self._tone is Tone.PLAIN else look.ink(self._tone)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(look.pixmap(self._icon, ink, s.icon, ratio))
        self._sentence.set_tone(self._tone)
        self._row.setContentsMargins(s.middle, s.small, s.middle, s.small)
        self._row.setSpacing(s.small)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of its tone."""
        ground = self._look.theme.tone(self._tone)[1]
        fill_round(QPainter(self), self.rect(), self._look.sizes.radius, ground)
