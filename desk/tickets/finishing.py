"""The work is done: by word of mouth, or as it stands on the signed slip."""

from __future__ import annotations

from datetime import datetime

from desk.centre.profile import Centre
from desk.codes import State
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets import actions, visiting
from desk.tickets.dispatching import been
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn, end_hold


def finish(
    write: Write,
    centre: Centre,
    seen: Seen,
    result: str,
    *,
    occurred_at: datetime | None = None,
    accepted_at: datetime | None = None,
    arrived_at: datetime | None = None,
    technician: int | None = None,
    satisfied: bool | None = None,
) -> After:
    """Say that it is done; the return visit is planned at once where the rule asks for one.

    Steps that were skipped are passed with the times given, or with the next known one.

    Raises:
        Refusal: as every step (``turn.Turn``), or ``ticket.time_order`` when the times do not
            follow each other.
    """
    turn = Turn(write, centre, seen, Step.FINISH, occurred_at)
    finish_turn(turn, result, accepted_at, arrived_at, technician, satisfied)
    return turn.done()


def finish_turn(
    turn: Turn,
    result: str,
    accepted_at: datetime | None,
    arrived_at: datetime | None,
    technician: int | None,
    satisfied: bool | None,
) -> None:
    """Finish the ticket under way at ``turn.at``; see ``finish``."""
    times = times_in_order(turn, accepted_at, arrived_at, turn.at)
    held = end_hold(turn)
    if technician is not None:
        turn.set(technician=technician)
    been(turn, **times)
    turn.set(result=result.strip())
    turn.enter(State.DONE)
    turn.log(actions.FINISHED, {"satisfied": satisfied, "hold": held}, {"result": result.strip()})
    if visiting.wanted(turn, satisfied):
        visiting.plan(turn, satisfied=satisfied, by_rule=True)


def times_in_order(
    turn: Turn,
    accepted_at: datetime | None,
    arrived_at: datetime | None,
    finished_at: datetime,
) -> dict[str, datetime]:
    """Return when each step was passed; a time nobody gave or knew is that of the next step.

    Raises:
        Refusal: ``ticket.time_order``.
    """
    arrived = arrived_at and turn.moment(arrived_at)
    accepted = accepted_at and turn.moment(accepted_at)
    given = [at for at in (accepted, arrived, finished_at) if at is not None]
    if given != sorted(given):
        raise Refusal("ticket.time_order", number=turn.ticket.number)
    arrived = arrived or min(turn.ticket.arrived_at or finished_at, finished_at)
    accepted = accepted or min(turn.ticket.accepted_at or arrived, arrived)
    return {"accepted_at": accepted, "arrived_at": arrived, "finished_at": finished_at}
