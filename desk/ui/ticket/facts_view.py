"""What is known of a ticket, label and words in two columns; it changes in place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.ui.ticket.facts_said import Fact
from desk.ui.ticket.link import Link
from desk.words.catalogue import Words

DIAL_KEY = "Alt+D"
#: Texts somebody wrote: they take the lines they need.
_RUNNING = frozenset({"result", "ended", "door"})


class _Note(QWidget):
    """Quiet words behind a fact, with their icon."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = Label(look)
        self._text = ElidedLabel(look, "", tone=Tone.QUIET)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text)
        self._icon: Icon | None = None
        self._tone = Tone.QUIET
        look.changed.connect(self.restyle)

    def tell(self, fact: Fact) -> None:
        """Say the note of a fact."""
        self._icon, self._tone = fact.icon, fact.tone
        self._text.setText(fact.note)
        self._text.set_tone(fact.tone)
        self._text.updateGeometry()
        self._picture.setVisible(fact.icon is not None)
        self.setVisible(bool(fact.note) or fact.icon is not None)
        self.restyle()

    def restyle(self) -> None:
        """Take icon and room from the theme in force."""
        look, s = self._look, self._look.sizes
        self._row.setSpacing(s.unit)
        if self._icon is not None:
            ink, ratio = look.ink(self._tone), self.devicePixelRatioF()
            self._picture.setPixmap(look.pixmap(self._icon, ink, s.icon_small, ratio))


class _Line:
    """The widgets of one fact."""

    def __init__(self, look: Look, words: Words, fact: Fact) -> None:
        self._look = look
        self.link: Link | None = None
        self.dial: IconButton | None = None
        self.label = Label(look, fact.label, tone=Tone.QUIET)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.box = QWidget()
        self.note = _Note(look)
        self.text: Label
        if fact.key in _RUNNING:
            self.text = Label(look, wrap=True, selectable=True)
            self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            column = QVBoxLayout(self.box)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.text)
            column.addWidget(self.note)
            return
        self.text = ElidedLabel(look)
        flow = Flow(self.box)
        flow.setSpacing(look.sizes.small)
        if fact.link is not None:
            self.link = Link(look, fact.text)
            flow.addWidget(self.link)
        else:
            flow.addWidget(self.text)
        flow.addWidget(self.note)
        if fact.key == "caller":
            self.dial = IconButton(look, Icon.EYE, words.say("Show the telephone"), key=DIAL_KEY)
            flow.addWidget(self.dial)
        self.restyle()

    def restyle(self) -> None:
        """Keep what can be pressed as high as a line."""
        if self.dial is not None:
            self.dial.setFixedHeight(self._look.theme.line(Text.BODY))

    def tell(self, fact: Fact) -> None:
        """Say a fact, changing only what changed."""
        self.label.setText(fact.label)
        if self.link is not None:
            self.link.set_text(fact.text)
        elif self.text.text() != fact.text:
            self.text.setText(fact.text)
            self.text.updateGeometry()
        self.note.tell(fact)
        if self.dial is not None:
            self.dial.setVisible(bool(fact.note) or any(one in "0123456789" for one in fact.text))
        self.box.setAccessibleName(" ".join(p for p in (fact.label, fact.text, fact.note) if p))

    def widgets(self) -> tuple[QWidget, QWidget]:
        """Return both columns."""
        return self.label, self.box


class FactsView(QWidget):
    """Shows facts; what did not change keeps its widgets, and with them focus and selection."""

    dial_asked = Signal()
    #: The id of another ticket.
    link_opened = Signal(int)

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._facts: list[Fact] = []
        self._lines: dict[str, _Line] = {}
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def facts(self) -> list[Fact]:
        """What is shown."""
        return list(self._facts)

    def become(self, facts: Iterable[Fact]) -> None:
        """Show these facts in this order."""
        wanted = list(facts)
        if wanted == self._facts:
            return
        keys = [fact.key for fact in wanted]
        for key in [key for key in self._lines if key not in keys]:
            self._drop(key)
        for at, fact in enumerate(wanted):
            line = self._lines.get(fact.key)
            if line is None:
                line = self._lines[fact.key] = self._line(fact)
            line.tell(fact)
            self._grid.addWidget(line.label, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line.box, at, 1)
        self._facts = wanted

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(s.room)
        self._grid.setVerticalSpacing(s.unit)
        for line in self._lines.values():
            line.restyle()

    def _line(self, fact: Fact) -> _Line:
        line = _Line(self._look, self._words, fact)
        if line.link is not None and fact.link is not None:
            ticket = fact.link
            line.link.clicked.connect(lambda _checked=False: self.link_opened.emit(ticket))
        if line.dial is not None:
            line.dial.clicked.connect(self.dial_asked)
        return line

    def _drop(self, key: str) -> None:
        for widget in self._lines.pop(key).widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
