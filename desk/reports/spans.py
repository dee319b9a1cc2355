"""A local day of the centre on the UTC time line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.models.fields import to_stored


@dataclass(frozen=True, slots=True)
class Span:
    """From one instant (aware, in UTC) up to another, which does not belong to it any more."""

    begin: datetime
    end: datetime

    @property
    def stored(self) -> tuple[int, int]:
        """Return both ends as columns hold them."""
        return to_stored(self.begin), to_stored(self.end)

    def holds(self, instant: datetime) -> bool:
        """Tell whether an instant is in it."""
        return self.begin <= instant < self.end


def day_span(day: date, zone: ZoneInfo) -> Span:
    """Return a local day from midnight to midnight; the days of a change of clocks are 23 to 25 h.

    Where a change skips midnight the day begins with the change.
    """
    return Span(_midnight(day, zone), _midnight(day + timedelta(days=1), zone))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0, 0), tzinfo=zone).astimezone(UTC)
