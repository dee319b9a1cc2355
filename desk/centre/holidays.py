"""Public holidays and make-up workdays (调休) by the State Council's notice of each year.

The package ``chinese_calendar`` knows the notices from 2004 on; a notice comes out in the autumn
before its year. For a year without one the plain week holds until somebody enters the days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desk.centre.calendar import ServiceCalendar
from desk.centre.spans import Span, Spans
from desk.refusals import Refusal

DEFAULT_TIMEZONE = "Asia/Shanghai"
_OFFICE: Spans = (Span(8 * 60 + 30, 12 * 60), Span(13 * 60 + 30, 18 * 60))
#: 08:30-12:00 and 13:30-18:00, Monday to Saturday.
DEFAULT_WEEK: tuple[Spans, ...] = (*(_OFFICE,) * 6, ())

_MONDAY_TO_FRIDAY = 5


class Notice(NamedTuple):
    """The days of one year that do not follow the week, in order."""

    holidays: tuple[date, ...]
    workdays: tuple[date, ...]


def notice(year: int) -> Notice:
    """Return the notice of a year.

    Raises:
        Refusal: ``calendar.no_notice`` with the year, when there is none yet.
    """
    # Imported here: its tables are not needed until somebody looks at the calendar.
    from chinese_calendar import constants

    holidays = tuple(sorted(day for day in constants.holidays if day.year == year))
    if not holidays:
        raise Refusal("calendar.no_notice", year=year)
    return Notice(holidays, tuple(sorted(d for d in constants.workdays if d.year == year)))


def days_of(year: int, week: tuple[Spans, ...]) -> dict[date, Spans]:
    """Return a year's days for a calendar: holidays closed, make-up workdays as on a weekday.

    Raises:
        Refusal: ``calendar.no_notice`` with the year, when there is none yet.
    """
    holidays, workdays = notice(year)
    weekday = next((spans for spans in week[:_MONDAY_TO_FRIDAY] if spans), ())
    return dict(sorted({**dict.fromkeys(holidays, ()), **dict.fromkeys(workdays, weekday)}.items()))


def with_notices(calendar: ServiceCalendar, years: Iterable[int]) -> ServiceCalendar:
    """Add the days of years; what somebody entered stays, years without a notice are left out."""
    days: dict[date, Spans] = {}
    for year in years:
        try:
            days |= days_of(year, calendar.week)
        except Refusal:
            continue  # ``years_without_days`` says so on screen
    return calendar.with_days({**days, **calendar.days})


def years_without_days(days: Mapping[date, Spans], years: Iterable[int]) -> list[int]:
    """Return the years for which nothing is entered: there the plain week holds."""
    entered = {day.year for day in days}
    return [year for year in years if year not in entered]


def default_calendar(years: Iterable[int]) -> ServiceCalendar:
    """Return the calendar of 公司标准 with the holidays of the years that have a notice."""
    return with_notices(ServiceCalendar(DEFAULT_TIMEZONE, DEFAULT_WEEK, {}), years)
