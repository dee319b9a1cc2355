"""What somebody else wrote meanwhile, beside what stands in the fields; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.knowledge import said
from desk.ui.knowledge.draft import Typed, differing
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Text, Tone


class Comparison(QWidget):
    """Each field that is not the same as theirs, and a key to take theirs over."""

    #: The name of a field whose wording of theirs is to stand in it.
    field_taken = Signal(str)
    all_taken = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._theirs: Typed | None = None
        self._fields: tuple[str, ...] = ()
        self._staff: Mapping[int, str] = {}
        look, words = session.look, session.words
        self.strip = Strip(look)
        self.take_all = Button(look, words.say("Take theirs whole"), "quiet", small=True)
        self.take_all.clicked.connect(self.all_taken)
        self._column = QVBoxLayout(self)
        self._rows = QWidget()
        self._column.addWidget(self.strip)
        self._column.addWidget(self._rows)
        self._column.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignLeft)
        look.changed.connect(self._build)
        self.hide()

    @property
    def theirs(self) -> Typed | None:
        """Their wording; None while there is nothing to compare."""
        return self._theirs

    def compare(self, theirs: Typed, mine: Typed, sentence: str, staff: Mapping[int, str]) -> None:
        """Show where the two differ."""
        self._theirs, self._staff = theirs, staff
        self.strip.tell(sentence, Tone.SOON, Icon.MERGE)
        self._fields = ()
        self.update_mine(mine)
        self._build()
        self.show()

    def update_mine(self, mine: Typed) -> None:
        """Show only what still differs after another change."""
        if self._theirs is None:
            return
        fields = tuple(differing(mine, self._theirs))
        if fields != self._fields:
            self._fields = fields
            self._build()

    def forget(self) -> None:
        """There is nothing to compare any more."""
        self._theirs = None
        self.hide()

    def _build(self) -> None:
        look, s, words = self._session.look, self._session.look.sizes, self._session.words
        self._column.setContentsMargins(0, 0, 0, s.room)
        self._column.setSpacing(s.small)
        self._column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(s.middle, 0, 0, 0)
        grid.setHorizontalSpacing(s.middle)
        grid.setVerticalSpacing(s.small)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(self._fields):
            label = words.say(said.LABELS[name])
            theirs = said.value(words, name, getattr(self._theirs, name), self._staff)
            text = Label(look, theirs or words.say("(empty)"), wrap=True, selectable=True)
            text.setAccessibleName(words.say("Theirs: {text}", text=theirs))
            take = Button(look, words.say("Take over"), "quiet", small=True)
            take.setAccessibleName(words.say("Take theirs over: {field}", field=label))
            take.clicked.connect(partial(self._take, name))
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(look, label, Text.SMALL, tone=Tone.QUIET), row, 0, top)
            grid.addWidget(text, row, 1, top)
            grid.addWidget(take, row, 2, top)
        self._column.insertWidget(1, self._rows)
        self.take_all.setVisible(bool(self._fields))

    def _take(self, name: str, _checked: bool = False) -> None:
        self.field_taken.emit(name)
