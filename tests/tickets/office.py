"""A small service centre for the tests of tickets: one community, two crews, some rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from desk.centre import categories, crews
from desk.centre.crews import CrewForm
from desk.centre.default_categories import default_categories
from desk.centre.profile import Centre
from desk.codes import ClockRun, Family, Kind, Role, RoomKind, Urgency
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Category, Community, Resident, Room, Staff, Ticket
from desk.refusals import Refusal
from desk.tickets.make import NewTicket, make
from desk.tickets.seen import After, Made, Seen

MORNING = datetime.fromisoformat("2026-03-04T01:00:00+00:00")


class Office:
    """The centre at work; ``now`` moves only when a test says so."""

    def __init__(self, store: Store, now: datetime = MORNING) -> None:
        self.store = store
        self.now = now
        self._keys = count(1)
        with store.write(Actor(), now) as write:
            self.community = int(Community.insert(name="锦绣花园", telephone="021-1").execute())
            categories.insert_all(write, default_categories())
            self.water = crews.insert(
                write, CrewForm("水电班", (Family.LEAK, Family.DRAIN, Family.POWER))
            )
            self.guards = crews.insert(
                write, CrewForm("秩序班", (Family.SECURITY,), ClockRun.ROUND)
            )
            self.plumber = crews.insert_technician(write, self.water, "王师傅")
            self.guard = crews.insert_technician(write, self.guards, "郑队")
        self.staff = int(
            Staff.insert(name="陈静", initial="CJ", role=Role.RECEPTIONIST, pin_hash="-").execute()
        )
        self.rooms = {
            label: int(
                Room.insert(
                    community=self.community,
                    building=building,
                    unit=unit,
                    number=number,
                    label=label,
                    kind=RoomKind.FLAT,
                ).execute()
            )
            for label in ("3-2-1502", "3-2-1602", "3-1-101", "5-1-101")
            for building, unit, number in [label.split("-")]
        }
        self.resident = int(Resident.insert(community=self.community, name="张淑芬").execute())
        self.actor = Actor(self.staff, "front")
        self.centre = Centre.read()
        self.database = store.database
        self.leak = self.category(Family.LEAK)

    def category(self, family: Family, kind: Kind = Kind.REPAIR) -> int:
        """Return a category of a family."""
        row = categories.suggested(self.centre.categories, family, kind)
        assert row is not None
        return row.id

    @property
    def bulb(self) -> int:
        """A category no crew covers and no return visit follows by rule."""
        return int(Category.get(Category.family == Family.PUBLIC_LIGHT).id)

    def new(self, words: str = "厨房水管漏水", **what: Any) -> Made:
        """Make a ticket; a leak in a home unless told otherwise."""
        what = {
            "draft_key": f"draft-{next(self._keys)}",
            "community": self.community,
            "kind": Kind.REPAIR,
            "urgency": Urgency.NORMAL,
            "category": self.leak,
            "room": self.rooms["3-2-1502"],
            "resident": self.resident,
            "caller_name": "张淑芬",
            "caller_phone": "13812345678",
        } | what
        with self.store.write(self.actor, self.now) as write:
            return make(write, self.centre, NewTicket(words=words, **what))

    def step(
        self, step: Callable[..., After], on: Made | After | Seen, *args: Any, **how: Any
    ) -> After:
        """Do a step on a ticket as it was seen."""
        seen = on if isinstance(on, Seen) else on.seen
        with self.store.write(self.actor, self.now) as write:
            return step(write, self.centre, seen, *args, **how)

    def later(self, **by: float) -> datetime:
        """Let time pass."""
        self.now += timedelta(**by)
        return self.now

    def at(self, clock: str) -> datetime:
        """Return an instant of today in Shanghai: ``"09:30"``."""
        day = self.centre.calendar.local(self.now).date()
        return datetime.fromisoformat(f"{day}T{clock}:00+08:00")

    def ticket(self, on: Made | After | int) -> Ticket:
        """Read a ticket as it is stored."""
        ticket: Ticket = Ticket.get_by_id(on if isinstance(on, int) else on.ticket_id)
        return ticket


@contextmanager
def refused(code: str) -> Iterator[None]:
    """Expect a refusal of this code."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
