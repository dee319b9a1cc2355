"""What somebody else made of a concept meanwhile, above what stands in the fields."""

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
    """What they did; a button does the same to the words in the fields, another takes theirs."""

    both_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._typed: Typed | None = None
        self._base = Typed()
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

    def compare(self, theirs: Typed, base: Typed, sentence: str) -> None:
        """Show what they wrote, as what they did to what stood there before."""
        if self._typed is None:
            self._base = base
        self._typed = theirs
        self.strip.tell(sentence, Tone.SOON, Icon.MERGE)
        text = "\n".join(self._done(theirs))
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self.words.setAccessibleName(self._session.words.say("Theirs: {text}", text=text))
        self.show()

    def together(self, mine: Typed) -> Typed:
        """Return what stands in the fields with what they did done to it too."""
        theirs = self._typed
        if theirs is None:
            return mine
        before, after = self._base.said(), theirs.said()
        kept = [one for one in mine.said() if one in after or one not in before]
        came = [one for one in after if one not in before]
        name = theirs.name if mine.name == self._base.name else mine.name
        return Typed(name, "\n".join(dict.fromkeys([*kept, *came])))

    def _done(self, theirs: Typed) -> list[str]:
        words = self._session.words
        before, after = self._base.said(), theirs.said()
        came = said.listed(words, [one for one in after if one not in before])
        went = said.listed(words, [one for one in before if one not in after])
        lines = []
        if theirs.name != self._base.name:
            lines.append(words.say("Renamed: {name}", name=theirs.name))
        if came:
            lines.append(words.say("Came in: {words}", words=came))
        if went:
            lines.append(words.say("Taken out: {words}", words=went))
        return lines

    def forget(self) -> None:
        """There is nothing to compare any more."""
        self._typed = None
        self.hide()
