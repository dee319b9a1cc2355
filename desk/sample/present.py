"""What stands in the queue now and could wait: tickets in every open state.

Minutes count back from the last moment at which people were up and about. What must look late or
nearly late was promised for a day or an hour, so that it looks so at any time of any day.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.codes import HoldReason, Kind, State, Urgency
from desk.sample.casting import Wanted
from desk.sample.content import STEWARDS
from desk.sample.path import Path
from desk.sample.stage import Stage

_URGENT_INDOOR = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.URGENT,), indoor=True)
_INDOOR = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.NORMAL,), indoor=True)
_PUBLIC = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.NORMAL,), indoor=False)
_REPAIR = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.NORMAL,))
_PLANNED = Wanted(kinds=(Kind.REPAIR, Kind.SERVICE), urgencies=(Urgency.PLANNED,))
_COMPLAINT = Wanted(kinds=(Kind.COMPLAINT,), urgencies=(Urgency.NORMAL,))
_STEWARDS = Wanted(kinds=(Kind.COMPLAINT,), urgencies=(Urgency.NORMAL,), crews=(STEWARDS,))
_INQUIRY = Wanted(kinds=(Kind.INQUIRY,))
#: Questions about what no crew covers.
_UNCOVERED = Wanted(stories=("ask-account", "ask-proof", "ask-misc"))
_PRAISE = Wanted(kinds=(Kind.PRAISE,))
_IDEA = Wanted(kinds=(Kind.SUGGESTION,))
_SERVICE = Wanted(kinds=(Kind.SERVICE,))

_SLOTS = ((9, 0), (10, 0), (11, 0), (14, 0), (15, 0), (16, 0), (17, 0), (18, 30))


class Present(Stage):
    """Writes them."""

    def play(self) -> None:
        """Write them all."""
        self._received()
        self._dispatched()
        self._accepted()
        self._appointments()
        self._arrived()
        self._held()
        self._done()
        self._to_visit()

    def _received(self) -> None:
        """What no crew covers waits until somebody sends it."""
        ago = self._days.awake_ago
        for wanted, minutes in (
            (_STEWARDS, 25),
            (_STEWARDS, 74),
            (_STEWARDS, 160),
            (_UNCOVERED, 12),
            (_UNCOVERED, 47),
            (_PRAISE, 205),
        ):
            self.open(wanted, ago(minutes))

    def _dispatched(self) -> None:
        ago = self._days.awake_ago
        for wanted, minutes in (
            (_INDOOR, 4),
            (_REPAIR, 9),
            (_INDOOR, 14),
            (_PUBLIC, 21),
            (_COMPLAINT, 95),
            (_COMPLAINT, 240),
            (_PLANNED, 50),
            (_PLANNED, 130),
            (_IDEA, 230),
        ):
            path = self.open(wanted, ago(minutes))
            path.dispatch()
            if wanted in (_INDOOR, _PLANNED):
                path.print_slip(ago(minutes - 0.8))

    def _accepted(self) -> None:
        ago = self._days.awake_ago
        for wanted, minutes, took in (
            (_INDOOR, 44, 12),
            (_REPAIR, 76, 21),
            (_PUBLIC, 118, 15),
            (_INDOOR, 255, 26),
            (_INQUIRY, 62, 20),
            (_COMPLAINT, 150, 40),
        ):
            path = self.open(wanted, ago(minutes))
            path.dispatch()
            path.print_slip(ago(minutes - 1))
            path.accept(ago(minutes - took))
            if minutes > 170:
                path.chase(ago(minutes / 4))
        for day in (1, 2):
            path = self._yesterday(_COMPLAINT, day)
            path.comment(path.later(40, 120))

    def _appointments(self) -> None:
        """Six promised for today, most of them still to come, and two for the days after."""
        for wanted, begin in zip(
            (_INDOOR, _SERVICE, _INDOOR, _PLANNED, _INDOOR, _SERVICE, _PLANNED, _INDOOR),
            self._promised(),
            strict=False,
        ):
            path = self._yesterday(wanted, self._rng.choice((1, 1, 2, 3)))
            path.appoint(path.later(1, 6), begin)
            if begin + timedelta(hours=1) <= self._days.now and self._rng.random() < 0.75:
                path.arrive(begin + timedelta(minutes=self._rng.randrange(5, 40)))

    def _promised(self) -> list[datetime]:
        """Return when appointments begin: today, one that ends in 25 minutes; then later days."""
        days = self._days
        today = [days.at(days.today, hour, minute) for hour, minute in _SLOTS]
        self._rng.shuffle(today)
        begins = today[:6]
        if days.awake == days.now:
            quarter = timedelta(minutes=5)
            soon = days.now + timedelta(minutes=25) - timedelta(hours=1)
            begins[0] = soon - (soon - days.at(days.today, 0)) % quarter
        return [*begins, days.at(days.day(1), 10), days.at(days.day(2), 14)]

    def _yesterday(self, wanted: Wanted, days_ago: int, until: int = 17) -> Path:
        """Return a ticket of an earlier day that somebody has taken."""
        day = self._days.day(-days_ago)
        received = self._days.at(day, self._rng.randrange(9, until), self._rng.randrange(60))
        path = self.open(wanted, received)
        path.dispatch()
        path.print_slip()
        path.accept(path.later(5, 25))
        return path

    def _arrived(self) -> None:
        ago = self._days.awake_ago
        for wanted, minutes, there in (
            (_INDOOR, 72, 9),
            (_PUBLIC, 133, 24),
            (_INDOOR, 205, 38),
            (_COMPLAINT, 110, 31),
        ):
            path = self.open(wanted, ago(minutes))
            path.dispatch()
            path.print_slip(ago(minutes - 1))
            path.accept(ago(minutes - 14))
            path.arrive(ago(there))
        # Begun, put off from day to day, and forgotten by everybody but the one who called.
        forgotten = self._yesterday(_PUBLIC, 12)
        forgotten.arrive(forgotten.working(60, 200))
        forgotten.chase(self._days.visiting(self._days.day(-5), self._rng))
        forgotten.chase(self._days.visiting(self._days.day(-2), self._rng))

    def _held(self) -> None:
        """Twelve that wait: two of them to be looked at again today, one since yesterday."""
        looks = (-1, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 7)
        wanted = [
            Wanted(kinds=(Kind.REPAIR,), hold=True, urgencies=(urgency,), indoor=indoor)
            for urgency, indoor in (
                (Urgency.NORMAL, True),
                (Urgency.NORMAL, False),
                (Urgency.PLANNED, True),
                (Urgency.PLANNED, False),
                (Urgency.NORMAL, True),
                (Urgency.NORMAL, False),
                (Urgency.NORMAL, True),
            )
        ]
        by_reason = [
            Wanted(kinds=(Kind.REPAIR,), stories=self._casting.waiting_for(reason))
            for reason in (
                HoldReason.AWAY,
                HoldReason.WEATHER,
                HoldReason.CONTRACTOR,
                HoldReason.PARTS,
                HoldReason.AWAY,
            )
        ]
        for look, want in zip(looks, [*by_reason, *wanted], strict=True):
            path = self._yesterday(want, self._rng.randint(2, 8) if look >= 0 else 6)
            if self._rng.random() < 0.7:
                path.arrive(path.working(30, 180))
            path.hold(path.later(10, 40), self._days.day(look))
            if self._rng.random() < 0.4:
                path.chase(max(path.at, self._days.visiting(self._days.day(-1), self._rng)))

    def _done(self) -> None:
        """Finished, the paper not yet back, nobody has closed them.

        Some repairs may be drawn for a return visit by the ticket service; answers never are.
        """
        ago = self._days.awake_ago
        for wanted, minutes, done in (
            (_PUBLIC, 95, 12),
            (_INQUIRY, 140, 26),
            (_PUBLIC, 170, 51),
            (_PRAISE, 230, 80),
            (_PUBLIC, 260, 131),
            (_PUBLIC, 330, 170),
            (_INQUIRY, 350, 200),
            (_PUBLIC, 370, 240),
        ):
            path = self.open(wanted, ago(minutes))
            path.dispatch()
            on_site = wanted is _PUBLIC
            if on_site:
                path.print_slip()
            path.accept(ago(minutes - 11))
            if on_site:
                path.arrive(ago((minutes + done) / 2))
            path.finish(ago(done), satisfied=True if on_site else None)
            if on_site and done > 100:
                path.return_slip(ago(done / 2))

    def _to_visit(self) -> None:
        """Fifteen to be rung up: two since yesterday, three today, the others in time."""
        for wanted, days_ago in (
            (_INDOOR, 3),
            (_INDOOR, 3),
            (_INDOOR, 2),
            (_URGENT_INDOOR, 2),
            (_COMPLAINT, 1),
            (_INDOOR, 1),
            (_URGENT_INDOOR, 1),
            (_INDOOR, 1),
        ):
            path = self._yesterday(wanted, days_ago, until=14)
            path.arrive(path.later(25, 200))
            path.finish(path.later(20, 70), satisfied=True)
            path.plan_visit()
            if self._rng.random() < 0.6:
                path.return_slip(path.later(20, 100))
        ago = self._days.awake_ago
        for wanted, minutes, done in (
            (_INDOOR, 120, 18),
            (_INDOOR, 190, 44),
            (_INDOOR, 215, 90),
            (_COMPLAINT, 280, 120),
            (_INDOOR, 310, 155),
            (_INDOOR, 345, 210),
            (_INDOOR, 380, 250),
        ):
            path = self.open(wanted, ago(minutes))
            path.dispatch()
            path.print_slip()
            path.accept(ago(minutes - 12))
            path.arrive(ago((minutes + done) / 2))
            path.finish(ago(done), satisfied=True if done > 50 else None)
            path.plan_visit()
            if done > 100:
                path.return_slip(ago(done - 30))
        missed = next(path for path in self.paths if path.state is State.TO_VISIT)
        missed.miss_visit(self._days.visiting(self._days.day(-1), self._rng))
