from __future__ import annotations

import pytest

from desk.codes import State
from desk.tickets.states import Step, allowed, may, target

# The table of the domain, but that a dispatched ticket may also be merged.
NEXT = {
    State.RECEIVED: {State.DISPATCHED, State.CANCELLED, State.MERGED},
    State.DISPATCHED: {State.ACCEPTED, State.RECEIVED, State.CANCELLED, State.MERGED},
    State.ACCEPTED: {State.ARRIVED, State.HOLD, State.DISPATCHED},
    State.ARRIVED: {State.DONE, State.HOLD},
    State.HOLD: {State.DONE},
    State.DONE: {State.TO_VISIT, State.CLOSED},
    State.TO_VISIT: {State.CLOSED},
    State.CLOSED: set(),
    State.CANCELLED: set(),
    State.MERGED: set(),
}
FORWARDS = [State.DISPATCHED, State.ACCEPTED, State.ARRIVED, State.DONE]


def test_every_state_has_steps_and_every_step_a_state():
    assert {step for state in State for step in allowed(state)} == set(Step)


@pytest.mark.parametrize("state", State)
def test_targets_are_those_of_the_domain(state):
    reached = {target(step) for step in allowed(state)} - {None}
    forwards = FORWARDS[FORWARDS.index(state) + 1 :] if state in FORWARDS else FORWARDS
    skipped = set(forwards) if state in (State.RECEIVED, *FORWARDS[:3]) else set()
    # A dispatched ticket may be given to another crew and stays dispatched.
    assert reached - {state} == NEXT[state] | skipped


def test_what_has_ended_can_only_go_on_as_a_new_ticket():
    for state in (State.CLOSED, State.CANCELLED, State.MERGED):
        assert may(state, Step.REOPEN)
        assert not may(state, Step.EDIT)
