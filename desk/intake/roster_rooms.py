"""Which stored room a room of a file is, and which houses the file is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.codes import RoomKind
from desk.community.roster.read import ReadRoom
from desk.intake.roster_state import StoredRoom
from desk.language.normal import fold

#: Where a room stands that is in no building, as the register walks it.
HOUSES = {RoomKind.VILLA: "别墅", RoomKind.SHOP: "商铺", RoomKind.GARAGE: "地库"}
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


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
    def label(self) -> str:
        """The room as the desk writes it."""
        if self.stored is not None:
            return self.stored.label
        return "-".join(part for part in (self.building, self.unit, self.number) if part)

    @property
    def reads(self) -> tuple[ReadRoom, ...]:
        """Every time the file names it."""
        return (self.read, *self.more)


def plain(part: str) -> str:
    """Return a part of an identity as it is compared."""
    if part.isascii() and part.isdigit():
        return part.lstrip("0") or "0"
    return _ZEROS.sub("", "".join(fold(part).text.split()))


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
    return {plain(one.stored.building if one.stored else one.building) for one in placed}


class _Known:
    """The stored rooms that no room of the file has been found to be yet."""

    def __init__(self, stored: Iterable[StoredRoom]) -> None:
        self._written: dict[tuple[str, str, str], StoredRoom] = {}
        self._plain: dict[Identity, list[StoredRoom]] = {}
        self._numbers: dict[tuple[RoomKind, str], list[StoredRoom]] = {}
        self._units: dict[str, set[str]] = {}
        self._taken: set[int] = set()
        for room in stored:
            self._written[room.building, room.unit, room.number] = room
            building, unit, number = plain(room.building), plain(room.unit), plain(room.number)
            self._plain.setdefault(Identity(building, unit, number), []).append(room)
            self._units.setdefault(building, set()).add(unit)
            if room.kind is not RoomKind.FLAT:
                self._numbers.setdefault((room.kind, number), []).append(room)

    def exact(self, one: Placed, identity: Identity) -> StoredRoom | None:
        written = self._written.get((one.building, one.unit, one.number))
        return self._take([written] if written else self._plain.get(identity, ()))

    def like(self, one: Placed, identity: Identity) -> StoredRoom | None:
        """Find a villa by its number alone, and a flat whose only unit one side leaves out."""
        if one.read.kind is not RoomKind.FLAT:
            there = self._numbers.get((one.read.kind, identity.number), ())
            return self._take(
                [
                    room
                    for room in there
                    if not one.read.building
                    or not room.building
                    or room.building == HOUSES[room.kind]
                ]
            )
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
