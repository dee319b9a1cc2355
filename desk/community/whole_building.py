"""A whole building written in one step: so many units, floors and rooms on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.codes import RoomKind
from desk.community import rooms
from desk.community.rooms import NewRoom
from desk.models.database import Write
from desk.models.tables import Room
from desk.refusals import Refusal

#: More rooms than this in one building are a slip of the finger.
MOST = 5_000


@dataclass(frozen=True)
class Plan:
    """A building that repeats itself.

    Attributes:
        building: its name or number, such as ``"12"``.
        units: how many units; 0 for a building without units.
        lowest, highest: the floors with rooms, both included.
        per_floor: rooms on each floor of each unit.
    """

    building: str
    units: int
    lowest: int
    highest: int
    per_floor: int
    kind: RoomKind = RoomKind.FLAT

    @property
    def count(self) -> int:
        """How many rooms it makes."""
        floors = max(0, self.highest - self.lowest + 1)
        return max(1, self.units) * floors * max(0, self.per_floor)

    def rooms(self) -> Iterator[NewRoom]:
        """Yield its rooms in order: 12-1-101, 12-1-102 … a number is the floor and two figures."""
        names = [str(unit) for unit in range(1, self.units + 1)] or [""]
        for unit in names:
            for floor in range(self.lowest, self.highest + 1):
                for door in range(1, self.per_floor + 1):
                    yield NewRoom(self.building.strip(), unit, f"{floor}{door:02}", self.kind)

    def checked(self) -> Plan:
        """Return it if it can be written.

        Raises:
            Refusal: ``building.name_missing``, ``building.floors``, ``building.empty`` or
                ``building.too_large``.
        """
        if not self.building.strip():
            raise Refusal("building.name_missing")
        if self.highest < self.lowest:
            raise Refusal("building.floors")
        if self.count < 1 or self.per_floor > 99:
            raise Refusal("building.empty")
        if self.count > MOST:
            raise Refusal("building.too_large", most=MOST)
        return self


@dataclass(frozen=True)
class Added:
    """How many rooms were written, and how many had been there before."""

    added: int
    known: int


def add(write: Write, community: int, plan: Plan) -> Added:
    """Write the rooms of a plan that are not there yet, in one step.

    Raises:
        Refusal: as ``Plan.checked``, and ``building.exists`` when every room is there already.
    """
    plan.checked()
    query = Room.select(Room.unit, Room.number).where(
        (Room.community == community) & (Room.building == plan.building.strip())
    )
    there = set(query.tuples().execute())
    fresh = [room for room in plan.rooms() if (room.unit, room.number) not in there]
    if not fresh:
        raise Refusal("building.exists", building=plan.building.strip())
    rooms.add_many(write, community, fresh)
    return Added(len(fresh), plan.count - len(fresh))
