"""What is over: tickets closed in the last thirty days, cancelled, merged, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from desk.codes import Kind, Urgency
from desk.sample.casting import Cast, Casting, Wanted
from desk.sample.path import Path, Pen
from desk.sample.rows import TicketPlan

_CALM = (Kind.INQUIRY, Kind.SUGGESTION, Kind.PRAISE)
_PUBLIC_QUICK = Wanted(kinds=(Kind.REPAIR,), indoor=False)
_OWN_WORDS = Wanted(kinds=(Kind.INQUIRY, Kind.PRAISE))

#: Minutes from the step before, by urgency: until somebody takes it, until he is there.
_ACCEPT = {
    Urgency.CRITICAL: (0.3, 0.8),
    Urgency.URGENT: (1, 7),
    Urgency.NORMAL: (3, 24),
    Urgency.PLANNED: (15, 150),
}
_ARRIVE = {
    Urgency.CRITICAL: (2, 4),
    Urgency.URGENT: (6, 19),
    Urgency.NORMAL: (35, 300),
    Urgency.PLANNED: (400, 2600),
}


class Past:
    """Writes tickets that are over; each of them had time to be."""

    def __init__(self, pen: Pen, casting: Casting) -> None:
        self._pen = pen
        self._rng = pen.rng
        self._days = pen.days
        self._casting = casting
        self.tickets: list[TicketPlan] = []

    def incident(self, story: str, days_ago: int, hour: int, merged: int) -> None:
        """One thing that several called about: the first ticket is seen to, the others join it."""
        begun = self._days.at(self._days.day(-days_ago), hour, self._rng.randrange(50))
        wanted = Wanted(stories=(story,))
        first = Path(self._pen, self._casting.cast(wanted, begun), begun)
        first.dispatch()
        first.accept(first.later(1, 6))
        others = []
        for _ in range(merged):
            at = first.later(0.5, 3)
            other = Path(self._pen, self._casting.cast_same(first.cast), at)
            other.merge(other.later(0.5, 2), first)
            others.append(other)
        first.arrive(first.later(8, 18))
        self._end(first)
        self.tickets += [first.plan, *(other.plan for other in others)]

    def cancelled(self, days_ago: int) -> None:
        """Somebody needs nobody any more."""

        def tell(cast: Cast, at: datetime) -> Path:
            path = Path(self._pen, cast, at)
            path.dispatch()
            path.cancel(path.later(1, 20))
            return path

        wanted = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.NORMAL,), indoor=True)
        self._tell(wanted, tell, days_ago)

    def of_room(self, story: str, room: str, days_ago: int) -> None:
        """What a household called about before."""
        begun = self._days.at(self._days.day(-days_ago), 9, self._rng.randrange(60))
        path = Path(self._pen, self._casting.cast(Wanted(stories=(story,)), begun, room), begun)
        self._work(path)
        self.tickets.append(path.plan)

    def reopened(self, days_ago: int, over: bool) -> None:
        """Something that was closed and began again; ``over`` when it is done by now."""
        wanted = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.NORMAL,), indoor=True)
        cast = self._casting.cast(wanted, self._days.at(self._days.day(-days_ago), 12))
        while True:
            old = Path(self._pen, cast, self._days.arriving(self._days.day(-days_ago), self._rng))
            self._work(old)
            day = self._days.local(old.at).date() + timedelta(days=1)
            new = old.reopen(self._days.visiting(day, self._rng))
            new.dispatch()
            new.print_slip()
            new.accept(new.later(3, 20))
            if over:
                new.arrive(new.working(40, 200))
                self._end(new)
            if new.at <= self._days.now:
                self.tickets += [old.plan, new.plan]
                return
            days_ago += 1

    def quick(self, earliest: datetime, latest: datetime) -> None:
        """Something short that began and ended today."""
        span = max(int((latest - earliest).total_seconds()), 1)
        at = earliest + timedelta(seconds=self._rng.randrange(span))
        own = self._rng.random() < 0.3
        path = Path(self._pen, self._casting.cast(_OWN_WORDS if own else _PUBLIC_QUICK, at), at)
        path.dispatch()
        path.accept(path.later(1, 6))
        if not own:
            path.arrive(path.later(6, 20))
        path.finish(path.later(8, 25))
        path.close(path.later(1, 10))
        self.tickets.append(path.plan)

    def ordinary(self, days_ago: int) -> None:
        """One of the many."""

        def tell(cast: Cast, at: datetime) -> Path:
            path = Path(self._pen, cast, at)
            if cast.story.kind in _CALM:
                self._answer(path)
            else:
                self._work(path)
            return path

        self._tell(Wanted(any_hour=False), tell, days_ago)

    # --- how --------------------------------------------------------------------------------

    def _tell(self, wanted: Wanted, tell: Callable[[Cast, datetime], Path], days_ago: int) -> None:
        """Tell it on the last day, that long ago or longer, from which it is over by now."""
        cast = self._casting.cast(wanted, self._days.at(self._days.day(-days_ago), 12))
        hours = cast.story.hours
        while True:
            day = self._days.day(-days_ago)
            at = self._days.arriving(day, self._rng)
            if hours:
                at = self._days.at(day, self._rng.randrange(*hours), self._rng.randrange(60))
            if at < self._days.now:
                path = tell(cast, at)
                if path.at <= self._days.now:
                    self.tickets.append(path.plan)
                    return
            days_ago += 1

    def _answer(self, path: Path) -> None:
        """What needs an answer and nobody on site."""
        path.dispatch()
        path.accept(path.working(5, 60))
        if self._rng.random() < 0.3:
            path.comment(path.later(5, 30))
        path.finish(path.working(30, 400))
        path.close(path.later(2, 40))

    def _work(self, path: Path) -> None:
        story = path.cast.story
        path.dispatch()
        if self._rng.random() < 0.65 and story.urgency is not Urgency.CRITICAL:
            path.print_slip()
        if self._rng.random() < 0.3:
            path.comment(path.later(0.5, 1))
        path.accept(path.later(*_ACCEPT[story.urgency]))
        if self._rng.random() < 0.05:
            path.transfer(path.later(2, 15))
            path.accept(path.later(2, 10))
        self._arrive(path)
        if story.hold is not None and self._rng.random() < 0.3:
            days = self._rng.randint(1, 3)
            path.hold(path.later(8, 25), self._days.local(path.at).date() + timedelta(days=days))
            path.resume(path.working(days * 1300, days * 1500))
        self._end(path)

    def _arrive(self, path: Path) -> None:
        story = path.cast.story
        least: float
        most: float
        least, most = _ARRIVE[story.urgency]
        if story.urgency is Urgency.CRITICAL and story.crew == "lift":
            least, most = 11, 24
        late = self._rng.random() < 0.08
        if late:
            least, most = most * 1.6, most * 2.6
        at = path.later(least, most)
        if story.urgency in (Urgency.NORMAL, Urgency.PLANNED):
            at = self._days.working(at, self._rng)
            if story.indoor and self._rng.random() < 0.3:
                begin = self._days.local(at).replace(minute=0, second=0)
                said = path.later(1, 5)
                if begin > said:
                    path.appoint(said, self._days.at(begin.date(), begin.hour))
                    at = max(at, path.at)
        if (late or self._rng.random() < 0.06) and (at - path.at) > timedelta(minutes=12):
            path.chase(path.at + (at - path.at) * 0.7)
        path.arrive(at)

    def _end(self, path: Path) -> None:
        story = path.cast.story
        complaint = story.kind is Kind.COMPLAINT
        path.finish(
            path.later(*((25, 150) if complaint else (12, 75))),
            satisfied=True if path.printed and self._rng.random() < 0.8 else None,
        )
        if complaint or story.indoor or self._rng.random() < 0.3:
            self._visit(path)
            return
        if path.printed:
            path.return_slip(path.later(15, 180))
        path.close(path.later(3, 90))

    def _visit(self, path: Path) -> None:
        on = path.plan_visit()
        if path.printed:
            path.return_slip(path.later(15, 180))
        at = max(self._days.visiting(on, self._rng), path.at)
        if self._rng.random() < 0.07:
            path.miss_visit(at)
            at = self._days.visiting(on + timedelta(days=1), self._rng)
        path.visit(at)
