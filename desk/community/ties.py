"""What ties people together: several rooms of one person, several people of one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.codes import Relation
from desk.models.tables import Occupancy, Phone, Resident, Room


@dataclass(frozen=True)
class OtherHome:
    """Another room of a person."""

    room: int
    label: str
    relation: Relation


@dataclass(frozen=True)
class Sharer:
    """Somebody else with the same number, and the label of a room of theirs ('' for none)."""

    resident: int
    name: str
    room_label: str


def other_homes(residents: Sequence[int], but: int | None) -> dict[int, list[OtherHome]]:
    """Return the rooms of each person, without the room somebody looks at."""
    if not residents:
        return {}
    query = (
        Occupancy.select(Occupancy.resident, Room.id, Room.label, Occupancy.relation)
        .join(Room)
        .where(Occupancy.resident.in_(residents) & Room.active & (Room.id != (but or 0)))
        .order_by(Occupancy.id)
    )
    homes: dict[int, list[OtherHome]] = {}
    for resident, room, label, relation in query.tuples().execute():
        homes.setdefault(resident, []).append(OtherHome(room, label, Relation(relation)))
    return homes


def sharers(residents: Sequence[int]) -> dict[int, dict[str, list[Sharer]]]:
    """Return, for each person and each of their numbers, who else has it."""
    if not residents:
        return {}
    mine = Phone.select(Phone.number).where(Phone.resident.in_(residents))
    query = (
        Phone.select(Phone.number, Resident.id, Resident.name)
        .join(Resident)
        .where(Phone.number.in_(mine) & Resident.active)
        .order_by(Resident.id)
    )
    having: dict[str, list[tuple[int, str]]] = {}
    for number, resident, name in query.tuples().execute():
        having.setdefault(number, []).append((resident, name))
    shared = {number: people for number, people in having.items() if len(people) > 1}
    rooms = _first_rooms({one for people in shared.values() for one, _ in people})
    found: dict[int, dict[str, list[Sharer]]] = {}
    for number, people in shared.items():
        for resident in {one for one, _ in people} & set(residents):
            found.setdefault(resident, {})[number] = [
                Sharer(other, name, rooms.get(other, ""))
                for other, name in people
                if other != resident
            ]
    return found


def _first_rooms(residents: set[int]) -> dict[int, str]:
    if not residents:
        return {}
    query = (
        Occupancy.select(Occupancy.resident, Room.label)
        .join(Room)
        .where(Occupancy.resident.in_(residents) & Room.active)
        .order_by(Occupancy.id.desc())
    )
    return dict(query.tuples().execute())
