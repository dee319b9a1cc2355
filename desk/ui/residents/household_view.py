"""The right of the Residents page: a room, who lives there, what they reported, what changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.calls.card import Member
from desk.codes import RoomKind
from desk.tickets.rows import TicketRow
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.scroll import Scroll
from desk.ui.kit.section import Section
from desk.ui.residents import said
from desk.ui.residents.browser import PERSON_KEY
from desk.ui.residents.member_row import MemberRow
from desk.ui.residents.reading import Household
from desk.ui.revision_list import RevisionList
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Text, Tone
from desk.ui.ticket_line import TicketLine
from desk.words import terms

NOTE_KEY = "Ctrl+T"


class HouseholdView(QWidget):
    """Shows what was read; everything else is asked for by its signals.

    Attributes:
        shown: the household on screen.
        current: the person the keys act on.
    """

    add_wanted = Signal()
    note_wanted = Signal()
    dial_wanted = Signal()
    correct_wanted = Signal()
    move_wanted = Signal()
    retire_wanted = Signal()
    room_wanted = Signal(int)
    person_wanted = Signal(int)
    #: A ``TicketRow`` is to be shown whole.
    ticket_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self.shown: Household | None = None
        self._current: int | None = None
        self._bare: int | None = None
        self.rows: list[MemberRow] = []
        self.title = ElidedLabel(look, "", Text.ANSWER, bold=True)
        self.under = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self.note = Strip(look)
        self.add = Button(
            look, words.say("Add a resident"), "primary", key=PERSON_KEY, icon=Icon.ADD
        )
        self.add.clicked.connect(self.add_wanted)
        self.note_button = Button(
            look, words.say("Note and details"), "quiet", key=NOTE_KEY, icon=Icon.EDIT
        )
        self.note_button.clicked.connect(self.note_wanted)
        self._people_title = Section(look, words.say("Who lives here"))
        self._tickets_title = Section(look, words.say("Tickets"))
        self._history_title = Section(look, words.say_in("article", "History"))
        self.history = RevisionList(look, words)
        self._people = QWidget()
        self._tickets = QWidget()
        self._lay_out()
        look.changed.connect(self._rebuild)
        self.restyle()

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._scroll = Scroll(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.note_button)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.under, 1, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self._content)
        self._column.addLayout(self._head)
        for widget in (
            self.note,
            self._buttons,
            self._people_title,
            self._people,
            self._tickets_title,
            self._tickets,
            self._history_title,
            self.history,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._content.setMaximumWidth(s.reading + 2 * s.wide)
        self._column.setContentsMargins(s.wide, s.wide, s.wide, s.wide)
        self._column.setSpacing(s.small)
        self._head.setSpacing(s.middle)
        self._flow.setSpacing(s.small)
        for section in (self._people_title, self._tickets_title, self._history_title):
            section.setContentsMargins(0, s.middle, 0, 0)

    # --- what is shown ----------------------------------------------------------------------------
    @property
    def current(self) -> Member | None:
        """The person the keys act on."""
        row = self._row()
        return None if row is None else row.member

    def show_household(self, found: Household, person: int | None) -> None:
        """Show a household; the person who was looked for is the one the keys act on."""
        another = self.shown is None or _subject(self.shown) != _subject(found)
        self.shown = found
        people = [member.id for member in found.card.members]
        if another:
            self._bare = None
        if person in people:
            self._current = person
        elif self._current not in people or another:
            self._current = people[0] if people else None
        if self._bare not in people:
            self._bare = None
        self._build()
        if another:
            self._scroll.verticalScrollBar().setValue(0)

    def choose(self, person: int) -> None:
        """Let the keys act on a person."""
        self._current = person
        for row in self.rows:
            row.set_current(row.member.id == person)

    def take_focus(self) -> None:
        """Bring the keyboard to the people."""
        row = self._row()
        (row or self.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def bare(self) -> None:
        """Show the numbers of the chosen person whole."""
        if self._bare != self._current:
            self._bare = self._current
            focused = any(row.hasFocus() for row in self.rows)
            self._build_people()
            if focused:
                self.take_focus()

    def _row(self) -> MemberRow | None:
        return next((row for row in self.rows if row.member.id == self._current), None)

    def _rebuild(self) -> None:
        self.restyle()
        if self.shown is not None:
            self._build()

    def _build(self) -> None:
        found = self.shown
        if found is None:
            return
        session, words = self._session, self._session.words
        card = found.card
        stranger = card.room is None
        self.title.setText(card.room_label if not stranger else _first_name(card.members))
        self.under.setText(self._under(found))
        self.note.tell(card.room_note, Tone.PLAIN, Icon.INFO)
        self.note_button.setVisible(not stranger)
        self.add.setVisible(not stranger)
        self._people_title.set_title(
            words.say("Belongs to no room") if stranger else words.say("Who lives here")
        )
        self._people_title.set_note(
            words.say_n("{n} person", "{n} people", len(card.members)) if not stranger else ""
        )
        self._build_people()
        self._build_tickets([*card.open, *card.last])
        now, zone = session.clock.now(), session.centre.zone
        steps = said.history(
            words, found.revisions, found.names, found.labels, zone, now, found.imported
        )
        self._history_title.setVisible(bool(steps))
        self.history.show_steps(steps)

    def _under(self, found: Household) -> str:
        words, parts = self._session.words, []
        if found.kind is not None and found.kind is not RoomKind.FLAT:
            parts.append(terms.room_kind(words, found.kind))
        if found.area_m2 is not None:
            parts.append(words.say("{area} m²", area=f"{found.area_m2:g}"))
        if found.moved_in:
            parts.append(words.say("moved in {day}", day=found.moved_in))
        if found.card.lately:
            n = found.card.lately
            parts.append(words.say_n("{n} ticket in 30 days", "{n} tickets in 30 days", n))
        return "·".join(parts)

    def _build_people(self) -> None:
        found = self.shown
        if found is None:
            return
        session, s = self._session, self._session.look.sizes
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(s.unit)
        self.rows = []
        for member in found.card.members:
            row = MemberRow(
                session,
                member,
                found.homes.get(member.id, ()),
                found.sharers.get(member.id, {}),
                here=found.card.room_label,
                bare=member.id == self._bare,
            )
            row.set_current(member.id == self._current)
            row.chosen.connect(self.choose)
            row.walked.connect(self._walk)
            row.dial_wanted.connect(self.dial_wanted)
            row.correct_wanted.connect(self.correct_wanted)
            row.move_wanted.connect(self.move_wanted)
            row.retire_wanted.connect(self.retire_wanted)
            row.room_wanted.connect(self.room_wanted)
            row.person_wanted.connect(self.person_wanted)
            column.addWidget(row)
            self.rows.append(row)
        if not self.rows:
            nobody = session.words.say("Nobody is registered in this room yet.")
            column.addWidget(Label(session.look, nobody, tone=Tone.QUIET))
        self._people = self._exchange(self._people, box)

    def _build_tickets(self, rows: list[TicketRow]) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            line = TicketLine(self._session, row)
            line.chosen.connect(self.ticket_chosen)
            column.addWidget(line)
        if not rows:
            none = self._session.words.say("Nothing was reported from here yet.")
            column.addWidget(Label(self._session.look, none, tone=Tone.QUIET))
        self._tickets = self._exchange(self._tickets, box)

    def _exchange(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        # A layout shows what is new only in the next turn of the loop.
        new.show()
        return new

    def _walk(self, step: int) -> None:
        at = next((at for at, row in enumerate(self.rows) if row.member.id == self._current), 0)
        at = max(0, min(len(self.rows) - 1, at + step))
        self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)


def _first_name(members: tuple[Member, ...]) -> str:
    return members[0].name if members else ""


def _subject(found: Household) -> tuple[int | None, int | None]:
    """Return what a household is of: a room, or a person without one."""
    card = found.card
    return card.room, None if card.room is not None or card.caller is None else card.caller.id
