"""Which stored person a person of a file is: by room and name, then by telephone number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from desk.codes import Relation
from desk.community.roster.read import ReadPerson, ReadStranger
from desk.intake import three_way
from desk.intake.roster_plan import PersonSaid
from desk.intake.roster_rooms import Placed
from desk.intake.roster_state import Stored, StoredPerson
from desk.sheets.findings import Place

#: Where somebody is named who belongs to no room.
NO_ROOM = 0


class Named(NamedTuple):
    """A person where a file names them: the room's id (below 0: a new one) and the row."""

    room: int
    person: ReadPerson
    source: Place


@dataclass(slots=True)
class Group:
    """Everywhere a file names one person, and who that is; None for somebody new."""

    stored: StoredPerson | None
    named: list[Named] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name, where it stands first."""
        return self.named[0].person.name

    @property
    def phones(self) -> tuple[str, ...]:
        """All numbers, each once, in their order."""
        if len(self.named) == 1:
            return self.named[0].person.phones
        return tuple(dict.fromkeys(phone for one in self.named for phone in one.person.phones))

    @property
    def note(self) -> str:
        """The remarks on the person, each once."""
        if len(self.named) == 1:
            return self.named[0].person.note
        return "; ".join(dict.fromkeys(one.person.note for one in self.named if one.person.note))

    @property
    def homes(self) -> dict[int, Relation | None]:
        """The rooms, and what the file says the person is there."""
        found: dict[int, Relation | None] = {}
        for one in self.named:
            if one.room != NO_ROOM:
                found[one.room] = found.get(one.room) or one.person.relation
        return found

    @property
    def said(self) -> PersonSaid:
        """What the file says of the person."""
        return PersonSaid(self.name, self.phones, tuple(self.homes.items()), self.note)


#: Tells whether a person of the file is a stored one, of whom the last file may have said more.
_Fits = Callable[["_Candidate", ReadPerson], bool]


class _Candidate(NamedTuple):
    """Somebody stored who may be meant in a room, and the names and numbers to know them by."""

    stored: StoredPerson
    names: tuple[str, ...]
    phones: tuple[str, ...]


def _by_name_and_phone(one: _Candidate, person: ReadPerson) -> bool:
    return _shares_phone(one, person) and _by_name(one, person)


def _by_name(one: _Candidate, person: ReadPerson) -> bool:
    return person.name in one.names or any(
        three_way.same_name(name, person.name) for name in one.names
    )


def _by_phone(one: _Candidate, person: ReadPerson) -> bool:
    return _shares_phone(one, person) and any(
        three_way.may_be_one(name, person.name) for name in one.names
    )


def _shares_phone(one: _Candidate, person: ReadPerson) -> bool:
    return any(phone in one.phones for phone in person.phones)


_WAYS: Sequence[_Fits] = (_by_name_and_phone, _by_name, _by_phone)


def groups(
    rooms: Iterable[tuple[int, Placed]], strangers: Sequence[ReadStranger], stored: Stored
) -> list[Group]:
    """Find who the people of a file are; somebody with one name and number is one person."""
    there = _people_by_room(stored)
    living = ((_named(room, placed), there.get(room, ())) for room, placed in rooms)
    known: dict[int, Group] = {}
    found: list[Group] = []
    left: list[Named] = []
    for people, ids in chain(living, _of_no_room(strangers, there.get(NO_ROOM, ()), stored)):
        for one, stored_person in _matched(people, ids, stored):
            if stored_person is None:
                left.append(one)
            elif stored_person.id in known:
                known[stored_person.id].named.append(one)
            else:
                known[stored_person.id] = group = Group(stored_person, [one])
                found.append(group)
    return found + _elsewhere(left, known, stored)


def _named(room: int, placed: Placed) -> list[Named]:
    found: list[Named] = []
    for read in placed.reads:
        rows = read.source
        paired = len(rows) == len(read.people)
        found += [
            Named(room, person, rows[at] if paired else rows[0])
            for at, person in enumerate(read.people)
        ]
    return found


def _of_no_room(
    strangers: Sequence[ReadStranger], there: Sequence[int], stored: Stored
) -> Iterator[tuple[list[Named], Sequence[int]]]:
    """Put whoever belongs to no room beside those stored of one surname, as if in one room.

    There may be thousands; nobody of another surname is ever found to be the same.
    """
    known: dict[str, list[int]] = {}
    for person in there:
        said = stored.people_said.get(person)
        names = {stored.people[person].state.name, said.name if said else ""}
        for surname in {three_way.key_of_name(name)[:1] for name in names if name}:
            known.setdefault(surname, []).append(person)
    named: dict[str, list[Named]] = {}
    for one in strangers:
        surname = three_way.key_of_name(one.person.name)[:1]
        named.setdefault(surname, []).append(Named(NO_ROOM, one.person, one.source))
    for surname, people in named.items():
        yield people, known.get(surname, ())


def _people_by_room(stored: Stored) -> dict[int, list[int]]:
    """Return who belongs to a room (or to none) now, and who did by the last file."""
    there: dict[int, list[int]] = {}
    for person in stored.people.values():
        rooms = {room for room, _ in person.state.homes} or {NO_ROOM}
        if (said := stored.people_said.get(person.id)) is not None:
            rooms.update({room for room, _ in said.homes} or {NO_ROOM})
        for room in rooms:
            there.setdefault(room, []).append(person.id)
    return there


def _matched(
    people: Sequence[Named], ids: Sequence[int], stored: Stored
) -> list[tuple[Named, StoredPerson | None]]:
    """Match the people of one room, those who are still on the roster first."""
    if not ids:
        return [(one, None) for one in people]
    free = [_candidate(one, stored) for one in ids]
    free.sort(key=lambda one: not one.stored.state.active)
    found: dict[int, StoredPerson] = {}
    for fits in _WAYS:
        for at, one in enumerate(people):
            if at in found:
                continue
            fitting = next((each for each in free if fits(each, one.person)), None)
            if fitting is not None:
                found[at] = fitting.stored
                free.remove(fitting)
    return [(one, found.get(at)) for at, one in enumerate(people)]


def _candidate(person: int, stored: Stored) -> _Candidate:
    known, said = stored.people[person], stored.people_said.get(person)
    name, phones = known.state.name, known.state.phones
    if said is None or (said.name == name and said.phones == phones):
        return _Candidate(known, (name,), phones)
    return _Candidate(known, (name, said.name), (*phones, *said.phones))


def _elsewhere(left: Sequence[Named], known: dict[int, Group], stored: Stored) -> list[Group]:
    """Join whoever was not found in a room to somebody of the same name and number, or is new."""
    if not left:
        return []
    calls = _calls(left, known.values(), stored)
    fresh: list[Group] = []
    for one in left:
        mine = _calls_of(one.person.name, one.person.phones)
        met = next((calls[call] for call in mine if call in calls), None)
        if isinstance(met, StoredPerson):
            met = known.get(met.id) or Group(met)
        if met is None:
            met = Group(None)
        if not met.named:
            fresh.append(met)
            if met.stored is not None:
                known[met.stored.id] = met
        met.named.append(one)
        calls.update(dict.fromkeys(mine, met))
    return fresh


def _calls(
    left: Sequence[Named], known: Iterable[Group], stored: Stored
) -> dict[tuple[str, str], Group | StoredPerson]:
    """Return who is known by a name and a number; whoever was found in a room comes first."""
    calls: dict[tuple[str, str], Group | StoredPerson] = {}
    wanted = {phone for one in left for phone in one.person.phones} if stored.people else set()
    for person in stored.people.values():
        if person.state.active and not wanted.isdisjoint(person.state.phones):
            calls.update(dict.fromkeys(_calls_of(person.state.name, person.state.phones), person))
    for group in known:
        for one in group.named:
            calls.update(dict.fromkeys(_calls_of(one.person.name, one.person.phones), group))
    return calls


def _calls_of(name: str, phones: Sequence[str]) -> list[tuple[str, str]]:
    key = three_way.key_of_name(name)
    return [(key, phone) for phone in phones]
