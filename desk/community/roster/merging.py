"""Makes one room of all the rows that are about it, and one person of all that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from desk.codes import Relation, RoomKind
from desk.community.roster.read import ReadPerson, ReadRoom
from desk.language.addresses import Address
from desk.sheets.findings import Place

#: In front of a house of an estate along one lane: 88弄5.
_LANE = re.compile(r"\d+弄(?=\d)")


@dataclass(slots=True)
class _Household:
    area_m2: float | None = None
    moved_in: str = ""
    notes: dict[str, None] = field(default_factory=dict)
    people: dict[str, ReadPerson] = field(default_factory=dict)
    source: dict[Place, None] = field(default_factory=dict)


class Households:
    """The rooms read so far, in the order in which they came."""

    def __init__(self) -> None:
        self._rooms: dict[Address, _Household] = {}

    def add(
        self,
        room: Address,
        place: Place,
        *,
        people: tuple[ReadPerson, ...],
        area_m2: float | None,
        moved_in: str,
        notes: tuple[str, ...],
    ) -> None:
        """Add what a row says of a room; what an earlier row said already stays."""
        house = self._rooms.setdefault(room, _Household())
        house.source[place] = None
        if house.area_m2 is None:
            house.area_m2 = area_m2
        house.moved_in = house.moved_in or moved_in
        house.notes.update(dict.fromkeys(notes))
        for person in people:
            _join(house.people, person)

    def rooms(self) -> tuple[ReadRoom, ...]:
        """Return the rooms, each with everything that was said of it."""
        return tuple(
            ReadRoom(
                building=room.building,
                unit=room.unit,
                number=room.number,
                kind=room.kind,
                area_m2=house.area_m2,
                moved_in=house.moved_in,
                note="; ".join(house.notes),
                people=tuple(house.people.values()),
                source=tuple(house.source),
            )
            for room, house in self._rooms.items()
        )


def without_lane(rooms: tuple[ReadRoom, ...]) -> tuple[ReadRoom, ...]:
    """Leave the lane of an estate out of its addresses, 88弄5号301 -> 5-301, if it has only one."""
    lanes = [_LANE.match(room.building) for room in rooms if room.kind is RoomKind.FLAT]
    if None in lanes or len({lane[0] for lane in lanes if lane}) != 1:
        return rooms
    return tuple(replace(room, building=_LANE.sub("", room.building)) for room in rooms)


def _join(people: dict[str, ReadPerson], person: ReadPerson) -> None:
    """Add somebody, or what is new about somebody who is there."""
    key = "".join(person.name.split()).casefold()
    known = people.get(key)
    if known is None:
        people[key] = person
        return
    relation: Relation | None = known.relation or person.relation
    phones = tuple(dict.fromkeys((*known.phones, *person.phones)))
    people[key] = ReadPerson(known.name, relation, phones, known.note or person.note)
