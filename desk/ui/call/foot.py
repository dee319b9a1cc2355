"""Below what the words lead to: what the call becomes, each with its key."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.codes import Urgency
from desk.ui.call.card_view import Room
from desk.ui.call.conversation import Conversation
from desk.ui.call.same_strip import JOIN_KEY, SameStrip
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.session import Session


class Foot(QWidget):
    """Make the ticket, join one there is, or end the call; a pure lookup makes no ticket.

    Attributes:
        make: the primary action; its other form says that somebody may be hurt.
        same: the same thing already reported.
    """

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        self._room = Room.FULL
        look, words = session.look, session.words
        make = conversation.endings.make_ticket
        self.same = SameStrip(session)
        self.same.join_wanted.connect(conversation.endings.join)
        self.make = Button(
            look, words.say("Make the ticket"), "primary", key="Ctrl+Return", parent=self
        )
        self.alarm = Button(
            look,
            words.say("Make the critical ticket"),
            "destroy",
            key="Ctrl+Return",
            icon=Icon.CRITICAL,
            parent=self,
        )
        self.join = Button(look, words.say_in("call", "Join"), "quiet", key=JOIN_KEY, parent=self)
        self.join.clicked.connect(self.same.take)
        self.end = Button(look, words.say("End the call"), "quiet", key="Ctrl+L", parent=self)
        self.make.clicked.connect(make)
        self.alarm.clicked.connect(make)
        self.end.clicked.connect(conversation.endings.close)
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        for button in (self.make, self.alarm, self.join, self.end):
            self._flow.addWidget(button)
        self._line = QHBoxLayout()
        self._line.addWidget(self._buttons, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.same)
        self._column.addLayout(self._line)
        conversation.draft_changed.connect(self.show_foot)
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_foot()

    def give_room(self, room: Room) -> None:
        """Take one line where there is no more."""
        if room is not self._room:
            self._room = room
            self.restyle()
            self.show_foot()

    def show_foot(self) -> None:
        """Show what can be done with the call as it stands."""
        conversation, sight = self._conversation, self._conversation.sight
        sentence = bool(conversation.draft.text.strip()) and sight is not None and not sight.lookup
        critical = sight is not None and sight.becomes.urgency is Urgency.CRITICAL
        self.make.setVisible(sentence and not critical)
        self.alarm.setVisible(sentence and critical)
        self.same.show_same(conversation.same if sentence else ())
        line = self._room is Room.LINE
        self.join.setVisible(line and self.same.offers)
        self.same.setVisible(not line and self.same.offers)
        self.end.setVisible(not conversation.idle and not (line and sentence))
        self.setVisible(not conversation.idle)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        low = self._room is Room.LINE
        above, below = (s.unit, s.small) if low else (s.small, s.middle)
        self._column.setContentsMargins(s.room, above, s.room, below)
        self._column.setSpacing(s.small)
        self._flow.setSpacing(s.small)
