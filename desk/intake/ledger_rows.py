"""Writes the tickets of a ledger: numbers, rows, full text and what the file said of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from peewee import Database

from desk.centre import policy
from desk.centre.calendar import Hold
from desk.centre.profile import Centre
from desk.codes import OPEN_STATES, Due, Family, Kind, State, Topic, Urgency
from desk.intake import record
from desk.intake.ledger_plan import NewTicket
from desk.models import bulk, fulltext
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.sheets.findings import Place
from desk.tickets import endings, numbers
from desk.tickets.numbers import Number

_COLUMNS: Final = (
    "id",
    "version",
    "community_id",
    "number",
    "serial",
    "draft_key",
    "source_number",
    "kind",
    "category_id",
    "urgency",
    "state",
    "state_before",
    "is_open",
    "channel",
    "room_id",
    "resident_id",
    "place",
    "caller_name",
    "caller_phone",
    "words",
    "spot",
    "door_note",
    "crew_id",
    "technician_id",
    "received_at",
    "finished_at",
    "closed_at",
    "respond_by",
    "arrive_by",
    "finish_by",
    "due_at",
    "due_clock",
    "hold_reason",
    "hold_until",
    "chased",
    "slip_prints",
    "result",
    "end_reason",
    "imported_id",
)


def put(
    write: Write,
    centre: Centre,
    community: int,
    import_id: int,
    new: Sequence[NewTicket],
    picked: Collection[Place],
) -> None:
    """Write tickets, those whose rows were picked as open ones."""
    database = write.database
    ids = bulk.new_ids(database, "ticket", len(new))
    given = _numbers(database, new)
    opening = _Opening(write, centre)
    shapes = [
        opening.shape(one) if not one.done and one.source in picked else _closed(one) for one in new
    ]
    bulk.insert(
        database,
        "ticket",
        _COLUMNS,
        (
            _row(ticket, community, import_id, number, one, shape)
            for ticket, number, one, shape in zip(ids, given, new, shapes, strict=True)
        ),
    )
    fulltext.put_many(
        database,
        (
            (ticket, f"{fulltext.spaced(number.text)} {one.body}")
            for ticket, number, one in zip(ids, given, new, strict=True)
        ),
    )
    held = (
        (ticket, shape.hold_reason, to_stored(write.now))
        for ticket, shape in zip(ids, shapes, strict=True)
        if shape.state is State.HOLD
    )
    bulk.insert(database, "hold", ("ticket_id", "reason", "since"), held)
    entries = (
        record.Entry(Topic.TICKETS, ticket, "added", 1, one.source, None, one.said)
        for ticket, one in zip(ids, new, strict=True)
    )
    record.put(write, import_id, entries)


class _Shape(NamedTuple):
    """The columns in which an open ticket and one that is over differ."""

    state: State
    urgency: str
    crew: int | None
    technician: int | None
    finished_at: int | None = None
    closed_at: int | None = None
    respond_by: int | None = None
    arrive_by: int | None = None
    finish_by: int | None = None
    due_at: int | None = None
    due_clock: str = Due.NONE.value
    hold_reason: str | None = None
    hold_until: int | None = None
    result: str = ""
    end_reason: str = ""


def _row(
    ticket: int, community: int, import_id: int, number: Number, new: NewTicket, shape: _Shape
) -> tuple[object, ...]:
    """Return the values of ``_COLUMNS``."""
    return (
        ticket,
        1,
        community,
        number.text,
        number.serial,
        f"import-{import_id}-{ticket}",
        new.source_number,
        new.kind,
        new.category,
        shape.urgency,
        shape.state.value,
        State.RECEIVED.value if shape.state is State.HOLD else None,
        shape.state in OPEN_STATES,
        new.channel,
        new.room,
        new.resident,
        new.place,
        new.caller_name,
        new.caller_phone,
        new.words,
        "",
        "",
        shape.crew,
        shape.technician,
        new.received_at,
        shape.finished_at,
        shape.closed_at,
        shape.respond_by,
        shape.arrive_by,
        shape.finish_by,
        shape.due_at,
        shape.due_clock,
        shape.hold_reason,
        shape.hold_until,
        0,
        0,
        shape.result,
        shape.end_reason,
        import_id,
    )


def _closed(new: NewTicket) -> _Shape:
    """Return what is over: when it was finished, else when it was reported, which is all we know.

    What the ledger left unfinished says so as the reason of its end.
    """
    return _Shape(
        state=State(new.state),
        urgency=new.urgency,
        crew=new.crew,
        technician=new.technician,
        finished_at=new.finished_at,
        closed_at=new.received_at if new.finished_at is None else new.finished_at,
        finish_by=new.finish_by,
        result=new.result,
        end_reason="" if new.done else endings.IMPORTED_UNFINISHED,
    )


class _Opening:
    """Makes open tickets of old rows: received then, but with clocks that count from now."""

    def __init__(self, write: Write, centre: Centre) -> None:
        self._now = write.now
        self._centre = centre
        tomorrow = centre.calendar.local(write.now).date() + timedelta(days=1)
        self._look_again = centre.calendar.closing_on(tomorrow)

    def shape(self, new: NewTicket) -> _Shape:
        """Return an open ticket; on hold where the ledger says what it waits for.

        Nothing old rings: what was critical then is urgent now.
        """
        urgency = Urgency(new.urgency)
        if urgency is Urgency.CRITICAL:
            urgency = Urgency.URGENT
        state = State.HOLD if new.hold is not None else State.RECEIVED
        calendar = self._centre.calendar
        deadlines = policy.deadlines(
            self._centre.policy,
            calendar,
            Kind(new.kind),
            urgency,
            self._now,
            holds=[Hold(self._now)] if new.hold is not None else (),
            family=Family(new.family) if new.family is not None else None,
        )
        until = self._look_again if new.hold is not None else None
        due_at, clock = policy.due_at(deadlines, None, None, None, state, until, None, calendar)
        stored = [None if at is None else to_stored(at) for at in (*deadlines, due_at)]
        return _Shape(
            state=state,
            urgency=urgency.value,
            crew=None,
            technician=None,
            respond_by=stored[0],
            arrive_by=stored[1],
            finish_by=stored[2],
            due_at=stored[3],
            due_clock=clock.value if due_at is not None else Due.NONE.value,
            hold_reason=new.hold,
            hold_until=None if until is None else to_stored(until),
        )


def _numbers(database: Database, new: Sequence[NewTicket]) -> list[Number]:
    """Give every ticket the next number of its local day."""
    counts = Counter(one.day for one in new)
    serials = {day: iter(given) for day, given in numbers.take_many(database, counts).items()}
    return [numbers.written(Kind(one.kind), one.day, next(serials[one.day])) for one in new]
