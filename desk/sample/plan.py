"""Plans the sample community and its last thirty days from a seed, a moment and a time zone."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from random import Random

from desk.sample import estate
from desk.sample.calls import Calls
from desk.sample.casting import Casting
from desk.sample.content import Content, read_content
from desk.sample.days import Days
from desk.sample.emergencies import Emergencies
from desk.sample.households import SHOWN_ROOM, settle
from desk.sample.past import Past
from desk.sample.path import Pen
from desk.sample.present import Present
from desk.sample.rows import SamplePlan, TicketPlan

#: The seed of the sample that people are shown.
SEED = 20251122
#: How many tickets it has.
TICKETS = 300
_DAYS = 30


def plan(seed: int, now: datetime, zone: tzinfo, content: Content | None = None) -> SamplePlan:
    """Return the sample as it stands at ``now``; equal arguments give equal plans.

    Args:
        seed: chooses people, stories and times.
        now: an aware instant; nothing in the plan is later.
        zone: the centre's; decides what is day, night and today.
        content: what ``resources/sample`` holds, where it was read before.

    Raises:
        ValueError: ``now`` has no time zone.
        Refusal: ``resource.missing``.
    """
    if now.tzinfo is None:
        raise ValueError("now has no time zone")
    content = content or read_content()
    now = now.astimezone(UTC)
    rng = Random(seed)
    days = Days(now, zone)
    town = settle(rng, content.names, estate.rooms())
    pen = Pen(rng, days, {crew.key: crew for crew in content.crews}, content.sayings)
    casting = Casting(rng, days, town, content.stories)
    tickets = _tickets(pen, casting)
    articles = content.articles_on(days.today)
    return SamplePlan(
        seed=seed,
        now=now,
        community=content.community,
        staff=content.staff,
        crews=content.crews,
        rooms=tuple(town.rooms.values()),
        lifts=estate.lifts(),
        residents=tuple(town.residents.values()),
        occupancies=town.occupancies,
        articles=articles,
        tickets=tickets,
        calls=Calls(rng, days, town).plan(tickets, articles, content.unanswered),
    )


def _tickets(pen: Pen, casting: Casting) -> tuple[TicketPlan, ...]:
    past = Past(pen, casting)
    past.incident("lift-stopped", days_ago=4, hour=19, merged=3)
    past.incident("access-all-dead", days_ago=11, hour=8, merged=2)
    past.of_room("tv-signal", SHOWN_ROOM, days_ago=24)
    past.of_room("tap-drip", SHOWN_ROOM, days_ago=17)
    emergencies, calm = Emergencies(pen, casting), Present(pen, casting)
    emergencies.play()
    calm.play()
    present = [path.plan for path in (*emergencies.paths, *calm.paths)]
    for days_ago in (12, 9):
        past.reopened(days_ago, over=True)
    for days_ago in (6, 5):
        past.reopened(days_ago, over=False)
    for days_ago in (0, 1, 2, 4, 6, 9, 15):
        past.cancelled(days_ago)
    days, rng = pen.days, pen.rng
    morning = days.at(days.local(days.awake).date(), 7, 40)
    worked = (days.awake - morning).total_seconds() / 3600
    for _ in range(min(9, int(worked - 1))):
        past.quick(morning, days.awake_ago(70))
    while len(present) + len(past.tickets) < TICKETS:
        # Twice as many in the last week as in each one before.
        past.ordinary(int(rng.random() ** 1.5 * _DAYS))
    return tuple(sorted(present + past.tickets, key=lambda ticket: ticket.received_at))
