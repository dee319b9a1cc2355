"""The top of the Desk page: the line, the channel, parked calls, how long the caller waits."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.codes import Channel
from desk.ui.actions import Action, Actions
from desk.ui.call.chips import ReadingChips
from desk.ui.call.conversation import Conversation
from desk.ui.call.ended_note import OPEN_KEY, EndedNote
from desk.ui.call.line import CallLine, Rest
from desk.ui.call.parked import ParkedCalls
from desk.ui.call.resting import rests, spans_of
from desk.ui.icons import Icon
from desk.ui.kit.chip import Chip
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.label import Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import terms, times
from desk.words.catalogue import mark

CHANNEL_KEY = "Alt+C"
_ICONS = {
    Channel.PHONE: Icon.PHONE,
    Channel.COUNTER: Icon.COUNTER,
    Channel.WECHAT: Icon.WECHAT,
    Channel.PAGE: Icon.PAGE,
    Channel.PATROL: Icon.PATROL,
}
#: What share of the width parked calls may take from the line.
_PARKED_SHARE = 3
#: Below so many of the least widths of a field the line needs what the words of a chip take.
_NARROW = 5


class CallBar(QWidget):
    """One line high with the reading below it; always the same height, so nothing jumps."""

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        look, words = session.look, session.words
        self.line = CallLine(look, words)
        self.line.bring_back = conversation.endings.bring_back
        self.channel = Chip(look, "", icon=Icon.PHONE, key=CHANNEL_KEY, parent=self)
        self.channel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.channel.clicked.connect(conversation.turn_channel)
        self.timer = Label(look, "", Text.EMPHASIS, tone=Tone.QUIET)
        self.timer.setAccessibleName(words.say("How long this call has lasted"))
        self.parked = ParkedCalls(session, conversation, self)
        self.parked.wanted.connect(self.back)
        self.chips = ReadingChips(session, conversation)
        self.note = EndedNote(session, conversation, self)
        self.note.undo_wanted.connect(self.undo)
        self._first = QHBoxLayout()
        self._cap = KeyCap(look, "F2", self)
        self._first.addWidget(self._cap)
        self._first.addWidget(self.line, 1)
        self._first.addWidget(self.parked)
        self._first.addWidget(self.channel)
        self._first.addWidget(self.timer)
        self._second = QHBoxLayout()
        self._second.addWidget(self.note)
        self._second.addWidget(self.chips, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.show_time)
        self.line.textChanged.connect(self._typed)
        self.line.preedit_changed.connect(self._typed)
        conversation.draft_changed.connect(self.show_draft)
        conversation.sight_changed.connect(self._underline)
        self._pointed = ""
        self.chips.pointed.connect(self._point)
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_draft()

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of the call box."""
        conversation, note = self._conversation, self.note
        for action in (
            Action("call.new", mark("New call (park this one)"), "F2", Icon.PHONE, self.park),
            Action("call.back", mark("Back to the parked call"), "F3", Icon.PARK, self.back),
            Action(
                "call.channel",
                mark("Phone or counter"),
                CHANNEL_KEY,
                Icon.COUNTER,
                conversation.turn_channel,
            ),
            Action(
                "call.undo",
                mark("Bring the last call back"),
                "Ctrl+Z",
                Icon.UNDO,
                self.undo,
                lambda: conversation.can_undo,
            ),
            Action(
                "call.end",
                mark("End the call"),
                "Ctrl+L",
                Icon.CHECK,
                conversation.endings.close,
                lambda: not conversation.idle,
            ),
            Action(
                "call.open_made",
                mark("Open the ticket just made"),
                OPEN_KEY,
                Icon.ARROW_RIGHT,
                note.show_ticket,
                lambda: note.can_open,
            ),
        ):
            actions.add(action, home)
        self.chips.offer(actions, home)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(s.room, s.middle, s.room, s.middle)
        self._column.setSpacing(s.small)
        for row in (self._first, self._second):
            row.setSpacing(s.small)
        self.timer.setMinimumWidth(s.control_large)
        self.update()

    def park(self) -> None:
        """F2: the caret stands in the line; where it stands there already, that call is parked."""
        if self.line.hasFocus():
            self._conversation.park()
        self.take_focus()

    def back(self, at: int = -1) -> None:
        """F3: go back to the parked call."""
        self._conversation.back(at)
        self.take_focus()

    def undo(self) -> None:
        """Bring the last call back into the line."""
        self._conversation.endings.bring_back()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the caret into the line."""
        self.line.setFocus()

    def show_draft(self) -> None:
        """Show the draft that is in the line now."""
        draft = self._conversation.draft
        if self.line.text() != draft.text:
            self.line.setText(draft.text)
        self._show_channel()
        self.show_time()

    @property
    def _narrow(self) -> bool:
        return self.width() < _NARROW * self._session.look.sizes.least_field

    def _show_channel(self) -> None:
        """Show how the caller reached us; where it is narrow by its icon alone."""
        channel = self._conversation.draft.channel
        name = terms.channel(self._session.words, channel)
        self.channel.set_text("" if self._narrow else name)
        self.channel.setAccessibleName(name)
        self.channel.set_icon(_ICONS[channel])
        self.channel.set_tone(Tone.PLAIN if channel is Channel.PHONE else Tone.ACCENT)

    def show_time(self) -> None:
        """Show how long the call has lasted; nothing while nobody calls."""
        draft = self._conversation.draft
        if draft.empty:
            self._tick.stop()
            self.timer.setText("")
            return
        length = self._session.clock.now() - draft.started_at
        self.timer.setText(times.timer(length))
        if not self._tick.isActive():
            self._tick.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parked calls their share."""
        super().resizeEvent(event)
        # The order in which things give way to the line: its key, the words of the chips, the time.
        self.parked.give_room(0 if self._narrow else self.width() // _PARKED_SHARE)
        self._cap.setVisible(not self._narrow)
        self.timer.setVisible(not self._narrow)
        self._show_channel()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and the hairline below."""
        painter = QPainter(self)
        c, s = self._session.look.colours, self._session.look.sizes
        painter.fillRect(self.rect(), c.paper)
        painter.fillRect(0, self.height() - s.hair, self.width(), s.hair, c.line)

    def _typed(self, _text: str) -> None:
        self._conversation.type(self.line.text(), self.line.preedit)
        self.note.show_note()
        self.show_time()

    def _underline(self) -> None:
        sight, text = self._conversation.sight, self.line.text()
        if sight is None or sight.text != text.strip():
            return
        lead = len(text) - len(text.lstrip())
        self.line.underline(
            (Rest(lead + start, lead + end, critical) for start, end, critical in rests(sight)),
            [(lead + start, lead + end) for start, end in spans_of(sight, self._pointed)],
        )

    def _point(self, part: str) -> None:
        """Show of one chip which words it rests on."""
        self._pointed = part
        self._underline()
