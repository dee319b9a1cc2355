"""Which stored room a room of a file is, and which houses the file is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.codes import RoomKind
from desk.community.roster.read import ReadRoom
from desk.intake.houses import HOUSES, door, house, is_house, plain
from desk.intake.roster_plan import RoomSaid
from desk.intake.roster_state import StoredRoom


class Identity(NamedTuple):
    """Building, unit and number as they are compared: leading zeros, case and width aside."""

    building: str
    unit: str
    number: str


@dataclass(slots=True)
class Placed:
    """A room of the file, rows that name it again joined to it, and the stored room it is."""

    building: str
    unit: str
    number: str
    read: ReadRoom
    stored: StoredRoom | None = None
    more: list[ReadRoom] = field(default_factory=list)

    @property
    def kind(self) -> RoomKind:
        """What sort of room the file says it is."""
        return self.read.kind

    @property
    def label(self) -> str:
        """The room as the desk writes it."""
        if self.stored is not None:
            return self.stored.label
        return "-".join(part for part in (self.building, self.unit, self.number) if part)

    @property
    def said(self) -> RoomSaid:
        """What the file says of it in all of its rows."""
        reads = self.reads
        return RoomSaid(
            self.kind,
            next((one.area_m2 for one in reads if one.area_m2 is not None), None),
            next((one.moved_in for one in reads if one.moved_in), ""),
            "; ".join(dict.fromkeys(one.note for one in reads if one.note)),
        )

    @property
    def reads(self) -> tuple[ReadRoom, ...]:
        """Every time the file names it."""
        return (self.read, *self.more)


def place(rooms: Iterable[ReadRoom], stored: Iterable[StoredRoom]) -> list[Placed]:
    """Find the stored room of each room of a file; each of both is named once."""
    known = _Known(stored)
    placed: dict[Identity, Placed] = {}
    for room in rooms:
        building = room.building or HOUSES.get(room.kind, "")
        identity = Identity(plain(building), plain(room.unit), plain(room.number))
        if identity in placed:
            placed[identity].more.append(room)
        else:
            placed[identity] = Placed(building, room.unit, room.number, room)
    for identity, one in placed.items():
        one.stored = known.exact(one, identity)
    for identity, one in placed.items():
        if one.stored is None:
            one.stored = known.like(one, identity)
    return list(placed.values())


def houses(placed: Iterable[Placed]) -> set[str]:
    """Return the buildings a file is about."""
    return {house_of(one.stored) if one.stored else house_of(one) for one in placed}


def house_of(room: StoredRoom | Placed) -> str:
    """Return the building of a room as files are held against it."""
    return house(room.building, room.kind)


class _Known:
    """The stored rooms that no room of the file has been found to be yet."""

    def __init__(self, stored: Iterable[StoredRoom]) -> None:
        self._written: dict[tuple[str, str, str], StoredRoom] = {}
        self._plain: dict[Identity, list[StoredRoom]] = {}
        self._doors: dict[str, list[StoredRoom]] = {}
        self._units: dict[str, set[str]] = {}
        self._taken: set[int] = set()
        for room in stored:
            self._written[room.building, room.unit, room.number] = room
            building, unit, number = plain(room.building), plain(room.unit), plain(room.number)
            self._plain.setdefault(Identity(building, unit, number), []).append(room)
            self._units.setdefault(building, set()).add(unit)
            if room.kind is not RoomKind.FLAT or not room.building:
                for name in {door("", room.number, room.kind), _door_of(room)}:
                    self._doors.setdefault(name, []).append(room)

    def exact(self, one: Placed, identity: Identity) -> StoredRoom | None:
        written = self._written.get((one.building, one.unit, one.number))
        return self._take([written] if written else self._plain.get(identity, ()))

    def like(self, one: Placed, identity: Identity) -> StoredRoom | None:
        """Find a villa by its door alone, and a flat whose only unit one side leaves out."""
        if one.kind is not RoomKind.FLAT:
            near = (door("", one.number, one.kind), _door_of(one))
            there = {room.id: room for name in near for room in self._doors.get(name, ())}
            return self._take([room for room in there.values() if _may_be(one, room)])
        units = self._units.get(identity.building, set())
        if len(units) == 1 and units != {identity.unit} and "" in (identity.unit, *units):
            return self._take(self._plain.get(identity._replace(unit=next(iter(units))), ()))
        return None

    def _take(self, rooms: Iterable[StoredRoom]) -> StoredRoom | None:
        free = [room for room in rooms if room.id not in self._taken]
        if len(free) != 1:
            return None
        self._taken.add(free[0].id)
        return free[0]


def _door_of(room: StoredRoom | Placed) -> str:
    return door(room.building, room.number, room.kind)


def _may_be(one: Placed, room: StoredRoom) -> bool:
    """Tell whether a shop, parking space or villa is a stored room of such a door.

    One typed in haste as a flat of no building is it, too, where its number is none of a flat.
    """
    if room.kind is not one.kind:
        typed = room.kind is RoomKind.FLAT and not room.building
        return typed and not plain(room.number).isdecimal()
    if _door_of(room) == _door_of(one):
        return True
    return is_house(one.building, one.kind) or is_house(room.building, room.kind)
