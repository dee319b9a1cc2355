"""The household card: who lives there and what to mind, open tickets, the last ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.calls.card import HouseholdCard, Member
from desk.centre.looks import Look as DueLook
from desk.centre.looks import look as due_look
from desk.language.phones import masked
from desk.tickets.rows import TicketRow
from desk.ui.icons import Icon
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.painting import draw_ring, draw_text, fill_round, ring_wanted, text_width
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import terms, times

_MEMBERS, _CLOSED = 4, 5
_TONES = {DueLook.OVERDUE: Tone.OVERDUE, DueLook.SOON: Tone.SOON, DueLook.WAITING: Tone.HOLD}


class _TicketLine(QWidget):
    """One ticket of the household on one line; Enter or a click opens it."""

    chosen = Signal(object)

    def __init__(self, session: Session, row: TicketRow) -> None:
        super().__init__()
        self._session, self._row = session, row
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{row.number} {self._what()} {self._when()}")
        self.setToolTip(row.words)

    def sizeHint(self) -> QSize:
        """Be one line high."""
        s = self._session.look.sizes
        return QSize(s.column_least, self._session.look.theme.line(Text.SMALL) + s.small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._row)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Open by a click."""
        self.chosen.emit(self._row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what it is at the left, how it stands at the right."""
        look = self._session.look
        c, s = look.colours, look.sizes
        painter = QPainter(self)
        if self.underMouse():
            fill_round(painter, self.rect(), s.radius_small, c.hover)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius_small)
        small = look.font(Text.SMALL)
        line = self.rect().adjusted(s.unit, 0, -s.unit, 0)
        when = self._when()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, line, when, small, look.ink(self._tone()), right)
        line.setRight(line.right() - text_width(small, when) - s.small)
        draw_text(painter, line, self._what(), small, c.ink if self._row.is_open else c.quiet)

    def _what(self) -> str:
        english = self._session.words.language == "en"
        category = (english and self._row.category_english) or self._row.category
        return category or self._row.words

    def _tone(self) -> Tone:
        row, session = self._row, self._session
        if not row.is_open:
            return Tone.QUIET
        soon = session.centre.policy.soon[row.urgency]
        shown = due_look(row.due_at, row.due_clock, session.clock.now(), soon)
        return _TONES.get(shown, Tone.QUIET)

    def _when(self) -> str:
        words, row, session = self._session.words, self._row, self._session
        now, zone = session.clock.now(), session.centre.zone
        state = terms.state(words, row.state)
        if row.is_open and row.due_at is not None:
            return f"{state}  {times.left(words, row.due_at, now)}"
        at = row.closed_at or row.finished_at or row.received_at
        return f"{state}  {times.day(words, at, zone, now)}"


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
            line = _TicketLine(self._session, row)
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
