"""The days and wall clock times of a ledger as instants.

A day without a time counts from when its service begins, and what was finished on a day was
finished when its service ends: so what was done the same day was done after it was reported. On a
day without service these are nine and six by the clock there.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from desk.centre.profile import Centre
from desk.centre.spans import Spans
from desk.codes import ClockRun, Family, Kind, Urgency
from desk.models.fields import from_stored, to_stored

_BEGIN, _END = 9 * 60, 18 * 60
#: Deadlines that are kept: many rows of a day without times have the same.
_KEPT: Final = 2_000
_LAST_MINUTE: Final = 24 * 60 - 1


class LedgerClock:
    """Turns what a ledger writes into stored instants (microseconds UTC), by a centre's zone."""

    def __init__(self, centre: Centre) -> None:
        self._calendar = centre.calendar
        self._policy = centre.policy
        self._zone = centre.zone
        self._due: dict[tuple[int, timedelta, ClockRun], int | None] = {}

    def reported(self, written: date) -> int:
        """Return when something was reported; a date alone is when service began."""
        if isinstance(written, datetime):
            return self._stored(written)
        return self._on(written, min((s.begin for s in self._spans(written)), default=_BEGIN))

    def finished(self, written: date) -> int:
        """Return when something was finished; a date alone is when service ended."""
        if isinstance(written, datetime):
            return self._stored(written)
        return self._on(written, max((s.end for s in self._spans(written)), default=_END))

    def finish_by(
        self, kind: Kind, urgency: Urgency, family: Family | None, received_at: int
    ) -> int | None:
        """Return when the policy says that what was received then should have been finished."""
        clocks = self._policy.clocks_for(kind, urgency, family)
        if clocks.finish is None:
            return None
        key = (received_at, clocks.finish, clocks.run)
        if key not in self._due:
            if len(self._due) >= _KEPT:
                self._due.clear()
            due = self._calendar.due(from_stored(received_at), clocks.finish, clocks.run)
            self._due[key] = None if due is None else to_stored(due)
        return self._due[key]

    def _spans(self, day: date) -> Spans:
        return self._calendar.spans_on(day)

    def _on(self, day: date, minute: int) -> int:
        wall = time(*divmod(min(minute, _LAST_MINUTE), 60))
        return self._stored(datetime.combine(day, wall))

    def _stored(self, wall: datetime) -> int:
        aware = wall if wall.tzinfo is not None else wall.replace(tzinfo=self._zone)
        return to_stored(aware.astimezone(UTC))
