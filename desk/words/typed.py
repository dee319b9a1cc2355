"""Reads the dates and times that people type, in Chinese and in English, whatever is shown.

Everything that ``desk.words.times`` writes as a day or a moment is understood, and the usual ways
of a keyboard: ``18:30``, ``18：30``, ``明天 9:00``, ``下午3点半``, ``11-23 14:00``, ``11月23日``,
``2026/11/23``, ``23 Nov 2pm``.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.refusals import Refusal

_DAY_WORDS: dict[str, int] = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "今天": 0,
    "今日": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "后天": 2,
}

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"

_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<word>{'|'.join(_DAY_WORDS)})",
        r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])",
        r"((?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?",
        r"(?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})(?![-/0-9])",
        rf"(?P<day>[0-9]{{1,2}}) ?{_MONTH_NAME}( (?P<year>[0-9]{{4}}))?(?![0-9])",
        rf"{_MONTH_NAME} ?(?P<day>[0-9]{{1,2}})(,? (?P<year>[0-9]{{4}}))?(?![0-9:])",
    )
)

_CLOCK = re.compile(
    r"(?P<before>凌晨|早上|上午|中午|下午|晚上)? ?"
    r"(?P<hour>[0-9]{1,2})"
    r"(:(?P<minute>[0-9]{2})(:(?P<second>[0-9]{2}))?|点(?P<half>半)?((?P<points>[0-9]{1,2})分?)?)?"
    r" ?(?P<after>am|pm)?"
)
_MORNING = frozenset({"凌晨", "早上", "上午", "am"})
_AFTERNOON = frozenset({"下午", "晚上", "pm"})

#: Outside these years a date is a slip of the finger.
_YEARS = range(2000, 2101)


def parse_moment(text: str, zone: ZoneInfo, now: datetime, at: time = time.min) -> datetime:
    """Read a moment and return it in UTC.

    A time without a day is meant for today; a day without a year for the nearest such day; a day
    without a time for ``at``. A wall time that the clocks skip is read by the clock before.

    Raises:
        Refusal: ``time.invalid``.
    """
    rest, today = _plain(text), now.astimezone(zone).date()
    on, rest = _take_day(rest, today)
    wall = datetime.combine(on or today, at)
    if rest:
        wall = datetime.combine(on or today, time.min) + _clock(rest)
    elif on is None:
        raise Refusal("time.invalid")
    return wall.replace(tzinfo=zone).astimezone(UTC)


def parse_day(text: str, zone: ZoneInfo, now: datetime) -> date:
    """Read a day; one without a year is the nearest such day.

    Raises:
        Refusal: ``time.invalid``, also where a time is added.
    """
    on, rest = _take_day(_plain(text), now.astimezone(zone).date())
    if on is None or rest:
        raise Refusal("time.invalid")
    return on


def names_day(text: str) -> bool:
    """Tell whether a text begins with a day, so that its time is of that day and of no other."""
    plain = _plain(text)
    return any(pattern.match(plain) for pattern in _DAYS)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def _take_day(text: str, today: date) -> tuple[date | None, str]:
    """Take the day from the start of a text; return it and what follows."""
    for pattern in _DAYS:
        match = pattern.match(text)
        if match is not None:
            return _day(match.groupdict(), today), text[match.end() :].lstrip(" ,")
    return None, text


def _day(parts: dict[str, str | None], today: date) -> date:
    word, name = parts.get("word"), parts.get("name")
    if word is not None:
        return today + timedelta(days=_DAY_WORDS[word])
    month = _MONTHS.index(name) + 1 if name is not None else int(parts.get("month") or 0)
    number = int(parts.get("day") or 0)
    if parts.get("year"):
        found = _date(int(parts["year"] or 0), month, number)
    else:
        found = _nearest(month, number, today)
    if found is None or found.year not in _YEARS:
        raise Refusal("time.invalid")
    return found


def _nearest(month: int, number: int, today: date) -> date | None:
    years = (today.year, today.year + 1, today.year - 1)
    days = [on for year in years if (on := _date(year, month, number)) is not None]
    return min(days, key=lambda on: abs(on - today), default=None)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _clock(text: str) -> timedelta:
    """Read a time of day as the time since midnight; 24:00 is the end of the day."""
    match = _CLOCK.fullmatch(text)
    if match is None or text.isdigit():
        raise Refusal("time.invalid")
    minute = 30 if match["half"] else int(match["minute"] or match["points"] or 0)
    length = timedelta(
        hours=_hour(int(match["hour"]), match["before"], match["after"]),
        minutes=minute,
        seconds=int(match["second"] or 0),
    )
    wrong_half = match["half"] and match["points"]
    if wrong_half or minute > 59 or int(match["second"] or 0) > 59 or length > timedelta(days=1):
        raise Refusal("time.invalid")
    return length


def _hour(hour: int, before: str | None, after: str | None) -> int:
    half = before or after
    if hour > 24 or (before and after) or (after and not 1 <= hour <= 12):
        raise Refusal("time.invalid")
    if half in _MORNING:
        if hour > 12:
            raise Refusal("time.invalid")
        return 12 if before == "上午" and hour == 12 else hour % 12
    if half in _AFTERNOON and hour <= 12:
        # Twelve at night ends the day; twelve in the afternoon is noon.
        return hour + 12 if hour < 12 or half == "晚上" else hour
    return hour + 12 if half == "中午" and hour <= 3 else hour
