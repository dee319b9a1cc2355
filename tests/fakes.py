"""Stand-ins for the outside world: what a test decides instead of the computer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FrozenClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime) -> None:
        """Stand at an aware instant."""
        if now.tzinfo is None:
            raise ValueError("now must be aware of its zone")
        self._now = now.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant at which this clock stands, in UTC."""
        return self._now

    def advance(self, by: timedelta) -> datetime:
        """Move forward and return the new now; time never runs backwards."""
        if by < timedelta(0):
            raise ValueError("time does not run backwards")
        self._now += by
        return self._now
