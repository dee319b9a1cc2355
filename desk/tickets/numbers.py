"""Ticket numbers: kind prefix, local date, serial; one series a local day across kinds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from peewee import Database

from desk.codes import NUMBER_PREFIX, Kind
from desk.models import sql

#: Days in one statement: below what either database takes as values.
_DAYS_AT_ONCE: Final = 400


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


def written(kind: Kind, day: date, serial: int) -> Number:
    """Write a number: ``WX20251122-0037``."""
    return Number(f"{NUMBER_PREFIX[kind]}{day:%Y%m%d}-{serial:04d}", serial)
