"""Ticket numbers: kind prefix, local date, serial; one series a local day across kinds."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from peewee import Database

from desk.codes import NUMBER_PREFIX, Kind
from desk.models import sql


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


def written(kind: Kind, day: date, serial: int) -> Number:
    """Write a number: ``WX20251122-0037``."""
    return Number(f"{NUMBER_PREFIX[kind]}{day:%Y%m%d}-{serial:04d}", serial)
