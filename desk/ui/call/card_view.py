"""The household card: who lives there and what to mind, open tickets, the last ones."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.calls.card import HouseholdCard, Member
from desk.language.phones import masked
from desk.ui.call.notes import note_icon
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.ui.ticket_line import TicketLine
from desk.words import terms

_MEMBERS, _CLOSED = 4, 5
CHASE_KEY, DIAL_KEY, FIX_KEY, ADD_KEY = "Alt+U", "Alt+D", "Alt+P", "Alt+N"


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
        self._column = QVBoxLayout(self)
        self._inner: QWidget | None = None
        self._foot: QWidget | None = None
        session.look.changed.connect(self._build)
        self._build()

    def show_card(self, card: HouseholdCard | None) -> None:
        """Show a card, or nothing; telephones are masked again on the card of somebody else."""
        same = card is not None and self._card is not None and _whose(card) == _whose(self._card)
        self._bare = self._bare and same
        self._card = card
        self._build()

    def bare_phones(self) -> str:
        """Show the numbers whole and return the first: it is what somebody must dial now."""
        if self._card is None:
            return ""
        self._bare = True
        self._build()
        return next((phone for member in self._card.members for phone in member.phones), "")

    def _build(self) -> None:
        s = self._session.look.sizes
        for old in (self._inner, self._foot):
            if old is not None:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._inner, self._foot = QWidget(self), None
        self._column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(s.room, s.middle, s.room, s.unit)
        column.setSpacing(s.unit)
        self._column.addWidget(self._inner)
        if self._card is not None:
            self._fill(column, self._card)
            self._foot = self._keys(self._card)
            self._column.addWidget(self._foot)
        self.setVisible(self._card is not None)

    def _fill(self, column: QVBoxLayout, card: HouseholdCard) -> None:
        column.addLayout(self._head(card))
        if card.room_note:
            column.addWidget(_note(self._session, card.room_note))
        for at, member in enumerate(card.members[:_MEMBERS]):
            caller = member == card.caller
            column.addLayout(self._member(member, caller=caller, key="" if at else FIX_KEY))
            if member.note:
                column.addWidget(_note(self._session, member.note))
        self._quiet(column, *self._rest(card))
        rows = (*card.open, *card.last[:_CLOSED])
        if rows:
            column.addSpacing(self._session.look.sizes.unit)
        for row in rows:
            line = TicketLine(self._session, row)
            line.chosen.connect(self.ticket_opened)
            column.addWidget(line)

    def _head(self, card: HouseholdCard) -> QHBoxLayout:
        look, words = self._session.look, self._session.words
        head = QHBoxLayout()
        head.setSpacing(look.sizes.small)
        title = card.room_label or (card.caller.name if card.caller else "")
        head.addWidget(ElidedLabel(look, title, Text.EMPHASIS, bold=True))
        head.addStretch(1)
        if card.lately > 1:
            text = words.say_n("{n} ticket in 30 days", "{n} tickets in 30 days", card.lately)
            head.addWidget(Label(look, text, Text.SMALL, tone=Tone.QUIET))
        return head

    def _rest(self, card: HouseholdCard) -> list[str]:
        words = self._session.words
        said = []
        if len(card.members) > _MEMBERS:
            left = len(card.members) - _MEMBERS
            said.append(words.say_n("and {n} more person", "and {n} more people", left))
        if card.homes:
            homes = "  ".join(home.label for home in card.homes)
            said.append(words.say("Also: {rooms}", rooms=homes))
        return said

    def _quiet(self, column: QVBoxLayout, *sentences: str) -> None:
        for sentence in sentences:
            label = ElidedLabel(self._session.look, sentence, Text.SMALL, tone=Tone.QUIET)
            column.addWidget(label)

    def _member(self, member: Member, *, caller: bool, key: str) -> QHBoxLayout:
        look, words = self._session.look, self._session.words
        row = QHBoxLayout()
        row.setSpacing(look.sizes.small)
        row.addWidget(ElidedLabel(look, member.name, bold=caller))
        if member.relation is not None:
            relation = terms.relation(words, member.relation)
            row.addWidget(Label(look, relation, Text.SMALL, tone=Tone.QUIET))
        phones = member.phones if self._bare else [masked(phone) for phone in member.phones]
        if self._bare:
            phone = Label(look, "  ".join(phones), bold=True, selectable=True)
        else:
            phone = Label(look, "  ".join(phones), tone=Tone.QUIET)
        row.addWidget(phone)
        row.addStretch(1)
        name = words.say("Correct {name}", name=member.name)
        edit = IconButton(look, Icon.EDIT, name, key=key)
        edit.clicked.connect(partial(self._edit, member))
        row.addWidget(edit)
        return row

    def _edit(self, member: Member, _checked: bool = False) -> None:
        self.correction_wanted.emit(member)

    def _keys(self, card: HouseholdCard) -> QWidget:
        """Return what can be done for the household, each with its key."""
        words, s = self._session.words, self._session.look.sizes
        box = QWidget(self)
        flow = Flow(box)
        flow.setSpacing(s.unit)
        # At the edge of the text: a bare button has room inside.
        flow.setContentsMargins(s.room - s.middle, 0, s.room, s.small)
        if card.open:
            flow.addWidget(
                self._button(words.say_in("call", "Chase"), Icon.CHASE, CHASE_KEY, "chase")
            )
        if any(member.phones for member in card.members):
            flow.addWidget(self._button(words.say_in("call", "Number"), Icon.EYE, DIAL_KEY, "dial"))
        flow.addWidget(self._button(words.say("Add somebody"), Icon.ADD, ADD_KEY, "add"))
        return box

    def _button(self, text: str, icon: Icon, key: str, what: str) -> Button:
        button = Button(self._session.look, text, "bare", key=key, icon=icon, small=True)
        wanted = {"chase": self.chase_wanted, "dial": self.dial_wanted, "add": self.add_wanted}
        button.clicked.connect(wanted[what])
        return button


def _whose(card: HouseholdCard) -> tuple[int | None, int | None]:
    return card.room, card.caller.id if card.caller is not None else None


def _note(session: Session, text: str) -> QWidget:
    """Return what to mind, with the icon of what it is about."""
    look = session.look
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.sizes.unit)
    icon = Label(look, "")
    icon.setPixmap(look.pixmap(note_icon(text), look.colours.ink, look.sizes.icon_small))
    row.addWidget(icon)
    row.addWidget(Label(look, text, Text.SMALL, wrap=True), 1)
    return box
