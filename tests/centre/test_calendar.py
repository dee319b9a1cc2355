"""The service calendar against solved cases, a count by seconds, and its own inverse."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.centre.calendar import Hold, ServiceCalendar
from desk.centre.spans import Span
from desk.codes import ClockRun
from desk.refusals import Refusal

CLOCKS = Path(__file__).parents[1] / "clocks"
OFFICE = [["08:30", "12:00"], ["13:30", "18:00"]]
SHANGHAI = {"timezone": "Asia/Shanghai", "week": dict.fromkeys(("mon", "tue", "wed"), OFFICE)}


def calendar(**changes: object) -> ServiceCalendar:
    return ServiceCalendar.from_document(SHANGHAI | changes)


def at(text: str, zone: str = "Asia/Shanghai") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize("policy", sorted(CLOCKS.glob("*.policy.json")), ids=lambda p: p.name)
def test_every_solved_case(policy: Path) -> None:
    hours = ServiceCalendar.from_document(json.loads(policy.read_text("utf-8")))
    lines = policy.with_name(policy.name.replace("policy.json", "cases.jsonl")).read_text("utf-8")
    cases = [json.loads(line) for line in lines.splitlines()]
    assert len(cases) == 40
    for case in cases:
        start, run = datetime.fromisoformat(case["start"]), ClockRun(case["clock"])
        allowance = timedelta(seconds=case["allowance_s"])
        holds = [
            Hold(datetime.fromisoformat(a), datetime.fromisoformat(b) if b else None)
            for a, b in case["holds"]
        ]
        due = hours.due(start, allowance, run, holds)
        assert due == (datetime.fromisoformat(case["due"]) if case["due"] else None), case["id"]
        if due is not None:
            assert due.tzinfo is UTC
            assert hours.elapsed(start, due, run, holds) == allowance, case["id"]


def test_an_allowance_used_up_at_noon_is_due_at_noon() -> None:
    due = calendar().due(at("2026-11-23 08:30"), timedelta(hours=3.5))
    assert due == at("2026-11-23 12:00")


def test_lunch_does_not_count() -> None:
    due = calendar().due(at("2026-11-23 11:50"), timedelta(minutes=30))
    assert due == at("2026-11-23 13:50")


def test_parts_of_seconds_are_kept() -> None:
    start = at("2026-11-23 09:00:00.250001")
    assert calendar().due(start, timedelta(seconds=1)) == start + timedelta(seconds=1)


def test_nothing_allowed_is_due_at_once_even_when_closed_or_held() -> None:
    start = at("2026-11-22 03:00")
    assert calendar().due(start, timedelta(0), ClockRun.SERVICE, [Hold(start)]) == start


def test_a_named_day_replaces_the_week() -> None:
    hours = calendar(days={"2026-11-23": [], "2026-11-22": OFFICE})
    assert not hours.is_open(at("2026-11-23 09:00"))
    assert hours.is_open(at("2026-11-22 09:00"))


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    hours = calendar(week={"mon": [["20:00", "06:00"]]}, days={"2026-11-24": []})
    assert hours.is_open(at("2026-11-24 05:59:59"))
    assert not hours.is_open(at("2026-11-24 06:00"))
    assert not hours.is_open(at("2026-11-23 05:00"))


def test_next_open_is_now_when_open_and_the_morning_when_not() -> None:
    hours = calendar()
    assert hours.next_open(at("2026-11-23 09:00:01")) == at("2026-11-23 09:00:01")
    assert hours.next_open(at("2026-11-23 12:00")) == at("2026-11-23 13:30")
    assert hours.next_open(at("2026-11-25 18:00")) == at("2026-11-30 08:30")


def test_a_span_in_the_gap_and_in_the_fold() -> None:
    berlin = {"timezone": "Europe/Berlin", "week": {"sun": [["02:00", "03:30"]]}}
    hours = ServiceCalendar.from_document(berlin)
    # 02:00 never comes on 29 March: with the offset before the gap it is 03:00 after it.
    day = timedelta(days=1)
    march, october = (
        at("2026-03-29 00:00", "Europe/Berlin"),
        at("2026-10-25 00:00", "Europe/Berlin"),
    )
    assert hours.elapsed(march, march + day) == timedelta(minutes=30)
    # 02:00 comes twice on 25 October: the first counts.
    assert hours.elapsed(october, october + day) == timedelta(hours=2.5)


def test_a_day_that_never_was_is_counted_once() -> None:
    apia = ServiceCalendar.from_document(
        {"timezone": "Pacific/Apia", "week": {"fri": OFFICE, "sat": OFFICE}}
    )
    start = datetime(2011, 12, 29, tzinfo=UTC)
    assert apia.elapsed(start, start + timedelta(days=4)) == timedelta(hours=8)


def test_overlapping_spans_and_holds_count_once() -> None:
    hours = calendar(week={"mon": [["08:00", "12:00"], ["10:00", "14:00"]]})
    begin, end = at("2026-11-23 00:00"), at("2026-11-24 00:00")
    assert hours.elapsed(begin, end) == timedelta(hours=6)
    held = [
        Hold(at("2026-11-23 09:00"), at("2026-11-23 11:00")),
        Hold(at("2026-11-23 10:00"), at("2026-11-23 12:00")),
        Hold(at("2026-11-23 13:00"), at("2026-11-23 12:30")),  # ends before it begins
    ]
    assert hours.elapsed(begin, end, ClockRun.SERVICE, held) == timedelta(hours=3)
    assert hours.elapsed(begin, end, ClockRun.ROUND, held) == timedelta(hours=21)


def test_an_open_hold_stops_the_clock_for_good_unless_it_was_due_before() -> None:
    start = at("2026-11-23 09:00")
    hold = [Hold(at("2026-11-23 10:00"))]
    for run in ClockRun:
        assert calendar().due(start, timedelta(hours=1), run, hold) == at("2026-11-23 10:00")
        assert calendar().due(start, timedelta(hours=1, seconds=1), run, hold) is None


def test_a_calendar_that_never_opens_has_no_answer() -> None:
    for hours in (calendar(week={}), calendar(week={}, days={"2027-01-01": []})):
        start = at("2026-11-23 09:00")
        assert hours.due(start, timedelta(seconds=1)) is None
        assert hours.next_open(start) is None
        assert not hours.is_open(start)
        assert hours.elapsed(start, start + timedelta(days=3650)) == timedelta(0)
        assert hours.due(start, timedelta(hours=1), ClockRun.ROUND) == at("2026-11-23 10:00")


def test_a_closed_stretch_of_ten_years_is_crossed() -> None:
    hours = calendar(week={}, days={"2036-11-24": [["08:00", "09:00"]]})
    start = at("2026-11-23 09:00")
    assert hours.due(start, timedelta(hours=1)) == at("2036-11-24 09:00")
    assert hours.due(start, timedelta(hours=1, seconds=1)) is None
    assert hours.next_open(start) == at("2036-11-24 08:00")


def test_what_no_lifetime_reaches_is_never_due() -> None:
    assert calendar().due(at("2026-11-23 09:00"), timedelta(days=999_999_999)) is None
    last = datetime(9999, 12, 31, tzinfo=UTC)
    assert calendar().due(last, timedelta(days=2), ClockRun.ROUND) is None
    assert calendar().due(last, timedelta(days=2)) is None


def test_a_document_comes_back_as_it_was() -> None:
    document = {
        "timezone": "Asia/Shanghai",
        "week": {"mon": [["20:00", "06:00"], ["22:00", "24:00"], ["00:00", "24:00"]]},
        "days": {"2026-10-01": [], "2026-10-10": OFFICE},
    }
    assert ServiceCalendar.from_document(document).to_document() == document


def test_with_days_keeps_the_week() -> None:
    day = date(2026, 11, 22)
    hours = calendar().with_days({day: (Span(600, 720),)})
    assert hours.spans_on(day) == (Span(600, 720),)
    assert hours.week == calendar().week


@pytest.mark.parametrize(
    ("document", "code", "fields"),
    [
        ([], "calendar.shape", {"field": "document"}),
        ({"week": {}}, "calendar.shape", {"field": "timezone"}),
        ({"timezone": "Asia/Shanghai"}, "calendar.shape", {"field": "week"}),
        (SHANGHAI | {"timezone": 8}, "calendar.shape", {"field": "timezone"}),
        (SHANGHAI | {"timezone": "Asia/Nowhere"}, "calendar.zone", {"value": "Asia/Nowhere"}),
        (SHANGHAI | {"timezone": "../etc/passwd"}, "calendar.zone", {"value": "../etc/passwd"}),
        (SHANGHAI | {"timezone": ""}, "calendar.zone", {"value": ""}),
        (SHANGHAI | {"timezone": "Asia"}, "calendar.zone", {"value": "Asia"}),
        (SHANGHAI | {"week": {"Mon": []}}, "calendar.shape", {"field": "week.Mon"}),
        (SHANGHAI | {"week": {"mon": None}}, "calendar.shape", {"field": "week.mon"}),
        (SHANGHAI | {"week": {"mon": ["08:00"]}}, "calendar.shape", {"field": "week.mon"}),
        (
            SHANGHAI | {"week": {"mon": [["8:00", "9:00"]]}},
            "calendar.time",
            {"field": "week.mon", "value": "8:00"},
        ),
        (
            SHANGHAI | {"week": {"mon": [["08:00", "24:01"]]}},
            "calendar.time",
            {"field": "week.mon", "value": "24:01"},
        ),
        (
            SHANGHAI | {"week": {"mon": [["24:00", "06:00"]]}},
            "calendar.time",
            {"field": "week.mon", "value": "24:00"},
        ),
        (SHANGHAI | {"days": {"2026-02-30": []}}, "calendar.day", {"value": "2026-02-30"}),
        (SHANGHAI | {"days": {"20260201": []}}, "calendar.day", {"value": "20260201"}),
        (SHANGHAI | {"days": {"2026-02-01": 3}}, "calendar.shape", {"field": "days.2026-02-01"}),
    ],
)
def test_a_bad_document_is_refused_by_its_field(
    document: object, code: str, fields: dict[str, object]
) -> None:
    with pytest.raises(Refusal) as refused:
        ServiceCalendar.from_document(document)
    assert (refused.value.code, refused.value.fields) == (code, fields)


# A count by seconds, written apart from the calendar: the rule of the cases, to the letter.

ZONES = (
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Havana",
    "Pacific/Apia",
    "Africa/Casablanca",
)
#: Days on which the clocks of one of the zones change, and an ordinary one.
CHANGES = ("2026-03-28", "2026-10-24", "2026-11-01", "2026-04-04", "2026-10-03", "2011-12-29")
RANGE = timedelta(days=3)
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

walls = st.sampled_from(
    [f"{h:02}:{m:02}" for h in range(24) for m in (0, 1, 30, 59)]
    + ["00:30", "01:45", "02:15", "02:30", "03:00"]
)
spans = st.lists(st.tuples(walls, walls | st.just("24:00")).map(list), max_size=3)
documents = st.fixed_dictionaries(
    {
        "timezone": st.sampled_from(ZONES),
        "week": st.dictionaries(st.sampled_from(NAMES), spans, min_size=2),
        "days": st.dictionaries(st.sampled_from(CHANGES), spans, max_size=1),
    }
)
starts = st.builds(
    lambda day, second: datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(seconds=second),
    st.sampled_from(CHANGES),
    st.integers(0, 86_400),
)
offsets = st.integers(-3_600, int(RANGE.total_seconds()))
hold_offsets = st.lists(st.tuples(offsets, offsets | st.none()), max_size=3)


def resolve(day: date, text: str, zone: ZoneInfo) -> datetime:
    hours, minutes = map(int, text.split(":"))
    if hours == 24:
        day, hours = day + timedelta(days=1), 0
    return datetime(day.year, day.month, day.day, hours, minutes, tzinfo=zone, fold=0)


def open_seconds(document: dict[str, dict[str, list[list[str]]]], start: datetime) -> bytearray:
    """One byte for each second from the start: does it count?"""
    zone = ZoneInfo(str(document["timezone"]))
    length = int(RANGE.total_seconds())
    seconds = bytearray(length)
    for step in range(-4, RANGE.days + 4):
        day = start.date() + timedelta(days=step)
        week = document["week"].get(NAMES[day.weekday()], [])
        for begin, end in document["days"].get(day.isoformat(), week):
            last_day = day + timedelta(days=end <= begin)
            first = int((resolve(day, begin, zone) - start).total_seconds())
            last = int((resolve(last_day, end, zone) - start).total_seconds())
            first, last = max(first, 0), min(last, length)
            if first < last:
                seconds[first:last] = b"\1" * (last - first)
    return seconds


def held(start: datetime, pairs: list[tuple[int, int | None]]) -> list[Hold]:
    def after(seconds: int) -> datetime:
        return start + timedelta(seconds=seconds)

    return [Hold(after(a), None if b is None else after(b)) for a, b in pairs]


@settings(max_examples=150, deadline=None)
@given(documents, starts, hold_offsets, st.integers(0, 120_000), st.sampled_from(ClockRun))
def test_due_and_elapsed_agree_with_a_count_by_seconds(
    document: dict[str, dict[str, list[list[str]]]],
    start: datetime,
    pairs: list[tuple[int, int | None]],
    allowance: int,
    run: ClockRun,
) -> None:
    length = int(RANGE.total_seconds())
    counts = open_seconds(document, start) if run is ClockRun.SERVICE else bytearray(b"\1" * length)
    for begin, end in pairs:
        first, last = max(begin, 0), length if end is None else end
        if first < last:
            counts[first:last] = bytes(last - first)
    second, left = 0, allowance
    while left and second < length:
        left -= counts[second]
        second += 1
    hours = ServiceCalendar.from_document(document)
    holds = held(start, pairs)
    close = start + RANGE
    assert hours.elapsed(start, close, run, holds) == timedelta(seconds=counts.count(1))
    due = hours.due(start, timedelta(seconds=allowance), run, holds)
    if left:
        assert due is None or due > close
    else:
        assert due == start + timedelta(seconds=second)


@settings(max_examples=150, deadline=None)
@given(documents, starts, hold_offsets, st.integers(0, 9_000_000), st.sampled_from(ClockRun))
def test_what_elapses_until_it_is_due_is_the_allowance(
    document: dict[str, object],
    start: datetime,
    pairs: list[tuple[int, int | None]],
    allowance: int,
    run: ClockRun,
) -> None:
    hours = ServiceCalendar.from_document(document)
    holds = held(start, pairs)
    due = hours.due(start, timedelta(seconds=allowance), run, holds)
    if due is not None:
        assert hours.elapsed(start, due, run, holds) == timedelta(seconds=allowance)
        if allowance:
            before = due - timedelta(microseconds=1)
            assert hours.elapsed(start, before, run, holds) < timedelta(seconds=allowance)


@settings(max_examples=60, deadline=None)
@given(documents, starts)
def test_next_open_is_the_first_open_second(
    document: dict[str, dict[str, list[list[str]]]], start: datetime
) -> None:
    hours = ServiceCalendar.from_document(document)
    counts = open_seconds(document, start)
    first = counts.find(1)
    found = hours.next_open(start)
    assert hours.is_open(start) == bool(counts[0])
    if first >= 0:
        assert found == start + timedelta(seconds=first)
    else:
        assert found is None or found >= start + RANGE


def test_what_is_due_on_a_day_is_due_when_its_service_ends():
    calendar = ServiceCalendar.from_document(
        {
            "timezone": "Asia/Shanghai",
            "week": {"mon": [["08:30", "12:00"], ["13:30", "18:00"]], "wed": [["20:00", "06:00"]]},
            "days": {},
        }
    )
    monday, tuesday, wednesday = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
    assert calendar.closing_on(monday) == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    # Tuesday is closed: the next day of service holds, and its span past midnight ends on its day.
    assert calendar.closing_on(tuesday) == calendar.closing_on(wednesday)
    assert calendar.local(calendar.closing_on(wednesday)).date() == wednesday
