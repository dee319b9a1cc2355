"""How the last call ended, said where its chips stood, until the next one begins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.ui.call.conversation import Conversation
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import ElidedLabel
from desk.ui.kit.painting import draw_icon
from desk.ui.session import Session
from desk.ui.theme import Tone

OPEN_KEY = "Alt+O"


class _Tick(QWidget):
    """A small tick."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._look = session.look

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        look = self._look
        painter = QPainter(self)
        draw_icon(
            painter, look, self.rect(), Icon.CHECK, look.colours.accent, look.sizes.icon_small
        )


class EndedNote(QWidget):
    """A sentence, and the one key that goes on from it: open the ticket, or bring the call back."""

    #: The ticket that was made is to be shown: its id.
    ticket_wanted = Signal(int)
    #: The call is to come back.
    undo_wanted = Signal()

    def __init__(
        self, session: Session, conversation: Conversation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._conversation = conversation
        look, words = session.look, session.words
        self._tick = _Tick(session)
        self.said = ElidedLabel(look, "", tone=Tone.QUIET)
        self.open = Button(look, words.say("Open"), "bare", key=OPEN_KEY, small=True, parent=self)
        self.undo = Button(
            look, words.say("Bring back"), "bare", key="Ctrl+Z", small=True, parent=self
        )
        self.open.clicked.connect(self.show_ticket)
        self.undo.clicked.connect(self.undo_wanted)
        self._row = QHBoxLayout(self)
        for widget in (self._tick, self.said, self.open, self.undo):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        conversation.endings.told.connect(self.show_note)
        conversation.draft_changed.connect(self.show_note)
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_note()

    @property
    def can_open(self) -> bool:
        """Whether the last call made a ticket."""
        return self._conversation.endings.made is not None

    def show_ticket(self) -> None:
        """Ask for the ticket the last call made."""
        made = self._conversation.endings.made
        if made is not None:
            self.ticket_wanted.emit(made.ticket_id)

    def show_note(self) -> None:
        """Say how the last call ended, unless another one is on."""
        endings = self._conversation.endings
        wanted = bool(endings.sentence) and self._conversation.idle
        if wanted:
            if self.said.text() != endings.sentence:
                self.said.setText(endings.sentence)
            self.open.setVisible(endings.made is not None)
            self.undo.setVisible(endings.last is not None)
        self.setVisible(wanted)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._tick.setFixedSize(s.icon, s.chip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(s.small)
