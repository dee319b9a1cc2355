"""The day on one page, as plain values: on screen, on paper and in a workbook alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.codes import Channel, Due, Kind, State, Urgency


@dataclass(frozen=True, slots=True)
class Counted:
    """How often one thing was met: a category, a building, a question."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueLine:
    """One open ticket whose deadline has passed.

    ``due_at`` is in UTC, ``late`` how long ago it had passed: for today when the report was made,
    for a day that is over at its end. ``reason`` says in words why it waits, or is empty.
    """

    number: str
    place: str
    what: str
    who: str
    due: Due
    due_at: datetime
    late: timedelta
    reason: str = ""
    #: Which ticket it is; 0 where there is none to open.
    ticket_id: int = 0
    urgency: Urgency = Urgency.NORMAL


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """What happened on one local day, and what is left of it.

    Lists are in the order in which they are to be read, most important first; who shows them
    shortens them. All are complete but ``overdue``, which may be asked for shortened.
    ``made_at`` is in UTC; ``zone`` is the centre's.
    """

    day: date
    community: str
    zone: ZoneInfo
    made_at: datetime
    made_by: str = ""
    on_duty: tuple[str, ...] = ()
    calls: int = 0
    #: Calls that an approved answer settled.
    answered: int = 0
    by_kind: tuple[tuple[Kind, int], ...] = ()
    by_channel: tuple[tuple[Channel, int], ...] = ()
    by_category: tuple[Counted, ...] = ()
    by_building: tuple[Counted, ...] = ()
    finished: int = 0
    finished_in_time: int = 0
    overdue: tuple[OverdueLine, ...] = ()
    #: How many are overdue, where not all of them are named.
    overdue_count: int = 0
    complaints_new: int = 0
    complaints_closed: int = 0
    #: Of the new complaints, those marked serious.
    complaints_serious: int = 0
    #: Return visits made, by how many of them somebody was reached, and found it solved.
    visits: int = 0
    visits_reached: int = 0
    visits_solved: int = 0
    #: How often each mark was given, 5 (very satisfied) first.
    scores: tuple[tuple[int, int], ...] = ()
    open_by_state: tuple[tuple[State, int], ...] = ()
    asked_most: tuple[Counted, ...] = ()
    unanswered: tuple[Counted, ...] = ()

    @property
    def received(self) -> int:
        """Return how many tickets came in that day."""
        return sum(count for _, count in self.by_kind)

    @property
    def late(self) -> int:
        """Return how many tickets were overdue."""
        return max(self.overdue_count, len(self.overdue))

    @property
    def still_open(self) -> int:
        """Return how many tickets are open: now, or at the end of a day that is over."""
        return sum(count for _, count in self.open_by_state)

    @property
    def in_time(self) -> int | None:
        """Return the share of finished tickets that met their deadline in whole per cent.

        Rounded down, so that only a day without a miss shows 100; ``None`` where none finished.
        """
        return self.finished_in_time * 100 // self.finished if self.finished else None

    @property
    def score(self) -> float | None:
        """Return the mean mark of the return visits with one decimal; ``None`` without any.

        Rounded down, so that only a day of nothing but fives shows 5.0.
        """
        marks = sum(count for _, count in self.scores)
        return (
            sum(mark * count for mark, count in self.scores) * 10 // marks / 10 if marks else None
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing came in, was done or asked that day, and nothing is left of it."""
        happened = self.received or self.finished or self.calls or self.visits
        return not (happened or self.complaints_closed or self.still_open)
