"""The parked calls beside the line: as many as there is room for, the rest as a number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk.calls.drafts import Draft
from desk.ui.call.conversation import Conversation
from desk.ui.icons import Icon
from desk.ui.kit.chip import Chip
from desk.ui.kit.label import Label
from desk.ui.session import Session
from desk.ui.theme import Tone

_MOST, _CUT = 3, 8


class ParkedCalls(QWidget):
    """One chip a call, the newest last with the key that brings it back."""

    #: The parked call of this place is to come back.
    wanted = Signal(int)

    def __init__(
        self, session: Session, conversation: Conversation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._conversation = conversation
        self._room = 0
        self.chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._more = Label(session.look, "", tone=Tone.QUIET)
        self._row.addWidget(self._more)
        conversation.draft_changed.connect(self.show_calls)
        session.look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._row.setSpacing(self._session.look.sizes.small)
        self.show_calls()

    def give_room(self, width: int) -> None:
        """Take no more than this width, one chip at least."""
        if width != self._room:
            self._room = width
            self.show_calls()

    def show_calls(self) -> None:
        """Show the parked calls as they stand now."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        parked, words = self._conversation.parking.parked, self._session.words
        taken = 0
        for at in reversed(range(max(0, len(parked) - _MOST), len(parked))):
            chip = self._chip(at, parked[at], newest=at == len(parked) - 1)
            taken += chip.sizeHint().width() + self._row.spacing()
            if taken > self._room and not self.chips:
                # Not even one has room: its key is enough, the tooltip says which call it is.
                chip.setToolTip(chip.text())
                chip.set_text("")
                chip.setAccessibleName(words.say("Parked: {call}", call=chip.toolTip()))
            elif taken > self._room:
                chip.deleteLater()
                break
            self._row.insertWidget(1, chip)
            self.chips.insert(0, chip)
        hidden = len(parked) - len(self.chips)
        bare = bool(self.chips) and not self.chips[0].text()
        if bare:
            self.chips[0].set_count(len(parked) if hidden else None)
        self._more.setText(f"+{hidden}" if hidden and not bare else "")
        self._more.setVisible(bool(hidden) and not bare)
        self._more.setAccessibleName(
            self._session.words.say_n("{n} more parked call", "{n} more parked calls", hidden)
            if hidden
            else ""
        )
        self.setVisible(bool(parked))

    def _chip(self, at: int, draft: Draft, *, newest: bool) -> Chip:
        words = self._session.words
        label = draft.caller_name or draft.text.strip() or draft.place or draft.caller_phone
        label = label or words.say("a call")
        text = label if len(label) <= _CUT else label[:_CUT] + "…"
        key = "F3" if newest else ""
        chip = Chip(self._session.look, text, icon=Icon.PARK, key=key, parent=self)
        chip.setAccessibleName(words.say("Parked: {call}", call=label))
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(partial(self._clicked, at))
        return chip

    def _clicked(self, at: int, _checked: bool = False) -> None:
        self.wanted.emit(at)
