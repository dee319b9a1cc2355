"""The line at the foot of a section that has something to save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.look import Look
from desk.ui.theme import Tone
from desk.words.catalogue import Words


class SaveBar(QWidget):
    """Says that something is not saved yet, or why it could not be; hidden while nothing is."""

    saved = Signal()
    discarded = Signal()

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self.said = Label(look, "", tone=Tone.QUIET, wrap=True, parent=self)
        self.discard = Button(look, words.say("Discard"), "quiet", parent=self)
        self.save = Button(look, words.say("Save"), key="Ctrl+Return", parent=self)
        self.discard.clicked.connect(self.discarded)
        self.save.clicked.connect(self.saved)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.said, 1)
        self._row.addWidget(self.discard)
        self._row.addWidget(self.save)
        look.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def show_dirty(self, dirty: bool) -> None:
        """Show or hide the bar; a complaint is taken back."""
        self.tell(self._words.say("Not saved yet."))
        self.setVisible(dirty)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something else in it."""
        self.said.setText(sentence)
        self.said.set_tone(Tone.OVERDUE if wrong else Tone.QUIET)

    def set_busy(self, busy: bool) -> None:
        """Hold both buttons while the answer is on its way."""
        self.save.setEnabled(not busy)
        self.discard.setEnabled(not busy)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._row.setContentsMargins(s.wide, s.middle, s.wide, s.middle)
        self._row.setSpacing(s.small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline above it."""
        c, s = self._look.colours, self._look.sizes
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.ground)
        painter.fillRect(0, 0, self.width(), s.hair, c.line)
