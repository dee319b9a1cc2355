"""Holds a roster against what is stored: new, changed, the same, gone, and what is a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from desk.codes import Relation, Topic
from desk.community.roster.read import ReadRoom, ReadStranger, RosterRead
from desk.intake import roster_gone, roster_people, roster_rooms, roster_state, three_way
from desk.intake.quiet import no_collector
from desk.intake.roster_people import NO_ROOM, Group
from desk.intake.roster_plan import (
    Asked,
    Change,
    Field,
    Homes,
    Key,
    NewPerson,
    NewRoom,
    PersonSaid,
    PersonState,
    RoomSaid,
    RoomState,
    RosterPlan,
    Touched,
    Value,
)
from desk.intake.roster_rooms import Placed
from desk.intake.roster_state import Stored, StoredPerson, StoredRoom
from desk.intake.three_way import Met
from desk.language.pinyin import name_keys
from desk.sheets.book import Progress
from desk.sheets.findings import Place

_NOBODY = PersonSaid("", (), (), "")
#: So many rooms and people make it worth telling how far it is.
_TOLD = 1_000
_keys = lru_cache(maxsize=100_000)(name_keys)


def compare(community: int, read: RosterRead, progress: Progress | None = None) -> RosterPlan:
    """Return what a roster would change of a community; nothing is written.

    Args:
        community: an id.
        read: the roster.
        progress: hears how many rooms and people of how many are held against what is stored;
            what it raises ends the comparison.
    """
    with no_collector():
        stored = roster_state.read(community)
        placed = roster_rooms.place(read.rooms, stored.rooms.values())
        comparing = _Comparing(stored, placed, read.strangers, progress)
        comparing.rooms()
        comparing.people()
        return comparing.plan()


class _Comparing:
    """One comparison on its way."""

    def __init__(
        self,
        stored: Stored,
        placed: Sequence[Placed],
        strangers: Sequence[ReadStranger],
        progress: Progress | None,
    ) -> None:
        self._progress = progress
        living = sum(len(one.people) for room in placed for one in room.reads)
        self._all = len(placed) + living + len(strangers)
        self._done = 0
        self._strangers = strangers
        self._names_people = bool(living or strangers)
        self._stored = stored
        self._placed = placed
        self._labels: dict[int, str] = {NO_ROOM: ""}
        self._refs: list[int] = []
        self._new_rooms: list[NewRoom] = []
        self._new_people: list[NewPerson] = []
        self._touched: list[Touched] = []
        self._asked: list[Asked] = []
        self._same = {Topic.ROOMS: 0, Topic.RESIDENTS: 0}
        self._homes: dict[int, Collection[int]] = {}
        self._houses = roster_rooms.houses(placed)

    def plan(self) -> RosterPlan:
        named = {ref for ref in self._refs if ref > 0}
        homes = self._homes if self._names_people else None
        rooms_gone, people_gone, left = roster_gone.find(self._stored, self._houses, named, homes)
        return RosterPlan(
            self._new_rooms,
            self._new_people,
            self._touched,
            rooms_gone,
            people_gone,
            self._asked,
            self._same[Topic.ROOMS],
            self._same[Topic.RESIDENTS],
            self._stored.seen,
            left,
        )

    def rooms(self) -> None:
        for one in self._placed:
            self._step(1)
            said = _said(one.reads)
            if one.stored is not None:
                self._refs.append(one.stored.id)
                self._room(one.stored, said, one.read.source[0])
            else:
                self._new_rooms.append(
                    NewRoom(
                        one.label,
                        one.building,
                        one.unit,
                        one.number,
                        said,
                        one.read.source[0],
                    )
                )
                self._refs.append(-len(self._new_rooms))
            self._labels[self._refs[-1]] = one.label

    def people(self) -> None:
        rooms = zip(self._refs, self._placed, strict=True)
        for group in roster_people.groups(rooms, self._strangers, self._stored):
            self._step(len(group.named))
            if group.stored is None:
                self._person_new(group)
                continue
            homes = group.homes
            self._homes[group.stored.id] = homes.keys()
            if self._is_as_before(group.stored, group, homes):
                self._same[Topic.RESIDENTS] += 1
            else:
                self._person(group.stored, group)

    def _step(self, count: int) -> None:
        before, self._done = self._done, self._done + count
        if self._progress is not None and self._done // _TOLD > before // _TOLD:
            self._progress(self._done, self._all)

    # --- rooms ------------------------------------------------------------------------------------
    def _room(self, room: StoredRoom, theirs: RoomSaid, source: Place) -> None:
        said = self._stored.rooms_said.get(room.id)
        if said == theirs and room.state.active:  # whatever the desk has made of it since
            self._same[Topic.ROOMS] += 1
            return
        known, mine = said is not None, room.state
        base = said or RoomSaid(theirs.kind, None, "", "")
        asking = _Asking(Topic.ROOMS, room.id, room.label, room.label, source)
        there = (Topic.ROOMS.value, room.id) in self._stored.retired or mine.active
        after = RoomState(
            asking.decided(
                Field.KIND,
                theirs.kind,
                three_way.code(said.kind if said else None, mine.kind, theirs.kind),
            ),
            asking.decided(
                Field.AREA,
                theirs.area_m2,
                three_way.area(base.area_m2, mine.area_m2, theirs.area_m2, known=known),
            ),
            asking.decided(
                Field.MOVED_IN,
                theirs.moved_in,
                three_way.text(base.moved_in, mine.moved_in, theirs.moved_in, known=known),
            ),
            asking.decided(
                Field.NOTE,
                theirs.note,
                three_way.text(base.note, mine.note, theirs.note, known=known),
            ),
            asking.decided(Field.ACTIVE, True, Met(there, asked=not there)),
        )
        says = RoomSaid(
            theirs.kind,
            base.area_m2 if theirs.area_m2 is None else theirs.area_m2,
            theirs.moved_in or base.moved_in,
            theirs.note or base.note,
        )
        changes = tuple(
            Change(Field(name), was, becomes)
            for name, was, becomes in zip(RoomState._fields, mine, after, strict=True)
            if was != becomes
        )
        self._keep(asking, room.version, mine, after, said, says, changes)

    # --- people -----------------------------------------------------------------------------------
    def _person_new(self, group: Group) -> None:
        keys = _keys(group.name)
        homes = group.homes
        self._new_people.append(
            NewPerson(
                PersonSaid(group.name, group.phones, tuple(homes.items()), group.note),
                tuple((room, relation or Relation.OWNER) for room, relation in homes.items()),
                tuple(self._labels[room] for room in homes),
                keys.pinyin,
                keys.initials,
                group.named[0].source,
            )
        )

    def _is_as_before(
        self, person: StoredPerson, group: Group, homes: dict[int, Relation | None]
    ) -> bool:
        """Tell whether the file says what the last one said, whatever the desk has made of it."""
        said = self._stored.people_said.get(person.id)
        if said is None or not person.state.active:
            return False
        return (
            said.name == group.name
            and said.phones == group.phones
            and said.homes == tuple(homes.items())
            and said.note == group.note
        )

    def _person(self, person: StoredPerson, group: Group) -> None:
        said = self._stored.people_said.get(person.id)
        base, mine, known = said or _NOBODY, person.state, said is not None
        first = group.named[0]
        asking = _Asking(
            Topic.RESIDENTS, person.id, mine.name, self._labels[first.room], first.source
        )
        phones = group.phones
        homes = self._decided_homes(base, mine, group, asking)
        after = PersonState(
            asking.decided(
                Field.NAME,
                group.name,
                three_way.name(base.name, mine.name, group.name, known=known),
            ),
            asking.decided(
                Field.PHONES,
                phones,
                three_way.phones(base.phones, mine.phones, phones, known=known),
            ),
            homes,
            asking.decided(
                Field.NOTE,
                group.note,
                three_way.text(base.note, mine.note, group.note, known=known),
            ),
            asking.decided(Field.ACTIVE, True, self._decided_active(person, group, said)),
        )
        elsewhere = {
            room: relation
            for room, relation in base.homes
            if room not in group.homes and not self._covers(room)
        }
        now = {
            room: relation or dict(base.homes).get(room) for room, relation in group.homes.items()
        }
        says = PersonSaid(
            group.name,
            phones or base.phones,
            tuple({**elsewhere, **now}.items()),
            group.note or base.note,
        )
        changes = _person_changes(mine, after, self._labels)
        self._keep(asking, person.version, mine, after, said, says, changes)

    def _decided_active(self, person: StoredPerson, group: Group, said: PersonSaid | None) -> Met:
        """Somebody the desk took off stays off while the file says what it said before."""
        if person.state.active:
            return Met(True, asked=False)
        if (Topic.RESIDENTS.value, person.id) in self._stored.retired:
            return Met(True, asked=False)
        as_before = said is not None and set(group.homes) <= {room for room, _ in said.homes}
        return Met(False, asked=not as_before)

    def _decided_homes(
        self, base: PersonSaid, mine: PersonState, group: Group, asking: _Asking
    ) -> Homes:
        was, here = dict(base.homes), dict(mine.homes)
        for room, relation in group.homes.items():
            if room in here:
                met = three_way.code(was.get(room), here[room], relation)
                decided = asking.decided(
                    Field.RELATION, relation, met, room=room, label=self._labels[room]
                )
                here[room] = Relation(decided)
            elif room not in was:  # else the desk has taken the home away since
                here[room] = relation or Relation.OWNER
        return tuple(here.items())

    def _covers(self, room: int) -> bool:
        stored = self._stored.rooms.get(room)
        return stored is None or roster_rooms.house_of(stored) in self._houses

    # --- both -------------------------------------------------------------------------------------
    def _keep(
        self,
        asking: _Asking,
        version: int,
        before: RoomState | PersonState,
        after: RoomState | PersonState,
        said: RoomSaid | PersonSaid | None,
        says: RoomSaid | PersonSaid,
        changes: tuple[Change, ...],
    ) -> None:
        if not changes:
            self._same[asking.topic] += 1
            if says == said and not asking.asked:
                return
        self._asked += asking.asked
        self._touched.append(
            Touched(
                asking.topic,
                asking.subject,
                version,
                asking.name,
                asking.room,
                before,
                after,
                says,
                changes,
                asking.source,
            )
        )


class _Asking:
    """The questions about one stored row."""

    def __init__(self, topic: Topic, subject: int, name: str, room: str, source: Place) -> None:
        self.topic, self.subject, self.name, self.room = topic, subject, name, room
        self.source = source
        self.asked: list[Asked] = []

    def decided(
        self, field: Field, theirs: Value, met: Met, *, room: int = 0, label: str = ""
    ) -> Any:  # noqa: ANN401 - as the field is
        """Return what a field becomes, and note the question where it is one."""
        if met.asked:
            key = Key(self.topic, self.subject, field, room)
            mine = met.value
            self.asked.append(Asked(key, self.name, label or self.room, mine, theirs, self.source))
        return met.value


def _said(reads: Sequence[ReadRoom]) -> RoomSaid:
    """Return what a file says of a room in all of its rows."""
    if len(reads) == 1:
        return RoomSaid(reads[0].kind, reads[0].area_m2, reads[0].moved_in, reads[0].note)
    return RoomSaid(
        reads[0].kind,
        next((one.area_m2 for one in reads if one.area_m2 is not None), None),
        next((one.moved_in for one in reads if one.moved_in), ""),
        "; ".join(dict.fromkeys(one.note for one in reads if one.note)),
    )


def _person_changes(
    mine: PersonState, after: PersonState, labels: dict[int, str]
) -> tuple[Change, ...]:
    found: list[Change] = []
    if mine.name != after.name:
        found.append(Change(Field.NAME, mine.name, after.name))
    if mine.phones != after.phones:
        found.append(Change(Field.PHONES, mine.phones, after.phones))
    if mine.note != after.note:
        found.append(Change(Field.NOTE, mine.note, after.note))
    if mine.active != after.active:
        found.append(Change(Field.ACTIVE, mine.active, after.active))
    here = dict(mine.homes)
    for room, relation in after.homes:
        if room not in here:
            found.append(Change(Field.HOME, "", relation, labels[room]))
        elif here[room] != relation:
            found.append(Change(Field.RELATION, here[room], relation, labels[room]))
    return tuple(found)
