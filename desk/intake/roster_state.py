"""What is stored of rooms and people, and what files said of them, read in one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from desk.codes import Relation, RoomKind, Topic
from desk.intake.record import RETIRED
from desk.intake.roster_plan import Homes, PersonSaid, PersonState, RoomSaid, RoomState
from desk.models import sql
from desk.models.fields import bound_database, snapshot
from desk.models.tables import Room


class StoredRoom(NamedTuple):
    """A room as it is; inactive ones too."""

    id: int
    version: int
    building: str
    unit: str
    number: str
    label: str
    state: RoomState

    @property
    def kind(self) -> RoomKind:
        """What sort of room it is."""
        return self.state.kind


class StoredPerson(NamedTuple):
    """A person as they are; those who were taken off the roster too."""

    id: int
    version: int
    state: PersonState


@dataclass(frozen=True, slots=True)
class Stored:
    """A community's roster.

    Attributes:
        rooms, people: by id, in the order in which they were added.
        rooms_said, people_said: what the last file that named them said.
        retired: people and rooms an import, not the desk, has taken off.
        seen: the journal's last entry.
    """

    rooms: dict[int, StoredRoom] = field(default_factory=dict)
    people: dict[int, StoredPerson] = field(default_factory=dict)
    rooms_said: dict[int, RoomSaid] = field(default_factory=dict)
    people_said: dict[int, PersonSaid] = field(default_factory=dict)
    retired: set[tuple[str, int]] = field(default_factory=set)
    seen: int = 0


def read(community: int) -> Stored:
    """Read a community's roster."""
    database = bound_database(Room)
    with snapshot(database):
        found = sql.rows(database, "SELECT coalesce(max(id), 0) FROM journal_entry")
        stored = Stored(seen=int(found[0][0]))
        _read_rooms(stored, community)
        _read_people(stored, community)
        _read_said(stored, community)
    return stored


def _read_rooms(stored: Stored, community: int) -> None:
    query = (
        "SELECT id, version, building, unit, number, label, kind, area_m2, moved_in, note, active"
        " FROM room WHERE community_id = ? ORDER BY id"
    )
    kinds = {kind.value: kind for kind in RoomKind}
    for row in sql.run(bound_database(Room), query, (community,)):
        id_, version, building, unit, number, label, kind, area, moved_in, note, active = row
        state = RoomState(kinds[kind], area, intern(moved_in), intern(note), bool(active))
        stored.rooms[id_] = StoredRoom(
            id_, version, intern(building), intern(unit), number, label, state
        )


def _read_people(stored: Stored, community: int) -> None:
    database = bound_database(Room)
    phones: dict[int, tuple[str, ...]] = {}
    homes: dict[int, Homes] = {}
    numbers = (
        "SELECT p.resident_id, p.number FROM phone p JOIN resident r ON r.id = p.resident_id"
        " WHERE r.community_id = ? ORDER BY p.resident_id, p.position, p.id"
    )
    for person, number in sql.run(database, numbers, (community,)):
        phones[person] = (*phones.get(person, ()), number)
    places = (
        "SELECT o.resident_id, o.room_id, o.relation FROM occupancy o"
        " JOIN resident r ON r.id = o.resident_id WHERE r.community_id = ? ORDER BY o.id"
    )
    relations = {one.value: one for one in Relation}
    for person, room, relation in sql.run(database, places, (community,)):
        homes[person] = (*homes.get(person, ()), (room, relations[relation]))
    query = (
        "SELECT id, version, name, note, active FROM resident WHERE community_id = ? ORDER BY id"
    )
    for person, version, name, note, active in sql.run(database, query, (community,)):
        calls, lives = phones.get(person, ()), homes.get(person, ())
        state = PersonState(name, calls, lives, intern(note), bool(active))
        stored.people[person] = StoredPerson(person, version, state)


def _read_said(stored: Stored, community: int) -> None:
    query = (
        "SELECT r.topic, r.subject, r.did, r.said FROM imported_row r"
        " JOIN import i ON i.id = r.imported_id"
        " WHERE i.community_id = ? AND r.topic IN ('room', 'resident') ORDER BY r.id"
    )
    for topic, subject, did, said in sql.run(bound_database(Room), query, (community,)):
        if did == RETIRED:
            stored.retired.add((topic, subject))
        elif stored.retired:
            stored.retired.discard((topic, subject))
        document = sql.document(said)
        if not document:
            continue
        if topic == Topic.ROOMS:
            stored.rooms_said[subject] = RoomSaid.of(document)
        else:
            said = PersonSaid.of(document)
            stored.people_said[subject] = _slim(said, stored.people.get(subject))


def _slim(said: PersonSaid, person: StoredPerson | None) -> PersonSaid:
    """Let what was said and is so be one object: there are tens of thousands."""
    if person is None:
        return said
    state = person.state
    return PersonSaid(
        state.name if said.name == state.name else said.name,
        state.phones if said.phones == state.phones else said.phones,
        state.homes if said.homes == state.homes else said.homes,
        said.note,
    )
