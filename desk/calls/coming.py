"""From when somebody may come, as a caller says it, to an appointment, and to words for the door.

今晚六点后 becomes 18:00 to 21:00 today. What names no time that could be written down (过两天,
等我电话) makes no appointment: its words go along with the ticket instead.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.calls.appointment import USUAL, Appointment
from desk.language.phones import find_phones
from desk.language.reading import Reading
from desk.language.when import Day, Days, How, Part, When
from desk.language.who import Concern

#: From when until when a part of the day lasts where no clock time is said.
PARTS = {
    Part.DAWN: (time(6), time(8, 30)),
    Part.MORNING: (time(8, 30), time(12)),
    Part.NOON: (time(12), time(13, 30)),
    Part.AFTERNOON: (time(13, 30), time(18)),
    Part.EVENING: (time(18), time(21)),
    Part.DAYTIME: (time(8, 30), time(18)),
}
#: Until when somebody would still come who may come after a clock time.
_ENDS = (time(12), time(18), time(21), time(23))
_ABOUT = timedelta(minutes=30)
_WEEK = 7
_SATURDAY, _MONDAY = 5, 0
#: The day after the holidays of the National Day, 1 to 7 October.
_AFTER_NATIONAL_DAY = (10, 8)


def appointment_of(when: When, zone: ZoneInfo, now: datetime) -> Appointment | None:
    """Return from when until when somebody may come, in UTC; None where no time can be told.

    Without a day it is today, or tomorrow where that is over already. What is over makes none.

    Args:
        when: as it was said.
        zone: the centre's.
        now: the instant at which it was said.
    """
    if when.how not in (How.AT, How.ANY, How.AFTER_WORK):
        return None
    today = now.astimezone(zone).date()
    timed = when.part or when.since or when.until or when.how is How.AFTER_WORK
    if when.day is None and not timed:
        return None
    days = _days(when.day, today) if when.day is not None else (today, today)
    if days is None:
        return None
    begin, until = _hours(when)
    found = _between(days, begin, until, zone)
    if when.day is None and found[1] <= now:
        tomorrow = today + timedelta(days=1)
        found = _between((tomorrow, tomorrow), begin, until, zone)
    begin_at = max(found[0], _next_minutes(now))
    return (begin_at, found[1]) if begin_at < found[1] else None


def door_words(text: str, reading: Reading, *, booked: bool) -> str:
    """Return what whoever goes there must know, in the caller's own words; "" for nothing.

    Args:
        text: the sentence.
        reading: what it says.
        booked: the time that is said has become an appointment.
    """
    said: list[tuple[int, str]] = []
    if reading.who is not None and set(reading.who.value.concerns) != {Concern.BY_OWNER}:
        said += [(start, text[start:end]) for start, end in reading.who.spans]
    when = reading.when
    if when is not None and _for_the_door(when.value, booked=booked):
        said += [(start, _clause(text, start, end)) for start, end in when.spans]
    pieces: list[str] = []
    for _, piece in sorted(said):
        if not any(piece in other for other in pieces):
            pieces = [*(other for other in pieces if other not in piece), piece]
    return "，".join(pieces)


def _for_the_door(when: When, *, booked: bool) -> bool:
    """Tell whether the words of a time say more than the appointment and the clocks do."""
    if when.never or when.ring_first:
        return True
    at_once = when.how in (How.NOW, How.SOON) and not when.says_time
    return not booked and not at_once


def _clause(text: str, start: int, end: int) -> str:
    """Return the clause in which a span stands, 中午别来 for 中午; no telephone goes along."""
    first = max((text.rfind(one, 0, start) for one in _STOPS), default=-1) + 1
    last = min((at for one in _STOPS if (at := text.find(one, end)) >= 0), default=len(text))
    clause = text[first:last].strip()
    return text[start:end] if find_phones(clause) else clause


_STOPS = "，,。.！!？?；;、\n"


def _hours(when: When) -> tuple[time, time]:
    """Return from when until when on its day."""
    since, until = when.since, when.until
    if when.how is How.AFTER_WORK and since is None:
        return PARTS[Part.EVENING]
    begin, end = PARTS[when.part or Part.DAYTIME]
    if since is not None and until is not None:
        return since, until
    if since is not None and when.after:
        latest = end if when.part is not None and since < end else None
        return since, latest or next((one for one in _ENDS if one > since), time(23, 59))
    if since is not None:
        lead = _ABOUT if when.about else timedelta()
        return _moved(since, -lead), _moved(since, USUAL - lead)
    if until is not None:
        return (begin if begin < until else _moved(until, -USUAL)), until
    return begin, end


def _moved(at: time, by: timedelta) -> time:
    moved = datetime.combine(date(2000, 1, 2), at) + by
    return moved.time() if moved.date() == date(2000, 1, 2) else time(23, 59)


def _days(day: Day, today: date) -> tuple[date, date] | None:
    """Return the first and the last day that are meant; None where they cannot be told."""
    if day.offset is not None:
        first = today + timedelta(days=day.offset)
    elif day.weekday is not None:
        first = _weekday(day.weekday, day.weeks, today)
    elif day.day is not None:
        dated = _date(day.month, day.day, today)
        if dated is None:
            return None
        first = dated
    elif day.days is Days.WEEKEND:
        saturday = _weekday(_SATURDAY, day.weeks, today)
        if day.weeks is None and today.weekday() > _SATURDAY:
            saturday = today  # On a Sunday the weekend is today.
        return saturday, saturday + timedelta(days=_SATURDAY + 1 - saturday.weekday())
    elif day.days is Days.WORKDAYS and day.weeks:
        first = _weekday(_MONDAY, day.weeks, today)
        return first, first + timedelta(days=4)
    elif day.days is Days.NATIONAL_DAY and day.onwards:
        first = _date(*_AFTER_NATIONAL_DAY, today) or today
    else:
        return None
    return first, first


def _weekday(weekday: int, weeks: int | None, today: date) -> date:
    """Return the day of this week or of a later one; where none is said the next there is."""
    monday = today - timedelta(days=today.weekday())
    on = monday + timedelta(days=weekday + _WEEK * (weeks or 0))
    return on + timedelta(days=_WEEK) if weeks is None and on < today else on


def _date(month: int | None, day: int, today: date) -> date | None:
    """Return the next such day from today on."""
    for ahead in range(13 if month is None else 5):
        count = today.month - 1 + ahead if month is None else month - 1
        year = today.year + (count // 12 if month is None else ahead)
        try:
            found = date(year, count % 12 + 1, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _between(days: tuple[date, date], begin: time, until: time, zone: ZoneInfo) -> Appointment:
    first = datetime.combine(days[0], begin, zone).astimezone(UTC)
    last = datetime.combine(days[1], until, zone).astimezone(UTC)
    return first, last


def _next_minutes(now: datetime) -> datetime:
    """Return the next full five minutes: nobody is promised for a moment that is over."""
    step = timedelta(minutes=5)
    late = timedelta(minutes=now.minute % 5, seconds=now.second, microseconds=now.microsecond)
    return now + (step - late if late else timedelta())
