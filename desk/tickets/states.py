"""The states of a ticket and the steps between them, as data (domain: States of a ticket).

Steps may be skipped forwards: finishing from ``dispatched`` is also accepting and arriving, with
the times that stand on the slip. A mistaken step is undone by a new one, ``TAKE_BACK``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desk.codes import State


class Step(StrEnum):
    """What can be done to a ticket."""

    DISPATCH = "dispatch"
    ACCEPT = "accept"
    ARRIVE = "arrive"
    FINISH = "finish"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    TURN_DOWN = "turn_down"
    PLAN_VISIT = "plan_visit"
    VISIT = "visit"
    CLOSE = "close"
    REOPEN = "reopen"
    CHASE = "chase"
    APPOINT = "appoint"
    EDIT = "edit"
    COMMENT = "comment"
    PRINT_SLIP = "print_slip"
    RETURN_SLIP = "return_slip"
    MERGE = "merge"
    CANCEL = "cancel"
    TAKE_BACK = "take_back"


_NOTES = (Step.COMMENT, Step.PRINT_SLIP)
_WORK = (Step.CHASE, Step.APPOINT, Step.EDIT, *_NOTES, Step.RETURN_SLIP)
_AFTERWARDS = (Step.CHASE, Step.EDIT, *_NOTES, Step.RETURN_SLIP)

_TABLE: Mapping[State, tuple[Step, ...]] = {
    State.RECEIVED: (
        Step.DISPATCH,
        Step.ACCEPT,
        Step.ARRIVE,
        Step.FINISH,
        *_WORK,
        Step.MERGE,
        Step.CANCEL,
        Step.TAKE_BACK,
    ),
    State.DISPATCHED: (
        Step.ACCEPT,
        Step.ARRIVE,
        Step.FINISH,
        Step.TRANSFER,
        Step.TURN_DOWN,
        *_WORK,
        Step.MERGE,
        Step.CANCEL,
        Step.TAKE_BACK,
    ),
    State.ACCEPTED: (Step.ARRIVE, Step.FINISH, Step.HOLD, Step.TRANSFER, *_WORK, Step.TAKE_BACK),
    State.ARRIVED: (Step.FINISH, Step.HOLD, *_WORK, Step.TAKE_BACK),
    State.HOLD: (Step.RESUME, Step.FINISH, *_WORK, Step.TAKE_BACK),
    State.DONE: (
        Step.PLAN_VISIT,
        Step.VISIT,
        Step.CLOSE,
        Step.REOPEN,
        *_AFTERWARDS,
        Step.TAKE_BACK,
    ),
    State.TO_VISIT: (Step.VISIT, Step.CLOSE, Step.REOPEN, *_AFTERWARDS, Step.TAKE_BACK),
    State.CLOSED: (Step.REOPEN, *_NOTES, Step.RETURN_SLIP),
    State.CANCELLED: (Step.REOPEN, *_NOTES, Step.RETURN_SLIP, Step.TAKE_BACK),
    State.MERGED: (Step.REOPEN, *_NOTES),
}

_TARGETS: Mapping[Step, State] = {
    Step.DISPATCH: State.DISPATCHED,
    Step.ACCEPT: State.ACCEPTED,
    Step.ARRIVE: State.ARRIVED,
    Step.FINISH: State.DONE,
    Step.HOLD: State.HOLD,
    Step.TRANSFER: State.DISPATCHED,
    Step.TURN_DOWN: State.RECEIVED,
    Step.PLAN_VISIT: State.TO_VISIT,
    Step.CLOSE: State.CLOSED,
    Step.CANCEL: State.CANCELLED,
    Step.MERGE: State.MERGED,
}


def allowed(state: State) -> tuple[Step, ...]:
    """Return what can be done in a state, in the order of a menu: the next step first."""
    return _TABLE[state]


def may(state: State, step: Step) -> bool:
    """Tell whether a step can be done in a state."""
    return step in _TABLE[state]


def target(step: Step) -> State | None:
    """Return the state a step leads to; None where it stays or depends on the ticket."""
    return _TARGETS.get(step)
