"""Holidays close, make-up workdays open, and a year without a notice says so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desk.centre import holidays
from desk.centre.spans import Span
from desk.refusals import Refusal

OFFICE = (Span(510, 720), Span(810, 1080))


def test_the_default_week_is_monday_to_saturday_with_lunch() -> None:
    calendar = holidays.default_calendar([])
    assert calendar.timezone == "Asia/Shanghai"
    assert calendar.week == (OFFICE,) * 6 + ((),)
    assert calendar.days == {}


def test_national_day_is_closed_and_its_make_up_sunday_is_open() -> None:
    calendar = holidays.default_calendar([2026])
    assert calendar.spans_on(date(2026, 10, 1)) == ()
    assert calendar.spans_on(date(2026, 9, 20)) == OFFICE  # a Sunday
    assert calendar.spans_on(date(2026, 9, 13)) == ()  # an ordinary Sunday
    assert calendar.is_open(datetime(2026, 9, 20, 1, tzinfo=UTC))


def test_a_make_up_saturday_is_worked_as_a_weekday() -> None:
    short = ((Span(540, 720),),) * 5 + ((Span(600, 660),), ())
    assert holidays.days_of(2026, short)[date(2026, 10, 10)] == (Span(540, 720),)


def test_a_year_without_a_notice_is_refused_by_name() -> None:
    for ask in (holidays.notice, lambda year: holidays.days_of(year, holidays.DEFAULT_WEEK)):
        with pytest.raises(Refusal) as refused:
            ask(2099)
        assert (refused.value.code, refused.value.fields) == ("calendar.no_notice", {"year": 2099})


def test_the_plain_week_holds_where_there_is_no_notice_yet() -> None:
    calendar = holidays.default_calendar([2026, 2099])
    assert calendar.spans_on(date(2099, 10, 1)) == OFFICE  # a Thursday
    assert holidays.years_without_days(calendar.days, [2026, 2099]) == [2099]


def test_what_somebody_entered_outlives_the_notice() -> None:
    open_day = {date(2026, 10, 1): OFFICE}
    calendar = holidays.default_calendar([]).with_days(open_day)
    assert holidays.with_notices(calendar, [2026]).spans_on(date(2026, 10, 1)) == OFFICE


@pytest.mark.parametrize("year", range(2004, 2027))
def test_every_year_of_the_package_has_days(year: int) -> None:
    days = holidays.days_of(year, holidays.DEFAULT_WEEK)
    assert days[date(year, 1, 1)] == ()
    assert {day.year for day in days} == {year}
    assert list(days) == sorted(days)
