"""The time of the play: it stands still but for what the play says has passed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

#: A Tuesday in spring, 10:24 in Shanghai: an ordinary service day on which every crew is there.
MOMENT = datetime(2026, 3, 10, 2, 24, tzinfo=UTC)


class PlayClock:
    """Gives every play the same times, so that its pictures are the same too."""

    def __init__(self, moment: datetime = MOMENT) -> None:
        self._now = moment

    def now(self) -> datetime:
        """Return the instant the play has come to, in UTC."""
        return self._now

    def pass_on(self, **length: float) -> None:
        """Let time pass: ``pass_on(seconds=20)``."""
        self._now += timedelta(**length)
