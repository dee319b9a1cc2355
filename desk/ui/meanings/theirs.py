"""What somebody else made of a concept meanwhile, beside what stands in the fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import Label
from desk.ui.meanings import said
from desk.ui.meanings.draft import Typed
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Tone


class Theirs(QWidget):
    """Their name and words; a key puts both lists together, another takes theirs."""

    both_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._typed: Typed | None = None
        look, words = session.look, session.words
        self.strip = Strip(look)
        self.words = Label(look, "", wrap=True, selectable=True)
        self.both = Button(look, words.say("Put both together"), "quiet", small=True)
        self.both.clicked.connect(self.both_wanted)
        self.take = Button(look, words.say("Take theirs whole"), "quiet", small=True)
        self.take.clicked.connect(self.theirs_wanted)
        self._tools = QWidget()
        self._flow = Flow(self._tools)
        self._flow.addWidget(self.both)
        self._flow.addWidget(self.take)
        self._column = QVBoxLayout(self)
        for widget in (self.strip, self.words, self._tools):
            self._column.addWidget(widget)
        look.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    @property
    def typed(self) -> Typed | None:
        """Their wording; None while there is nothing to compare."""
        return self._typed

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, s.room)
        self._column.setSpacing(s.small)
        self._flow.setSpacing(s.small)
        self.words.setContentsMargins(s.middle, 0, 0, 0)

    def compare(self, theirs: Typed, sentence: str) -> None:
        """Show what they wrote."""
        words = self._session.words
        self._typed = theirs
        self.strip.tell(sentence, Tone.SOON, Icon.MERGE)
        text = words.say(
            "{name}: {words}", name=theirs.name, words=said.listed(words, theirs.said())
        )
        self.words.setText(text)
        self.words.setAccessibleName(words.say("Theirs: {text}", text=text))
        self.show()

    def forget(self) -> None:
        """There is nothing to compare any more."""
        self._typed = None
        self.hide()
