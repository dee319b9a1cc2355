"""The household card: who lives there and what to mind, open tickets, the last ones."""

from __future__ import annotations

from enum import IntEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.calls.card import HouseholdCard, Member
from desk.language.phones import masked
from desk.ui.call.notes import NoteLine
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.ui.ticket_line import TicketLine
from desk.words import terms

CHASE_KEY, DIAL_KEY, FIX_KEY, ADD_KEY = "Alt+U", "Alt+D", "Alt+P", "Alt+N"


class Room(IntEnum):
    """How much of the column the card may take; what is read aloud goes before it."""

    LINE = 0
    DENSE = 1
    FULL = 2


#: Members, open tickets and closed ones that are shown at most.
_MOST = {Room.DENSE: (2, 2, 0), Room.FULL: (4, 6, 5)}


class CardView(QWidget):
    """Shows one card; away while nobody is known."""

    ticket_opened = Signal(object)
    #: A member whose phone or note is to be corrected: ``Member``.
    correction_wanted = Signal(object)
    chase_wanted = Signal()
    dial_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._card: HouseholdCard | None = None
        self._bare = False
        self._room = Room.FULL
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._parts: list[QWidget] = []
        session.look.changed.connect(self._build)
        self._build()

    def show_card(self, card: HouseholdCard | None) -> None:
        """Show a card, or nothing; telephones are masked again on the card of somebody else."""
        same = card is not None and self._card is not None and _whose(card) == _whose(self._card)
        self._bare = self._bare and same
        self._card = card
        self._build()

    def give_room(self, room: Room) -> None:
        """Take as much as that."""
        if room is not self._room:
            self._room = room
            self._build()

    def bare_phones(self) -> str:
        """Show the numbers whole and return the first: it is what somebody must dial now."""
        if self._card is None:
            return ""
        self._bare = True
        self._build()
        return next((phone for member in self._card.members for phone in member.phones), "")

    def _build(self) -> None:
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        card = self._card
        if card is None:
            self._parts = []
        elif self._room is Room.LINE:
            self._parts = [self._line(card)]
        else:
            self._parts = [self._inner(card), self._keys(card)]
        for part in self._parts:
            self._column.addWidget(part)
        self.setVisible(card is not None)

    # --- one line ------------------------------------------------------------------------------
    def _line(self, card: HouseholdCard) -> QWidget:
        look, s = self._session.look, self._session.look.sizes
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(s.room, s.unit, s.room, 0)
        row.setSpacing(s.small)
        row.addWidget(ElidedLabel(look, _title(card), bold=True))
        notes = [card.room_note, *(member.note for member in card.members)]
        for member in card.members[:1]:
            phones = self._phones(member) if self._bare else []
            row.addWidget(ElidedLabel(look, "  ".join((member.name, *phones))))
        for note in filter(None, notes):
            row.addWidget(NoteLine(look, note, cut=True), 1)
        row.addStretch(1)
        return box

    # --- the card ------------------------------------------------------------------------------
    def _inner(self, card: HouseholdCard) -> QWidget:
        look, words, s = self._session.look, self._session.words, self._session.look.sizes
        most, opened, closed = _MOST[self._room]
        full = self._room is Room.FULL
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(s.room, s.middle if full else s.unit, s.room, s.unit)
        column.setSpacing(s.unit if full else s.ring)
        column.addLayout(self._head(card, full=full))
        if card.room_note and full:
            column.addWidget(NoteLine(look, card.room_note))
        for at, member in enumerate(card.members[:most]):
            key = "" if at else FIX_KEY
            column.addLayout(self._member(member, member == card.caller, key, full=full))
            if member.note and full:
                column.addWidget(NoteLine(look, member.note))
        said = []
        if left := len(card.members[most:]):
            said.append(words.say_n("and {n} more person", "and {n} more people", left))
        if card.homes:
            homes = "  ".join(home.label for home in card.homes)
            said.append(words.say("Also: {rooms}", rooms=homes))
        for sentence in said:
            column.addWidget(ElidedLabel(look, sentence, Text.SMALL, tone=Tone.QUIET))
        rows = (*card.open[:opened], *card.last[:closed])
        if rows and full:
            column.addSpacing(s.unit)
        for row in rows:
            line = TicketLine(self._session, row)
            line.chosen.connect(self.ticket_opened)
            column.addWidget(line)
        return box

    def _head(self, card: HouseholdCard, *, full: bool) -> QHBoxLayout:
        look, words = self._session.look, self._session.words
        head = QHBoxLayout()
        head.setSpacing(look.sizes.small)
        head.addWidget(ElidedLabel(look, _title(card), Text.EMPHASIS, bold=True))
        if card.room_note and not full:
            head.addWidget(NoteLine(look, card.room_note, cut=True), 1)
        head.addStretch(1)
        if card.lately > 1:
            text = words.say_n("{n} ticket in 30 days", "{n} tickets in 30 days", card.lately)
            head.addWidget(Label(look, text, Text.SMALL, tone=Tone.QUIET))
        return head

    def _member(self, member: Member, caller: bool, key: str, *, full: bool) -> QHBoxLayout:
        look, words = self._session.look, self._session.words
        row = QHBoxLayout()
        row.setSpacing(look.sizes.small)
        row.addWidget(ElidedLabel(look, member.name, bold=caller))
        if member.relation is not None:
            relation = terms.relation(words, member.relation)
            row.addWidget(Label(look, relation, Text.SMALL, tone=Tone.QUIET))
        phones = "  ".join(self._phones(member))
        if self._bare:
            row.addWidget(Label(look, phones, bold=True, selectable=True))
        else:
            row.addWidget(ElidedLabel(look, phones, tone=Tone.QUIET))
        if member.note and not full:
            row.addWidget(NoteLine(look, member.note, cut=True), 1)
        row.addStretch(1)
        name = words.say("Correct {name}", name=member.name)
        edit = IconButton(look, Icon.EDIT, name, key=key)
        edit.clicked.connect(partial(self._edit, member))
        row.addWidget(edit)
        return row

    def _phones(self, member: Member) -> list[str]:
        return [phone if self._bare else masked(phone) for phone in member.phones]

    def _edit(self, member: Member, _checked: bool = False) -> None:
        self.correction_wanted.emit(member)

    # --- what can be done ----------------------------------------------------------------------
    def _keys(self, card: HouseholdCard) -> QWidget:
        """Return what can be done for the household, each with its key."""
        words, s = self._session.words, self._session.look.sizes
        box = QWidget(self)
        flow = Flow(box)
        flow.setSpacing(s.unit)
        # At the edge of the text: a bare button has room inside.
        flow.setContentsMargins(s.room - s.middle, 0, s.small, 0)
        if card.open:
            flow.addWidget(self._button(words.say_in("call", "Chase"), Icon.CHASE, CHASE_KEY))
        if any(member.phones for member in card.members):
            flow.addWidget(self._button(words.say_in("call", "Number"), Icon.EYE, DIAL_KEY))
        flow.addWidget(self._button(words.say_in("call", "Add"), Icon.ADD, ADD_KEY))
        return box

    def _button(self, text: str, icon: Icon, key: str) -> Button:
        shown = icon if self._room is Room.FULL else None
        button = Button(self._session.look, text, "bare", key=key, icon=shown, small=True)
        wanted = {
            CHASE_KEY: self.chase_wanted,
            DIAL_KEY: self.dial_wanted,
            ADD_KEY: self.add_wanted,
        }
        button.clicked.connect(wanted[key])
        return button


def _title(card: HouseholdCard) -> str:
    return card.room_label or (card.caller.name if card.caller else "")


def _whose(card: HouseholdCard) -> tuple[int | None, int | None]:
    return card.room, card.caller.id if card.caller is not None else None
