"""What was open at an instant: now, as it is stored; earlier, as it had become by then.

A day that is over is told from what happened before its end, as far as that is known today: work
entered a day late was done on its day, and a step that was taken back was never done. So the
present row is rewound by what the journal says of each later step, and its times tell the state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple

from peewee import Database

from desk.centre.profile import Centre
from desk.codes import Due, HoldReason, State, Topic, Urgency
from desk.models import sql
from desk.models.fields import to_stored
from desk.reports.counted import owned_by
from desk.reports.rewinding import COLUMNS, Step, Then
from desk.tickets import queue, rows
from desk.tickets.rows import UNTAKEN, TicketRow

#: Values in one statement: below what either database takes.
_AT_ONCE: Final = 5_000
#: Steps of one ticket, roughly: tells whether to read the journal from an instant on or by ticket.
_STEPS: Final = 8
#: More late tickets than any centre has: all of them.
MANY: Final = 1_000_000


class Sent(NamedTuple):
    """Who was sent, by their ids."""

    crew: int | None
    technician: int | None


class Late(NamedTuple):
    """A ticket whose deadline had passed; ``row`` names it, how it stood then is beside it."""

    row: TicketRow
    state: State
    due: Due
    due_at: datetime
    hold: HoldReason | None
    sent: Sent


@dataclass(slots=True)
class Standing:
    """What was open at an instant, by state, and what of it was late: what rang, then the oldest.

    ``late`` may be shortened, ``late_count`` counts all.
    """

    states: Counter[State] = field(default_factory=Counter)
    late_count: int = 0
    late: list[Late] = field(default_factory=list)


def standing_now(
    database: Database, now: datetime, community: int | None, most: int = MANY
) -> Standing:
    """Return what is open and late now, at most so many late ones, in the order of the queue."""
    owned, ids = owned_by(community)
    by_state = f"SELECT t.state, count(*) FROM ticket t WHERE t.is_open{owned} GROUP BY t.state"
    count = f"SELECT count(*) FROM ticket t WHERE t.is_open AND t.due_at <= ?{owned}"
    counted = sql.one(database, count, (to_stored(now), *ids))
    overdue = queue.Filter(chip=queue.Chip.OVERDUE, community=community)
    return Standing(
        Counter({State(state): n for state, n in sql.rows(database, by_state, ids)}),
        int(counted[0]) if counted else 0,
        [
            _as_it_is(row, row.due_at)
            for row in queue.page(database, overdue, now, {}, limit=most)
            if row.due_at is not None
        ],
    )


def _as_it_is(row: TicketRow, due_at: datetime) -> Late:
    sent = Sent(row.crew_id, row.technician_id)
    return Late(row, row.state, row.due_clock, due_at, row.hold_reason, sent)


def standing_at(
    database: Database, centre: Centre, end: datetime, community: int | None, most: int = MANY
) -> Standing:
    """Return the same of an instant that is over; what happened at it is later."""
    micros = to_stored(end)
    tickets = {ticket.id: ticket for ticket in _open_at(database, micros, community)}
    for ticket, entries in _later_steps(database, micros, tickets):
        ticket.rewind(entries)
    holds = _holds(database, micros)
    standing = Standing()
    late: list[tuple[bool, datetime, int, State, Due]] = []
    for ticket in tickets.values():
        state = ticket.state(micros, ticket.id in holds)
        standing.states[state] += 1
        due_at, due = ticket.due(state, micros, centre)
        if due_at is not None and due_at <= end:
            rings = ticket.urgency == Urgency.CRITICAL and state in UNTAKEN
            late.append((not rings, due_at, ticket.id, state, due))
    standing.late_count = len(late)
    # Only what is shown is read whole.
    late = sorted(late)[:most]
    named = _rows(database, [ticket for _, _, ticket, _, _ in late])
    for _, due_at, one, state, due in late:
        held = holds.get(one) if state is State.HOLD else None
        columns = tickets[one].columns
        sent = Sent(columns["crew"], columns["technician"])
        standing.late.append(Late(named[one], state, due, due_at, held, sent))
    return standing


def _open_at(database: Database, end: int, community: int | None) -> Iterator[Then]:
    """Read what had come in and was not over, from the shorter side of the ended ones."""
    owned, ids = owned_by(community)
    listed = ", ".join(f"t.{column}" for column in COLUMNS.values())
    select = f"SELECT t.id, t.urgency, {listed} FROM ticket t WHERE "
    still = f"t.is_open AND +t.received_at < ?{owned}"
    for ticket, urgency, *values in sql.rows(database, select + still, (end, *ids)):
        yield Then(ticket, urgency, values)
    since, until = ("+", "") if _is_early(database, end) else ("", "+")
    ended = f"NOT t.is_open AND {since}t.closed_at >= ? AND {until}t.received_at < ?{owned}"
    for ticket, urgency, *values in sql.rows(database, select + ended, (end, end, *ids)):
        yield Then(ticket, urgency, values)


def _is_early(database: Database, end: int) -> bool:
    """Tell whether an instant is nearer to the first ticket than to the last that ended."""
    first = sql.one(database, "SELECT min(received_at) FROM ticket")
    last = sql.one(database, "SELECT max(closed_at) FROM ticket WHERE closed_at IS NOT NULL")
    if not first or not last or first[0] is None or last[0] is None:
        return False
    return bool(end - first[0] < last[0] - end)


def _later_steps(
    database: Database, end: int, tickets: Mapping[int, Then]
) -> Iterator[tuple[Then, list[Step]]]:
    """Read what changed those tickets later, in the order in which it was entered."""
    steps: dict[int, list[Step]] = {}
    for subject, entry, action, raw in _entries(database, end, tickets):
        if subject in tickets:
            detail = sql.document(raw)
            if "was" in detail:
                steps.setdefault(subject, []).append(Step(entry, action, detail))
    for subject, entries in steps.items():
        yield tickets[subject], sorted(entries)


def _entries(
    database: Database, end: int, tickets: Mapping[int, Then]
) -> Iterator[tuple[Any, ...]]:
    select = "SELECT subject, id, action, detail FROM journal_entry WHERE"
    topic = str(Topic.TICKETS)
    most = _STEPS * len(tickets)
    few = "SELECT count(*) FROM (SELECT 1 FROM journal_entry WHERE occurred_at >= ? LIMIT ?) later"
    later = sql.one(database, few, (end, most + 1))
    if later is not None and later[0] <= most:
        # With nothing strung to it the topic would choose the index, and it is a long one.
        tail = " topic || '' = ? AND occurred_at >= ?"
        yield from sql.rows(database, select + tail, (topic, end))
        return
    for ids in in_parts(tickets):
        marks = ", ".join("?" * len(ids))
        tail = f" topic = ? AND subject IN ({marks}) AND +occurred_at >= ?"
        yield from sql.rows(database, select + tail, (topic, *ids, end))


def _holds(database: Database, end: int) -> dict[int, HoldReason]:
    """Return the tickets that were on hold at an instant, and why."""
    query = "SELECT ticket_id, reason FROM hold WHERE since < ? AND (until IS NULL OR until >= ?)"
    return {ticket: HoldReason(reason) for ticket, reason in sql.rows(database, query, (end, end))}


def _rows(database: Database, tickets: Sequence[int]) -> dict[int, TicketRow]:
    return {row.ticket_id: row for ids in in_parts(tickets) for row in rows.by_ids(database, ids)}


def in_parts(ids: Iterable[int]) -> Iterator[list[int]]:
    """Give ids in parts that one statement can take."""
    listed = list(ids)
    for first in range(0, len(listed), _AT_ONCE):
        yield listed[first : first + _AT_ONCE]
