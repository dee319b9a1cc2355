"""Reads days and moments as tables write them: text in every form, serials, dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as far as it is written: "2021-03-05", "2021-03" or "2021"; ``day`` where whole."""

    text: str
    day: date | None = None


def read_day(
    value: object, *, year: int | None = None, after: date | None = None
) -> WrittenDay | None:
    """Return the day a cell says; None for a blank or 不详. Refusal: ``day.*``."""
    raise NotImplementedError


def read_clock(value: object) -> time | None:
    """Return the clock time a cell says, to the minute; None where it says none (晚上)."""
    raise NotImplementedError


def read_moment(
    day_value: object,
    time_value: object = None,
    *,
    year: int | None = None,
    after: date | None = None,
) -> date | None:
    """Return when something was, naive: a datetime where a clock time is written, else a date."""
    raise NotImplementedError


def read_finish(value: object, reported: date, year: int | None = None) -> date | None:
    """Return when something reported that day was finished: 当天, 次日, 1.2, or a whole date."""
    raise NotImplementedError
