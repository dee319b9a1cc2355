"""Instants and stretches of time in words, the same in window, paper and command line.

Instants are aware datetimes; ``zone`` is the centre's and decides what day it is. Figures stand
two wide (09:05), whole minutes and hours are rounded down: "18 min left" means at least eighteen.
Words are written as in the middle of a line: "today 14:05". What people type is read in
``desk.words.typed``.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.words.catalogue import Words, mark

_SECOND = timedelta(seconds=1)
_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR

_MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)

_WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)


def clock_time(instant: datetime, zone: ZoneInfo) -> str:
    """Return the time of day: ``14:05``."""
    return instant.astimezone(zone).strftime("%H:%M")


def stamp(instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant in figures, for paper and tables: ``2026-11-22 14:05``."""
    # strftime does not pad the year on every system.
    return instant.astimezone(zone).isoformat(" ", "minutes")[:16]


def day(words: Words, instant: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Name the day of an instant as seen from now: 今天, 昨天, 11月23日, 2025年11月23日."""
    return day_name(words, instant.astimezone(zone).date(), now.astimezone(zone).date())


def day_name(words: Words, on: date, today: date) -> str:
    """Name a day as seen from today: 今天, 昨天, 11月23日, 2025年11月23日."""
    distance = (on - today).days
    if distance == 0:
        return words.say("today")
    if distance == 1:
        return words.say("tomorrow")
    if distance == -1:
        return words.say("yesterday")
    if on.year == today.year:
        return words.say("{day} {month}", day=on.day, month=_month(words, on))
    return date_words(words, on)


def date_words(words: Words, on: date) -> str:
    """Write a date out: 2026年11月22日, 22 Nov 2026."""
    return words.say("{day} {month} {year}", day=on.day, month=_month(words, on), year=on.year)


def date_in_full(words: Words, on: date) -> str:
    """Write a date with its day of the week, for the head of a page: 2026年11月22日 星期日."""
    return words.say("{weekday}, {date}", weekday=weekday(words, on), date=date_words(words, on))


def weekday(words: Words, on: date) -> str:
    """Name the day of the week: 星期日."""
    return words.say(_WEEKDAYS[on.weekday()])


def moment(words: Words, instant: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Name a day and a time: 今天 14:05."""
    return words.say(
        "{day} {time}", day=day(words, instant, zone, now), time=clock_time(instant, zone)
    )


def brief_moment(words: Words, instant: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Name a moment where room is short: only the time for today, else the day and the time."""
    if instant.astimezone(zone).date() == now.astimezone(zone).date():
        return clock_time(instant, zone)
    return moment(words, instant, zone, now)


def span(words: Words, start: datetime, end: datetime | None, zone: ZoneInfo, now: datetime) -> str:
    """Name an appointment: 明天 09:00–10:00; without an end only its start."""
    first = moment(words, start, zone, now)
    if end is None or end == start:
        return first
    if start.astimezone(zone).date() == end.astimezone(zone).date():
        return words.say("{start}–{end}", start=first, end=clock_time(end, zone))
    return words.say("{start} to {end}", start=first, end=moment(words, end, zone, now))


def is_overdue(due_at: datetime, now: datetime) -> bool:
    """Tell whether a deadline has passed; what is due at noon is overdue from noon on."""
    return now >= due_at


def left(words: Words, due_at: datetime, now: datetime) -> str:
    """Say what is left until a deadline, or by how much it is exceeded: 剩 18 分, 超时 3 天."""
    if is_overdue(due_at, now):
        return _over(words, (now - due_at) // _SECOND)
    # Up to the next whole second, so that what is not over is never said to have 0 seconds left.
    return _left(words, -((now - due_at) // _SECOND))


def left_changes_at(due_at: datetime, now: datetime) -> datetime:
    """Return the first instant after now at which ``left`` says something else.

    A view arms its timer for it instead of asking every second.
    """
    if is_overdue(due_at, now):
        over = (now - due_at) // _SECOND
        return due_at + timedelta(seconds=(over // _step(over) + 1) * _step(over))
    ahead = -((now - due_at) // _SECOND)
    step = _step(ahead)
    # "18 min left" holds down to exactly 18 minutes, and through the second after which 17:59 is.
    return due_at - timedelta(seconds=ahead // step * step - 1)


def duration(words: Words, length: timedelta) -> str:
    """Say how long something took, rounded down: 18 分钟, 2 小时 5 分, 1 天 4 小时."""
    seconds = max(0, length // _SECOND)
    if seconds < _MINUTE:
        return words.say("{seconds} s", seconds=seconds)
    if seconds < _HOUR:
        return words.say("{minutes} min", minutes=seconds // _MINUTE)
    if seconds < _DAY:
        hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
        if minutes:
            return words.say("{hours} h {minutes} min", hours=hours, minutes=minutes)
        return words.say("{hours} h", hours=hours)
    days, hours = _days_and_hours(seconds)
    if hours:
        return words.say("{days} d {hours} h", days=days, hours=hours)
    return words.say_n("{n} day", "{n} days", days)


def timer(length: timedelta) -> str:
    """Write a running time in figures: 00:42, 1:02:03."""
    seconds = max(0, length // _SECOND)
    minutes, hours = seconds // _MINUTE % 60, seconds // _HOUR
    tail = f"{minutes:02}:{seconds % _MINUTE:02}"
    return f"{hours}:{tail}" if hours else tail


def ago(words: Words, then: datetime, now: datetime) -> str:
    """Say how long ago something was: 刚刚, 10 分钟前, 3 小时前, 2 天前."""
    seconds = (now - then) // _SECOND
    if seconds < _MINUTE:  # another desk's clock may be a little ahead
        return words.say("just now")
    if seconds < _HOUR:
        return words.say("{minutes} min ago", minutes=seconds // _MINUTE)
    if seconds < _DAY:
        return words.say("{hours} h ago", hours=seconds // _HOUR)
    return words.say_n("{n} day ago", "{n} days ago", seconds // _DAY)


def _left(words: Words, seconds: int) -> str:
    if seconds < _MINUTE:
        return words.say("{seconds} s left", seconds=seconds)
    if seconds < _HOUR:
        return words.say("{minutes} min left", minutes=seconds // _MINUTE)
    if seconds < _DAY:
        hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
        if minutes:
            return words.say("{hours} h {minutes} min left", hours=hours, minutes=minutes)
        return words.say("{hours} h left", hours=hours)
    days, hours = _days_and_hours(seconds)
    if hours:
        return words.say("{days} d {hours} h left", days=days, hours=hours)
    return words.say_n("{n} day left", "{n} days left", days)


def _over(words: Words, seconds: int) -> str:
    if seconds == 0:
        return words.say("overdue now")
    if seconds < _MINUTE:
        return words.say("overdue {seconds} s", seconds=seconds)
    if seconds < _HOUR:
        return words.say("overdue {minutes} min", minutes=seconds // _MINUTE)
    if seconds < _DAY:
        hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
        if minutes:
            return words.say("overdue {hours} h {minutes} min", hours=hours, minutes=minutes)
        return words.say("overdue {hours} h", hours=hours)
    days, hours = _days_and_hours(seconds)
    if hours:
        return words.say("overdue {days} d {hours} h", days=days, hours=hours)
    return words.say_n("overdue {n} day", "overdue {n} days", days)


#: From here on hours no longer matter to anybody.
_DAYS_ALONE = 3


def _days_and_hours(seconds: int) -> tuple[int, int]:
    days = seconds // _DAY
    return days, 0 if days >= _DAYS_ALONE else seconds % _DAY // _HOUR


def _step(seconds: int) -> int:
    """Return how many seconds the words for so many seconds go on holding for, at most."""
    if seconds < _MINUTE:
        return 1
    if seconds < _DAY:
        return _MINUTE
    return _HOUR if seconds < _DAYS_ALONE * _DAY else _DAY


def _month(words: Words, on: date) -> str:
    return words.say(_MONTHS[on.month - 1])
