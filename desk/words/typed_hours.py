"""Reads the service hours that people type for a day: ``8:30-12, 13:30-18:00``, ``休息``.

Minutes after midnight; an end beyond 24 hours is on the next day.
"""

from __future__ import annotations

import re
import unicodedata

_DAY = 24 * 60

_CLOSED = frozenset({"", "-", "休息", "休", "不上班", "闭", "closed", "off", "none"})
_WHOLE_DAY = frozenset({"全天", "24小时", "24h", "24 h", "all day", "day and night"})

_TIME = r"(\d{2})(\d{2})|(\d{1,2})(?:[:.](\d{2})|点(半)?)?"
_SPAN = re.compile(rf"(?:{_TIME}) ?(?:-+|~|–|—|至|到|to) ?(?:{_TIME})")
_BETWEEN = re.compile(r"[,，、;；/ ]*(?:and|和)?[ ]*")

Pairs = tuple[tuple[int, int], ...]


def read_hours(text: str) -> Pairs | None:
    """Return the spans of a day, sorted; none where it is closed; None where nobody can tell.

    ``8-12 13-18`` and ``0830-1200，1330-1800`` are understood; an end that does not lie after
    its beginning is on the next day.
    """
    rest = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    if rest in _CLOSED:
        return ()
    if rest in _WHOLE_DAY:
        return ((0, _DAY),)
    spans: list[tuple[int, int]] = []
    while rest:
        match = _SPAN.match(rest)
        span = _span(match) if match is not None else None
        if match is None or span is None:
            return None
        spans.append(span)
        rest = rest[match.end() :]
        gap = _BETWEEN.match(rest)
        if rest and gap is not None and not gap.end():
            return None
        rest = rest[gap.end() :] if gap is not None else rest
    return tuple(sorted(spans))


def hours_text(spans: Pairs) -> str:
    """Write the spans of a day as ``read_hours`` reads them; nothing where it is closed."""
    return ", ".join(f"{_wall(begin)}-{_wall(end)}" for begin, end in spans)


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    begin, end = _minutes(match.groups()[:5]), _minutes(match.groups()[5:])
    if begin is None or end is None or begin >= _DAY or begin == end:
        return None
    return begin, end if end > begin else end + _DAY


def _minutes(parts: tuple[str | None, ...]) -> int | None:
    tight_hour, tight_minute, hour, minute, half = parts
    hours = int(hour or tight_hour or 0)
    minutes = 30 if half else int(minute or tight_minute or 0)
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= _DAY else None


def _wall(minutes: int) -> str:
    if minutes > _DAY:
        minutes -= _DAY
    return f"{minutes // 60:02}:{minutes % 60:02}"
