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

from desk.centre import policy
from desk.centre.profile import Centre
from desk.codes import Due, HoldReason, State, Topic, Urgency
from desk.models.fields import from_stored, to_stored
from desk.reports.counted import as_document, owned_by
from desk.tickets import actions, rows, sql
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
    """What was open at an instant, by state, and what of it was late, the oldest deadline first."""

    states: Counter[State] = field(default_factory=Counter)
    late: list[Late] = field(default_factory=list)


def standing_now(database: Database, now: datetime, community: int | None) -> Standing:
    """Return what is open and late now."""
    owned, ids = owned_by(community)
    by_state = "SELECT t.state, count(*) FROM ticket t WHERE t.is_open" + owned
    late = f"WHERE t.is_open AND t.due_at <= ?{owned} ORDER BY t.due_at, t.id"
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
    late: list[tuple[int, _Then, State, Due]] = []
    for ticket in tickets.values():
        state = ticket.state(to_stored(end), ticket.id in holds)
        standing.states[state] += 1
        due_at, due = ticket.due(state, to_stored(end), centre)
        if due_at is not None and due_at <= end:
            late.append((to_stored(due_at), ticket, state, due))
    late.sort(key=lambda one: (one[0], one[1].id))
    named = _rows(database, [ticket.id for _, ticket, _, _ in late])
    for due_micros, ticket, state, due in late:
        held = holds.get(ticket.id) if state is State.HOLD else None
        columns = ticket.columns
        standing.late.append(
            Late(
                named[ticket.id],
                state,
                due,
                from_stored(due_micros),
                held,
                columns["crew"],
                columns["technician"],
            )
        )
    return standing


# --- one ticket ---------------------------------------------------------------------------------

_TIMES: Final = ("dispatched_at", "accepted_at", "arrived_at", "finished_at")
_COLUMNS: Final = {
    **{name: name for name in _TIMES},
    "respond_by": "respond_by",
    "arrive_by": "arrive_by",
    "finish_by": "finish_by",
    "hold_until": "hold_until",
    "visit_on": "visit_on",
    "crew": "crew_id",
    "technician": "technician_id",
}


class _Step(NamedTuple):
    """A later entry of the journal that changed columns."""

    id: int
    action: str
    detail: Mapping[str, Any]


class _Then:
    """A ticket on its way back; instants are as stored."""

    def __init__(self, ticket: int, values: Sequence[Any]) -> None:
        self.id = ticket
        self.columns: dict[str, Any] = dict(zip(_COLUMNS, values, strict=True))
        self._known = dict(self.columns)

    def rewind(self, steps: Sequence[_Step]) -> None:
        """Take back what later steps changed, the last one first."""
        void = _void(steps)
        for step in reversed(steps):
            # What the signed slip says of the times is the truth about them.
            if step.id in void or step.detail.get("by_slip"):
                continue
            was = step.detail["was"]
            self.columns.update((name, was[name]) for name in was if name in self.columns)

    def passed(self, name: str, end: int) -> int | None:
        """Return when a step was done, if that was before the end."""
        for at in (self.columns[name], self._known[name]):
            if at is not None and at < end:
                return int(at)
        return None

    def state(self, end: int, held: bool) -> State:
        """Return the state that follows from what had been done."""
        if self.passed("finished_at", end) is not None:
            return State.DONE if self.columns["visit_on"] is None else State.TO_VISIT
        if held:
            return State.HOLD
        for name, state in (
            ("arrived_at", State.ARRIVED),
            ("accepted_at", State.ACCEPTED),
            ("dispatched_at", State.DISPATCHED),
        ):
            if self.passed(name, end) is not None:
                return state
        return State.RECEIVED

    def due(self, state: State, end: int, centre: Centre) -> tuple[datetime | None, Due]:
        """Return what the policy said it was due at, and by which clock."""
        columns = self.columns
        hold_until = columns["hold_until"] or self._known["hold_until"]
        return policy.due_at(
            policy.Deadlines(
                *(_instant(columns[name]) for name in ("respond_by", "arrive_by", "finish_by"))
            ),
            _instant(self.passed("accepted_at", end)),
            _instant(self.passed("arrived_at", end)),
            _instant(self.passed("finished_at", end)),
            state,
            _instant(hold_until),
            _instant(columns["visit_on"]),
            centre.calendar,
        )


def _void(steps: Sequence[_Step]) -> set[int]:
    """Return the steps that a later one took back together with one from before the end.

    Where all of them are later they are rewound like any other.
    """
    void: set[int] = set()
    there = {step.id for step in steps}
    for step in steps:
        first = step.detail.get("entry") if step.action == actions.TAKEN_BACK else None
        if first is not None and first not in there:
            void |= {step.id}
            void |= {one.id for one in steps if first <= one.id < step.id and "to" in one.detail}
    return void


def _instant(stored: int | None) -> datetime | None:
    return None if stored is None else from_stored(stored)


# --- reading ------------------------------------------------------------------------------------


def _open_at(database: Database, end: int, community: int | None) -> Iterator[_Then]:
    """Read what had come in and was not over, from the shorter side of the ended ones."""
    owned, ids = owned_by(community)
    listed = ", ".join(f"t.{column}" for column in _COLUMNS.values())
    select = f"SELECT t.id, {listed} FROM ticket t WHERE "
    still = f"t.is_open AND +t.received_at < ?{owned}"
    for ticket, *values in sql.rows(database, select + still, (end, *ids)):
        yield _Then(ticket, values)
    since, until = ("+", "") if _is_early(database, end) else ("", "+")
    ended = f"NOT t.is_open AND {since}t.closed_at >= ? AND {until}t.received_at < ?{owned}"
    for ticket, *values in sql.rows(database, select + ended, (end, end, *ids)):
        yield _Then(ticket, values)


def _is_early(database: Database, end: int) -> bool:
    """Tell whether an instant is nearer to the first ticket than to the last that ended."""
    first = sql.one(database, "SELECT min(received_at) FROM ticket")
    last = sql.one(database, "SELECT max(closed_at) FROM ticket")
    if not first or not last or first[0] is None or last[0] is None:
        return False
    return bool(end - first[0] < last[0] - end)


def _later_steps(
    database: Database, end: int, tickets: Mapping[int, _Then]
) -> Iterator[tuple[_Then, list[_Step]]]:
    """Read what changed those tickets later, in the order in which it was entered."""
    steps: dict[int, list[_Step]] = {}
    for subject, entry, action, raw in _entries(database, end, tickets):
        if subject in tickets:
            detail = as_document(raw)
            if "was" in detail:
                steps.setdefault(subject, []).append(_Step(entry, action, detail))
    for subject, entries in steps.items():
        yield tickets[subject], sorted(entries)


def _entries(
    database: Database, end: int, tickets: Mapping[int, _Then]
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
