"""The call in the line, as state: what is typed, what it leads to, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.calls import assist, log, ticketing
from desk.calls.assist import Sight
from desk.calls.card import HouseholdCard, household
from desk.calls.drafts import Draft, DraftFile
from desk.calls.parking import Parking
from desk.codes import Channel, Outcome
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets import find, same
from desk.tickets.rows import TicketRow
from desk.tickets.same import Same
from desk.tickets.seen import Made
from desk.ui.call.autosave import Autosave
from desk.ui.jobs import Lane
from desk.ui.session import Session

#: Channels a receptionist switches between with one key.
CHANNELS = (Channel.PHONE, Channel.COUNTER)


@dataclass(frozen=True)
class Ended:
    """The last call that ended, to be brought back by ``Ctrl+Z``."""

    call: int
    draft: Draft


class Conversation(QObject):
    """Holds the drafts of one desk and carries the one in the line to its end.

    Survives the rebuild of the window when the language changes: the widgets only show it.

    Attributes:
        parking: the draft in the line and the parked ones.
        sight: what the words lead to, as last read; None before the first.
        card: the household card, or None.
        tickets: tickets named in the words.
        same: the same thing already reported.
    """

    draft_changed = Signal()
    sight_changed = Signal()
    card_changed = Signal()
    tickets_changed = Signal()
    same_changed = Signal()
    #: A ticket was made: ``Made``.
    ticket_made = Signal(object)

    def __init__(self, session: Session, file: DraftFile, drafts: list[Draft]) -> None:
        super().__init__(session)
        self._session = session
        self.parking = Parking(drafts, session.clock.now())
        self.sight: Sight | None = None
        self.card: HouseholdCard | None = None
        self.tickets: tuple[TicketRow, ...] = ()
        self.same: tuple[Same, ...] = ()
        self._last: Ended | None = None
        self._leaving: list[Draft] = []
        self._held = ""
        self.autosave = Autosave(file, self._unfinished, session.jobs, session.refuse, self)
        session.memory_changed.connect(self.look)

    @property
    def draft(self) -> Draft:
        """The draft in the line."""
        return self.parking.current

    @property
    def composing(self) -> bool:
        """Whether an input method holds something that is looked for already."""
        return bool(self._held)

    @property
    def can_undo(self) -> bool:
        """Whether a call can be brought back."""
        return self._last is not None

    def _unfinished(self) -> list[Draft]:
        return [*self._leaving, *self.parking.drafts]

    # --- typing -------------------------------------------------------------------------------
    def type(self, text: str, held: str = "") -> None:
        """Take the line as it stands, and what an input method holds but has not given yet."""
        if text == self.draft.text and held == self._held:
            return
        if self.draft.empty and text:
            self.draft.started_at = self._session.clock.now()
        self.draft.text = text
        self._held = held
        self.autosave.typed()
        self.look()

    def correct(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of a draft
        """Change fields of the draft that were chosen by hand."""
        for name, value in changes.items():
            setattr(self.draft, name, value)
        self.autosave.typed()
        self.draft_changed.emit()
        self.look()

    def turn_channel(self) -> None:
        """Go to the next channel: one key."""
        at = CHANNELS.index(self.draft.channel) if self.draft.channel in CHANNELS else -1
        self.correct(channel=CHANNELS[(at + 1) % len(CHANNELS)])

    def choose_person(self, resident: int, name: str, room: int | None) -> None:
        """Say who calls; a lookup typed for it has done its work and leaves the line."""
        self._used_lookup()
        self.correct(resident=resident, caller_name=name, room=room)

    def choose_room(self, room: int) -> None:
        """Say which room it is about."""
        self._used_lookup()
        self.correct(room=room)

    def forget_caller(self) -> None:
        """Take back who calls and which room it is about."""
        self.correct(resident=None, room=None, caller_name="", caller_phone="", place="")

    # --- several calls ------------------------------------------------------------------------
    def park(self) -> bool:
        """Put this call aside and begin another; return whether there was something to park."""
        aside = self.parking.park(self._session.clock.now())
        self._moved()
        return aside

    def back(self, at: int = -1) -> bool:
        """Go back to a parked call."""
        there = self.parking.back(at)
        if there:
            self._moved()
        return there

    # --- ends ---------------------------------------------------------------------------------
    def answer(self, article: int, question: str) -> None:
        """Log the call as answered by an article, and clear the line."""
        words = self._session.words
        self._end(Outcome.ARTICLE, words.say("Answered: {question}", question=question), article)

    def close_call(self) -> None:
        """Log the call as ended without an outcome, and clear the line."""
        if not self.draft.empty:
            self._end(Outcome.NONE, self._session.words.say("The call is logged."), None)

    def make_ticket(self) -> None:
        """Make the ticket; the line is free at once, for the next call may be ringing."""
        session = self._session
        if not self.draft.text.strip():
            session.refuse(Refusal("ticket.words_missing"))
            return
        draft = self._take_out()
        centre, community, memory = session.centre, session.community, session.memory

        def make(write: Write) -> Made:
            becomes = assist.look(memory, centre, draft).becomes
            return ticketing.make_ticket(write, centre, community, draft, becomes)

        session.write(make, partial(self._made, draft), owner=self, failed=self._failed(draft))

    def chase(self, row: TicketRow) -> None:
        """Count a 催单 on an open ticket and end the call with it."""
        draft, session = self._take_out(), self._session
        centre, community = session.centre, session.community
        sentence = session.words.say("Chased: {number}", number=row.number)
        session.write(
            lambda write: ticketing.chase(write, centre, community, draft, row.seen),
            lambda _none: self._left(draft, sentence),
            owner=self,
            failed=self._failed(draft),
        )

    def join(self, row: TicketRow) -> None:
        """Join the same thing already reported and end the call with it."""
        draft, session = self._take_out(), self._session
        centre, community = session.centre, session.community
        sentence = session.words.say("Joined to {number}", number=row.number)
        session.write(
            lambda write: ticketing.join(write, centre, community, draft, row.seen),
            lambda _none: self._left(draft, sentence),
            owner=self,
            failed=self._failed(draft),
        )

    def undo(self) -> None:
        """Bring the last logged call back into the line."""
        if self._last is None:
            return
        last, self._last = self._last, None
        self._session.write(
            lambda write: log.take_back(write, last.call),
            lambda _none: self._returned(last.draft),
            owner=self,
        )

    # --- looking ------------------------------------------------------------------------------
    def look(self) -> None:
        """Read the words anew, off the main thread; only the latest reading is shown."""
        session, draft = self._session, self._looked_at()
        memory, centre = session.memory, session.centre
        session.jobs.run(
            lambda: assist.look(memory, centre, draft),
            self._seen,
            session.refuse,
            lane=Lane.OTHER,
            owner=self,
            key="look",
        )

    def _looked_at(self) -> Draft:
        """Return the draft with what the input method holds, so that a search runs ahead of it."""
        draft = Draft(**vars(self.draft))
        draft.text += self._held
        return draft

    def _seen(self, sight: Sight) -> None:
        before, self.sight = self.sight, sight
        self.sight_changed.emit()
        self._read_tickets(sight)
        self._read_card(sight)
        if before is None or _matter(before) != _matter(sight):
            self._read_same(sight)

    def _read_card(self, sight: Sight) -> None:
        room, resident = self._caller(sight)
        if room is None and resident is None:
            if self.card is not None:
                self.card = None
                self.card_changed.emit()
            return
        database, now = self._session.store.database, self._session.clock.now()
        self._session.read(
            lambda: household(database, now, room=room, resident=resident),
            self._show_card,
            owner=self,
            key="card",
        )

    def _caller(self, sight: Sight) -> tuple[int | None, int | None]:
        """Return whose card to show: who was chosen, else whom the words can only mean."""
        draft = self.draft
        if draft.resident is not None or draft.room is not None:
            return draft.room, draft.resident
        if sight.room is not None:
            return sight.room.id, None
        if sight.found and (sight.lookup or len(sight.found) == 1):
            first = sight.found[0]
            return first.room_id, first.person_id
        return None, None

    def _show_card(self, card: HouseholdCard | None) -> None:
        if card != self.card:
            self.card = card
            self.card_changed.emit()

    def _read_tickets(self, sight: Sight) -> None:
        text = sight.text
        if not (sight.tickets or (len(text) == 4 and text.isdigit())):
            self._show_tickets([])
            return
        database = self._session.store.database
        today = self._session.today()
        self._session.read(
            lambda: find.find(database, text, today, 4), self._show_tickets, owner=self, key="find"
        )

    def _show_tickets(self, rows: list[TicketRow]) -> None:
        if self.tickets != tuple(rows):
            self.tickets = tuple(rows)
            self.tickets_changed.emit()

    def _read_same(self, sight: Sight) -> None:
        family, room = sight.reading.family, sight.becomes.room
        if family is None or not sight.text:
            self._show_same([])
            return
        session = self._session
        database, community, now = session.store.database, session.community, session.clock.now()
        session.read(
            lambda: same.same_thing(database, community, family.value, room, now, limit=3),
            self._show_same,
            owner=self,
            key="same",
        )

    def _show_same(self, rows: list[Same]) -> None:
        if self.same != tuple(rows):
            self.same = tuple(rows)
            self.same_changed.emit()

    # --- moving on ----------------------------------------------------------------------------
    def _end(self, outcome: Outcome, sentence: str, article: int | None) -> None:
        draft, community = self._take_out(), self._session.community
        self._session.write(
            lambda write: log.end(write, community, draft, outcome, article=article),
            lambda logged: self._logged(draft, logged.call, sentence),
            owner=self,
            failed=self._failed(draft),
        )

    def _take_out(self) -> Draft:
        """Free the line for the next call; until its end is durable the draft is kept on disk."""
        draft = self.parking.finish(self._session.clock.now())
        self._leaving.append(draft)
        self._last = None
        self._moved()
        return draft

    def _logged(self, draft: Draft, call: int, sentence: str) -> None:
        self._last = Ended(call, draft)
        self._left(draft, sentence)

    def _made(self, draft: Draft, made: Made) -> None:
        words = self._session.words
        self._left(draft, words.say("Ticket {number} is made", number=made.number))
        self.ticket_made.emit(made)

    def _left(self, draft: Draft, sentence: str) -> None:
        """Let go of a draft whose call ended durably."""
        self._leaving.remove(draft)
        self.autosave.typed()
        self._session.tell(sentence)

    def _failed(self, draft: Draft) -> Callable[[Exception], None]:
        """Return what brings a draft back into the line when its end could not be stored."""

        def failed(error: Exception) -> None:
            self._leaving.remove(draft)
            self._returned(draft)
            self._session.refuse(error)

        return failed

    def _returned(self, draft: Draft) -> None:
        self.parking.reopen(draft, self._session.clock.now())
        self._moved()

    def _moved(self) -> None:
        self._held = ""
        self.autosave.typed()
        self.draft_changed.emit()
        self.look()

    def _used_lookup(self) -> None:
        if self.sight is not None and self.sight.lookup and self.sight.text == self.draft.text:
            self.draft.text = ""


def _matter(sight: Sight) -> tuple[object, ...]:
    """Return what "the same thing" depends on."""
    family = sight.reading.family
    return (family.value if family else None, sight.becomes.room, bool(sight.text))
