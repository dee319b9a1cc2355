"""Return visits: which tickets get one, when, and what was said."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import Final

from desk.centre.profile import Centre
from desk.codes import Family, Kind, State
from desk.models.database import Write
from desk.models.tables import ReturnVisit
from desk.refusals import Refusal
from desk.tickets import actions
from desk.tickets.ending import go_on
from desk.tickets.make import family_of
from desk.tickets.seen import After, Made, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn

#: The upper level of the categories under which work in a home stands, as shipped.
INDOOR: Final = "室内"
#: Of the repairs that need none, so many of a hundred are visited all the same (company standard).
SAMPLE_PERCENT: Final = 30
#: Days after the work: soon where somebody is displeased, and always within three.
_SOON, _USUAL = 1, 2


def needs_visit(
    kind: Kind, family: Family | None, scope: str, number: str, satisfied: bool | None = None
) -> bool:
    """Tell whether the desk asks afterwards (company standard).

    Complaints, leaks, work in a home and whoever was not satisfied: always. Other repairs: a
    sample that only the number decides, so that nobody chooses and anybody can check.
    """
    if satisfied is False or kind is Kind.COMPLAINT:
        return True
    if kind not in (Kind.REPAIR, Kind.SERVICE):
        return False
    if family in (Family.LEAK, Family.INDOOR) or scope == INDOOR:
        return True
    return kind is Kind.REPAIR and sampled(number)


def sampled(number: str) -> bool:
    """Tell whether a number is in the sample."""
    return int(hashlib.sha256(number.encode()).hexdigest(), 16) % 100 < SAMPLE_PERCENT


def wanted(turn: Turn, satisfied: bool | None = None) -> bool:
    """Tell whether the ticket under way needs a return visit."""
    ticket = turn.ticket
    category = turn.centre.category(ticket.category_id)
    return needs_visit(
        Kind(ticket.kind),
        family_of(turn.centre, ticket.category_id),
        "" if category is None else category.form.scope,
        ticket.number,
        satisfied,
    )


def plan(turn: Turn, on: date | None = None, *, satisfied: bool | None = None, **how: bool) -> None:
    """Plan the visit of the ticket under way, on a local day or by rule."""
    calendar = turn.centre.calendar
    if on is None:
        days = _SOON if satisfied is False or turn.ticket.kind == Kind.COMPLAINT else _USUAL
        on = calendar.local(turn.ticket.finished_at or turn.at).date() + timedelta(days=days)
    visit_on = calendar.closing_on(on)
    turn.set(visit_on=visit_on)
    turn.enter(State.TO_VISIT)
    turn.log(
        actions.VISIT_PLANNED,
        {"on": calendar.local(visit_on).date().isoformat(), **how},
        at=turn.write.now,
    )


def plan_visit(write: Write, centre: Centre, seen: Seen, on: date | None = None) -> After:
    """Plan a return visit on a local day; None is the rule's.

    Raises:
        Refusal: as every step (``turn.Turn``).
    """
    turn = Turn(write, centre, seen, Step.PLAN_VISIT)
    plan(turn, on)
    return turn.done()


def visit(
    write: Write,
    centre: Centre,
    seen: Seen,
    *,
    reached: bool,
    solved: bool = False,
    score: int | None = None,
    note: str = "",
    occurred_at: datetime | None = None,
) -> After:
    """Enter what a return visit brought.

    Solved closes the ticket; not solved closes it and goes on with a new one (``After.made``);
    who was not reached is asked again on the next day of service.

    Raises:
        Refusal: as every step, or ``ticket.score`` unless it is 1 to 5.
    """
    turn = Turn(write, centre, seen, Step.VISIT, occurred_at)
    if score is not None and not 1 <= score <= 5:
        raise Refusal("ticket.score")
    ReturnVisit.insert(
        ticket=turn.ticket.id,
        at=turn.at,
        staff=write.actor.staff,
        reached=reached,
        solved=reached and solved,
        score=score if reached else None,
    ).execute()
    if reached:
        turn.set(closed_at=turn.at, visit_on=None)
        turn.enter(State.CLOSED)
    else:
        tomorrow = centre.calendar.local(turn.at).date() + timedelta(days=1)
        turn.set(visit_on=centre.calendar.closing_on(tomorrow))
        turn.enter(State.TO_VISIT)
    detail = {"reached": reached, "solved": reached and solved, "score": score}
    turn.log(actions.VISITED, detail, {"note": note})
    made: Made | None = None
    if reached and not solved:
        made = go_on(turn, note)
    return turn.done(made)
