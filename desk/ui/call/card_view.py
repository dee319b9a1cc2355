"""The household card: who lives there and what to mind, open tickets, the last ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.calls.card import HouseholdCard, Member
from desk.language.phones import masked
from desk.ui.icons import Icon
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.ui.ticket_line import TicketLine
from desk.words import terms

_MEMBERS, _CLOSED = 4, 5


class CardView(QWidget):
    """Shows one card; empty while nobody is known."""

    ticket_opened = Signal(object)
    #: A member whose phone or note is to be corrected.
    correction_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._card: HouseholdCard | None = None
        self._bare = False
        self._column = QVBoxLayout(self)
        self._inner: QWidget | None = None
        session.look.changed.connect(self._build)
        self._build()

    def show_card(self, card: HouseholdCard | None) -> None:
        """Show a card, or nothing."""
        self._card = card
        self._bare = False
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
        if self._inner is not None:
            self._column.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget()
        self._column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(s.room, s.room, s.room, s.small)
        column.setSpacing(s.unit)
        self._column.addWidget(self._inner)
        if self._card is not None:
            self._fill(column, self._card)
        self.setVisible(self._card is not None)

    def _fill(self, column: QVBoxLayout, card: HouseholdCard) -> None:
        look, words = self._session.look, self._session.words
        head = QHBoxLayout()
        head.setSpacing(look.sizes.small)
        title = card.room_label or (card.caller.name if card.caller else "")
        head.addWidget(ElidedLabel(look, title, Text.EMPHASIS, bold=True))
        head.addStretch(1)
        if card.lately > 1:
            text = words.say_n("{n} ticket in 30 days", "{n} tickets in 30 days", card.lately)
            head.addWidget(Label(look, text, Text.SMALL, tone=Tone.QUIET))
        column.addLayout(head)
        if card.room_note:
            column.addWidget(_note(self._session, card.room_note))
        for member in card.members[:_MEMBERS]:
            column.addLayout(self._member(member, caller=member == card.caller))
            if member.note:
                column.addWidget(_note(self._session, member.note))
        if len(card.members) > _MEMBERS:
            more = words.say_n(
                "and {n} more person", "and {n} more people", len(card.members) - _MEMBERS
            )
            column.addWidget(Label(look, more, Text.SMALL, tone=Tone.QUIET))
        if card.homes:
            homes = "  ".join(home.label for home in card.homes)
            text = words.say("Also: {rooms}", rooms=homes)
            column.addWidget(ElidedLabel(look, text, Text.SMALL, tone=Tone.QUIET))
        rows = (*card.open, *card.last[:_CLOSED])
        if rows:
            column.addSpacing(look.sizes.unit)
        for row in rows:
            line = TicketLine(self._session, row)
            line.chosen.connect(self.ticket_opened)
            column.addWidget(line)

    def _member(self, member: Member, *, caller: bool) -> QHBoxLayout:
        look, words = self._session.look, self._session.words
        row = QHBoxLayout()
        row.setSpacing(look.sizes.small)
        row.addWidget(ElidedLabel(look, member.name, bold=caller))
        if member.relation is not None:
            relation = terms.relation(words, member.relation)
            row.addWidget(Label(look, relation, Text.SMALL, tone=Tone.QUIET))
        phones = member.phones if self._bare else [masked(phone) for phone in member.phones]
        phone = Label(look, "  ".join(phones), tone=Tone.QUIET, selectable=self._bare)
        row.addWidget(phone)
        row.addStretch(1)
        edit = IconButton(look, Icon.EDIT, words.say("Correct {name}", name=member.name))
        edit.clicked.connect(lambda: self.correction_wanted.emit(member))
        row.addWidget(edit)
        return row


def _note(session: Session, text: str) -> QWidget:
    """Return what to mind, with the icon of what it is about."""
    look = session.look
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.sizes.unit)
    icon = Label(look, "")
    icon.setPixmap(look.pixmap(Icon.CARE, look.colours.ink, look.sizes.icon_small))
    row.addWidget(icon)
    row.addWidget(Label(look, text, Text.SMALL, wrap=True), 1)
    return box
