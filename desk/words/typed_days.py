"""Reads the days that people type: one, or from one to another: ``10-1``, ``10月1日至7日``."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.refusals import Refusal
from desk.words.typed import parse_day

_BETWEEN = re.compile(r" ?(?:至|到|~|–|—|\.\.+| - | to ) ?")
_DAY_ALONE = re.compile(r"([0-9]{1,2})[日号]?")
#: Longer than this no holiday is: a slip of the finger.
MOST_DAYS = 62


def read_days(text: str, zone: ZoneInfo, now: datetime) -> tuple[date, date] | None:
    """Return the first and the last day that were typed; None where nobody can tell.

    A day without a year is the nearest such day; a last day without a month is in that of the
    first.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    parts = _BETWEEN.split(plain)
    if not 1 <= len(parts) <= 2:
        return None
    try:
        first = parse_day(parts[0], zone, now)
        last = first if len(parts) == 1 else _last(parts[1], first, zone, now)
    except (Refusal, ValueError):
        return None
    return (first, last) if first <= last < first + timedelta(days=MOST_DAYS) else None


def _last(text: str, first: date, zone: ZoneInfo, now: datetime) -> date:
    alone = _DAY_ALONE.fullmatch(text)
    if alone is not None:
        return first.replace(day=int(alone[1]))
    last = parse_day(text, zone, now)
    # The nearest such day may be of another year: over New Year, and far away from now.
    near = [last.replace(year=year) for year in (first.year, first.year + 1)]
    typed_a_year = re.search(r"[0-9]{4}", text)
    return last if typed_a_year else next(day for day in near if day >= first)
