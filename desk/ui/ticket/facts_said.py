"""What is known of a ticket, as labelled lines of words; nothing here paints.

A fact that is not there is left out: an empty line teaches nobody anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from desk.centre.profile import Centre
from desk.codes import Due, State
from desk.language.phones import masked
from desk.tickets import endings
from desk.tickets.detail import Link, TicketDetail
from desk.ui.icons import Icon
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import Words
from desk.words.visits import visit_said


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line.

    Attributes:
        key: by which the view finds it again.
        label, text: what it is called and what it is.
        note: quiet words behind it, in ``tone`` and with ``icon`` where they must be seen.
        link: the ticket it leads to.
    """

    key: str
    label: str
    text: str
    note: str = ""
    tone: Tone = Tone.QUIET
    icon: Icon | None = None
    link: int | None = None


class FactSpeaker:
    """Puts what is known of tickets into words, for one language and centre."""

    def __init__(self, words: Words, centre: Centre) -> None:
        self._words = words
        self._centre = centre

    @property
    def _zone(self) -> ZoneInfo:
        return self._centre.zone

    def facts(self, ticket: TicketDetail, now: datetime, *, bare: bool = False) -> list[Fact]:
        """Return what is known at an instant; ``bare`` shows telephones whole."""
        said = [
            self._hold(ticket, now),
            self._result(ticket),
            self._ended(ticket),
            *self._deadlines(ticket, now),
            self._appointment(ticket, now),
            self._sent(ticket, bare=bare),
            self._caller(ticket, bare=bare),
            self._door(ticket),
            self._chases(ticket, now),
            self._category(ticket),
            self._received(ticket, now),
            self._slip(ticket, now),
            *self._visits(ticket, now),
            *self._links(ticket),
        ]
        return [fact for fact in said if fact is not None]

    # --- what it is -----------------------------------------------------------------------------
    def _category(self, ticket: TicketDetail) -> Fact:
        words, row = self._words, ticket.row
        english = words.language == "en" and row.category_english
        kind = terms.kind(words, row.kind)
        category = english or row.category
        return Fact(
            "category", words.say_in("fact", "About"), category or kind, kind * bool(category)
        )

    def _caller(self, ticket: TicketDetail, *, bare: bool) -> Fact | None:
        row = ticket.row
        phone = row.caller_phone if bare or not row.caller_phone else masked(row.caller_phone)
        if not row.caller_name and not phone:
            return None
        label = self._words.say_in("fact", "Caller")
        return Fact("caller", label, row.caller_name or phone, phone if row.caller_name else "")

    def _received(self, ticket: TicketDetail, now: datetime) -> Fact:
        words = self._words
        when = times.moment(words, ticket.row.received_at, self._zone, now)
        how = terms.channel(words, ticket.channel)
        note = self._listed(how, ticket.received_by, ticket.source_number or "")
        return Fact("received", words.say_in("fact", "Received"), when, note)

    def _door(self, ticket: TicketDetail) -> Fact | None:
        if not ticket.door_note:
            return None
        return Fact("door", self._words.say_in("fact", "At the door"), ticket.door_note)

    # --- who goes there -------------------------------------------------------------------------
    def _sent(self, ticket: TicketDetail, *, bare: bool) -> Fact | None:
        row, label = ticket.row, self._words.say_in("fact", "Crew")
        if not row.crew:
            if row.state is not State.RECEIVED:
                return None
            return Fact("crew", label, self._words.say("nobody yet"))
        phone = self._technician_phone(row.crew_id, row.technician_id)
        shown = phone if bare or not phone else masked(phone)
        return Fact("crew", label, " ".join(n for n in (row.crew, row.technician) if n), shown)

    def _technician_phone(self, crew: int | None, technician: int | None) -> str:
        found = self._centre.crew(crew)
        if found is None:
            return ""
        own = next((one.telephone for one in found.technicians if one.id == technician), "")
        return own or found.form.telephone

    def _appointment(self, ticket: TicketDetail, now: datetime) -> Fact | None:
        row = ticket.row
        if row.appointment_from is None:
            return None
        words = self._words
        when = times.span(words, row.appointment_from, row.appointment_until, self._zone, now)
        return Fact("appointment", words.say_in("fact", "Appointment"), when)

    # --- time -----------------------------------------------------------------------------------
    def _deadlines(self, ticket: TicketDetail, now: datetime) -> list[Fact]:
        passed = (ticket.accepted_at, ticket.arrived_at, ticket.row.finished_at)
        clocks = (
            (Due.RESPOND, ticket.respond_by, passed[0] or passed[1] or passed[2]),
            (Due.ARRIVE, ticket.arrive_by, passed[1] or passed[2]),
            (Due.FINISH, ticket.finish_by, passed[2]),
        )
        # Nobody was late with what was called off.
        off = ticket.row.state in (State.CANCELLED, State.MERGED)
        return [
            self._deadline(ticket, clock, due, met, now)
            for clock, due, met in clocks
            if due is not None and not (off and met is None)
        ]

    def _deadline(
        self, ticket: TicketDetail, clock: Due, due: datetime, met: datetime | None, now: datetime
    ) -> Fact:
        words, row = self._words, ticket.row
        label = terms.due_clock(words, clock)
        fact = Fact(str(clock), label, times.moment(words, due, self._zone, now))
        if met is not None:
            when = times.brief_moment(words, met, self._zone, now)
            if met <= due:
                note = words.say("kept, {time}", time=when)
                return replace(fact, note=note, icon=Icon.CHECK)
            by = times.duration(words, met - due)
            note = words.say("{time}, late by {span}", time=when, span=by)
            return replace(fact, note=note, tone=Tone.OVERDUE, icon=Icon.OVERDUE)
        if not row.is_open or row.state is State.HOLD:
            return fact
        if due <= now:
            note = times.left(words, due, now)
            return replace(fact, note=note, tone=Tone.OVERDUE, icon=Icon.OVERDUE)
        if due - now <= self._centre.policy.soon[row.urgency]:
            note = times.left(words, due, now)
            return replace(fact, note=note, tone=Tone.SOON, icon=Icon.SOON)
        return replace(fact, note=times.left(words, due, now))

    def _hold(self, ticket: TicketDetail, now: datetime) -> Fact | None:
        row, words = ticket.row, self._words
        if row.state is not State.HOLD or row.hold_reason is None:
            return None
        reason = terms.hold_reason(words, row.hold_reason)
        again = ""
        if ticket.hold_until is not None:
            day = times.day(words, ticket.hold_until, self._zone, now)
            again = words.say("look again {day}", day=day)
        label = terms.state(words, State.HOLD)
        if ticket.hold_until is not None and ticket.hold_until <= now:
            return Fact("hold", label, reason, again, Tone.OVERDUE, Icon.OVERDUE)
        return Fact("hold", label, reason, again, Tone.HOLD, Icon.HOLD)

    def _chases(self, ticket: TicketDetail, now: datetime) -> Fact | None:
        count, words = ticket.row.chased, self._words
        if not count:
            return None
        text = words.say_n("{n} time", "{n} times", count)
        note = ""
        if ticket.chased_at is not None:
            when = times.brief_moment(words, ticket.chased_at, self._zone, now)
            note = words.say("last {time}", time=when)
        return Fact("chases", words.say_in("fact", "Chased"), text, note, icon=Icon.CHASE)

    # --- paper, result --------------------------------------------------------------------------
    def _slip(self, ticket: TicketDetail, now: datetime) -> Fact | None:
        words, label = self._words, self._words.say_in("fact", "Slip")
        if ticket.slip_returned_at is not None:
            when = times.brief_moment(words, ticket.slip_returned_at, self._zone, now)
            return Fact("slip", label, words.say("back {time}", time=when), icon=Icon.CHECK)
        if ticket.slip_printed_at is None:
            return None
        when = times.brief_moment(words, ticket.slip_printed_at, self._zone, now)
        count = ticket.row.slip_prints
        text = words.say_n("printed {time}", "printed {n} times, last {time}", count, time=when)
        return Fact("slip", label, text, words.say("not back"))

    def _result(self, ticket: TicketDetail) -> Fact | None:
        if not ticket.result:
            return None
        return Fact("result", self._words.say_in("fact", "Result"), ticket.result)

    def _ended(self, ticket: TicketDetail) -> Fact | None:
        if not ticket.end_reason:
            return None
        words = self._words
        cancelled = ticket.row.state is State.CANCELLED
        label = words.say_in("fact", "Cancelled") if cancelled else words.say_in("fact", "Closed")
        if ticket.end_reason == endings.IMPORTED_UNFINISHED:
            reason = words.say("not finished in the old ledger, closed by the import")
            return Fact("ended", label, reason)
        return Fact("ended", label, ticket.end_reason)

    def _visits(self, ticket: TicketDetail, now: datetime) -> list[Fact]:
        words, label = self._words, self._words.say_in("fact", "Return visit")
        said = []
        for at, visit in enumerate(ticket.visits):
            when = times.brief_moment(words, visit.at, self._zone, now)
            note = self._listed(when, visit.staff)
            brought = visit_said(
                words, reached=visit.reached, solved=visit.solved, score=visit.score
            )
            said.append(Fact(f"visit{at}", label, brought, note))
        if ticket.row.state is State.TO_VISIT and ticket.visit_on is not None:
            day = times.day(words, ticket.visit_on, self._zone, now)
            said.append(Fact("visit_on", label, words.say("planned {day}", day=day)))
        return said

    # --- other tickets --------------------------------------------------------------------------
    def _links(self, ticket: TicketDetail) -> list[Fact]:
        words = self._words
        links: list[tuple[str, Link]] = []
        if ticket.reopened_from is not None:
            links.append((words.say_in("fact", "Goes on with"), ticket.reopened_from))
        links += [(words.say_in("fact", "Goes on as"), link) for link in ticket.reopened_as]
        if ticket.merged_into is not None:
            links.append((words.say_in("fact", "Merged into"), ticket.merged_into))
        links += [(words.say_in("fact", "Holds too"), link) for link in ticket.merged]
        return [
            Fact(
                f"link{link.ticket_id}",
                label,
                link.number,
                terms.state(words, link.state),
                link=link.ticket_id,
            )
            for label, link in links
        ]

    def _listed(self, *parts: str) -> str:
        comma = self._words.say_in("between parts of a list", ", ")
        return comma.join(part for part in parts if part)
