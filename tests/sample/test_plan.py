"""The plan has what was promised, is the same each time, and knows nothing of the future."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from desk.codes import Channel, Outcome, Relation, RoomKind
from desk.sample.households import ABOVE, SHOWN_ROOM
from desk.sample.plan import SEED, plan
from desk.tickets.states import Step
from tests.sample.conftest import NOW, SHANGHAI

INVENTED = re.compile(r"1380000\d{4}")


def test_it_has_what_was_promised(sample):
    assert len(sample.rooms) == 600
    assert len(sample.residents) == 1100
    assert len(sample.tickets) == 300
    assert len(sample.articles) == 60
    assert len({room.label for room in sample.rooms}) == 600
    kinds = Counter(room.kind for room in sample.rooms)
    assert kinds == {
        RoomKind.FLAT: 532,
        RoomKind.VILLA: 10,
        RoomKind.SHOP: 18,
        RoomKind.GARAGE: 40,
    }
    assert "3-2-1502" in {room.label for room in sample.rooms}
    assert {lift.building for lift in sample.lifts} == {"1", "2", "3", "4", "5", "6"}


def test_equal_arguments_give_equal_plans_and_other_seeds_others(sample):
    assert plan(SEED, NOW, SHANGHAI) == sample
    assert plan(SEED + 1, NOW, SHANGHAI).tickets != sample.tickets


def test_planning_takes_no_time_that_anybody_notices(content):
    def taken() -> float:
        begun = perf_counter()
        plan(SEED, NOW, SHANGHAI, content)
        return perf_counter() - begun

    assert min(taken() for _ in range(3)) < 0.3


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        plan(SEED, NOW.replace(tzinfo=None), SHANGHAI)


def test_no_number_can_be_anybodys(sample):
    numbers = {phone for resident in sample.residents for phone in resident.phones}
    numbers |= {member.telephone for crew in sample.crews for member in crew.technicians}
    numbers |= {ticket.caller_phone for ticket in sample.tickets if ticket.caller_phone}
    numbers |= {call.caller_phone for call in sample.calls if call.caller_phone}
    numbers.add(sample.community.telephone)
    assert all(INVENTED.fullmatch(number) for number in numbers)


def test_some_share_a_number_and_some_have_two(sample):
    people = Counter(phone for resident in sample.residents for phone in resident.phones)
    assert sum(times > 1 for times in people.values()) >= 50
    assert sum(len(resident.phones) == 2 for resident in sample.residents) >= 50
    assert all(resident.phones for resident in sample.residents)


def test_everybody_is_something_to_a_room(sample):
    assert {o.resident for o in sample.occupancies} == {r.key for r in sample.residents}
    assert {o.relation for o in sample.occupancies} == set(Relation)
    pairs = [(o.room, o.resident) for o in sample.occupancies]
    assert len(set(pairs)) == len(pairs)
    labels = {room.label for room in sample.rooms}
    assert {o.room for o in sample.occupancies} <= labels
    assert 20 <= len(labels) - len({o.room for o in sample.occupancies}) <= 120
    rooms_of = Counter(o.resident for o in sample.occupancies)
    assert sum(times > 1 for times in rooms_of.values()) >= 20


def test_names_include_those_that_are_hard_to_find(sample):
    names = [resident.name for resident in sample.residents]
    assert any(name.startswith(("欧阳", "尉迟", "上官", "诸葛")) for name in names)
    assert any(name[0] in "单曾仇" for name in names)
    assert any(ord(character) > 0xFFFF for name in names for character in name)
    assert max(Counter(names).values()) > 1  # two people of one name


def test_the_household_of_the_lesson_is_there_with_every_seed(content):
    for seed in (SEED, 7):
        sample = plan(seed, NOW, SHANGHAI, content)
        lives = {o.resident for o in sample.occupancies if o.room == SHOWN_ROOM}
        shown = [resident for resident in sample.residents if resident.key in lives]
        assert [resident.name for resident in shown] == ["张淑芬"]
        assert shown[0].phones == ("13800005678",)
        own = [ticket for ticket in sample.tickets if ticket.room == SHOWN_ROOM]
        assert sum(ticket.state == "closed" for ticket in own) >= 2
        assert any(ticket.state == "accepted" for ticket in own)
        above = [ticket for ticket in sample.tickets if ticket.room == ABOVE]
        assert any(NOW - ticket.received_at < timedelta(minutes=10) for ticket in above)


def test_articles_expire_by_days_from_today(sample):
    expired = [a for a in sample.articles if a.valid_until and a.valid_until < date(2026, 3, 4)]
    assert 2 <= len(expired) <= 8


MOMENTS = [
    datetime(2026, 3, 4, 2, 10, tzinfo=UTC),  # morning
    datetime(2026, 3, 4, 4, 45, tzinfo=UTC),  # lunch
    datetime(2026, 3, 4, 14, 0, tzinfo=UTC),  # late evening
    datetime(2026, 3, 3, 16, 5, tzinfo=UTC),  # five past midnight
    datetime(2026, 3, 3, 23, 50, tzinfo=UTC),  # just before eight
    datetime(2026, 3, 8, 3, 0, tzinfo=UTC),  # Sunday
    datetime(2025, 10, 4, 7, 0, tzinfo=UTC),  # in a week of holidays
    datetime(2026, 7, 19, 9, 0, tzinfo=UTC),  # summer
    datetime(2026, 12, 31, 15, 59, tzinfo=UTC),
]


@pytest.mark.parametrize("now", MOMENTS, ids=str)
@pytest.mark.parametrize("seed", [SEED, 1, 2])
def test_nothing_happens_later_than_now(content, now, seed):
    sample = plan(seed, now, SHANGHAI, content)
    assert max(event.at for event in sample.timeline()) <= now
    assert all(call.started_at <= call.ended_at <= now for call in sample.calls)
    assert len(sample.tickets) == 300
    assert min(ticket.received_at for ticket in sample.tickets) > now - timedelta(days=75)


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "UTC"])
def test_any_zone_will_do(content, zone):
    now = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    sample = plan(SEED, now, ZoneInfo(zone), content)
    assert max(event.at for event in sample.timeline()) <= now


def test_calls_come_by_day_and_few_at_night(sample):
    hours = Counter(call.started_at.astimezone(SHANGHAI).hour for call in sample.calls)
    night = sum(times for hour, times in hours.items() if hour < 6 or hour >= 23)
    assert night < 0.05 * len(sample.calls)
    assert sum(hours[hour] for hour in range(8, 20)) > 0.7 * len(sample.calls)


def test_there_are_calls_of_every_sort_on_each_of_fourteen_days(sample):
    articles = {article.key for article in sample.articles}
    tickets = {ticket.key for ticket in sample.tickets}
    for call in sample.calls:
        assert (call.article in articles) == (call.outcome is Outcome.ARTICLE)
        assert (call.ticket in tickets) == (call.outcome in (Outcome.TICKET, Outcome.CHASED))
    days = {call.started_at.astimezone(SHANGHAI).date() for call in sample.calls}
    assert len(days) >= 15
    outcomes = Counter(call.outcome for call in sample.calls)
    assert set(outcomes) == set(Outcome)
    assert outcomes[Outcome.ARTICLE] > 150
    assert outcomes[Outcome.NONE] >= 15
    assert len({call.key for call in sample.calls}) == len(sample.calls)
    assert {Channel.PHONE, Channel.COUNTER} <= {call.channel for call in sample.calls}


def test_every_chase_was_a_call(sample):
    since = NOW - timedelta(days=13)
    chases = Counter(
        (ticket.key, step.at)
        for ticket in sample.tickets
        for step in ticket.steps
        if step.step is Step.CHASE and step.at > since
    )
    assert len(chases) >= 8
    calls = Counter(call.ticket for call in sample.calls if call.outcome is Outcome.CHASED)
    for key, _ in chases:
        assert calls[key] >= 1


def test_what_happened_is_told_in_the_order_of_time(sample):
    events = sample.timeline()
    assert [event.at for event in events] == sorted(event.at for event in events)
    made: set[str] = set()
    for event in events:
        if event.ticket is not None:
            if event.step is None:
                made.add(event.ticket.key)
            assert event.ticket.key in made
            if event.step is not None and event.step.ticket is not None:
                if event.step.step is Step.REOPEN:
                    made.add(event.step.ticket)
                assert event.step.ticket in made
        elif event.call is not None and event.call.ticket is not None:
            assert event.call.ticket in made
    assert len(made) == 300
