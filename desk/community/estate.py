"""All rooms of a community as the tree people walk: building, unit, room."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.codes import RoomKind
from desk.community.found import RoomRow
from desk.community.room_index import in_order
from desk.models.tables import Occupancy, Resident, Room


@dataclass(frozen=True)
class Unit:
    """A unit (or '' for rooms that stand in no unit) and its rooms in order."""

    name: str
    rooms: tuple[RoomRow, ...]


@dataclass(frozen=True)
class Building:
    """A building ('' for rooms that stand in none) and its units in order."""

    name: str
    units: tuple[Unit, ...]

    @property
    def count(self) -> int:
        """How many rooms it has."""
        return sum(len(unit.rooms) for unit in self.units)


@dataclass(frozen=True)
class Estate:
    """The buildings of a community in order, and who belongs to no room (id, name)."""

    buildings: tuple[Building, ...] = ()
    without_room: tuple[tuple[int, str], ...] = ()
    labels: dict[int, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rooms there are."""
        return len(self.labels)


def read(community: int) -> Estate:
    """Read the rooms of a community and who belongs to none of them."""
    rows = (
        Room.select(Room.id, Room.building, Room.unit, Room.number, Room.kind, Room.label)
        .where((Room.community == community) & Room.active)
        .tuples()
        .execute()
    )
    rooms = sorted(
        (
            RoomRow(row, building, unit, number, RoomKind(kind), label)
            for row, building, unit, number, kind, label in rows
        ),
        key=_walk,
    )
    houses: dict[str, dict[str, list[RoomRow]]] = {}
    for room in rooms:
        houses.setdefault(room.building, {}).setdefault(room.unit, []).append(room)
    buildings = tuple(
        Building(name, tuple(Unit(unit, tuple(rows)) for unit, rows in units.items()))
        for name, units in houses.items()
    )
    return Estate(buildings, _without_room(community), {room.id: room.label for room in rooms})


def _walk(room: RoomRow) -> tuple[bool, tuple[int, str, int, str, int, str]]:
    """Numbered buildings come first, in the order of their numbers; then the named ones."""
    return not room.building[:1].isdigit(), in_order(room)


def _without_room(community: int) -> tuple[tuple[int, str], ...]:
    homes = (
        Occupancy.select(Occupancy.resident)
        .join(Room)
        .where((Room.community == community) & Room.active)
    )
    query = (
        Resident.select(Resident.id, Resident.name)
        .where((Resident.community == community) & Resident.active & Resident.id.not_in(homes))
        .order_by(Resident.name, Resident.id)
    )
    return tuple((row, name) for row, name in query.tuples().execute())
