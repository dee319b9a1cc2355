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
from desk.reports.counted import as_document, owned_by
from desk.reports.rewinding import COLUMNS, Step, Then
from desk.tickets import rows
from desk.tickets.rows import UNTAKEN, TicketRow

#: Values in one statement: below what either database takes.
_AT_ONCE: Final = 5_000
#: Steps of one ticket, roughly: tells whether to read the journal from an instant on or by ticket.
_STEPS: Final = 8


class Late(NamedTuple):
    """A ticket whose deadline had passed; ``row`` names it, its state and clocks are beside it."""

    row: TicketRow
    state: State
    due: Due
    due_at: datetime
    hold: HoldReason | None
    crew: int | None
    technician: int | None

    @property
    def rings(self) -> bool:
        """Tell whether it is critical and nobody had taken it."""
        return self.row.urgency is Urgency.CRITICAL and self.state in UNTAKEN


@dataclass(slots=True)
class Standing:
    """What was open at an instant, by state, and what of it was late."""

    states: Counter[State] = field(default_factory=Counter)
    late: list[Late] = field(default_factory=list)


def standing_now(database: Database, now: datetime, community: int | None) -> Standing:
    """Return what is open and late now."""
    owned, ids = owned_by(community)
    by_state = "SELECT t.state, count(*) FROM ticket t WHERE t.is_open" + owned
    late = f"WHERE t.is_open AND t.due_at <= ?{owned}"
    return Standing(
        Counter({State(s): n for s, n in sql.rows(database, f"{by_state} GROUP BY t.state", ids)}),
        [
            Late(
                row, row.state, row.due_clock, row.due_at, row.hold_reason, row.crew_id,
                row.technician_id,
            )
            for row in rows.select(database, late, (to_stored(now), *ids))
            if row.due_at is not None
        ],
    )  # fmt: skip


def standing_at(
    database: Database, centre: Centre, end: datetime, community: int | None
) -> Standing:
    """Return what was open and late at an instant that is over; what happened at it is later."""
    tickets = {ticket.id: ticket for ticket in _open_at(database, to_stored(end), community)}
    for ticket, entries in _later_steps(database, to_stored(end), tickets):
        ticket.rewind(entries)
    holds = _holds(database, to_stored(end))
    standing = Standing()
    late: list[tuple[datetime, Then, State, Due]] = []
    for ticket in tickets.values():
        state = ticket.state(to_stored(end), ticket.id in holds)
        standing.states[state] += 1
        due_at, due = ticket.due(state, to_stored(end), centre)
        if due_at is not None and due_at <= end:
            late.append((due_at, ticket, state, due))
    named = _rows(database, [ticket.id for _, ticket, _, _ in late])
    for due_at, ticket, state, due in late:
        held = holds.get(ticket.id) if state is State.HOLD else None
        columns = ticket.columns
        standing.late.append(
            Late(
                named[ticket.id],
                state,
                due,
                due_at,
                held,
                columns["crew"],
                columns["technician"],
            )
        )
    return standing


def _open_at(database: Database, end: int, community: int | None) -> Iterator[Then]:
    """Read what had come in and was not over, from the shorter side of the ended ones."""
    owned, ids = owned_by(community)
    listed = ", ".join(f"t.{column}" for column in COLUMNS.values())
    select = f"SELECT t.id, {listed} FROM ticket t WHERE "
    still = f"t.is_open AND +t.received_at < ?{owned}"
    for ticket, *values in sql.rows(database, select + still, (end, *ids)):
        yield Then(ticket, values)
    since, until = ("+", "") if _is_early(database, end) else ("", "+")
    ended = f"NOT t.is_open AND {since}t.closed_at >= ? AND {until}t.received_at < ?{owned}"
    for ticket, *values in sql.rows(database, select + ended, (end, end, *ids)):
        yield Then(ticket, values)


def _is_early(database: Database, end: int) -> bool:
    """Tell whether an instant is nearer to the first ticket than to the last that ended."""
    first = sql.one(database, "SELECT min(received_at) FROM ticket")
    last = sql.one(database, "SELECT max(closed_at) FROM ticket")
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
            detail = as_document(raw)
            if "was" in detail:
                steps.setdefault(subject, []).append(Step(entry, action, detail))
    for subject, entries in steps.items():
        yield tickets[subject], sorted(entries)


def _entries(
    database: Database, end: int, tickets: Mapping[int, Then]
) -> Iterator[tuple[Any, ...]]:
    select = "SELECT subject, id, action, detail FROM journal_entry WHERE topic = ?"
    topic = str(Topic.TICKETS)
    most = _STEPS * len(tickets)
    few = "SELECT count(*) FROM (SELECT 1 FROM journal_entry WHERE occurred_at >= ? LIMIT ?) later"
    later = sql.one(database, few, (end, most + 1))
    if later is not None and later[0] <= most:
        yield from sql.rows(database, f"{select} AND occurred_at >= ?", (topic, end))
        return
    for ids in in_parts(tickets):
        marks = ", ".join("?" * len(ids))
        tail = f" AND subject IN ({marks}) AND +occurred_at >= ?"
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
