"""All rooms of a community as the tree people walk: building, unit, room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def read(community: int) -> tuple[Building, ...]:
    """Read the rooms of a community: its buildings in the order in which people walk them."""
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
    return tuple(
        Building(name, tuple(Unit(unit, tuple(rows)) for unit, rows in units.items()))
        for name, units in houses.items()
    )


def _walk(room: RoomRow) -> tuple[bool, tuple[int, str, int, str, int, str]]:
    """Numbered buildings come first, in the order of their numbers; then the named ones."""
    return not room.building[:1].isdigit(), in_order(room)


def without_room(community: int) -> tuple[tuple[int, str], ...]:
    """Return who belongs to no room, by id and name."""
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


def living(rooms: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the names of who lives in each of some rooms, in the order they were added."""
    if not rooms:
        return {}
    query = (
        Occupancy.select(Occupancy.room, Resident.name)
        .join(Resident)
        .where(Occupancy.room.in_(rooms) & Resident.active)
        .order_by(Occupancy.id)
    )
    names: dict[int, list[str]] = {}
    for room, name in query.tuples().execute():
        names.setdefault(room, []).append(name)
    return {room: tuple(found) for room, found in names.items()}
