"""Every ticket of the sample lives by the states of a ticket, and the queue has all of them."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from desk.centre.calendar import Hold
from desk.centre.default_categories import default_categories
from desk.centre.holidays import default_calendar
from desk.centre.looks import Look, look
from desk.centre.policy import company_standard, deadlines, due_at
from desk.codes import OPEN_STATES, Channel, HoldReason, Kind, State, Urgency
from desk.sample.plan import SEED, plan
from desk.tickets.states import Step, may, target
from tests.sample.conftest import NOW, SHANGHAI

#: domain: States of a ticket, and nothing skipped but what the domain lets skip forwards.
NEXT = {
    State.RECEIVED: {State.DISPATCHED, State.CANCELLED, State.MERGED},
    State.DISPATCHED: {State.ACCEPTED, State.RECEIVED, State.CANCELLED},
    State.ACCEPTED: {State.ARRIVED, State.HOLD, State.DISPATCHED, State.DONE},
    State.ARRIVED: {State.DONE, State.HOLD},
    State.HOLD: {State.ACCEPTED, State.ARRIVED, State.DONE},
    State.DONE: {State.TO_VISIT, State.CLOSED},
    State.TO_VISIT: {State.CLOSED},
}
CALENDAR = default_calendar(range(2025, 2027))
POLICY = company_standard()
FAMILY = {(form.scope, form.name): form.family for form in default_categories()}


def walked(ticket):
    """Yield each step with the state before it and after it."""
    state, held = State.RECEIVED, State.RECEIVED
    for step in ticket.steps:
        before = state
        if step.step is Step.HOLD:
            held = state
        if step.step is Step.RESUME:
            state = held
        elif step.step is Step.VISIT:
            state = State.CLOSED if step.reached else state
        else:
            state = target(step.step) or state
        yield step, before, state


def test_each_path_is_legal_and_ends_where_the_ticket_stands(sample):
    for ticket in sample.tickets:
        state, at = State.RECEIVED, ticket.received_at
        for step, before, after in walked(ticket):
            assert may(before, step.step), (ticket.key, step)
            if after is not before:
                assert after in NEXT[before], (ticket.key, step)
            assert step.at >= at, (ticket.key, step)
            state, at = after, step.at
        assert state is ticket.state, ticket.key


def test_every_state_is_there(sample):
    states = Counter(ticket.state for ticket in sample.tickets)
    assert set(states) == set(State)
    assert min(states.values()) >= 5
    assert 70 <= sum(states[state] for state in OPEN_STATES) <= 110
    assert {ticket.kind for ticket in sample.tickets} == set(Kind)
    assert {ticket.urgency for ticket in sample.tickets} == set(Urgency)
    assert {ticket.channel for ticket in sample.tickets} >= {
        Channel.PHONE,
        Channel.COUNTER,
        Channel.PATROL,
    }


def test_every_step_of_the_plan_is_taken_somewhere(sample):
    taken = {step.step for ticket in sample.tickets for step in ticket.steps}
    assert taken == set(Step) - {Step.TURN_DOWN, Step.EDIT, Step.TAKE_BACK}


def test_each_step_has_what_it_needs(sample):
    crews = {crew.key: {m.key for m in crew.technicians} for crew in sample.crews}
    staff = {person.key for person in sample.staff}
    tickets = {ticket.key: ticket for ticket in sample.tickets}
    needs = {
        Step.DISPATCH: lambda step: step.crew in crews,
        Step.TRANSFER: lambda step: step.technician in crews[step.crew] and step.text,
        Step.ACCEPT: lambda step: step.technician,
        Step.ARRIVE: lambda step: step.technician,
        Step.HOLD: lambda step: step.hold_reason in HoldReason and step.on and step.text,
        Step.FINISH: lambda step: step.text,
        Step.PLAN_VISIT: lambda step: step.on,
        Step.VISIT: lambda step: step.text and (not step.reached or 1 <= step.score <= 5),
        Step.CANCEL: lambda step: step.text,
        Step.CHASE: lambda step: step.text,
        Step.COMMENT: lambda step: step.text,
        Step.APPOINT: lambda step: step.begin < step.until,
        Step.MERGE: lambda step: tickets[step.ticket].received_at <= step.at,
        Step.REOPEN: lambda step: tickets[step.ticket].reopened_from,
    }
    for ticket in sample.tickets:
        for step in ticket.steps:
            assert step.by in staff
            assert "{" not in step.text
            assert needs.get(step.step, lambda step: True)(step), (ticket.key, step)


def test_reopened_tickets_begin_where_the_old_one_says(sample):
    tickets = {ticket.key: ticket for ticket in sample.tickets}
    again = [ticket for ticket in sample.tickets if ticket.reopened_from]
    assert len(again) >= 4
    for ticket in again:
        old = tickets[ticket.reopened_from]
        steps = [step for step in old.steps if step.step is Step.REOPEN]
        assert [(step.ticket, step.at) for step in steps] == [(ticket.key, ticket.received_at)]
        assert ticket.room == old.room


def test_merged_tickets_name_one_that_is_seen_to(sample):
    tickets = {ticket.key: ticket for ticket in sample.tickets}
    into = Counter(
        step.ticket for t in sample.tickets for step in t.steps if step.step is Step.MERGE
    )
    assert sum(into.values()) >= 6
    assert max(into.values()) >= 3
    for key in into:
        assert tickets[key].state not in (State.MERGED, State.CANCELLED)


def test_tickets_read_as_people_talk(sample):
    words = Counter(t.words for t in sample.tickets if t.reopened_from is None)
    assert sum(times > 1 for times in words.values()) <= 3
    residents = {resident.key: resident for resident in sample.residents}
    for ticket in sample.tickets:
        assert ticket.words
        assert ticket.place
        assert "{" not in ticket.words + ticket.place + ticket.spot
        if ticket.resident is not None:
            caller = residents[ticket.resident]
            assert ticket.caller_name == caller.name
            assert ticket.caller_phone in caller.phones
        else:
            assert ticket.channel is Channel.PATROL


def test_slips_are_out(sample):
    out = 0
    for ticket in sample.tickets:
        steps = {step.step for step in ticket.steps}
        if Step.RETURN_SLIP in steps:
            assert Step.PRINT_SLIP in steps, ticket.key
        out += Step.PRINT_SLIP in steps and Step.RETURN_SLIP not in steps
    assert out >= 20


def test_there_are_appointments_today(sample):
    today = NOW.astimezone(SHANGHAI).date()
    begins = [
        step.begin.astimezone(SHANGHAI)
        for ticket in sample.tickets
        if ticket.state in (State.ACCEPTED, State.ARRIVED)
        for step in ticket.steps
        if step.step is Step.APPOINT
    ]
    assert sum(begin.date() == today for begin in begins) >= 5
    assert any(begin.date() > today for begin in begins)


def test_somebody_is_shut_in_a_lift_and_nobody_has_taken_it(sample):
    ringing = [
        ticket
        for ticket in sample.tickets
        if ticket.urgency is Urgency.CRITICAL and ticket.state in (State.RECEIVED, State.DISPATCHED)
    ]
    assert [ticket.story for ticket in ringing] == ["lift-trapped"]
    assert timedelta(minutes=3) <= NOW - ringing[0].received_at <= timedelta(minutes=4)


def looks_of(sample, now):
    """Return how each open ticket looks by the default policy."""
    looks = Counter()
    for ticket in sample.tickets:
        at = {step.step: step for step in ticket.steps}
        held, begun, until = [], None, None
        for step in ticket.steps:
            if step.step is Step.HOLD:
                begun = step.at
            if step.step is Step.RESUME:
                held.append(Hold(begun, step.at))
                begun = None
        if begun is not None:
            held.append(Hold(begun))
        if Step.APPOINT in at:
            until = at[Step.APPOINT].until
        family = FAMILY[ticket.category] if ticket.category else None
        due, clock = due_at(
            deadlines(
                POLICY,
                CALENDAR,
                ticket.kind,
                ticket.urgency,
                ticket.received_at,
                until,
                held,
                family=family,
            ),
            at[Step.ACCEPT].at if Step.ACCEPT in at else None,
            at[Step.ARRIVE].at if Step.ARRIVE in at else None,
            at[Step.FINISH].at if Step.FINISH in at else None,
            ticket.state,
            at[Step.HOLD].on if Step.HOLD in at else None,
            at[Step.PLAN_VISIT].on if Step.PLAN_VISIT in at else None,
            CALENDAR,
        )
        looks[look(due, clock, now, POLICY.soon[ticket.urgency])] += ticket.state in OPEN_STATES
    return looks


@pytest.mark.parametrize(
    "now",
    [
        NOW,
        datetime(2026, 3, 4, 8, 0, tzinfo=UTC),  # four in the afternoon
        datetime(2026, 3, 3, 19, 0, tzinfo=UTC),  # three at night
        datetime(2026, 3, 4, 0, 20, tzinfo=UTC),  # before the service begins
        datetime(2026, 3, 8, 3, 0, tzinfo=UTC),  # Sunday
        datetime(2025, 10, 4, 7, 0, tzinfo=UTC),  # in a week of holidays
    ],
    ids=str,
)
def test_some_are_late_and_several_nearly_late_at_any_time(content, now):
    looks = looks_of(plan(SEED, now, SHANGHAI, content), now)
    assert 5 <= looks[Look.OVERDUE] <= 22
    assert 3 <= looks[Look.SOON] <= 20
    assert looks[Look.ON_TIME] >= 20
    assert looks[Look.WAITING] >= 8
