"""The houses of the sample: 600 rooms, which are flats, villas, shops and garages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.codes import RoomKind
from desk.sample.rows import Lift, Room


@dataclass(frozen=True, slots=True)
class _Block:
    """Buildings of one kind: how many units, storeys, flats a storey and lifts a unit."""

    buildings: tuple[str, ...]
    units: int
    storeys: int
    flats: int
    lifts: int


_BLOCKS = (
    _Block(("1", "2", "3", "4", "5"), units=2, storeys=18, flats=2, lifts=2),
    _Block(("6",), units=1, storeys=25, flats=4, lifts=3),
    _Block(("7", "8"), units=3, storeys=6, flats=2, lifts=0),
)
_VILLAS, _SHOPS, _GARAGES = 10, 18, 40

#: The highest storey of each building.
STOREYS = {building: block.storeys for block in _BLOCKS for building in block.buildings}
#: Buildings with lifts.
HIGH = frozenset(building for block in _BLOCKS if block.lifts for building in block.buildings)


def rooms() -> tuple[Room, ...]:
    """Return every room, flats first."""
    return (
        *_flats(),
        *(Room("别墅", "", str(n), RoomKind.VILLA) for n in range(1, _VILLAS + 1)),
        *(Room("商铺", "", f"S{n}", RoomKind.SHOP) for n in range(1, _SHOPS + 1)),
        *(Room("地库", "", f"B1-{100 + n}", RoomKind.GARAGE) for n in range(1, _GARAGES + 1)),
    )


def lifts() -> tuple[Lift, ...]:
    """Return every lift."""
    return tuple(
        Lift(f"{building}-{unit}-L{n}", building, str(unit), f"{building}栋{unit}单元{n}号梯")
        for block in _BLOCKS
        for building in block.buildings
        for unit in range(1, block.units + 1)
        for n in range(1, block.lifts + 1)
    )


def _flats() -> Iterator[Room]:
    for block in _BLOCKS:
        for building in block.buildings:
            for unit in range(1, block.units + 1):
                for storey in range(1, block.storeys + 1):
                    for flat in range(1, block.flats + 1):
                        yield Room(building, str(unit), f"{storey}{flat:02d}", RoomKind.FLAT)
