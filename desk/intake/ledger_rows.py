"""Writes the tickets of a ledger: numbers, rows, full text and what the file said of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from typing import Final

from peewee import Database

from desk.centre import policy
from desk.centre.calendar import Hold
from desk.centre.profile import Centre
from desk.codes import Due, State, Topic, Urgency
from desk.intake import record
from desk.intake.ledger_plan import COLUMNS, NewTicket
from desk.models import bulk, fulltext
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.sheets.findings import Place
from desk.tickets import numbers
from desk.tickets.numbers import Number

_COLUMNS: Final = ("id", "number", "serial", "draft_key", "imported_id", *COLUMNS)


def put(
    write: Write,
    centre: Centre,
    import_id: int,
    new: Sequence[NewTicket],
    picked: Collection[Place],
) -> None:
    """Write tickets, those unfinished ones whose rows were picked as open ones."""
    database = write.database
    ids = bulk.new_ids(database, "ticket", len(new))
    given = _numbers(database, new)
    opening = _Opening(write, centre)
    held: list[tuple[int, str, int]] = []

    def rows() -> Iterator[tuple[object, ...]]:
        for ticket, number, one in zip(ids, given, new, strict=True):
            columns = one.columns
            if not one.done and one.source in picked:
                columns = opening.columns(one)
                if one.hold is not None:
                    held.append((ticket, one.hold.value, to_stored(write.now)))
            key = f"import-{import_id}-{ticket}"
            yield (ticket, number.text, number.serial, key, import_id, *columns)

    bulk.insert(database, "ticket", _COLUMNS, rows())
    bulk.insert(database, "hold", ("ticket_id", "reason", "since"), held)
    fulltext.put_many(
        database,
        (
            (ticket, f"{_found_by(number)} {one.body}")
            for ticket, number, one in zip(ids, given, new, strict=True)
        ),
    )
    entries = (
        record.Entry(Topic.TICKETS, ticket, record.ADDED, 1, one.source, None, one.said)
        for ticket, one in zip(ids, new, strict=True)
    )
    record.put(write, import_id, entries)


class _Opening:
    """Makes open tickets of old rows: received then, but with clocks that count from now."""

    def __init__(self, write: Write, centre: Centre) -> None:
        self._now = write.now
        self._centre = centre
        tomorrow = centre.calendar.local(write.now).date() + timedelta(days=1)
        self._look_again = centre.calendar.closing_on(tomorrow)

    def columns(self, new: NewTicket) -> tuple[object, ...]:
        """Return the columns of an open ticket; on hold where the ledger says what it waits for.

        Nothing old rings: what was critical then is urgent now.
        """
        urgency = Urgency.URGENT if new.urgency is Urgency.CRITICAL else new.urgency
        state = State.RECEIVED if new.hold is None else State.HOLD
        calendar = self._centre.calendar
        deadlines = policy.deadlines(
            self._centre.policy,
            calendar,
            new.kind,
            urgency,
            self._now,
            holds=() if new.hold is None else [Hold(self._now)],
            family=new.family,
        )
        until = None if new.hold is None else self._look_again
        due_at, clock = policy.due_at(deadlines, None, None, None, state, until, None, calendar)
        instants = {**deadlines._asdict(), "due_at": due_at, "hold_until": until}
        changed = {
            **{name: None if at is None else to_stored(at) for name, at in instants.items()},
            "urgency": urgency.value,
            "state": state.value,
            "state_before": None if new.hold is None else State.RECEIVED.value,
            "is_open": True,
            "crew_id": None,
            "technician_id": None,
            "closed_at": None,
            "due_clock": clock.value if due_at is not None else Due.NONE.value,
            "hold_reason": None if new.hold is None else new.hold.value,
            "result": "",
            "end_reason": "",
        }
        return tuple(
            changed.get(name, value) for name, value in zip(COLUMNS, new.columns, strict=True)
        )


def _numbers(database: Database, new: Sequence[NewTicket]) -> list[Number]:
    """Give every ticket the next number of its local day."""
    counts = Counter(one.day for one in new)
    serials = {day: iter(given) for day, given in numbers.take_many(database, counts).items()}
    return [numbers.written(one.kind, one.day, next(serials[one.day])) for one in new]


def _found_by(number: Number) -> str:
    """Return a number as ``fulltext.spaced`` would."""
    return number.text.lower().replace("-", " ")
