"""What the sample consists of, as values: a writer replays them through the floors below.

Rows name each other by ``key``, never by a database id. Instants are aware UTC; a ``date`` is a
local day of the centre. The steps of a ticket are those of ``desk.tickets.states.Step``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from desk.codes import (
    Channel,
    ClockRun,
    Family,
    HoldReason,
    Kind,
    Outcome,
    Relation,
    Role,
    RoomKind,
    State,
    Urgency,
)
from desk.tickets.states import Step


@dataclass(frozen=True, slots=True)
class Community:
    """The one community; ``english`` is its name where the sample is made in English."""

    name: str
    english: str
    telephone: str
    address: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Who may sign in; the PIN is the sample's own and is said on the first screen."""

    key: str
    name: str
    initial: str
    role: Role
    pin: str


@dataclass(frozen=True, slots=True)
class Technician:
    """A member of a crew; the key is the name, which is unique in the sample."""

    key: str
    name: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Crew:
    """Who goes there, for which families, at which hours; earlier crews come first by rule."""

    key: str
    name: str
    english: str
    hours: ClockRun
    leader: str
    covers: tuple[Family, ...]
    technicians: tuple[Technician, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A room; ``unit`` is '' for villas, shops and garages. The label is its key."""

    building: str
    unit: str
    number: str
    kind: RoomKind
    note: str = ""

    @property
    def label(self) -> str:
        """The room as the desk writes it: ``3-2-1502``, ``别墅-8``."""
        return "-".join(part for part in (self.building, self.unit, self.number) if part)

    @property
    def floor(self) -> int:
        """The storey of a flat; 0 for every other room."""
        return int(self.number[:-2]) if self.kind is RoomKind.FLAT else 0


@dataclass(frozen=True, slots=True)
class Lift:
    """A lift of a unit; facilities have no table yet, tickets name it in words."""

    key: str
    building: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class Resident:
    """A person; the first phone is the one to try first, several people may share one."""

    key: str
    name: str
    phones: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Occupancy:
    """What a resident (key) is to a room (label)."""

    room: str
    resident: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Article:
    """An approved answer, in Chinese and in English; ``owner`` is a staff key."""

    key: str
    question: str
    phrasings: tuple[str, ...]
    answer: str
    category: str
    owner: str
    valid_until: date | None
    english_question: str
    english_answer: str
    english_category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One step of a ticket, with what that step needs; everything else keeps its default.

    The ticket service does two steps by itself, which a writer then leaves out: a ticket whose
    crew is chosen by rule is dispatched as it is made (where the rule chose another crew than
    ``crew``, a transfer follows), and a finish plans the return visit.

    Attributes:
        step: what is done.
        at: when it happened; never before the step above it, never after the plan's now.
        by: key of who entered it at the desk.
        text: hold note, result (finish), remark (visit), reason (transfer, cancel), what was said
            (chase), words (comment, reopen).
        crew: crew key: dispatch, transfer.
        technician: technician key: dispatch (where one is named), accept, arrive, transfer.
        hold_reason: hold.
        on: the day to look again (hold), the day of the visit (plan_visit).
        begin: appoint, with ``until``.
        until: appoint.
        satisfied: finish: what the resident ticked on the slip.
        reached: visit: somebody answered; without it the ticket stays to_visit.
        score: visit: 1 to 5; a visit that was answered is solved and closes the ticket.
        ticket: key of the other ticket: merge (into), reopen (the new one, which this makes).
    """

    step: Step
    at: datetime
    by: str
    text: str = ""
    crew: str | None = None
    technician: str | None = None
    hold_reason: HoldReason | None = None
    on: date | None = None
    begin: datetime | None = None
    until: datetime | None = None
    satisfied: bool | None = None
    reached: bool | None = None
    score: int | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPlan:
    """A ticket from its first word to where it stands at the plan's now.

    Attributes:
        key: unique and stable, fit for a draft key.
        story: which story of ``stories.json`` it tells.
        category: upper level and name, e.g. ``("公共", "电梯")``; None for praise and errands.
        room: label of the caller's room.
        resident: key of the caller where he is known.
        place: the room's label, or a public place in words.
        spot: where exactly indoors; '' for public places.
        state: where it stands in the end.
        reopened_from: key of the ticket whose reopen step makes this one; a writer takes it from
            there instead of making it.
        steps: in the order of time.
    """

    key: str
    story: str
    kind: Kind
    category: tuple[str, str] | None
    urgency: Urgency
    channel: Channel
    received_at: datetime
    received_by: str
    room: str
    resident: str | None
    caller_name: str
    caller_phone: str
    place: str
    words: str
    spot: str
    door_note: str
    state: State
    reopened_from: str | None
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPlan:
    """One conversation; ``article`` and ``ticket`` are keys."""

    key: str
    channel: Channel
    resident: str | None
    room: str | None
    caller_name: str
    caller_phone: str
    words: str
    started_at: datetime
    ended_at: datetime
    outcome: Outcome
    article: str | None
    ticket: str | None
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePlan:
    """Everything the sample puts into an empty data folder.

    ``tickets`` are in the order in which they were received, ``calls`` in that in which they
    began: numbers given out in this order rise with time.
    """

    seed: int
    now: datetime
    community: Community
    staff: tuple[StaffMember, ...]
    crews: tuple[Crew, ...]
    rooms: tuple[Room, ...]
    lifts: tuple[Lift, ...]
    residents: tuple[Resident, ...]
    occupancies: tuple[Occupancy, ...]
    articles: tuple[Article, ...]
    tickets: tuple[TicketPlan, ...]
    calls: tuple[CallPlan, ...]

    def timeline(self) -> list[Event]:
        """Return everything that happens to tickets and calls in the order of time.

        A ticket's first event has no step: make it then, unless it is ``reopened_from`` another.
        A call comes when it ended, after the ticket and the step it led to.
        """
        events = [
            Event(ticket.received_at, 0, ticket=ticket)
            for ticket in self.tickets
            if ticket.reopened_from is None
        ]
        events += [
            Event(step.at, 1, ticket=ticket, step=step)
            for ticket in self.tickets
            for step in ticket.steps
        ]
        events += [Event(call.ended_at, 2, call=call) for call in self.calls]
        return sorted(events, key=lambda event: (event.at, event.rank))


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be written: a ticket (no step), a step of it, or a call."""

    at: datetime
    rank: int = field(repr=False)
    ticket: TicketPlan | None = None
    step: PlannedStep | None = None
    call: CallPlan | None = None
