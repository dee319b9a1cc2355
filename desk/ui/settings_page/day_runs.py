"""Days that do not follow the week, as values: neighbours, notices, what two desks typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from desk.centre.holidays import days_of
from desk.centre.spans import Spans
from desk.refusals import Refusal

Days = Mapping[date, Spans]
_ONE = timedelta(days=1)


def merged(base: Days, mine: Days, theirs: Days) -> dict[date, Spans]:
    """Return what I changed since ``base`` put upon what others have stored meanwhile."""
    result = dict(theirs)
    for day in set(base) | set(mine):
        if mine.get(day) != base.get(day):
            if day in mine:
                result[day] = mine[day]
            else:
                result.pop(day, None)
    return dict(sorted(result.items()))


def runs(days: Days, since: date) -> Iterable[tuple[date, date]]:
    """Give first and last of neighbouring days that are alike, within one year."""
    first: date | None = None
    last: date | None = None
    for day in sorted(days):
        if day < since:
            continue
        if (
            first is not None
            and last is not None
            and day == last + _ONE
            and days[day] == days[last]
            and day.year == last.year
        ):
            last = day
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = day
    if first is not None and last is not None:
        yield first, last


def missing(year: int, week: tuple[Spans, ...], days: Days) -> int | None:
    """Return how many days of a year's notice are not entered; None where there is no notice."""
    try:
        return sum(day not in days for day in days_of(year, week))
    except Refusal:
        return None
