"""Days and moments as spreadsheets keep them: numbers whose format alone says what they are."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import Enum

from desk.sheets.cells import day_or_moment


class Shown(Enum):
    """What the format of a cell makes of its number."""

    NUMBER = 0
    DAY = 1
    MOMENT = 2
    CLOCK = 3


#: Formats that have a number instead of a text; 27 to 36 and 50 to 58 are those of Chinese.
_BUILT_IN: dict[int, Shown] = {
    **dict.fromkeys((14, 15, 16, 17, 27, 28, 29, 30, 31, 36, *range(50, 55), 57, 58), Shown.DAY),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), Shown.CLOCK),
    22: Shown.MOMENT,
}
#: What stands in a format as it is: quoted, escaped, a colour, a condition, a locale, padding.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_DAY = re.compile(r"[yd]", re.IGNORECASE)
_HOUR = re.compile(r"[hs]|am/pm|上午/下午", re.IGNORECASE)
_MONTH = re.compile(r"m", re.IGNORECASE)
_BASE_1900 = datetime.combine(date(1899, 12, 30), time.min)
_BASE_1904 = datetime.combine(date(1904, 1, 1), time.min)
#: Before it Excel counts a 29 February 1900 that never was.
_FIRST_TRUE, _END = 61, 2_958_466
_END_1904 = _END - 1462


def shown_by(number: int, text: str | None) -> Shown:
    """Return what a format, its number and its text, makes of the number in a cell."""
    if text is None:
        return _BUILT_IN.get(number, Shown.NUMBER)
    if text.strip().casefold() == "general":
        return Shown.NUMBER
    bare = _LITERAL.sub("", text.split(";", 1)[0])
    has_hour = _HOUR.search(bare) is not None
    if _DAY.search(bare):
        return Shown.MOMENT if has_hour else Shown.DAY
    if has_hour:
        return Shown.CLOCK
    return Shown.DAY if _MONTH.search(bare) else Shown.NUMBER


def from_serial(
    number: float, shown: Shown, *, since_1904: bool = False
) -> float | date | datetime | time:
    """Return the day, moment or clock time a number stands for; itself where it is none."""
    if shown is Shown.NUMBER:
        return number
    if 0 <= number < 1:
        # A whole zero is the day 0 January 1900 that Excel shows for a blank.
        return _clock(number) if shown is not Shown.DAY and number else number
    first, end = (0, _END_1904) if since_1904 else (_FIRST_TRUE, _END)
    if not first <= number < end:
        return number
    seconds = round((number % 1) * 86_400)
    base = _BASE_1904 if since_1904 else _BASE_1900
    try:
        moment = base + timedelta(days=int(number), seconds=seconds)
    except OverflowError:  # rounded up into the year 10000
        return number
    return day_or_moment(moment)


def _clock(fraction: float) -> float | time:
    seconds = round(fraction * 86_400)
    if seconds >= 86_400:
        return fraction
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
