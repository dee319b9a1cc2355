"""What the words in the line lead to, read anew at each key: only the latest reading is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import Database
from PySide6.QtCore import QObject, Signal

from desk.calls.card import HouseholdCard, household
from desk.calls.drafts import Draft
from desk.codes import Family, Topic
from desk.tickets import find, same
from desk.tickets.rows import TicketRow
from desk.tickets.same import Same
from desk.ui.call.second_order import SecondOrder
from desk.ui.jobs import Lane
from desk.ui.session import Session

if TYPE_CHECKING:
    from desk.calls.assist import Sight

#: Tickets that one number may mean, those with the words in them, and reports of the same thing.
_TICKETS, _WITH_WORDS, _SAME = 4, 3, 6
_SERIAL = range(4, 7)
#: Characters from which words are looked for in tickets; a number from elsewhere has a figure.
_LEAST, _HAS_FIGURE = 2, re.compile(r"\d")
_HOUSEHOLDS = frozenset({Topic.TICKETS, Topic.RESIDENTS, Topic.ROOMS, Topic.CATEGORIES})


class Whose(NamedTuple):
    """Whose card it is: ids of a room and of a resident."""

    room: int | None
    resident: int | None


class _About(NamedTuple):
    """What the same thing already reported would be about."""

    family: Family
    room: int | None
    place: str


class _Tickets(NamedTuple):
    """The tickets a line names, and those in which its words stand."""

    named: tuple[TicketRow, ...]
    past: tuple[TicketRow, ...]


_NONE = _Tickets((), ())


class Looking(QObject):
    """Follows one draft.

    Attributes:
        sight: what its words lead to, as last read; None before the first.
        card: the household card, or None.
        tickets: tickets named in the words.
        past: tickets, old ones too, in which the words stand as they are.
        same: the same thing already reported.
        second_order: puts the answers in order once more, where a model for it is installed.
    """

    sight_changed = Signal()
    card_changed = Signal()
    tickets_changed = Signal()
    same_changed = Signal()
    #: Everything that was asked for has come: what is shown is what the words lead to.
    settled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.sight: Sight | None = None
        self.card: HouseholdCard | None = None
        self.tickets: tuple[TicketRow, ...] = ()
        self.past: tuple[TicketRow, ...] = ()
        self.same: tuple[Same, ...] = ()
        self._draft: Draft | None = None
        self._awaited: set[str] = set()
        self._peeked: Whose | None = None
        self._whose: Whose | None = None
        self._text: str = ""
        self._about: _About | None = None
        self.second_order = SecondOrder(session, self)
        self.second_order.came.connect(self._show_again)
        session.changed.connect(self._hear)

    @property
    def is_settled(self) -> bool:
        """Whether nothing that was asked for is still to come."""
        return not self._awaited

    def look(self, draft: Draft, *, composing: bool = False) -> None:
        """Read a draft, off the main thread; it is a copy and nobody writes to it any more."""
        self.second_order.begin(draft.text, composing=composing)
        session = self._session
        memory, centre = session.memory, session.centre
        self._draft = draft
        self._awaited.add("sight")

        def read() -> Sight:
            from desk.calls import assist  # the reading of language: no part of the first picture

            return assist.look(memory, centre, draft)

        session.jobs.run(
            read,
            partial(self._seen, draft),
            partial(self._failed, "sight"),
            lane=Lane.LOOK,
            owner=self,
            key="look",
        )

    def peek(self, whose: Whose | None) -> None:
        """Show the card of somebody who is pointed at and not chosen yet; None ends it."""
        self._peeked = whose
        if self.sight is not None and "sight" not in self._awaited:
            self._read_card()

    def _seen(self, draft: Draft, sight: Sight) -> None:
        sight = self.second_order.seen(sight)
        self._draft, self.sight = draft, sight
        self._peeked = None
        self.sight_changed.emit()
        self._read_tickets(sight)
        self._read_card()
        self._read_same(sight)
        self._came("sight")

    def _show_again(self, sight: Sight) -> None:
        self.sight = sight
        self.sight_changed.emit()

    # --- the card -----------------------------------------------------------------------------
    def _read_card(self, *, again: bool = False) -> None:
        whose = self._peeked or self._meant()
        if whose == self._whose and not again:
            return
        self._whose = whose
        if whose is None:
            self._show_card(whose, None)
            return
        database, now = self._session.store.database, self._session.clock.now()
        room, resident = whose
        self._read(
            "card",
            lambda: household(database, now, room=room, resident=resident),
            partial(self._show_card, whose),
        )

    def _meant(self) -> Whose | None:
        """Return whose card to show: who was chosen, else whom a sentence can only mean."""
        draft, sight = self._draft, self.sight
        if draft is None or sight is None:
            return None
        if draft.resident is not None or draft.room is not None:
            return Whose(sight.room.id if sight.room is not None else draft.room, draft.resident)
        caller = sight.caller.person_id if sight.caller is not None else None
        room = sight.room.id if sight.room is not None and not sight.lookup else None
        return None if caller is None and room is None else Whose(room, caller)

    def _show_card(self, whose: Whose | None, card: HouseholdCard | None) -> None:
        if whose == self._whose and card != self.card:
            self.card = card
            self.card_changed.emit()
        self._came("card")

    # --- tickets that are named ---------------------------------------------------------------
    def _read_tickets(self, sight: Sight, *, again: bool = False) -> None:
        named = sight.tickets[0] if sight.tickets else None
        text = sight.text if named is None else named.number or named.serial
        if text == self._text and not again:
            return
        self._text = text
        if not text:
            self._show_tickets(text, _NONE)
            return
        database, today = self._session.store.database, self._session.today()
        self._read(
            "tickets",
            lambda: _tickets(database, text, today, whole=named is None and not sight.lookup),
            partial(self._show_tickets, text),
        )

    def _show_tickets(self, text: str, found: _Tickets) -> None:
        if text == self._text and (self.tickets, self.past) != found:
            self.tickets, self.past = found
            self.tickets_changed.emit()
        self._came("tickets")

    # --- the same thing -----------------------------------------------------------------------
    def _read_same(self, sight: Sight, *, again: bool = False) -> None:
        family, becomes = sight.reading.family, sight.becomes
        about = None
        if family is not None and (becomes.room is not None or becomes.place):
            about = _About(family.value, becomes.room, becomes.place)
        if about == self._about and not again:
            return
        self._about = about
        if about is None:
            self._show_same(about, [])
            return
        session = self._session
        database, community, now = session.store.database, session.community, session.clock.now()
        kind, room, place = about
        self._read(
            "same",
            lambda: same.same_thing(database, community, kind, room, now, place=place, limit=_SAME),
            partial(self._show_same, about),
        )

    def _show_same(self, about: _About | None, rows: list[Same]) -> None:
        if about == self._about and self.same != tuple(rows):
            self.same = tuple(rows)
            self.same_changed.emit()
        self._came("same")

    # --- what others commit -------------------------------------------------------------------
    def _hear(self, topics: frozenset[Topic]) -> None:
        if self.sight is None or not topics & _HOUSEHOLDS:
            return
        self._read_card(again=True)
        if Topic.TICKETS in topics:
            self._read_tickets(self.sight, again=True)
            self._read_same(self.sight, again=True)

    # --- waiting ------------------------------------------------------------------------------
    def _read(self, what: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._awaited.add(what)
        self._session.jobs.run(work, done, partial(self._failed, what), owner=self, key=what)

    def _failed(self, what: str, error: Exception) -> None:
        self._session.refuse(error)
        self._came(what)

    def _came(self, what: str) -> None:
        if what in self._awaited:
            self._awaited.discard(what)
            if not self._awaited:
                self.settled.emit()


def _tickets(database: Database, text: str, today: date, *, whole: bool) -> _Tickets:
    """Return the tickets of a number, and for ``whole`` those with the words of a whole line."""
    exact = find.by_number(database, text)
    if exact is not None:
        return _Tickets((exact,), ())
    if text.isdecimal():
        serial = len(text) in _SERIAL
        named = find.by_serial(database, text, today, _TICKETS) if serial else []
        return _Tickets(tuple(named), ())
    named = find.by_source_number(database, text, _TICKETS) if _HAS_FIGURE.search(text) else []
    past = find.by_text(database, text, _WITH_WORDS) if whole and len(text) >= _LEAST else []
    known = {row.ticket_id for row in named}
    return _Tickets(tuple(named), tuple(row for row in past if row.ticket_id not in known))
