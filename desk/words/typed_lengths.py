"""Reads and writes lengths of time as people type them: ``30 分钟``, ``1 小时 30 分``, ``2 h``.

``day`` is how long a day counts: 24 hours on a clock that runs day and night, a working day on
one that runs in service hours.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from desk.words.catalogue import Words

_SECOND, _MINUTE, _HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
_DAY = timedelta(days=1)
#: Longer than this nobody waits.
LONGEST = timedelta(days=366)

_UNITS: dict[str, timedelta | None] = {
    **dict.fromkeys(("s", "sec", "second", "seconds", "秒", "秒钟"), _SECOND),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分", "分钟"), _MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "小时", "个小时", "时", "钟头"), _HOUR),
    **dict.fromkeys(("d", "day", "days", "天", "日"), None),
    **dict.fromkeys(
        ("workday", "workdays", "working day", "working days", "工作日", "个工作日"), None
    ),
}
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_PART = re.compile(rf"([0-9]+(?:\.[0-9]+)?) ?({_NAMES})(?![a-z])[ ,]*")
_MOST_HOURS = 48


def read_length(text: str, day: timedelta = _DAY) -> timedelta | None:
    """Return what was typed, more than nothing; None where nobody can tell."""
    rest = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    total = timedelta(0)
    while rest:
        match = _PART.match(rest)
        if match is None:
            return None
        unit = _UNITS[match[2]]
        total += float(match[1]) * (day if unit is None else unit)
        if total > LONGEST:
            return None
        rest = rest[match.end() :]
    total = total // _SECOND * _SECOND
    return total if total > timedelta(0) else None


def length_text(words: Words, length: timedelta, day: timedelta = _DAY) -> str:
    """Write a length exactly, as it is typed: 90 分钟 is 1 小时 30 分钟, 7 天, 7 个工作日."""
    if length > _MOST_HOURS * _HOUR or (day == _DAY and length == 2 * _DAY):
        days, rest = divmod(length, day)
        if not rest and day == _DAY:
            return words.say_n("{n} day", "{n} days", days)
        if not rest:
            return words.say_n("{n} workday", "{n} workdays", days)
    hours, rest = divmod(length, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    seconds = rest // _SECOND
    parts = [
        words.say("{hours} h", hours=hours) if hours else "",
        words.say("{minutes} min", minutes=minutes) if minutes else "",
        words.say("{seconds} s", seconds=seconds) if seconds else "",
    ]
    return " ".join(part for part in parts if part)
