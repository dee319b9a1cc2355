"""The slip goes out with the technician and comes back signed."""

from __future__ import annotations

from datetime import datetime

from desk.centre.profile import Centre
from desk.models import sql
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.tickets import actions
from desk.tickets.finishing import finish_turn, times_in_order
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step, may
from desk.tickets.turn import Turn


def print_slip(write: Write, centre: Centre, seen: Seen) -> After:
    """Count one more print of the slip; nobody else's view of the ticket becomes stale by it.

    Raises:
        Refusal: ``ticket.unknown``.
    """
    turn = Turn(write, centre, Seen(seen.ticket_id), Step.PRINT_SLIP)
    sql.run(
        write.database,
        "UPDATE ticket SET slip_prints = slip_prints + 1, slip_printed_at = ? WHERE id = ?",
        (to_stored(write.now), seen.ticket_id),
    )
    turn.log(actions.SLIP_PRINTED, {"count": turn.ticket.slip_prints + 1})
    return turn.added()


def return_slip(
    write: Write,
    centre: Centre,
    seen: Seen,
    *,
    result: str = "",
    accepted_at: datetime | None = None,
    arrived_at: datetime | None = None,
    finished_at: datetime | None = None,
    technician: int | None = None,
    satisfied: bool | None = None,
) -> After:
    """Enter a slip that came back, with the times written on it.

    With ``finished_at`` the ticket is done; one that was done already gets the slip's times.

    Raises:
        Refusal: as ``finishing.finish``.
    """
    turn = Turn(write, centre, seen, Step.RETURN_SLIP)
    returned = turn.at
    turn.set(slip_returned_at=returned)
    turn.log(actions.SLIP_RETURNED, {"satisfied": satisfied})
    if finished_at is None:
        return turn.done()
    turn.at = turn.moment(finished_at)
    if may(turn.state, Step.FINISH):
        finish_turn(turn, result, accepted_at, arrived_at, technician, satisfied)
    elif turn.ticket.finished_at is not None:
        turn.set(**times_in_order(turn, accepted_at, arrived_at, turn.at))
        if result.strip():
            turn.set(result=result.strip())
        turn.log(actions.EDITED, {"by_slip": True}, {"result": result.strip()}, at=returned)
    return turn.done()
