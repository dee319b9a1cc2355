"""Whatever is done to tickets in whatever legal order, what they say of themselves is true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.codes import OPEN_STATES, HoldReason, Kind, State, Topic, Urgency
from desk.models import journal
from desk.models.tables import Hold, Ticket
from desk.tickets import (
    chasing,
    closing,
    dispatching,
    ending,
    finishing,
    holding,
    noting,
    queue,
    slips,
    turn,
    undoing,
    visiting,
)
from desk.tickets.noting import Edit
from desk.tickets.seen import After, Made, Seen
from desk.tickets.states import Step, allowed
from tests.tickets.office import MORNING, Office, refused

#: These add to a ticket and leave its version alone.
ADDING = {Step.CHASE, Step.COMMENT, Step.PRINT_SLIP}


class Play:
    """Plays one story on one ticket after the other and checks each moment."""

    def __init__(self, office: Office, data: st.DataObject) -> None:
        self.office = office
        self.data = data

    def draw(self, values: Any) -> Any:
        return self.data.draw(st.sampled_from(values))

    def do(self, step: Step, seen: Seen) -> After:
        office, draw = self.office, self.draw
        when = {"occurred_at": draw([None, office.now])}
        crew = draw([office.water, office.guards])
        day = office.now + timedelta(days=1)
        tomorrow = office.centre.calendar.local(day).date()
        calls: dict[Step, Callable[[], After]] = {
            Step.DISPATCH: lambda: office.step(dispatching.dispatch, seen, crew, **when),
            Step.ACCEPT: lambda: office.step(dispatching.accept, seen, crew=crew, **when),
            Step.ARRIVE: lambda: office.step(dispatching.arrive, seen, **when),
            Step.TRANSFER: lambda: office.step(dispatching.transfer, seen, crew, **when),
            Step.TURN_DOWN: lambda: office.step(dispatching.turn_down, seen, "没空", **when),
            Step.HOLD: lambda: office.step(
                holding.hold, seen, draw(list(HoldReason)), tomorrow, **when
            ),
            Step.RESUME: lambda: office.step(holding.resume, seen, **when),
            Step.FINISH: lambda: office.step(
                finishing.finish, seen, "好了", satisfied=draw([None, True, False]), **when
            ),
            Step.PLAN_VISIT: lambda: office.step(visiting.plan_visit, seen),
            Step.VISIT: lambda: office.step(
                visiting.visit, seen, reached=draw([True, False]), solved=draw([True, False])
            ),
            Step.CLOSE: lambda: office.step(ending.close, seen),
            Step.CANCEL: lambda: office.step(ending.cancel, seen, "不用了"),
            Step.MERGE: lambda: office.step(ending.merge, seen, office.new().ticket_id),
            Step.REOPEN: lambda: office.step(ending.reopen, seen),
            Step.CHASE: lambda: office.step(chasing.chase, seen),
            Step.COMMENT: lambda: office.step(noting.comment, seen, "记一笔"),
            Step.APPOINT: lambda: office.step(noting.appoint, seen, day, day + timedelta(hours=1)),
            Step.EDIT: lambda: office.step(
                noting.edit, seen, Edit(urgency=draw(list(Urgency)), words=draw(["漏水", "停电"]))
            ),
            Step.PRINT_SLIP: lambda: office.step(slips.print_slip, seen),
            Step.RETURN_SLIP: lambda: office.step(
                slips.return_slip, seen, finished_at=draw([None, office.now])
            ),
            Step.TAKE_BACK: lambda: office.step(undoing.take_back, seen),
        }
        return calls[step]()

    def check(self, on: After | Made) -> None:
        ticket = self.office.ticket(on)
        state = State(ticket.state)
        assert (ticket.version, state) == (on.version, on.state)
        assert ticket.is_open is (state in OPEN_STATES)
        assert (ticket.due_at, ticket.due_clock) == turn.due(ticket, self.office.centre)
        lasting = Hold.select().where((Hold.ticket == ticket.id) & Hold.until.is_null()).count()
        assert lasting == (1 if state is State.HOLD else 0)
        assert (ticket.hold_reason is not None) is (state is State.HOLD)
        assert (ticket.closed_at is None) is ticket.is_open
        if state in (State.DONE, State.TO_VISIT):
            assert ticket.accepted_at <= ticket.arrived_at <= ticket.finished_at
        elif ticket.is_open:
            assert ticket.finished_at is None


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_after_any_story_every_ticket_says_the_truth(office: Office, data: st.DataObject):
    play = Play(office, data)
    office.now = MORNING
    kind = play.draw([Kind.REPAIR, Kind.COMPLAINT, Kind.INQUIRY])
    made = office.new(kind=kind, urgency=play.draw(list(Urgency)))
    on = After(*made[:4])
    play.check(on)
    for _ in range(data.draw(st.integers(3, 14))):
        office.later(minutes=play.draw([0, 7, 90, 1500]))
        step = play.draw(allowed(on.state))
        if step is Step.TAKE_BACK and undoing.can_take_back(office.database, on.ticket_id) is None:
            with refused("ticket.nothing_to_take_back"):
                play.do(step, on.seen)
            continue
        if step not in ADDING:
            with refused("ticket.stale"):
                play.do(step, Seen(on.ticket_id, on.version - 1))
        after = play.do(step, on.seen)
        assert after.version - on.version in ((0,) if step in ADDING else (0, 1))
        on = after
        play.check(on)
        if on.made is not None:
            play.check(on.made)
    with office.store.write(office.actor, office.now) as write:
        closing.tend(write, office.centre)
    assert journal.first_broken_link() is None
    numbers = [number for (number,) in Ticket.select(Ticket.number).tuples()]
    assert len(numbers) == len(set(numbers))
    soon = office.centre.policy.soon
    shown = queue.page(office.database, queue.Filter(), office.now, soon, limit=10_000)
    assert {row.ticket_id for row in shown} == {
        ticket.id for ticket in Ticket.select(Ticket.id).where(Ticket.is_open)
    }


def test_a_chain_of_steps_is_published_and_broken_off_steps_are_not(office: Office):
    heard: list[frozenset[Topic]] = []
    stop = office.store.changes.listen(heard.append)
    made = office.new()

    def stumble() -> None:
        with office.store.write(office.actor, office.now) as write:
            dispatching.accept(write, office.centre, made.seen)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    stop()
    assert heard == [frozenset({Topic.TICKETS})]
    assert office.ticket(made).state == State.DISPATCHED
