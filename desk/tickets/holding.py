"""On hold and on again: the finish clock stands still meanwhile, with a reason and a day."""

from __future__ import annotations

from datetime import date, datetime

from desk.centre.profile import Centre
from desk.codes import HoldReason, State
from desk.models.database import Write
from desk.models.tables import Hold
from desk.refusals import Refusal
from desk.tickets import actions
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn, end_hold


def hold(
    write: Write,
    centre: Centre,
    seen: Seen,
    reason: HoldReason,
    look_again: date,
    *,
    note: str = "",
    occurred_at: datetime | None = None,
) -> After:
    """Put a ticket on hold until a local day on which somebody looks at it again.

    Raises:
        Refusal: as every step (``turn.Turn``), or ``ticket.look_again_past`` for a day that is
            not after today.
    """
    turn = Turn(write, centre, seen, Step.HOLD, occurred_at)
    if look_again <= centre.calendar.local(write.now).date():
        raise Refusal("ticket.look_again_past", day=look_again.isoformat())
    held = Hold.insert(ticket=turn.ticket.id, reason=str(reason), since=turn.at).execute()
    turn.set(
        state_before=turn.state,
        hold_reason=str(reason),
        hold_until=centre.calendar.closing_on(look_again),
    )
    turn.enter(State.HOLD)
    turn.recompute()
    turn.log(
        actions.HELD,
        {"reason": reason, "look_again": look_again.isoformat(), "hold": int(held)},
        {"note": note},
    )
    return turn.done()


def resume(
    write: Write, centre: Centre, seen: Seen, *, occurred_at: datetime | None = None
) -> After:
    """Go on where it was put on hold; the finish clock runs again with what was left.

    Raises:
        Refusal: as every step.
    """
    turn = Turn(write, centre, seen, Step.RESUME, occurred_at)
    before = State(turn.ticket.state_before or State.ACCEPTED)
    held = end_hold(turn)
    turn.enter(before)
    turn.log(actions.RESUMED, {"hold": held})
    return turn.done()
