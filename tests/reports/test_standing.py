"""Whatever is done to tickets, what a day is told to have been is what it was when it was today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from desk.codes import HoldReason, Kind, Urgency
from desk.reports.standing import Standing, standing_at, standing_now
from desk.tickets import dispatching, ending, finishing, holding, noting, undoing, visiting
from desk.tickets.noting import Edit
from desk.tickets.seen import After
from desk.tickets.states import Step, allowed
from tests.tickets.office import Office


def steps(office: Office, draw: Callable[[Any], Any]) -> dict[Step, Callable[[Any], After]]:
    """Return every step that changes where a ticket stands, done as it happens."""
    crew = draw([office.water, office.guards])
    day = office.now + timedelta(days=draw([1, 3]))
    local = office.centre.calendar.local(day).date()
    do = office.step
    return {
        Step.DISPATCH: lambda seen: do(dispatching.dispatch, seen, crew),
        Step.ACCEPT: lambda seen: do(dispatching.accept, seen, crew=crew),
        Step.ARRIVE: lambda seen: do(dispatching.arrive, seen),
        Step.TRANSFER: lambda seen: do(dispatching.transfer, seen, crew),
        Step.TURN_DOWN: lambda seen: do(dispatching.turn_down, seen),
        Step.HOLD: lambda seen: do(holding.hold, seen, draw(list(HoldReason)), local),
        Step.RESUME: lambda seen: do(holding.resume, seen),
        Step.FINISH: lambda seen: do(finishing.finish, seen, "好了", satisfied=draw([None, False])),
        Step.PLAN_VISIT: lambda seen: do(visiting.plan_visit, seen),
        Step.VISIT: lambda seen: do(
            visiting.visit, seen, reached=draw([True, False]), solved=draw([True, False])
        ),
        Step.CLOSE: lambda seen: do(ending.close, seen),
        Step.CANCEL: lambda seen: do(ending.cancel, seen, "不用了"),
        Step.REOPEN: lambda seen: do(ending.reopen, seen),
        Step.APPOINT: lambda seen: do(noting.appoint, seen, day, day + timedelta(hours=1)),
        Step.EDIT: lambda seen: do(noting.edit, seen, Edit(urgency=draw(list(Urgency)))),
    }


def told(standing: Standing) -> tuple[object, object]:
    """Return what can be compared: states, and of each late ticket all but its present row."""
    late = sorted((one.row.ticket_id, *map(str, one[1:])) for one in standing.late)
    return +standing.states, late


@pytest.mark.parametrize("seed", range(12))
def test_an_instant_that_is_over_is_told_as_it_was(office: Office, seed: int):
    rng = Random(seed)
    draw = rng.choice
    kinds = [Kind.REPAIR, Kind.COMPLAINT, Kind.INQUIRY]
    tickets = [
        office.new(kind=draw(kinds), urgency=draw(list(Urgency)), category=draw(there))
        for there in ([office.leak, office.bulb], [office.leak, None])
    ]
    seen: list[tuple[datetime, object]] = []
    for _ in range(rng.randint(6, 30)):
        office.later(minutes=draw([7, 90, 1500, 6000]))
        seen.append((office.now, told(standing_now(office.database, office.now, None))))
        office.later(seconds=1)
        on = draw(tickets)
        ticket = office.ticket(on)
        known = steps(office, draw)
        able = [step for step in allowed(ticket.state) if step in known]
        if able:
            made = known[draw(able)](on.seen._replace(version=ticket.version)).made
            tickets += [made] if made is not None else []
    for instant, was in seen:
        assert told(standing_at(office.database, office.centre, instant, None)) == was


def test_steps_taken_back_later_leave_the_instants_before_them_alone(office: Office):
    made = office.new(category=office.bulb)
    on = office.step(dispatching.arrive, made)
    instant = office.later(days=9)
    before = told(standing_now(office.database, instant, None))
    office.later(hours=1)
    on = office.step(finishing.finish, on, "好了")
    office.later(hours=1)
    office.step(undoing.take_back, on)
    assert told(standing_at(office.database, office.centre, instant, None)) == before
