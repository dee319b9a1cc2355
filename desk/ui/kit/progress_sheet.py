"""Long work: how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk.ui.kit.button import Button
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.overlay import Overlay
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words


class ProgressSheet(Overlay):
    """Shows progress until it is dismissed; Escape or the button asks to stop.

    ``cancelled`` is emitted once. The sheet stays, saying that it is stopping, until whoever
    does the work dismisses it.
    """

    cancelled = Signal()

    def __init__(self, look: Look, words: Words, title: str, host: QWidget) -> None:
        super().__init__(look, host)
        self._words = words
        self.setAccessibleName(title)
        self._title = Label(look, title, Text.EMPHASIS, bold=True, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._said = ElidedLabel(look, "", Text.SMALL, tone=Tone.QUIET)
        self.stop = Button(look, words.say("Cancel"), "quiet", key="Esc")
        self.stop.clicked.connect(self.escape)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.stop)
        self._column = QVBoxLayout(self.card)
        self._column.addWidget(self._title)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._said)
        self._column.addLayout(foot)

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 means nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def tell(self, sentence: str) -> None:
        """Say what is being done now."""
        self._said.setText(sentence)

    def escape(self) -> None:
        """Ask once to stop."""
        if self.stop.isEnabled():
            self.stop.setEnabled(False)
            self.tell(self._words.say("Stopping…"))
            self.cancelled.emit()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self.look.sizes
        self._column.setContentsMargins(self.look.theme.margins(6))
        self._column.setSpacing(s.middle)
        self.card.setMinimumWidth(s.sheet)
