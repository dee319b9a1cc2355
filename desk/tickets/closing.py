"""What time does to tickets by itself: it plans visits and closes what has been done for long."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from desk.centre.profile import Centre
from desk.codes import State
from desk.models.database import Write
from desk.models.tables import Ticket
from desk.tickets import ending, visiting
from desk.tickets.seen import Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn

#: What is done and needs no return visit is closed after this (company standard).
CLOSE_AFTER: Final = timedelta(days=3)
#: At most so many in one transaction: nobody shall wait for it; the next hour takes the rest.
_AT_ONCE: Final = 200


class Tended(NamedTuple):
    """How many tickets were closed, and for how many a return visit was planned."""

    closed: int = 0
    planned: int = 0


def tend(write: Write, centre: Centre) -> Tended:
    """Do what is to be done by now; doing it again at once does nothing."""
    closed = planned = 0
    done = (
        Ticket.select(Ticket.id, Ticket.finished_at)
        .where(Ticket.is_open & (Ticket.state == State.DONE))
        .order_by(Ticket.finished_at, Ticket.id)
        .limit(_AT_ONCE)
    )
    for ticket in list(done):
        turn = Turn(write, centre, Seen(ticket.id), Step.PLAN_VISIT)
        if visiting.wanted(turn):
            visiting.plan(turn, by_time=True)
            turn.done()
            planned += 1
        elif ticket.finished_at is None or ticket.finished_at + CLOSE_AFTER <= write.now:
            ending.close_by_time(write, centre, ticket.id)
            closed += 1
    return Tended(closed, planned)
