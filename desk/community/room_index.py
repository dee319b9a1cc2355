"""The rooms of a community by what people say of them: house, number, beginnings of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desk.community.found import RoomRow


def in_order(room: RoomRow) -> tuple[int, str, int, str, int, str]:
    """Sort key by which 9-1-201 stands before 10-1-201."""
    return (
        len(room.building),
        room.building,
        len(room.unit),
        room.unit,
        len(room.number),
        room.number,
    )


class RoomIndex:
    """Rooms by id, by number and by house."""

    def __init__(self) -> None:
        self._rooms: dict[int, RoomRow] = {}
        self._by_number: dict[str, list[int]] = {}
        self._by_building: dict[str, dict[str, list[int]]] = {}

    def __len__(self) -> int:
        """Return the number of rooms."""
        return len(self._rooms)

    def get(self, room_id: int) -> RoomRow | None:
        """Return the room of that id."""
        return self._rooms.get(room_id)

    def put(self, room: RoomRow) -> None:
        """Add a room or replace it."""
        if self._rooms.get(room.id) == room:
            return
        self.remove(room.id)
        self._rooms[room.id] = room
        self._by_number.setdefault(room.number.upper(), []).append(room.id)
        units = self._by_building.setdefault(room.building.upper(), {})
        units.setdefault(room.unit, []).append(room.id)

    def remove(self, room_id: int) -> None:
        """Take a room out; one that is not there is no mistake."""
        room = self._rooms.pop(room_id, None)
        if room is None:
            return
        number, building = room.number.upper(), room.building.upper()
        _drop(self._by_number, number, room_id)
        units = self._by_building[building]
        _drop(units, room.unit, room_id)
        if not units:
            del self._by_building[building]

    def known(self, building: str, unit: str, number: str) -> list[RoomRow]:
        """Return the rooms that fit, in order; "" fits every one, but not everywhere."""
        if number:
            ids: Iterable[int] = self._by_number.get(number.upper(), ())
        elif building:
            ids = self._of_house(building, unit)
        else:
            return []
        found = [
            room
            for room in (self._rooms[one] for one in ids)
            if (not building or room.building.upper() == building.upper())
            and (not unit or room.unit == unit)
        ]
        return sorted(found, key=in_order)

    def beginning(self, building: str, unit: str, number: str, limit: int) -> list[RoomRow]:
        """Return the first rooms whose number begins so, of a house or of all."""
        if building:
            rooms = [self._rooms[one] for one in self._of_house(building, unit)]
            fitting = [room for room in rooms if room.number.upper().startswith(number.upper())]
            return sorted(fitting, key=in_order)[:limit]
        found: list[RoomRow] = []
        for each in sorted(one for one in self._by_number if one.startswith(number.upper())):
            found += [self._rooms[one] for one in self._by_number[each][:limit]]
            if len(found) >= limit:
                break
        return sorted(found, key=in_order)[:limit]

    def _of_house(self, building: str, unit: str) -> Iterator[int]:
        for each, ids in self._by_building.get(building.upper(), {}).items():
            if not unit or each == unit:
                yield from ids


def _drop(lists: dict[str, list[int]], key: str, room_id: int) -> None:
    lists[key].remove(room_id)
    if not lists[key]:
        del lists[key]
