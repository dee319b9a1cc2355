"""Finds in a sentence when somebody may come: 今晚六点后, 周六下午三点到五点, 中午别来, 随时.

What is said stays as it is said; no clock is read here. ``desk.calls.appointment`` turns it into
an appointment. Since when something is broken (昨晚开始漏) is no such time, nor is a question
(几点开门).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

Span = tuple[int, int]


class Part(StrEnum):
    """A part of the day."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Days(StrEnum):
    """Days that are named together."""

    WORKDAYS = "workdays"
    WEEKEND = "weekend"
    NATIONAL_DAY = "national_day"
    SPRING_FESTIVAL = "spring_festival"
    HOLIDAYS = "holidays"


class How(StrEnum):
    """How a time is meant."""

    AT = "at"
    NOW = "now"
    SOON = "soon"
    ANY = "any"
    AFTER_WORK = "after_work"
    ON_CALL = "on_call"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is said; exactly one of the ways.

    Attributes:
        offset: days from today: 0 今天, 1 明天, 2 后天.
        weekday: 0 for Monday; ``weeks`` 0 for this week's, 1 for 下周, None for the next there is.
        month, day: a date; without a month the next such day: 5号.
        days: several days under one name.
        onwards: from then on, that day left out where it is a holiday: 国庆后, 周三以后.
    """

    offset: int | None = None
    weekday: int | None = None
    weeks: int | None = None
    month: int | None = None
    day: int | None = None
    days: Days | None = None
    onwards: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """When somebody may come, as it is said.

    Attributes:
        how: at a time, now, soon, at any time, after work, when the caller rings again.
        day: the day; None where none is said.
        part: the part of the day.
        since, until: clock times of that day, 下午三点 as 15:00.
        about: said with 左右 or the like.
        never: times that do not suit: 中午别来.
    """

    how: How = How.AT
    day: Day | None = None
    part: Part | None = None
    since: time | None = None
    until: time | None = None
    about: bool = False
    never: tuple[When, ...] = ()


def find_when(text: str) -> tuple[When, tuple[Span, ...]] | None:
    """Return when somebody may come and the half-open spans it rests on; None where unsaid."""
    del text
    return None
