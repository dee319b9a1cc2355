"""One ticket as every list shows it, read in one statement without building model objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from peewee import Database

from desk.codes import Due, HoldReason, Kind, State, Urgency
from desk.models import sql
from desk.tickets.seen import Seen
from desk.tickets.states import Step, allowed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: A critical ticket in one of these is not yet taken by anybody: it rings.
UNTAKEN: Final = frozenset({State.RECEIVED, State.DISPATCHED})


class TicketRow(NamedTuple):
    """A ticket in a list; times are aware UTC, names are '' where there is none."""

    ticket_id: int
    version: int
    number: str
    kind: Kind
    state: State
    urgency: Urgency
    place: str
    words: str
    spot: str
    category: str
    category_english: str
    crew: str
    technician: str
    caller_name: str
    caller_phone: str
    chased: int
    received_at: datetime
    due_at: datetime | None
    due_clock: Due
    hold_reason: HoldReason | None
    appointment_from: datetime | None
    appointment_until: datetime | None
    slip_prints: int
    slip_returned: bool
    finished_at: datetime | None
    closed_at: datetime | None
    is_open: bool
    community: int
    room: int | None
    resident: int | None
    category_id: int | None
    crew_id: int | None
    technician_id: int | None

    @property
    def seen(self) -> Seen:
        """Return which ticket it is and in which version, for a step on it."""
        return Seen(self.ticket_id, self.version)

    @property
    def slip_out(self) -> bool:
        """Tell whether a slip was printed and has not come back."""
        return self.slip_prints > 0 and not self.slip_returned

    @property
    def ringing(self) -> bool:
        """Tell whether it is critical and nobody has taken it."""
        return self.urgency is Urgency.CRITICAL and self.state in UNTAKEN

    @property
    def allowed(self) -> tuple[Step, ...]:
        """Return what can be done to it, in the order of a menu."""
        return allowed(self.state)


#: In the order of ``TicketRow``.
COLUMNS: Final = (
    "t.id, t.version, t.number, t.kind, t.state, t.urgency, t.place, t.words, t.spot,"
    " coalesce(c.name, ''), coalesce(c.english, ''), coalesce(w.name, ''), coalesce(p.name, ''),"
    " t.caller_name, t.caller_phone, t.chased, t.received_at, t.due_at, t.due_clock,"
    " t.hold_reason, t.appointment_from, t.appointment_until, t.slip_prints,"
    " t.slip_returned_at IS NOT NULL, t.finished_at, t.closed_at, t.is_open, t.community_id,"
    " t.room_id, t.resident_id, t.category_id, t.crew_id, t.technician_id"
)
#: Names come from small tables by their primary keys.
NAMES: Final = (
    " LEFT JOIN category c ON c.id = t.category_id"
    " LEFT JOIN crew w ON w.id = t.crew_id"
    " LEFT JOIN technician p ON p.id = t.technician_id"
)
SELECT: Final = f"SELECT {COLUMNS} FROM ticket t{NAMES}"

_KINDS = {str(kind): kind for kind in Kind}
_STATES = {str(state): state for state in State}
_URGENCIES = {str(urgency): urgency for urgency in Urgency}
_CLOCKS = {str(clock): clock for clock in Due}
_REASONS: dict[str | None, HoldReason | None] = {str(reason): reason for reason in HoldReason}
_REASONS[None] = None
_FIELDS = TicketRow._fields
_KIND, _STATE, _URGENCY = (_FIELDS.index(name) for name in ("kind", "state", "urgency"))
_CLOCK, _REASON = _FIELDS.index("due_clock"), _FIELDS.index("hold_reason")
_RETURNED, _OPEN = _FIELDS.index("slip_returned"), _FIELDS.index("is_open")
_TIMES = tuple(
    _FIELDS.index(name)
    for name in (
        "received_at",
        "due_at",
        "appointment_from",
        "appointment_until",
        "finished_at",
        "closed_at",
    )
)


def from_raw(raw: Sequence[Any]) -> TicketRow:
    """Build a row from what ``SELECT`` gave."""
    values = list(raw)
    values[_KIND] = _KINDS[values[_KIND]]
    values[_STATE] = _STATES[values[_STATE]]
    values[_URGENCY] = _URGENCIES[values[_URGENCY]]
    values[_CLOCK] = _CLOCKS[values[_CLOCK]]
    values[_REASON] = _REASONS[values[_REASON]]
    values[_RETURNED] = bool(values[_RETURNED])
    values[_OPEN] = bool(values[_OPEN])
    for at in _TIMES:
        if (moment := values[at]) is not None:
            values[at] = _EPOCH + timedelta(0, 0, moment)
    return TicketRow._make(values)


def select(database: Database, tail: str, values: Sequence[object] = ()) -> list[TicketRow]:
    """Read the rows of ``SELECT`` followed by ``tail`` (``WHERE … ORDER BY … LIMIT …``)."""
    return [from_raw(raw) for raw in sql.rows(database, f"{SELECT} {tail}", values)]


def by_ids(database: Database, ids: Iterable[int]) -> list[TicketRow]:
    """Read tickets by their ids, in that order; ids of none are left out."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    marks = ", ".join("?" * len(wanted))
    found = {row.ticket_id: row for row in select(database, f"WHERE t.id IN ({marks})", wanted)}
    return [found[ticket] for ticket in wanted if ticket in found]
