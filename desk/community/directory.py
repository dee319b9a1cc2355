"""Finds who may be calling: rooms and residents, by whatever is typed of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desk.community.found import By, Found, PersonRow, RoomRow
from desk.community.people_index import PeopleIndex
from desk.community.room_index import RoomIndex
from desk.community.search import TITLE, Search
from desk.language.normal import fold
from desk.language.numbers import find_tickets

__all__ = ["By", "Directory", "Found", "PersonRow", "RoomRow"]

#: What may stand beside a room or a name without making a sentence of it.
_NOTHING = re.compile(r"[\s,.、，。!?;:\-的是我在住]*")
#: The score from which something is sure enough to be what the line is about.
_SURE = 60
_SERIAL, _LOOKED_AT = 4, 4


class Directory:
    """The rooms and residents of one community."""

    def __init__(self, rooms: Iterable[RoomRow] = (), people: Iterable[PersonRow] = ()) -> None:
        self._rooms = RoomIndex()
        self._people = PeopleIndex()
        for room in rooms:
            self.put_room(room)
        for person in people:
            self.put_person(person)

    def put_room(self, room: RoomRow) -> None:
        """Add a room or replace it."""
        self._rooms.put(room)

    def remove_room(self, room_id: int) -> None:
        """Take a room out; one that is not there is no mistake."""
        self._rooms.remove(room_id)

    def put_person(self, person: PersonRow) -> None:
        """Add a person or replace one."""
        self._people.put(person)

    def remove_person(self, person_id: int) -> None:
        """Take a person out; one who is not there is no mistake."""
        self._people.remove(person_id)

    def room(self, room_id: int) -> RoomRow | None:
        """Return the room of that id."""
        return self._rooms.get(room_id)

    def person(self, person_id: int) -> PersonRow | None:
        """Return the person of that id."""
        return self._people.get(person_id)

    def known(self, building: str, unit: str, number: str) -> list[RoomRow]:
        """Return the rooms that fit, for ``desk.language.rooms``; "" fits every one."""
        return self._rooms.known(building, unit, number)

    def find(self, text: str, limit: int = 8) -> list[Found]:
        """Return the rooms and people that a text may mean, the likeliest first."""
        return Search(self._rooms, self._people, text, limit).run()

    def is_lookup(self, text: str) -> bool:
        """Tell whether the text reads as a room, a person or a ticket, and as nothing more."""
        typed = fold(text).text.strip()
        if typed.isdigit() and len(typed) >= _SERIAL:  # The end of a ticket's number or a phone's.
            return True
        spans = [(one.start, one.end) for one in find_tickets(text)]
        for one in self.find(text, _LOOKED_AT):
            if one.score >= _SURE:
                spans += one.spans
        if not spans:
            return False
        left = "".join(
            each
            for at, each in enumerate(text)
            if not any(start <= at < end for start, end in spans)
        )
        return _NOTHING.fullmatch(TITLE.sub("", fold(left).text)) is not None
