"""Reads days and moments as tables write them: text in every form, serials, dates.

A day before 1950 or after 2100 is a slip or a false serial, not something that happened to a room.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.language.clocks_written import LONGEST, Clock, clock_of, cut_clock
from desk.language.clocks_written import read_clock as read_clock
from desk.language.day_forms import Parts, day_parts
from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal

EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)

#: Day 0 of the serials of spreadsheets, from March 1900 on.
_EPOCH = datetime.combine(date(1899, 12, 30), time())
#: So far from the row before, a day may be of another year than that of its sheet.
_NEW_YEAR = timedelta(days=62)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SAME_DAY = re.compile(
    r"(?:当|同|即|本)[日天时]?(?:就|即|已)?(?:完成|修好|处理|办结|解决|完工|完)?|当晚|马上|立即|今[天日]"
)
_LATER = (
    (re.compile(r"次日|第二天|第2天|隔[天日]|明[天日]|翌日"), 1),
    (re.compile(r"第三天|第3天|后[天日]"), 2),
)
_DAYS_AFTER = re.compile(r"(\d{1,3}|[一二两三四五六七八九十])[天日](?:后|之后|以后)")
_COUNTS = {"两": 2, **{one: at for at, one in enumerate("一二三四五六七八九十", start=1)}}


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as far as it is written: "2021-03-05", "2021-03" or "2021"; ``day`` where whole."""

    text: str
    day: date | None = None


def read_day(
    value: object, *, year: int | None = None, after: date | None = None
) -> WrittenDay | None:
    """Return the day a cell says; None for a blank or 不详.

    Years of two figures are read where they stand first (19.3.5, 19年3月). 5/3/2021 is the third
    of May, as spreadsheets of that style write it; 13/3/2021 can only be the other way round.

    Args:
        value: text, a serial, a date or a datetime.
        year: the year of the sheet, for days written without one.
        after: the day of the row before, of the same sheet: a day without a year is put into the
            year in which it is nearest to it (where ``year`` is given, around New Year only), and
            a cell that has lost the 0 of "1.10" is told from "1.1".

    Raises:
        Refusal: ``day.unreadable``, ``day.no_such``, ``day.no_year``, ``day.range``,
            ``day.vague``.
    """
    return _read(value, year, after)[0]


def read_moment(
    day_value: object,
    time_value: object = None,
    *,
    year: int | None = None,
    after: date | None = None,
) -> date | None:
    """Return when something was, naive: a datetime where a clock time is written, else a date.

    A time cell counts before a time in the day's own cell. What is no clock time (晚上) leaves
    the date alone. A day that is only a month or a year is none.

    Raises:
        Refusal: as ``read_day``; ``day.vague`` for a month or a year alone.
    """
    written, clock = _read(day_value, year, after)
    if written is None:
        return None
    if written.day is None:
        raise Refusal("day.vague")
    return _joined(written.day, _apart(time_value) or clock)


def read_finish(value: object, reported: date, year: int | None = None) -> date | None:
    """Return when something was finished: 当天, 次日, 1.2, a clock time of that day, a whole date.

    Args:
        value: the cell.
        reported: the day it was reported, a date or a datetime.
        year: the year of days written without one; that of the report else.

    Raises:
        Refusal: as ``read_moment``.
    """
    start = reported.date() if isinstance(reported, datetime) else reported
    text = tidy(value)
    if says_nothing(text):
        return None
    if isinstance(value, time):
        return _joined(start, _apart(value))
    rest, clock = cut_clock(text) if isinstance(value, str) else (text, None)
    days = _days_later(text) if _days_later(text) is not None else _days_later(rest)
    if days is not None:
        return _joined(start + timedelta(days=days), clock)
    if not rest and clock is not None:
        return _joined(start, clock)
    finished = read_moment(value, year=year or start.year, after=start)
    if isinstance(value, float) and value < 13 and finished is not None and finished < start:
        # 1.2 that cannot be the second may be the twentieth, whose 0 the number has lost.
        later = read_moment(f"{value}0", year=year or start.year, after=start)
        return later if later is not None and later >= start else finished
    return finished


def _days_later(text: str) -> int | None:
    if _SAME_DAY.fullmatch(text):
        return 0
    for pattern, days in _LATER:
        if pattern.match(text):
            return days
    count = _DAYS_AFTER.match(text)
    if count is None:
        return None
    return _COUNTS[count.group(1)] if count.group(1) in _COUNTS else int(count.group(1))


def _apart(value: object) -> Clock | None:
    return None if value is None or value == "" else clock_of(value)


def _joined(day: date, clock: Clock | None) -> date:
    if clock is None:
        return day
    return clock.on(datetime.combine(day, time()))


def _read(
    value: object, year: int | None, after: date | None
) -> tuple[WrittenDay | None, Clock | None]:
    """Read a cell of days: the day, and the clock time where it says one."""
    if isinstance(value, datetime):
        return _whole(value.date()), Clock(value.time().replace(second=0, microsecond=0)) if (
            value.time() != time()
        ) else None
    if isinstance(value, date):
        return _whole(value), None
    if isinstance(value, (bool, time, timedelta)):
        raise Refusal("day.range" if isinstance(value, time) else "day.unreadable")
    if isinstance(value, (int, float)):
        return _of_number(float(value), year, after)
    text = tidy(value)
    if says_nothing(text):
        return None, None
    if len(text) > LONGEST:
        raise Refusal("day.unreadable")
    if _SERIAL.fullmatch(text) or re.fullmatch(r"-?\d{1,4}", text):
        return _of_number(float(text), year, after)
    rest, clock = cut_clock(text)
    return _of_parts(day_parts(rest), year, after), clock


def _of_number(
    number: float, year: int | None, after: date | None
) -> tuple[WrittenDay | None, Clock | None]:
    """Read a number: a serial, a year (2019), a month of one (2019.8), 20230405, or 1.5."""
    if not math.isfinite(number):
        raise Refusal("day.unreadable")
    if number.is_integer() and (number >= 100_000 or EARLIEST.year <= number <= LATEST.year):
        return _of_parts(day_parts(str(int(number))), year, after), None
    if EARLIEST.year <= number <= LATEST.year:
        # 2011.10 has become 2011.1: the month could be either.
        parts = day_parts(str(number))
        return (
            WrittenDay(str(parts.year)) if parts.month == 1 else _of_parts(parts, year, after)
        ), None
    if 1 < number < 13 and not number.is_integer():
        return _whole(_of_short_number(number, year, after)), None
    if not 1 <= number < 100_000:
        raise Refusal("day.range")
    moment = _EPOCH + timedelta(minutes=round(number * 24 * 60))
    clock = Clock(moment.time()) if moment.time() != time() else None
    return _whole(moment.date()), clock


def _of_short_number(number: float, year: int | None, after: date | None) -> date:
    """Read month.day out of a number, in which 1.1 may have been 1.10."""
    month, _, tail = str(number).partition(".")
    days = [int(tail)] + ([int(tail) * 10] if len(tail) == 1 and int(tail) <= 3 else [])
    if len(tail) > 2:
        raise Refusal("day.unreadable")
    first = _placed(int(month), days[0], year, after)
    if after is None or first >= after or len(days) == 1:
        return first
    try:
        other = _placed(int(month), days[1], year, after)
    except Refusal:
        return first
    return min(first, other, key=lambda one: abs(one - after))


def _of_parts(parts: Parts, year: int | None, after: date | None) -> WrittenDay:
    if parts.year is not None and parts.month is None:
        return _checked_year(parts.year, str(parts.year))
    if parts.month is None:
        if after is None or parts.day is None:
            raise Refusal("day.no_year")
        return _whole(_dated(after.year, after.month, parts.day))
    if not 1 <= parts.month <= 12:
        raise Refusal("day.no_such")
    if parts.day is None:
        of_year = parts.year or year or (after.year if after is not None else None)
        if of_year is None:
            raise Refusal("day.no_year")
        return _checked_year(of_year, f"{of_year:04}-{parts.month:02}")
    if parts.year is None:
        return _whole(_placed(parts.month, parts.day, year, after))
    return _whole(_dated(parts.year, parts.month, parts.day))


def _placed(month: int, day: int, year: int | None, after: date | None) -> date:
    """Return the day without a year in the year it belongs to."""
    of_year = year or (after.year if after is not None else None)
    if of_year is None:
        raise Refusal("day.no_year")
    if after is None:
        return _dated(of_year, month, day)
    if (month, day) == (2, 29):
        # Only some years have it: it may not wander into the next one that does.
        return _dated(after.year if abs(after.year - of_year) == 1 else of_year, month, day)
    own, *others = [_dated(one, month, day) for one in (of_year, of_year + 1, of_year - 1)]
    nearest = min(own, *others, key=lambda one: abs(one - after))
    # A sheet of a year holds its whole year; only around New Year does it reach into another.
    return own if year is not None and abs(nearest - after) > _NEW_YEAR else nearest


def _dated(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal("day.no_such") from None


def _whole(day: date) -> WrittenDay:
    if not EARLIEST <= day <= LATEST:
        raise Refusal("day.range")
    return WrittenDay(day.isoformat(), day)


def _checked_year(year: int, text: str) -> WrittenDay:
    if not EARLIEST.year <= year <= LATEST.year:
        raise Refusal("day.range")
    return WrittenDay(text)
