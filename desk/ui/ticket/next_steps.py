"""Which step is the likeliest in a state, and which stand beside it; the menu has the others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desk.codes import State
from desk.tickets.states import Step, may

#: The first is the primary action; a ticket that is over has none.
_BUTTONS: Final[Mapping[State, tuple[Step | None, ...]]] = MappingProxyType(
    {
        State.RECEIVED: (Step.DISPATCH, Step.CHASE, Step.APPOINT),
        State.DISPATCHED: (Step.ACCEPT, Step.CHASE, Step.TRANSFER),
        State.ACCEPTED: (Step.ARRIVE, Step.FINISH, Step.HOLD),
        State.ARRIVED: (Step.FINISH, Step.HOLD, Step.RETURN_SLIP),
        State.HOLD: (Step.RESUME, Step.FINISH, Step.CHASE),
        State.DONE: (Step.VISIT, Step.CLOSE, Step.REOPEN),
        State.TO_VISIT: (Step.VISIT, Step.CLOSE, Step.REOPEN),
        State.CLOSED: (None, Step.REOPEN),
        State.CANCELLED: (None, Step.REOPEN, Step.TAKE_BACK),
        State.MERGED: (None, Step.REOPEN),
    }
)


def likeliest(state: State) -> Step | None:
    """Return the step that most likely comes next, None where the ticket is over."""
    return _BUTTONS[state][0]


def beside(state: State, *, slip_out: bool) -> tuple[Step, ...]:
    """Return the steps that have a button beside the primary one.

    A slip that is on its way is expected back: entering it then stands first.
    """
    steps = tuple(step for step in _BUTTONS[state][1:] if step is not None)
    if slip_out and may(state, Step.RETURN_SLIP) and Step.RETURN_SLIP not in steps:
        return (Step.RETURN_SLIP, *steps[:1])
    return steps
