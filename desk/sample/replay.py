"""Replays one planned step of a ticket through the service that does it on a working day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.centre.profile import Centre
from desk.codes import HoldReason, State
from desk.models.database import Write
from desk.models.tables import Ticket
from desk.sample.rows import PlannedStep, TicketPlan
from desk.tickets import (
    chasing,
    dispatching,
    ending,
    finishing,
    holding,
    noting,
    slips,
    visiting,
)
from desk.tickets.seen import Seen
from desk.tickets.states import Step

if TYPE_CHECKING:
    from desk.sample.write import Ids


def step(write: Write, centre: Centre, ids: Ids, ticket: TicketPlan, plan: PlannedStep) -> None:
    """Do a step; what the service did by itself already is left out."""
    seen = Seen(ids.tickets[ticket.key], None)
    replayed = (
        _on_the_way(write, centre, seen, plan, ids)
        or _at_work(write, centre, seen, plan)
        or _said(write, centre, seen, plan)
        or _ended(write, centre, seen, plan, ids)
    )
    if not replayed:
        raise ValueError(f"nothing replays {plan.step}")


def _on_the_way(write: Write, centre: Centre, seen: Seen, plan: PlannedStep, ids: Ids) -> bool:
    technician = ids.technicians[plan.technician] if plan.technician else None
    crew = ids.crews[plan.crew] if plan.crew else None
    if plan.step is Step.DISPATCH and crew is not None:
        row = Ticket.get_by_id(seen.ticket_id)
        if row.state == State.RECEIVED:
            dispatching.dispatch(write, centre, seen, crew, technician)
        elif row.crew_id != crew:
            dispatching.transfer(write, centre, seen, crew, technician)
    elif plan.step is Step.TRANSFER and crew is not None:
        dispatching.transfer(write, centre, seen, crew, technician, reason=plan.text)
    elif plan.step is Step.ACCEPT:
        dispatching.accept(write, centre, seen, technician=technician)
    elif plan.step is Step.ARRIVE:
        dispatching.arrive(write, centre, seen, technician=technician)
    else:
        return False
    return True


def _at_work(write: Write, centre: Centre, seen: Seen, plan: PlannedStep) -> bool:
    if plan.step is Step.HOLD and plan.on is not None:
        reason = plan.hold_reason or HoldReason.PARTS
        holding.hold(write, centre, seen, reason, plan.on, note=plan.text)
    elif plan.step is Step.RESUME:
        holding.resume(write, centre, seen)
    elif plan.step is Step.FINISH:
        finishing.finish(write, centre, seen, plan.text, satisfied=plan.satisfied)
    elif plan.step is Step.PRINT_SLIP:
        slips.print_slip(write, centre, seen)
    elif plan.step is Step.RETURN_SLIP:
        slips.return_slip(write, centre, seen)
    else:
        return False
    return True


def _said(write: Write, centre: Centre, seen: Seen, plan: PlannedStep) -> bool:
    if plan.step is Step.CHASE:
        chasing.chase(write, centre, seen, words=plan.text)
    elif plan.step is Step.COMMENT:
        noting.comment(write, centre, seen, plan.text)
    elif plan.step is Step.APPOINT:
        noting.appoint(write, centre, seen, plan.begin, plan.until)
    else:
        return False
    return True


def _ended(write: Write, centre: Centre, seen: Seen, plan: PlannedStep, ids: Ids) -> bool:
    if plan.step is Step.PLAN_VISIT:
        if Ticket.get_by_id(seen.ticket_id).state != State.TO_VISIT:
            visiting.plan_visit(write, centre, seen, plan.on)
    elif plan.step is Step.VISIT:
        reached = bool(plan.reached)
        visiting.visit(
            write, centre, seen, reached=reached, solved=reached, score=plan.score, note=plan.text
        )
    elif plan.step is Step.CLOSE:
        ending.close(write, centre, seen)
    elif plan.step is Step.CANCEL:
        ending.cancel(write, centre, seen, plan.text)
    elif plan.step is Step.MERGE and plan.ticket:
        ending.merge(write, centre, seen, ids.tickets[plan.ticket])
    elif plan.step is Step.REOPEN and plan.ticket:
        after = ending.reopen(write, centre, seen, plan.text)
        if after.made is not None:
            ids.tickets[plan.ticket] = after.made.ticket_id
    else:
        return False
    return True
