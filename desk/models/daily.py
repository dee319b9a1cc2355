"""The copy of each day: when it is due, and its failure told once and not every hour."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desk.models import backup
from desk.words.faults import as_refusal


def due(path: Path, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the centre's day, by its own zone, has no copy yet."""
    return not backup.of_day(path, _day(now, zone)).exists()


class DailyBackup:
    """Makes the copy of each day the program runs; to be asked at the start and every hour."""

    def __init__(self, path: Path) -> None:
        """Take the path of the database."""
        self._path = path
        self._told: tuple[date, str] | None = None

    def tend(self, now: datetime, zone: ZoneInfo) -> Path | None:
        """Make the day's copy if it is due and return it; off the main thread.

        Raises:
            Exception: what prevented it; the same again on the same day is tried in silence.
        """
        if not due(self._path, now, zone):
            return None
        day = _day(now, zone)
        try:
            return backup.daily(self._path, day)
        except Exception as error:
            refusal = as_refusal(error)
            failure = (day, refusal.code if refusal else type(error).__name__)
            if failure == self._told:
                return None
            self._told = failure
            raise


def _day(now: datetime, zone: ZoneInfo) -> date:
    return now.astimezone(zone).date()
