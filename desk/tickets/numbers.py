"""Ticket numbers: kind prefix, local date, serial; one series a local day across kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from peewee import Database, chunked

from desk.codes import NUMBER_PREFIX, Kind
from desk.models import sql

#: Days in one statement: below what either database takes as values.
_DAYS_AT_ONCE: Final = 400
_WRITTEN: Final = re.compile(rf"({'|'.join(NUMBER_PREFIX.values())})\d{{8}}-(\d{{4,9}})")
_PREFIXED: Final = {prefix: kind for kind, prefix in NUMBER_PREFIX.items()}


class Number(NamedTuple):
    """A number and its serial; the last four digits are what people say on the phone."""

    text: str
    serial: int


def take(database: Database, kind: Kind, day: date) -> Number:
    """Give out the next number of a local day; call it inside a transaction.

    One statement counts and reads, so that two desks never get the same; a number is not given
    out again even when the ticket that had it is cancelled.
    """
    found = sql.one(
        database,
        "INSERT INTO number_series (day, last) VALUES (?, 1)"
        " ON CONFLICT (day) DO UPDATE SET last = number_series.last + 1 RETURNING last",
        (day.isoformat(),),
    )
    if found is None:
        raise RuntimeError("the number series gave nothing back")
    return written(kind, day, int(found[0]))


def take_many(database: Database, counts: Mapping[date, int]) -> dict[date, range]:
    """Give out the next serials of many local days, as many of each as are wanted."""
    taken: dict[date, range] = {}
    days = sorted(counts)
    for first in range(0, len(days), _DAYS_AT_ONCE):
        some = days[first : first + _DAYS_AT_ONCE]
        marks = ", ".join(["(?, ?)"] * len(some))
        found = sql.rows(
            database,
            f"INSERT INTO number_series (day, last) VALUES {marks}"
            " ON CONFLICT (day) DO UPDATE SET last = number_series.last + excluded.last"
            " RETURNING day, last",
            [value for day in some for value in (day.isoformat(), counts[day])],
        )
        for raw, last in found:
            day = raw if isinstance(raw, date) else date.fromisoformat(raw)
            taken[day] = range(int(last) - counts[day] + 1, int(last) + 1)
    return taken


def reach(database: Database, serials: Mapping[date, int]) -> None:
    """Give out nothing up to these serials of local days any more: tickets bring them along."""
    days = sorted(serials)
    for first in range(0, len(days), _DAYS_AT_ONCE):
        some = days[first : first + _DAYS_AT_ONCE]
        sql.run(
            database,
            f"INSERT INTO number_series (day, last) VALUES {', '.join(['(?, ?)'] * len(some))}"
            " ON CONFLICT (day) DO UPDATE SET last = CASE"
            " WHEN number_series.last < excluded.last THEN excluded.last"
            " ELSE number_series.last END",
            [value for day in some for value in (day.isoformat(), serials[day])],
        )


def given(database: Database, texts: Iterable[str]) -> set[str]:
    """Return which of some numbers tickets have."""
    found: set[str] = set()
    for some in chunked(texts, _DAYS_AT_ONCE):
        marks = ", ".join("?" * len(some))
        rows = sql.rows(database, f"SELECT number FROM ticket WHERE number IN ({marks})", some)
        found.update(row[0] for row in rows)
    return found


def of_day(text: str, day: date) -> Number | None:
    """Read a number as this program writes it, if it is one of a local day."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    number = written(_PREFIXED[match[1]], day, int(match[2]))
    return number if number.text == text else None


def written(kind: Kind, day: date, serial: int) -> Number:
    """Write a number: ``WX20251122-0037``."""
    return Number(f"{NUMBER_PREFIX[kind]}{day:%Y%m%d}-{serial:04d}", serial)
