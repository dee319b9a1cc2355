"""The queue: what is open, in the order in which somebody has to do something.

First what rings (critical, not yet taken by anybody), then by ``due_at`` (so overdue comes
first), at last what has no clock any more. Each part is one scan of one partial index, which
ends with the page; nothing is sorted, and the chips are counted in ranges of indexes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from peewee import Database

from desk.codes import State, Urgency
from desk.models import fulltext, sql
from desk.models.fields import from_stored, to_stored
from desk.tickets import rows
from desk.tickets.rows import UNTAKEN, TicketRow


class Chip(StrEnum):
    """The filters over the queue, in the order in which they stand there."""

    OVERDUE = "overdue"
    SOON = "soon"
    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    HOLD = "hold"
    TO_VISIT = "to_visit"
    DONE = "done"


#: The states each chip shows; the first two go by the clock.
CHIP_STATES: Final[dict[Chip, tuple[State, ...]]] = {
    Chip.RECEIVED: (State.RECEIVED,),
    Chip.IN_PROGRESS: (State.DISPATCHED, State.ACCEPTED, State.ARRIVED),
    Chip.HOLD: (State.HOLD,),
    Chip.TO_VISIT: (State.TO_VISIT,),
    Chip.DONE: (State.DONE,),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the queue to show; nothing given means all of it.

    Attributes:
        chip: one chip.
        community: a community's id.
        crew: a crew's id.
        text: words that must stand in the ticket.
    """

    chip: Chip | None = None
    community: int | None = None
    crew: int | None = None
    text: str = ""


_ORDER: Final = "ORDER BY t.due_at, t.id"
#: A critical ticket nobody has taken; the state is kept from choosing the index.
_RINGING: Final = "t.is_open AND t.urgency = 'critical' AND t.state || '' IN ({states})"
_QUIET: Final = "t.is_open AND NOT (t.urgency = 'critical' AND t.state IN ({states}))"
_UNTAKEN: Final = ", ".join(f"'{state}'" for state in sorted(UNTAKEN))

#: A piece of a WHERE clause and the values of its question marks.
Condition = tuple[str, tuple[object, ...]]
#: How long before its time a ticket of each urgency counts as due soon.
Soon = Mapping[Urgency, timedelta]


def page(
    database: Database,
    wanted: Filter,
    now: datetime,
    soon: Soon,
    after: TicketRow | None = None,
    limit: int = 50,
) -> list[TicketRow]:
    """Return one page of the queue.

    Args:
        database: where.
        wanted: what of it.
        now: the present instant.
        soon: the policy's ``soon``.
        after: the last row of the page before; None for the first page.
        limit: rows at most.
    """
    narrowed = _narrowed(database, wanted, now, soon)
    if narrowed is None:
        return []
    states = CHIP_STATES.get(wanted.chip) if wanted.chip is not None else None
    found: list[TicketRow] = []
    if after is None or after.ringing:
        found = _ringing(database, narrowed, states, after, limit)
        after = None
    for clock in (True, False):
        if len(found) == limit or (clock and after is not None and after.due_at is None):
            continue
        found += _quiet(database, [_from(clock, after), *narrowed], states, limit - len(found))
        after = None
    return found


def ringing(database: Database) -> list[TicketRow]:
    """Return every critical ticket that nobody has taken yet, the oldest first."""
    return rows.select(database, f"WHERE {_RINGING.format(states=_UNTAKEN)} {_ORDER}")


def counts(
    database: Database,
    now: datetime,
    soon: Soon,
    community: int | None = None,
    crew: int | None = None,
) -> dict[Chip, int]:
    """Return how many tickets each chip shows."""
    owned = _owned(community, crew)

    def counted(condition: Condition) -> int:
        where, values = _joined([("t.is_open", ()), condition, *owned])
        found = sql.one(database, f"SELECT count(*) FROM ticket t WHERE {where}", values)
        return int(found[0]) if found else 0

    where, values = _joined([("t.is_open", ()), *owned])
    query = f"SELECT t.state, count(*) FROM ticket t WHERE {where} GROUP BY t.state"
    by_state = {State(state): int(count) for state, count in sql.rows(database, query, values)}
    found = {
        Chip.OVERDUE: counted(_overdue(now)),
        Chip.SOON: sum(counted(_soon_of(urgency, now, soon)) for urgency in soon),
    }
    for chip, states in CHIP_STATES.items():
        found[chip] = sum(by_state.get(state, 0) for state in states)
    return found


def next_change(database: Database, now: datetime, soon: Soon) -> datetime | None:
    """Return the next moment at which time alone changes a chip or a row's look, if any."""
    upcoming = []
    for urgency, ahead in soon.items():
        # Nothing on hold turns amber; it may wake the caller for nothing, which does no harm.
        for before in (timedelta(0), ahead):
            found = sql.one(
                database,
                "SELECT min(t.due_at) FROM ticket t"
                " WHERE t.is_open AND t.urgency = ? AND t.due_at > ?",
                (str(urgency), to_stored(now + before)),
            )
            if found and found[0] is not None:
                upcoming.append(from_stored(found[0]) - before)
    return min(upcoming, default=None)


def _overdue(now: datetime) -> Condition:
    return "t.due_at <= ?", (to_stored(now),)


def _soon_of(urgency: Urgency, now: datetime, soon: Soon) -> Condition:
    """What is due now is overdue; what is on hold waits, and is due soon at no time."""
    return (
        "t.urgency = ? AND t.due_at > ? AND t.due_at <= ? AND t.due_clock <> 'look_again'",
        (str(urgency), to_stored(now), to_stored(now + soon[urgency])),
    )


def _soon_of_any(now: datetime, soon: Soon) -> Condition:
    # The first two bound the scan of the index, the others choose from what is in there.
    longest = max(soon.values(), default=timedelta(0))
    each = [_soon_of(urgency, now, soon) for urgency in soon]
    either = " OR ".join(f"({text})" for text, _ in each) or "t.id IS NULL"
    values = (to_stored(now), to_stored(now + longest))
    return (
        f"t.due_at > ? AND t.due_at <= ? AND ({either})",
        (*values, *(value for _, some in each for value in some)),
    )


def _owned(community: int | None, crew: int | None) -> list[Condition]:
    """Choose by community and crew; the sign keeps their indexes, which give no order, out."""
    found: list[Condition] = []
    if community is not None:
        found.append(("+t.community_id = ?", (community,)))
    if crew is not None:
        found.append(("+t.crew_id = ?", (crew,)))
    return found


def _narrowed(
    database: Database, wanted: Filter, now: datetime, soon: Soon
) -> list[Condition] | None:
    """Return the conditions of a filter but for its states; None when nothing can match."""
    found = _owned(wanted.community, wanted.crew)
    if wanted.chip is Chip.OVERDUE:
        found.append(_overdue(now))
    if wanted.chip is Chip.SOON:
        found.append(_soon_of_any(now, soon))
    if wanted.text.strip():
        matching = fulltext.matching(database, wanted.text)
        if matching is None:
            return None
        condition, values = matching
        found.append((f"t.id IN (SELECT rowid FROM ticket_text WHERE {condition})", values))
    return found


def _ringing(
    database: Database,
    narrowed: list[Condition],
    states: tuple[State, ...] | None,
    after: TicketRow | None,
    limit: int,
) -> list[TicketRow]:
    untaken = UNTAKEN if states is None else UNTAKEN.intersection(states)
    if not untaken:
        return []
    listed = ", ".join(f"'{state}'" for state in sorted(untaken))
    conditions: list[Condition] = [(_RINGING.format(states=listed), ())]
    if after is not None:
        conditions.append(_from(True, after))
    where, values = _joined([*conditions, *narrowed])
    return rows.select(database, f"WHERE {where} {_ORDER} LIMIT ?", (*values, limit))


def _from(clock: bool, after: TicketRow | None) -> Condition:
    """Return where a page begins, among what has a clock or among what has none."""
    if not clock:
        return (
            ("t.due_at IS NULL", ())
            if after is None
            else (
                "t.due_at IS NULL AND t.id > ?",
                (after.ticket_id,),
            )
        )
    if after is None or after.due_at is None:
        return "t.due_at IS NOT NULL", ()
    return "(t.due_at, t.id) > (?, ?)", (to_stored(after.due_at), after.ticket_id)


def _quiet(
    database: Database,
    conditions: list[Condition],
    states: tuple[State, ...] | None,
    limit: int,
) -> list[TicketRow]:
    """Read what does not ring: by one scan, or by one for each state and a merge of them."""
    where, values = _joined([(_QUIET.format(states=_UNTAKEN), ()), *conditions])
    if states is None:
        return rows.select(database, f"WHERE {where} {_ORDER} LIMIT ?", (*values, limit))
    if len(states) == 1:
        tail = f"WHERE t.state = ? AND {where} {_ORDER} LIMIT ?"
        return rows.select(database, tail, (str(states[0]), *values, limit))
    one = f"SELECT * FROM (SELECT t.* FROM ticket t WHERE t.state = ? AND {where} {_ORDER} LIMIT ?)"
    each = " UNION ALL ".join(f"{one} s{at}" for at in range(len(states)))
    return [
        rows.from_raw(raw)
        for raw in sql.rows(
            database,
            f"SELECT {rows.COLUMNS} FROM ({each}) t{rows.NAMES} {_ORDER} LIMIT ?",
            [value for state in states for value in (str(state), *values, limit)] + [limit],
        )
    ]


def _joined(conditions: list[Condition]) -> Condition:
    where = " AND ".join(text for text, _ in conditions)
    return where, tuple(value for _, values in conditions for value in values)
