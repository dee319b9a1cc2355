"""Local days of the sample: who is at the desk, when people are awake, when crews work."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random

_RECEPTIONISTS = ("he", "ouyang", "meng")
_SUPERVISOR = "lin"
_MORNING, _EVENING = (7, 30), (21, 30)

#: How likely somebody calls in each local hour: by day, and again when people come home.
CALLS_BY_HOUR = (
    1,
    0,
    0,
    0,
    0,
    1,
    4,
    14,
    40,
    60,
    58,
    40,
    22,
    30,
    48,
    50,
    44,
    42,
    50,
    52,
    40,
    22,
    9,
    3,
)


class Days:
    """Turns the plan's now into local times; every instant is in UTC and in whole seconds."""

    def __init__(self, now: datetime, zone: tzinfo) -> None:
        self.now = now.replace(microsecond=0)
        self._zone = zone
        self.today = self.local(self.now).date()
        self.awake = self._awake()

    def local(self, at: datetime) -> datetime:
        """Return the instant as the centre's clock shows it."""
        return at.astimezone(self._zone)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return the instant of a local time of a day."""
        return datetime.combine(day, time(hour, minute), self._zone).astimezone(UTC)

    def ago(self, minutes: float) -> datetime:
        """Return the instant so many minutes before now."""
        return self.now - timedelta(seconds=round(minutes * 60))

    def awake_ago(self, minutes: float) -> datetime:
        """Return the same, counting only minutes at which people are up and about."""
        at = self.awake - timedelta(seconds=round(minutes * 60))
        morning = self.at(self.local(self.awake).date(), *_MORNING)
        if at >= morning:
            return at
        evening = self.at(self.local(self.awake).date() - timedelta(days=1), *_EVENING)
        return evening - (morning - at)

    def day(self, offset: int) -> date:
        """Return the local day so many days from today."""
        return self.today + timedelta(days=offset)

    def working(self, at: datetime, rng: Random) -> datetime:
        """Return ``at``, or a moment of the next morning where no crew comes at that hour."""
        local = self.local(at)
        if 8 <= local.hour < 20:
            return at
        day = local.date() + timedelta(days=1 if local.hour >= 20 else 0)
        return self.at(day, 8, rng.randrange(30, 60)) + timedelta(seconds=rng.randrange(60))

    def visiting(self, day: date, rng: Random) -> datetime:
        """Return a moment of a day at which one may ring up a resident."""
        hour = rng.choice((9, 10, 11, 14, 15, 16, 17))
        return self.at(day, hour, rng.randrange(60)) + timedelta(seconds=rng.randrange(60))

    def arriving(self, day: date, rng: Random) -> datetime:
        """Return a moment of a day at which somebody calls; few do at night."""
        hour = rng.choices(range(24), CALLS_BY_HOUR)[0]
        return self.at(day, hour, rng.randrange(60)) + timedelta(seconds=rng.randrange(60))

    def on_duty(self, at: datetime) -> str:
        """Return the key of the receptionist at the desk: three shifts that change weekly."""
        local = self.local(at) - timedelta(minutes=30)
        # The night belongs to the evening on which it began.
        shift = 0 if 7 <= local.hour < 15 else 1 if 15 <= local.hour < 23 else 2
        night_day = local.date() - timedelta(days=1 if local.hour < 7 else 0)
        return _RECEPTIONISTS[(night_day.isocalendar().week + shift) % 3]

    def in_charge(self, at: datetime) -> str:
        """Return the supervisor's key in office hours, else that of who is at the desk."""
        local = self.local(at)
        office = local.weekday() < 5 and 9 <= local.hour < 18
        return _SUPERVISOR if office else self.on_duty(at)

    def _awake(self) -> datetime:
        local = self.local(self.now)
        if time(*_MORNING) < local.time() <= time(*_EVENING):
            return self.now
        evening = local.date() - timedelta(days=1 if local.time() <= time(*_MORNING) else 0)
        return self.at(evening, *_EVENING)
