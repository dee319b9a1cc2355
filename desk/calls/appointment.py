"""The appointment as a receptionist types it while the caller speaks: 明天 9:00, 下午3点到5点."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.refusals import Refusal
from desk.words.typed import parse_moment

Appointment = tuple[datetime, datetime]

#: How long an appointment lasts where nobody says.
USUAL = timedelta(hours=1)
#: What is typed where the time that is said shall not hold.
NO_APPOINTMENT = frozenset({"-", "无", "不约", "none", "no"})
_HALF_DAY = timedelta(hours=12)
_BETWEEN = re.compile(r"\s*(?:[-–—~～]|到|至|\bto\b|\buntil\b)\s*")
_HALF = re.compile(r"凌晨|早上|上午|中午|下午|晚上|am|pm", re.IGNORECASE)


def read_appointment(text: str, zone: ZoneInfo, now: datetime) -> Appointment:
    """Read from when until when somebody shall come, in UTC.

    Without an end it lasts an hour; an end without a day is on the day it begins.

    Args:
        text: as typed.
        zone: the centre's.
        now: the instant at which it was said: 明天 is the day after it.

    Raises:
        Refusal: ``time.invalid``, also for a day without a time.
    """
    text = text.strip()
    # From the right, because a day may be written with the same sign: 11-23 14:00-16:00.
    for sign in reversed(list(_BETWEEN.finditer(text))):
        found = _span(text[: sign.start()], text[sign.end() :], zone, now)
        if found is not None:
            return found
    begin = _timed(text, zone, now)
    return begin, begin + USUAL


def _span(first: str, last: str, zone: ZoneInfo, now: datetime) -> Appointment | None:
    try:
        begin = _timed(first, zone, now)
        until = _timed(last, zone, begin)
    except Refusal:
        return None
    if until <= begin and not _HALF.search(last):
        # 下午3点到5点: the afternoon is said once.
        until += _HALF_DAY
    return (begin, until) if begin < until <= begin + 2 * _HALF_DAY else None


def _timed(text: str, zone: ZoneInfo, now: datetime) -> datetime:
    """Read a moment that says its time of day.

    Raises:
        Refusal: ``time.invalid``.
    """
    found = parse_moment(text, zone, now)
    if found != parse_moment(text, zone, now, time(1)):
        raise Refusal("time.invalid")
    return found
