"""One ticket whole: everything that is known of it, and every step with who did it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from peewee import Database

from desk.codes import Channel, HoldReason, State, Topic
from desk.models import journal
from desk.models.tables import Crew, Hold, ReturnVisit, Staff, Technician, Ticket
from desk.tickets import actions, rows
from desk.tickets.brought import Brought, brought
from desk.tickets.rows import TicketRow


class HeldFor(NamedTuple):
    """A stretch on hold; ``until`` None while it lasts."""

    reason: HoldReason
    since: datetime
    until: datetime | None


class Visit(NamedTuple):
    """A return visit; ``staff`` is a name."""

    at: datetime
    staff: str
    reached: bool
    solved: bool
    score: int | None


class Link(NamedTuple):
    """Another ticket that belongs to this one."""

    ticket_id: int
    number: str
    state: State


class HistoryStep(NamedTuple):
    """One step as the history shows it: ``actions`` says what its fields mean.

    ``staff``, ``crew`` and ``technician`` are names, '' where there is none; ``text`` is None
    where there is none or it was erased.
    """

    id: int
    action: str
    occurred_at: datetime
    entered_at: datetime
    staff: str
    desk: str
    crew: str
    technician: str
    detail: dict[str, Any]
    text: dict[str, Any] | None


@dataclass(frozen=True, kw_only=True)
class TicketDetail:
    """A ticket with all that hangs on it; instants are aware UTC."""

    row: TicketRow
    channel: Channel
    received_by: str
    door_note: str
    source_number: str | None
    dispatched_at: datetime | None
    accepted_at: datetime | None
    arrived_at: datetime | None
    respond_by: datetime | None
    arrive_by: datetime | None
    finish_by: datetime | None
    state_before: State | None
    hold_until: datetime | None
    visit_on: datetime | None
    chased_at: datetime | None
    slip_printed_at: datetime | None
    slip_returned_at: datetime | None
    result: str
    end_reason: str
    holds: tuple[HeldFor, ...]
    visits: tuple[Visit, ...]
    steps: tuple[HistoryStep, ...]
    reopened_from: Link | None
    merged_into: Link | None
    #: Tickets that go on with this one, and tickets that were merged into it.
    reopened_as: tuple[Link, ...]
    merged: tuple[Link, ...]


def read(database: Database, ticket_id: int) -> TicketDetail | None:
    """Read one ticket whole; None when there is none of that id."""
    ticket = Ticket.get_or_none(Ticket.id == ticket_id)
    found = rows.by_ids(database, [ticket_id])
    if ticket is None or not found:
        return None
    visits = list(
        ReturnVisit.select().where(ReturnVisit.ticket == ticket_id).order_by(ReturnVisit.id)
    )
    steps = journal.history(Topic.TICKETS, ticket_id)
    origin = brought(ticket)
    staff = _names(
        Staff,
        [
            ticket.received_by_id,
            None if origin is None else origin.staff,
            *(step.staff for step in steps),
            *(v.staff_id for v in visits),
        ],
    )
    return TicketDetail(
        row=found[0],
        channel=Channel(ticket.channel),
        received_by=staff.get(ticket.received_by_id, ""),
        door_note=ticket.door_note,
        source_number=ticket.source_number,
        dispatched_at=ticket.dispatched_at,
        accepted_at=ticket.accepted_at,
        arrived_at=ticket.arrived_at,
        respond_by=ticket.respond_by,
        arrive_by=ticket.arrive_by,
        finish_by=ticket.finish_by,
        state_before=State(ticket.state_before) if ticket.state_before else None,
        hold_until=ticket.hold_until,
        visit_on=ticket.visit_on,
        chased_at=ticket.chased_at,
        slip_printed_at=ticket.slip_printed_at,
        slip_returned_at=ticket.slip_returned_at,
        result=ticket.result,
        end_reason=ticket.end_reason,
        holds=tuple(
            HeldFor(HoldReason(hold.reason), hold.since, hold.until)
            for hold in Hold.select().where(Hold.ticket == ticket_id).order_by(Hold.id)
        ),
        visits=tuple(
            Visit(v.at, staff.get(v.staff_id, ""), v.reached, v.solved, v.score) for v in visits
        ),
        steps=(*_came(origin, staff), *_steps(steps, staff)),
        reopened_from=next(iter(_links(Ticket.id == ticket.reopened_from_id)), None),
        merged_into=next(iter(_links(Ticket.id == ticket.merged_into_id)), None),
        reopened_as=_links(Ticket.reopened_from == ticket_id),
        merged=_links(Ticket.merged_into == ticket_id),
    )


def _came(origin: Brought | None, staff: dict[int | None, str]) -> tuple[HistoryStep, ...]:
    """Return the step by which a ticket of an old ledger came in; it has no entry of its own."""
    if origin is None:
        return ()
    return (
        HistoryStep(
            0,
            actions.IMPORTED,
            origin.at,
            origin.at,
            staff.get(origin.staff, ""),
            "",
            "",
            "",
            {"sheet": origin.sheet, "row": origin.row},
            {"file": origin.file, **origin.said},
        ),
    )


def _steps(steps: list[journal.Step], staff: dict[int | None, str]) -> tuple[HistoryStep, ...]:
    crews = _names(Crew, [step.detail.get("crew") for step in steps])
    technicians = _names(Technician, [step.detail.get("technician") for step in steps])
    return tuple(
        HistoryStep(
            step.id,
            step.action,
            step.occurred_at,
            step.entered_at,
            staff.get(step.staff, ""),
            step.desk,
            crews.get(step.detail.get("crew"), ""),
            technicians.get(step.detail.get("technician"), ""),
            step.detail,
            step.text,
        )
        for step in steps
    )


def _names(
    table: type[Staff | Crew | Technician], ids: Iterable[int | None]
) -> dict[int | None, str]:
    """Return the names of rows by their ids, in one query or none."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    return {
        row.id: row.name for row in table.select(table.id, table.name).where(table.id.in_(wanted))
    }


def _links(condition: Any) -> tuple[Link, ...]:  # noqa: ANN401 - a peewee expression
    query = Ticket.select(Ticket.id, Ticket.number, Ticket.state).where(condition)
    return tuple(Link(row.id, row.number, State(row.state)) for row in query.order_by(Ticket.id))
