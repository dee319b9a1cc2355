"""The whole register of rooms and residents, a line for each person of each room."""

from __future__ import annotations

from typing import NamedTuple

from peewee import JOIN

from desk.codes import Relation, RoomKind
from desk.community.found import RoomRow
from desk.community.room_index import in_order
from desk.models.tables import Occupancy, Phone, Resident, Room


class Line(NamedTuple):
    """A person of a room; a room nobody lives in has no person, a stranger no room.

    ``moved_in`` is ISO: a day, a month or a year, and '' where it is not known.
    """

    room_label: str
    building: str
    unit: str
    number: str
    kind: RoomKind | None
    room_note: str
    name: str
    relation: Relation | None
    phones: tuple[str, ...]
    note: str
    area_m2: float | None = None
    moved_in: str = ""


def read(community: int) -> list[Line]:
    """Return the register in the order of the rooms; who belongs to none stands at the end."""
    phones: dict[int, list[str]] = {}
    numbers = (
        Phone.select(Phone.resident, Phone.number)
        .join(Resident)
        .where((Resident.community == community) & Resident.active)
        .order_by(Phone.position)
    )
    for resident, number in numbers.tuples().execute():
        phones.setdefault(resident, []).append(number)
    lines, seen = _of_rooms(community, phones)
    strangers = (
        Resident.select(Resident.id, Resident.name, Resident.note)
        .where((Resident.community == community) & Resident.active)
        .order_by(Resident.name, Resident.id)
    )
    for resident, name, note in strangers.tuples().execute():
        if resident not in seen:
            mine = tuple(phones.get(resident, ()))
            lines.append(Line("", "", "", "", None, "", name, None, mine, note))
    return lines


def _of_rooms(community: int, phones: dict[int, list[str]]) -> tuple[list[Line], set[int]]:
    people: dict[int, list[tuple[int, str, str, str]]] = {}
    homes = (
        Occupancy.select(
            Occupancy.room, Occupancy.relation, Resident.id, Resident.name, Resident.note
        )
        .join(Resident, JOIN.INNER)
        .where((Resident.community == community) & Resident.active)
        .order_by(Occupancy.id)
    )
    for room, relation, resident, name, note in homes.tuples().execute():
        people.setdefault(room, []).append((resident, name, relation, note))
    identity = (Room.id, Room.building, Room.unit, Room.number, Room.kind, Room.label)
    rooms = Room.select(*identity, Room.note, Room.area_m2, Room.moved_in).where(
        (Room.community == community) & Room.active
    )
    found = sorted(
        (
            (RoomRow(row, building, unit, number, RoomKind(kind), label), note, (area, moved_in))
            for row, building, unit, number, kind, label, note, area, moved_in in (
                rooms.tuples().execute()
            )
        ),
        key=lambda one: (not one[0].building[:1].isdigit(), in_order(one[0])),
    )
    lines: list[Line] = []
    seen: set[int] = set()
    for place, note, more in found:
        where = (place.label, place.building, place.unit, place.number, place.kind, note)
        if place.id not in people:
            lines.append(Line(*where, "", None, (), "", *more))
        for resident, name, relation, own in people.get(place.id, ()):
            seen.add(resident)
            mine = tuple(phones.get(resident, ()))
            lines.append(Line(*where, name, Relation(relation), mine, own, *more))
    return lines, seen
