"""Spans of service hours as people write them: ``["08:30", "12:00"]``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desk.refusals import Refusal

DAY_MINUTES = 24 * 60

#: The names of the days in documents, Monday first as ``date.weekday()`` counts.
WEEKDAYS: tuple[str, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Span(NamedTuple):
    """Minutes after midnight of the day it belongs to; ``end`` lies after ``begin``.

    An end beyond ``DAY_MINUTES`` is on the next day.
    """

    begin: int
    end: int


Spans = tuple[Span, ...]


def week_from_document(document: object) -> tuple[Spans, ...]:
    """Read seven days of spans from ``{"mon": [["08:30", "12:00"]], …}``; a day left out is closed.

    Raises:
        Refusal: ``calendar.shape`` or ``calendar.time``, with the field.
    """
    days = as_mapping(document, "week")
    for name in days:
        if name not in WEEKDAYS:
            raise Refusal("calendar.shape", field=f"week.{name}")
    return tuple(_spans(days.get(name, []), f"week.{name}") for name in WEEKDAYS)


def days_from_document(document: object) -> dict[date, Spans]:
    """Read the days that do not follow the week from ``{"2026-10-01": []}``.

    Raises:
        Refusal: ``calendar.shape``, ``calendar.day`` or ``calendar.time``, with the field.
    """
    return {
        _day(name): _spans(value, f"days.{name}")
        for name, value in as_mapping(document, "days").items()
    }


def spans_to_document(spans: Spans) -> list[list[str]]:
    """Write spans as pairs of ``HH:MM``."""
    return [[_wall(span.begin), _wall(span.end)] for span in spans]


def as_mapping(document: object, field: str) -> Mapping[str, object]:
    """Return a JSON object as it is.

    Raises:
        Refusal: ``calendar.shape`` for anything else.
    """
    if not isinstance(document, dict) or not all(isinstance(key, str) for key in document):
        raise Refusal("calendar.shape", field=field)
    return document


def parse_span(begin: object, end: object, field: str) -> Span:
    """Read one span from its two wall times.

    Raises:
        Refusal: ``calendar.time``, with the field.
    """
    first, last = _minutes(begin, field), _minutes(end, field)
    if first == DAY_MINUTES:  # 24:00 is the end of a day and never a beginning
        raise Refusal("calendar.time", field=field, value=begin)
    return Span(first, last if last > first else last + DAY_MINUTES)


def _spans(document: object, field: str) -> Spans:
    if not isinstance(document, list):
        raise Refusal("calendar.shape", field=field)
    spans: list[Span] = []
    for pair in document:
        if not isinstance(pair, list) or len(pair) != 2:
            raise Refusal("calendar.shape", field=field)
        spans.append(parse_span(pair[0], pair[1], field))
    return tuple(spans)


def _minutes(text: object, field: str) -> int:
    found = _TIME.fullmatch(text) if isinstance(text, str) else None
    minutes = int(found[1]) * 60 + int(found[2]) if found else DAY_MINUTES + 1
    if minutes > DAY_MINUTES:
        raise Refusal("calendar.time", field=field, value=text)
    return minutes


def _wall(minutes: int) -> str:
    if minutes > DAY_MINUTES:
        minutes -= DAY_MINUTES
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Refusal("calendar.day", value=text)
