"""Open hours laid out on the UTC time line, a year at a time, with running sums.

Instants here are whole microseconds since 1970 UTC, so that nothing is ever rounded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from desk.centre.spans import DAY_MINUTES, Spans

MICROSECOND = timedelta(microseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: Years that have whole days around them; ``datetime`` ends with 9999.
FIRST_YEAR, LAST_YEAR = 2, 9998

_SECOND = 1_000_000
_MINUTE = 60 * _SECOND
_DAY = 24 * 60 * _MINUTE
# A span belongs to its local day but lasts up to two, and a zone may be most of a day away
# from UTC (and cross the date line): these many local days can reach into a UTC year.
_DAYS_BEFORE, _DAYS_AFTER = 3, 2

Interval = tuple[int, int]


def to_micros(instant: datetime) -> int:
    """Return an aware instant as microseconds since 1970 UTC."""
    return (instant - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime | None:
    """Return the instant in UTC, or None beyond the end of what ``datetime`` can say."""
    try:
        return EPOCH + timedelta(microseconds=micros)
    except OverflowError:
        return None


def merged(intervals: Sequence[Interval]) -> list[Interval]:
    """Return the union of half-open intervals, sorted and apart; empty ones vanish."""
    union: list[Interval] = []
    last = None
    for begin, end in sorted(intervals):
        if begin >= end:
            continue
        if last is not None and begin <= last:
            if end > last:
                union[-1] = (union[-1][0], last := end)
        else:
            union.append((begin, last := end))
    return union


class OpenYear:
    """The open intervals of one UTC year, and how much of them lies before any instant."""

    def __init__(self, begin: int, end: int, intervals: Sequence[Interval]) -> None:
        """Take sorted intervals that lie apart and between ``begin`` and ``end``."""
        self.begin = begin
        self.end = end
        self._begins = [first for first, _ in intervals]
        self._ends = [last for _, last in intervals]
        self._before = list(accumulate((b - a for a, b in intervals), initial=0))
        self.total = self._before[-1]

    def counted(self, instant: int) -> int:
        """Return the open microseconds of this year before an instant."""
        at = bisect_right(self._begins, instant)
        if at == 0:
            return 0
        return self._before[at] - max(0, self._ends[at - 1] - instant)

    def reached(self, count: int) -> int:
        """Return the earliest instant with this much (more than 0, at most ``total``) before it."""
        at = bisect_left(self._before, count)
        return self._ends[at - 1] - (self._before[at] - count)

    def next_open(self, instant: int) -> int | None:
        """Return the earliest open instant of this year at or after another, if there is one."""
        at = bisect_right(self._ends, instant)
        return max(instant, self._begins[at]) if at < len(self._begins) else None


def lay_out(year: int, zone: ZoneInfo, spans_on: Callable[[date], Spans]) -> OpenYear:
    """Lay the spans of every local day that can reach into a UTC year on that year."""
    begin, end = _new_year(year), _new_year(year + 1)
    first_day, midnights = _midnights(zone, year)

    def micros_at(at: int, minutes: int) -> int:
        if minutes >= DAY_MINUTES:
            at, minutes = at + 1, minutes - DAY_MINUTES
        if midnights[at + 1] - midnights[at] == _DAY:
            return midnights[at] + minutes * _MINUTE
        wall = time(minutes // 60, minutes % 60, tzinfo=zone)
        return _resolved(date.fromordinal(first_day + at), wall)

    laid: list[Interval] = []
    for at in range(len(midnights) - 2):
        for span in spans_on(date.fromordinal(first_day + at)):
            first, last = micros_at(at, span.begin), micros_at(at, span.end)
            laid.append((max(first, begin), min(last, end)))
    return OpenYear(begin, end, merged(laid))


@lru_cache(maxsize=256)
def _midnights(zone: ZoneInfo, year: int) -> tuple[int, list[int]]:
    """Return the first local day that can reach into a UTC year, and the midnights from it on.

    Where two lie 24 hours apart, every wall time between them is so far from the first: the
    time zone database knows no place that changed its clock twice within three days.
    """
    first = date(year, 1, 1).toordinal() - _DAYS_BEFORE
    last = date(year + 1, 1, 1).toordinal() + _DAYS_AFTER
    midnight = time(0, 0, tzinfo=zone)
    # Two more: a span of the last day may end on the next, up to the midnight after that.
    return first, [_resolved(date.fromordinal(day), midnight) for day in range(first, last + 2)]


def _resolved(day: date, wall: time) -> int:
    # No fold is given: a time that comes twice is its first, one that never comes is read with
    # the offset before the gap.
    return int(datetime.combine(day, wall).timestamp()) * _SECOND


def _new_year(year: int) -> int:
    return to_micros(datetime(year, 1, 1, tzinfo=UTC))
