"""Who and what a roster no longer names, of the buildings it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desk.codes import Topic
from desk.intake.roster_plan import PEOPLE, TICKETS, Field, Gone, Key, Left
from desk.intake.roster_rooms import house_of
from desk.intake.roster_state import Stored, StoredPerson, StoredRoom
from desk.models import bulk
from desk.models.fields import bound_database
from desk.models.tables import Room

_Left = dict[tuple[Topic, int], Left]


def find(
    stored: Stored,
    houses: Collection[str],
    named: Collection[int],
    homes: Mapping[int, Collection[int]] | None,
) -> tuple[list[Gone], list[Gone], _Left]:
    """Return the rooms and the people that are gone, and how they are.

    Args:
        stored: the roster.
        houses: the buildings the file is about.
        named: the rooms it names.
        homes: the rooms in which it names each person who is stored; None for a list of rooms
            that names nobody at all: nobody is gone then.
    """
    covered = {
        room.id: room
        for room in stored.rooms.values()
        if room.state.active and house_of(room) in houses
    }
    left: _Left = {}
    people: list[Gone] = []
    if homes is not None:
        for person in stored.people.values():
            people += _homes_gone(person, stored, covered, homes.get(person.id, ()), left)
    return _rooms(stored, covered, named, left), people, left


def _homes_gone(
    person: StoredPerson,
    stored: Stored,
    covered: Mapping[int, StoredRoom],
    homes: Collection[int],
    left: _Left,
) -> list[Gone]:
    if not person.state.active:
        return []
    said = stored.people_said.get(person.id)
    once = {room for room, _ in said.homes} if said else set()
    found = [
        Gone(
            Key(Topic.RESIDENTS, person.id, Field.GONE, room),
            person.state.name,
            covered[room].label,
            by_hand=room not in once,
        )
        for room, _ in person.state.homes
        if room in covered and room not in homes
    ]
    if found:
        left[Topic.RESIDENTS, person.id] = Left(person.version, person.state, said)
    return found


def _rooms(
    stored: Stored, covered: Mapping[int, StoredRoom], named: Collection[int], left: _Left
) -> list[Gone]:
    there = [room for room in covered.values() if room.id not in named]
    query = "SELECT DISTINCT room_id FROM ticket WHERE room_id IN ({ids})"
    ids = [room.id for room in there]
    tickets = {row[0] for row in bulk.matching(bound_database(Room), query, ids)}
    lived_in = {
        room
        for person in stored.people.values()
        if person.state.active
        for room, _ in person.state.homes
    }
    for room in there:
        said = stored.rooms_said.get(room.id)
        left[Topic.ROOMS, room.id] = Left(room.version, room.state, said)
    return [
        Gone(
            Key(Topic.ROOMS, room.id, Field.GONE),
            room.label,
            room.label,
            by_hand=room.id not in stored.rooms_said,
            blocked=TICKETS if room.id in tickets else PEOPLE if room.id in lived_in else "",
        )
        for room in there
    ]
