"""The top of the Desk page: the line, the channel, parked calls, how long the caller waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.call.chips import ReadingChips, channel_icon
from desk.ui.call.conversation import Conversation
from desk.ui.call.line import CallLine
from desk.ui.icons import Icon
from desk.ui.kit.chip import Chip
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.label import Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import terms, times
from desk.words.catalogue import mark

_SHOWN = 3
_CUT = 8


class CallBar(QWidget):
    """One line high with the reading below it; always the same height, so nothing jumps."""

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        look, words = session.look, session.words
        self.line = CallLine(look, words)
        self.channel = Chip(look, "", icon=Icon.PHONE, key="Alt+C", parent=self)
        self.channel.clicked.connect(conversation.turn_channel)
        self.caller = Chip(look, "", icon=Icon.PERSON, tone=Tone.ACCENT, key="Alt+X", parent=self)
        self.caller.setToolTip(words.say("Forget the caller"))
        self.caller.clicked.connect(conversation.forget_caller)
        self.timer = Label(look, "", Text.EMPHASIS, tone=Tone.QUIET)
        self.timer.setAccessibleName(words.say("How long this call has lasted"))
        self.parked = QHBoxLayout()
        self._parked_chips: list[Chip] = []
        self.chips = ReadingChips(session, conversation)
        self._cap = KeyCap(look, "F2")
        self._first = QHBoxLayout()
        self._first.addWidget(self._cap)
        self._first.addWidget(self.line, 1)
        self._first.addLayout(self.parked)
        self._first.addWidget(self.channel)
        self._first.addWidget(self.timer)
        self._second = QHBoxLayout()
        self._second.addWidget(self.caller)
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
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_draft()

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of the call box."""
        conversation = self._conversation
        for action in (
            Action("call.new", mark("New call (park this one)"), "F2", Icon.PHONE, self.park),
            Action("call.back", mark("Back to the parked call"), "F3", Icon.PARK, self.back),
            Action(
                "call.channel",
                mark("Phone or counter"),
                "Alt+C",
                Icon.COUNTER,
                conversation.turn_channel,
            ),
            Action(
                "call.forget",
                mark("Forget the caller"),
                "Alt+X",
                Icon.CLOSE,
                conversation.forget_caller,
            ),
            Action(
                "call.undo",
                mark("Bring the last call back"),
                "Ctrl+Z",
                Icon.UNDO,
                self._undo,
                lambda: conversation.can_undo and not self.line.isUndoAvailable(),
            ),
            Action("call.end", mark("End the call"), "Ctrl+L", Icon.CHECK, conversation.close_call),
        ):
            actions.add(action, home)
        self.chips.offer(actions, home)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(s.room, s.middle, s.room, s.middle)
        self._column.setSpacing(s.small)
        for row in (self._first, self._second, self.parked):
            row.setSpacing(s.small)
        # Room for one row of chips even when there is nothing to read yet.
        self._second.setContentsMargins(0, 0, 0, 0)
        self.chips.setMinimumHeight(s.chip)
        self.timer.setMinimumWidth(s.control_large)
        self.update()

    def park(self) -> None:
        """F2: the caret stands in the line; with a text in it, that call is parked first."""
        if self.line.hasFocus() or not self._conversation.draft.empty:
            self._conversation.park()
        self.take_focus()

    def back(self) -> None:
        """F3: go back to the parked call."""
        self._conversation.back()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the caret into the line."""
        self.line.setFocus()

    def show_draft(self) -> None:
        """Show the draft that is in the line now."""
        draft, words = self._conversation.draft, self._session.words
        if self.line.text() != draft.text:
            self.line.setText(draft.text)
        self.channel.set_text(terms.channel(words, draft.channel))
        self.channel.set_icon(channel_icon(draft.channel))
        self.caller.set_text(draft.caller_name)
        self.caller.setVisible(bool(draft.caller_name))
        self._show_parked()
        self.show_time()

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and the hairline below."""
        painter = QPainter(self)
        c, s = self._session.look.colours, self._session.look.sizes
        painter.fillRect(self.rect(), c.paper)
        painter.fillRect(0, self.height() - s.hair, self.width(), s.hair, c.line)

    def _typed(self, _text: str) -> None:
        self._conversation.type(self.line.text(), self.line.preedit)
        self.show_time()

    def _undo(self) -> None:
        self._conversation.undo()
        self.take_focus()

    def _show_parked(self) -> None:
        parked = self._conversation.parking.parked
        for chip in self._parked_chips:
            self.parked.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._parked_chips = []
        first = max(0, len(parked) - _SHOWN)
        for at, draft in list(enumerate(parked))[first:]:
            label = draft.caller_name or draft.text.strip() or draft.caller_phone
            text = label if len(label) <= _CUT else label[:_CUT] + "…"
            key = "F3" if at == len(parked) - 1 else ""
            chip = Chip(self._session.look, text, icon=Icon.PARK, key=key, parent=self)
            chip.setAccessibleName(self._session.words.say("Parked: {call}", call=label))
            chip.setToolTip(draft.text)
            chip.clicked.connect(partial(self._back_to, at))
            self.parked.addWidget(chip)
            self._parked_chips.append(chip)

    def _back_to(self, at: int, _checked: bool = False) -> None:
        self._conversation.back(at)
        self.take_focus()
