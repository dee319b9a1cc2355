"""One step on one ticket: read it, check that the step may be done, change it, say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from peewee import Database, ForeignKeyField

from desk.centre import policy
from desk.centre.calendar import Hold as HeldSpan
from desk.centre.profile import Centre
from desk.codes import OPEN_STATES, Kind, State, Topic, Urgency
from desk.models import sql
from desk.models.database import Write
from desk.models.fields import from_stored, to_stored
from desk.models.tables import Hold, Ticket
from desk.refusals import Refusal
from desk.tickets.make import family_of
from desk.tickets.seen import After, Made, Seen
from desk.tickets.states import Step, may

_MINUTE = timedelta(minutes=1)
_TIME_COLUMNS: Final = frozenset(
    {
        "dispatched_at",
        "accepted_at",
        "arrived_at",
        "finished_at",
        "closed_at",
        "respond_by",
        "arrive_by",
        "finish_by",
        "appointment_from",
        "appointment_until",
        "hold_until",
        "visit_on",
        "chased_at",
        "slip_printed_at",
        "slip_returned_at",
    }
)
#: Free text and names: never in ``was``, which stays when words are erased.
_TEXT_COLUMNS: Final = frozenset(
    {
        "result",
        "end_reason",
        "words",
        "spot",
        "place",
        "door_note",
        "caller_name",
        "caller_phone",
    }
)


def found(database: Database, ticket_id: int, *, lock: bool = False) -> Ticket:
    """Read a ticket; ``lock`` keeps other desks on PostgreSQL from writing it meanwhile.

    Raises:
        Refusal: ``ticket.unknown``.
    """
    query = Ticket.select().where(Ticket.id == ticket_id)
    if lock and database.for_update:
        query = query.for_update()
    ticket: Ticket | None = query.first()
    if ticket is None:
        raise Refusal("ticket.unknown", number=f"#{ticket_id}")
    return ticket


class Turn:
    """A ticket in the middle of a step.

    Attributes:
        ticket: the row, with every change made so far.
        at: when the step happened.
    """

    def __init__(
        self,
        write: Write,
        centre: Centre,
        seen: Seen,
        step: Step,
        occurred_at: datetime | None = None,
    ) -> None:
        """Read the ticket and check the step.

        Raises:
            Refusal: ``ticket.unknown``, ``ticket.stale`` when it changed since it was seen,
                ``ticket.step_not_allowed`` in its state, ``ticket.time_ahead`` or
                ``ticket.time_before`` for a time that cannot be.
        """
        self.write = write
        self.centre = centre
        self.ticket = found(write.database, seen.ticket_id, lock=True)
        self._version = int(self.ticket.version)
        self._was: dict[str, object] = {}
        self._state_was = self.state
        if seen.version is not None and seen.version != self._version:
            raise Refusal("ticket.stale", number=self.ticket.number)
        if not may(self.state, step):
            raise Refusal(
                "ticket.step_not_allowed",
                number=self.ticket.number,
                state=self.state,
                step=str(step),
            )
        self.at = self.moment(occurred_at)

    @property
    def state(self) -> State:
        """Return the state the ticket is in now."""
        return State(self.ticket.state)

    def moment(self, given: datetime | None) -> datetime:
        """Check a time that somebody read off paper or clock; None is now.

        Paper knows no seconds: what is written within the minute of the call is the call.
        """
        if given is None:
            return self.write.now
        given = given.astimezone(UTC)
        if given > self.write.now:
            raise Refusal("ticket.time_ahead", number=self.ticket.number)
        received: datetime = self.ticket.received_at
        if given + _MINUTE <= received:
            raise Refusal("ticket.time_before", number=self.ticket.number)
        return max(given, received)

    def set(self, **columns: object) -> None:
        """Change columns, and remember how they stood."""
        for name, value in columns.items():
            old = self._stored(name, self.value(name))
            setattr(self.ticket, self._attribute(name), value)
            if name not in self._was:
                self._was[name] = old

    def enter(self, state: State) -> None:
        """Go to a state."""
        self.set(state=state)
        self.ticket.is_open = state in OPEN_STATES

    def recompute(self) -> None:
        """Compute the deadlines anew: what they hang on has changed."""
        ticket = self.ticket
        deadlines = policy.deadlines(
            self.centre.policy,
            self.centre.calendar,
            Kind(ticket.kind),
            Urgency(ticket.urgency),
            counted_from(self.write.database, ticket),
            ticket.appointment_until,
            held(self.write.database, ticket.id),
            family=family_of(self.centre, ticket.category_id),
        )
        self.set(**deadlines._asdict())

    def log(
        self,
        action: str,
        detail: dict[str, Any] | None = None,
        text: dict[str, Any] | None = None,
        *,
        at: datetime | None = None,
    ) -> int:
        """Append to the journal what was changed since the last entry, so it can be taken back."""
        said = {name: value for name, value in (detail or {}).items() if value is not None}
        if self._was:
            said |= {"from": self._state_was, "to": self.state, "was": self._changed()}
        words = {name: value for name, value in (text or {}).items() if value}
        entry = self.write.log(
            Topic.TICKETS,
            self.ticket.id,
            action,
            occurred_at=at or self.at,
            detail=said,
            text=words or None,
        )
        self._was = {}
        self._state_was = self.state
        return entry

    def done(self, made: Made | None = None) -> After:
        """Store the ticket in its next version.

        Raises:
            Refusal: ``ticket.stale`` when somebody else stored it meanwhile.
        """
        ticket = self.ticket
        ticket.due_at, ticket.due_clock = due(ticket, self.centre)
        changed = {
            field: getattr(ticket, self._attribute(field.name)) for field in ticket.dirty_fields
        }
        changed[Ticket.version] = self._version + 1
        stored = (
            Ticket.update(changed)
            .where((Ticket.id == ticket.id) & (Ticket.version == self._version))
            .execute()
        )
        if stored != 1:
            raise Refusal("ticket.stale", number=ticket.number)
        return After(ticket.id, self._version + 1, ticket.number, self.state, made)

    def added(self) -> After:
        """Return the ticket after a step that only added to it and left its version alone."""
        return After(self.ticket.id, self._version, self.ticket.number, self.state)

    def value(self, name: str) -> Any:  # noqa: ANN401 - whatever a column holds
        """Return what stands in a column, an id for another row."""
        return getattr(self.ticket, self._attribute(name))

    def _changed(self) -> dict[str, object]:
        return {name: old for name, old in self._was.items() if name not in _TEXT_COLUMNS}

    @staticmethod
    def _attribute(name: str) -> str:
        field = Ticket._meta.fields[name]  # noqa: SLF001 - peewee's own name for it
        return str(field.object_id_name) if isinstance(field, ForeignKeyField) else name

    @staticmethod
    def _stored(name: str, value: Any) -> object:  # noqa: ANN401 - whatever a column holds
        return to_stored(value) if name in _TIME_COLUMNS and value is not None else value


def due(ticket: Ticket, centre: Centre) -> tuple[datetime | None, str]:
    """Return what the policy says a ticket is due at, and by which clock."""
    return policy.due_at(
        policy.Deadlines(ticket.respond_by, ticket.arrive_by, ticket.finish_by),
        ticket.accepted_at,
        ticket.arrived_at,
        ticket.finished_at,
        State(ticket.state),
        ticket.hold_until,
        ticket.visit_on,
        centre.calendar,
    )


def counted_from(database: Database, ticket: Ticket) -> datetime:
    """Return when a ticket's clocks began: when it was received; here, if an old ledger had it."""
    received: datetime = ticket.received_at
    if ticket.imported_id is None:
        return received
    brought = sql.one(database, 'SELECT at FROM "import" WHERE id = ?', (ticket.imported_id,))
    return received if brought is None else max(received, from_stored(brought[0]))


def held(database: Database, ticket_id: int) -> list[HeldSpan]:
    """Return the stretches in which a ticket's finish clock stood still."""
    return [
        HeldSpan(from_stored(since), None if until is None else from_stored(until))
        for since, until in sql.rows(
            database, "SELECT since, until FROM hold WHERE ticket_id = ? ORDER BY id", (ticket_id,)
        )
    ]


def end_hold(turn: Turn) -> int | None:
    """End the hold a ticket is in, let its finish clock go on, and return the hold's id."""
    if turn.state is not State.HOLD:
        return None
    hold = (
        Hold.select()
        .where((Hold.ticket == turn.ticket.id) & Hold.until.is_null())
        .order_by(Hold.id.desc())
        .first()
    )
    turn.set(state_before=None, hold_reason=None, hold_until=None)
    if hold is None:
        return None
    # What was put on hold after the time now written has been held for no time.
    Hold.update(until=max(turn.at, hold.since)).where(Hold.id == hold.id).execute()
    turn.recompute()
    return int(hold.id)


def restored(name: str, value: Any) -> object:  # noqa: ANN401 - whatever ``was`` holds
    """Return a column's value from how the journal keeps it."""
    return from_stored(value) if name in _TIME_COLUMNS and value is not None else value
