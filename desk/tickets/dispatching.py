"""From the desk to the door: dispatch, acceptance, arrival, and who else shall go."""

from __future__ import annotations

from datetime import datetime

from desk.centre.profile import Centre
from desk.codes import Kind, State, Urgency
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets import actions
from desk.tickets.make import family_of
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn


def dispatch(
    write: Write,
    centre: Centre,
    seen: Seen,
    crew: int,
    technician: int | None = None,
    *,
    occurred_at: datetime | None = None,
) -> After:
    """Send a crew, or one of its technicians.

    Raises:
        Refusal: as every step (``turn.Turn``), or ``ticket.technician_of_other_crew``.
    """
    turn = Turn(write, centre, seen, Step.DISPATCH, occurred_at)
    _send(turn, crew, technician)
    turn.set(dispatched_at=turn.at)
    turn.enter(State.DISPATCHED)
    turn.log(actions.DISPATCHED, {"crew": crew, "technician": technician})
    return turn.done()


def accept(
    write: Write,
    centre: Centre,
    seen: Seen,
    *,
    crew: int | None = None,
    technician: int | None = None,
    occurred_at: datetime | None = None,
) -> After:
    """Say that the crew has taken it; whoever is not named stays as dispatched.

    Raises:
        Refusal: as ``dispatch``.
    """
    turn = Turn(write, centre, seen, Step.ACCEPT, occurred_at)
    if crew is not None or technician is not None:
        _send(turn, crew, technician)
    been(turn, accepted_at=turn.at)
    turn.enter(State.ACCEPTED)
    turn.log(
        actions.ACCEPTED,
        {"crew": turn.ticket.crew_id, "technician": turn.ticket.technician_id},
    )
    return turn.done()


def arrive(
    write: Write,
    centre: Centre,
    seen: Seen,
    *,
    technician: int | None = None,
    occurred_at: datetime | None = None,
) -> After:
    """Say that somebody is there; who has arrived has also accepted.

    Raises:
        Refusal: as ``dispatch``.
    """
    turn = Turn(write, centre, seen, Step.ARRIVE, occurred_at)
    if technician is not None:
        _send(turn, None, technician)
    accepted_at = min(turn.ticket.accepted_at or turn.at, turn.at)
    been(turn, accepted_at=accepted_at, arrived_at=turn.at)
    turn.enter(State.ARRIVED)
    turn.log(
        actions.ARRIVED,
        {"crew": turn.ticket.crew_id, "technician": turn.ticket.technician_id},
    )
    return turn.done()


def transfer(
    write: Write,
    centre: Centre,
    seen: Seen,
    crew: int,
    technician: int | None = None,
    *,
    reason: str = "",
    occurred_at: datetime | None = None,
) -> After:
    """Send somebody else; if it had been accepted, the new crew's time to respond begins now.

    Raises:
        Refusal: as ``dispatch``.
    """
    turn = Turn(write, centre, seen, Step.TRANSFER, occurred_at)
    ticket = turn.ticket
    if turn.state is State.ACCEPTED:
        clocks = centre.policy.clocks_for(
            Kind(ticket.kind), Urgency(ticket.urgency), family_of(centre, ticket.category_id)
        )
        if clocks.respond is not None:
            turn.set(respond_by=centre.calendar.due(turn.at, clocks.respond, clocks.run))
    turn.set(technician=None)
    _send(turn, crew, technician)
    turn.set(dispatched_at=turn.at, accepted_at=None)
    turn.enter(State.DISPATCHED)
    turn.log(actions.TRANSFERRED, {"crew": crew, "technician": technician}, {"reason": reason})
    return turn.done()


def turn_down(
    write: Write,
    centre: Centre,
    seen: Seen,
    reason: str = "",
    *,
    occurred_at: datetime | None = None,
) -> After:
    """Say that the crew will not go: the ticket waits to be dispatched again.

    Raises:
        Refusal: as every step.
    """
    turn = Turn(write, centre, seen, Step.TURN_DOWN, occurred_at)
    detail = {"crew": turn.ticket.crew_id, "technician": turn.ticket.technician_id}
    turn.set(crew=None, technician=None, dispatched_at=None)
    turn.enter(State.RECEIVED)
    turn.log(actions.TURNED_DOWN, detail, {"reason": reason})
    return turn.done()


def been(turn: Turn, **times: datetime) -> None:
    """Note when steps were passed; nobody accepts what was not dispatched by then."""
    turn.set(**times)
    first = min(times.values())
    if turn.ticket.dispatched_at is None or turn.ticket.dispatched_at > first:
        turn.set(dispatched_at=first)


def _send(turn: Turn, crew: int | None, technician: int | None) -> None:
    """Note who goes; a technician belongs to a crew, which goes with him."""
    if technician is not None:
        own = next(
            (
                row.id
                for row in turn.centre.crews
                for member in row.technicians
                if member.id == technician
            ),
            None,
        )
        if own is not None and crew is not None and own != crew:
            raise Refusal("ticket.technician_of_other_crew", number=turn.ticket.number)
        crew = crew if crew is not None else own
        turn.set(technician=technician)
    elif crew is not None and crew != turn.ticket.crew_id:
        turn.set(technician=None)
    if crew is not None:
        turn.set(crew=crew)
