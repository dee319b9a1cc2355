"""A centre on its first day, for the tests of who we are."""

from __future__ import annotations

import pytest

from desk.centre import first_day
from desk.centre.crews import CrewForm
from desk.centre.first_day import FirstDay, NewCrew, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import ClockRun, Family, Role
from desk.models.database import Store
from desk.models.journal import Actor
from tests.conftest import MORNING

FIRST_DAY = FirstDay(
    community=" 锦绣花园 ",
    telephone="010-88886666",
    staff=(
        NewStaff(StaffForm("李敏", "lm", Role.SUPERVISOR), "246810"),
        NewStaff(StaffForm("王芳", "W", Role.RECEPTIONIST), "1357"),
    ),
    crews=(
        NewCrew(CrewForm("综合维修班", (Family.INDOOR, Family.LEAK)), (("赵师傅", "13800000001"),)),
        NewCrew(CrewForm("水电班", (Family.LEAK, Family.WATER), ClockRun.ROUND)),
    ),
)


@pytest.fixture
def begun(store: Store) -> Store:
    """The database of a centre that has begun: supervisor 李敏 (LM), receptionist 王芳 (W)."""
    first_day.begin(store, Actor(), MORNING, FIRST_DAY)
    return store


@pytest.fixture
def supervisor(begun: Store) -> Actor:
    """The supervisor at the first desk."""
    return Actor(staff_id("LM"), "desk-1")


@pytest.fixture
def receptionist(begun: Store) -> Actor:
    """The receptionist at the first desk."""
    return Actor(staff_id("W"), "desk-1")


def staff_id(initial: str) -> int:
    """Return the id of who signs in with an initial."""
    from desk.centre import staff

    return next(row.id for row in staff.active() if row.initial == initial)
