"""The service calendar: which seconds count, and when an allowance of them is used up."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desk.centre.hours import (
    FIRST_YEAR,
    LAST_YEAR,
    MICROSECOND,
    Interval,
    OpenYear,
    from_micros,
    lay_out,
    merged,
    to_micros,
)
from desk.centre.spans import (
    DAY_MINUTES,
    WEEKDAYS,
    Spans,
    as_mapping,
    days_from_document,
    spans_to_document,
    week_from_document,
)
from desk.codes import ClockRun
from desk.refusals import Refusal

#: What is not reached or opened within so many years is never reached or opened.
HORIZON_YEARS = 100

_KEPT_YEARS = 128
_FOREVER = to_micros(datetime.max.replace(tzinfo=UTC)) + 1


class Hold(NamedTuple):
    """A stretch in which a clock stands still; ``until`` is None while it lasts.

    Both are aware instants. One that ends before it begins holds nothing.
    """

    begin: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class ServiceCalendar:
    """Service hours of a week in a time zone, and the days that do not follow the week.

    A span belongs to the local day on which it begins, also when it ends on the next; a day in
    ``days`` replaces the whole of that day's spans; overlapping spans count once. All instants
    taken are aware, all given are in UTC, all arithmetic is exact.

    Attributes:
        timezone: an IANA name.
        week: the spans of Monday to Sunday.
        days: the spans of particular days; none is a holiday.
    """

    timezone: str
    week: tuple[Spans, ...]
    days: Mapping[date, Spans]
    _zone: ZoneInfo = field(init=False, repr=False, compare=False)
    _years: OrderedDict[int, OpenYear] = field(
        init=False, repr=False, compare=False, default_factory=OrderedDict
    )

    def __post_init__(self) -> None:
        """Find the zone.

        Raises:
            Refusal: ``calendar.zone`` when there is none of that name.
        """
        days = MappingProxyType(dict(sorted(self.days.items())))
        object.__setattr__(self, "days", days)
        object.__setattr__(self, "_zone", _zone(self.timezone))

    @classmethod
    def from_document(cls, document: object) -> ServiceCalendar:
        """Read ``{"timezone": …, "week": …, "days": …}``; ``days`` may be left out.

        Raises:
            Refusal: ``calendar.shape``, ``calendar.zone``, ``calendar.time`` or
                ``calendar.day``, with the field.
        """
        document = as_mapping(document, "document")
        for name in ("timezone", "week"):
            if name not in document:
                raise Refusal("calendar.shape", field=name)
        timezone = document["timezone"]
        if not isinstance(timezone, str):
            raise Refusal("calendar.shape", field="timezone")
        return cls(
            timezone,
            week_from_document(document["week"]),
            days_from_document(document.get("days", {})),
        )

    def to_document(self) -> dict[str, object]:
        """Write what ``from_document`` reads."""
        return {
            "timezone": self.timezone,
            "week": {
                name: spans_to_document(spans)
                for name, spans in zip(WEEKDAYS, self.week, strict=True)
                if spans
            },
            "days": {day.isoformat(): spans_to_document(s) for day, s in self.days.items()},
        }

    def with_days(self, days: Mapping[date, Spans]) -> ServiceCalendar:
        """Return this calendar with other days that do not follow the week."""
        return ServiceCalendar(self.timezone, self.week, days)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its wall times are read."""
        return self._zone

    def local(self, instant: datetime) -> datetime:
        """Return an instant as the centre's clock shows it."""
        return instant.astimezone(self._zone)

    def spans_on(self, day: date) -> Spans:
        """Return the spans that begin on a local day."""
        spans = self.days.get(day)
        return self.week[day.weekday()] if spans is None else spans

    def due(
        self,
        start: datetime,
        allowance: timedelta,
        run: ClockRun = ClockRun.SERVICE,
        holds: Sequence[Hold] = (),
    ) -> datetime | None:
        """Return the earliest instant at or after ``start`` at which the allowance is used up.

        Seconds within a hold do not count. None when it never is: an open hold, no service
        hours, or more than ``HORIZON_YEARS`` to go.
        """
        first = to_micros(start)
        left = allowance // MICROSECOND
        if left <= 0:
            return start.astimezone(UTC)
        for begin, end in _outside(holds, first, _FOREVER):
            if run is ClockRun.ROUND:
                if left <= end - begin:
                    return from_micros(begin + left)
                left -= end - begin
                continue
            for year in self._years_between(begin, end):
                before = year.counted(begin)
                counted = year.counted(end) - before
                if left <= counted:
                    return from_micros(year.reached(before + left))
                left -= counted
        return None

    def elapsed(
        self,
        start: datetime,
        end: datetime,
        run: ClockRun = ClockRun.SERVICE,
        holds: Sequence[Hold] = (),
    ) -> timedelta:
        """Return the time that counts from ``start`` to ``end``, outside the holds."""
        counted = 0
        for begin, until in _outside(holds, to_micros(start), to_micros(end)):
            if run is ClockRun.ROUND:
                counted += until - begin
            else:
                counted += sum(
                    year.counted(until) - year.counted(begin)
                    for year in self._years_between(begin, until)
                )
        return counted * MICROSECOND

    def is_open(self, instant: datetime) -> bool:
        """Tell whether an instant lies in service hours."""
        return self.next_open(instant) == instant

    def next_open(self, instant: datetime) -> datetime | None:
        """Return the earliest instant in service hours at or after another, if there is one."""
        begin = to_micros(instant)
        for year in self._years_between(begin, _FOREVER):
            found = year.next_open(begin)
            if found is not None:
                return from_micros(found)
        return None

    def opening_on(self, day: date) -> datetime:
        """Return when a local day's service begins, or the next one's; midnight if none does."""
        midnight = datetime.combine(day, time(0, 0, tzinfo=self._zone)).astimezone(UTC)
        return self.next_open(midnight) or midnight

    def closing_on(self, day: date) -> datetime:
        """Return when service ends on a local day, or on the next one that has any.

        What is due "on a day" (a return visit, a look again) is overdue only once this has
        passed. A span that goes on past midnight ends here a minute before it, so that the
        instant still lies on its day.
        """
        on = self.local(self.opening_on(day)).date()
        last = DAY_MINUTES - 1
        end = max((span.end for span in self.spans_on(on)), default=last)
        wall = time(*divmod(min(end, last), 60), tzinfo=self._zone)
        return datetime.combine(on, wall).astimezone(UTC)

    def _years_between(self, begin: int, end: int) -> Iterator[OpenYear]:
        """Give the years of a stretch, one by one, as long as any may still open."""
        first = _year_of(begin)
        last = min(first + HORIZON_YEARS, LAST_YEAR)
        if not any(self.week):
            # Beyond the last day that is named nothing opens any more.
            named = max((day.year for day, spans in self.days.items() if spans), default=0)
            last = min(last, named + 1)
        for number in range(max(first, FIRST_YEAR), last + 1):
            year = self._year(number)
            if year.begin >= end:
                return
            yield year

    def _year(self, number: int) -> OpenYear:
        year = self._years.get(number)
        if year is None:
            year = self._years[number] = lay_out(number, self._zone, self.spans_on)
            if len(self._years) > _KEPT_YEARS:
                self._years.popitem(last=False)
        return year


def _outside(holds: Sequence[Hold], begin: int, end: int) -> Iterator[Interval]:
    """Give the stretches between two instants that no hold covers, in order."""
    held = merged(
        [
            (
                max(to_micros(hold.begin), begin),
                end if hold.until is None else to_micros(hold.until),
            )
            for hold in holds
        ]
    )
    for first, last in held:
        if first >= end:
            break
        if first > begin:
            yield begin, first
        begin = last
    if begin < end:
        yield begin, end


def _year_of(micros: int) -> int:
    instant = from_micros(micros)
    return LAST_YEAR if instant is None else instant.year


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as problem:
        # ZoneInfo raises any of these, by what the name looks like to the file system.
        raise Refusal("calendar.zone", value=name) from problem
