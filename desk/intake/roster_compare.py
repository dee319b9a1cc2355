"""Holds a roster against what is stored: new, changed, the same, gone, and what is a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from desk.codes import Relation, Topic
from desk.community.roster.read import ReadStranger, RosterRead
from desk.intake import roster_gone, roster_people, roster_rooms, roster_state, three_way
from desk.intake.quiet import no_collector
from desk.intake.roster_asking import Asking, person_changes, room_changes
from desk.intake.roster_people import NO_ROOM, Group
from desk.intake.roster_plan import (
    Asked,
    Change,
    Field,
    Homes,
    NewPerson,
    NewRoom,
    PersonSaid,
    PersonState,
    RoomSaid,
    RoomState,
    RosterPlan,
    Touched,
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
            said = one.said
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
            theirs = group.said
            self._homes[group.stored.id] = {room for room, _ in theirs.homes}
            said = self._stored.people_said.get(group.stored.id)
            if said == theirs and group.stored.state.active:  # whatever the desk has made of it
                self._same[Topic.RESIDENTS] += 1
            else:
                self._person(group.stored, group, said, theirs)

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
        asking = Asking(Topic.ROOMS, room.id, room.label, room.label, source)
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
        changes = room_changes(mine, after)
        self._keep(asking, room.version, mine, after, said, says, changes)

    # --- people -----------------------------------------------------------------------------------
    def _person_new(self, group: Group) -> None:
        said, keys = group.said, _keys(group.name)
        self._new_people.append(
            NewPerson(
                said,
                tuple((room, relation or Relation.OWNER) for room, relation in said.homes),
                tuple(self._labels[room] for room, _ in said.homes),
                keys.pinyin,
                keys.initials,
                group.named[0].source,
            )
        )

    def _person(
        self, person: StoredPerson, group: Group, said: PersonSaid | None, theirs: PersonSaid
    ) -> None:
        base, mine, known = said or _NOBODY, person.state, said is not None
        first = group.named[0]
        asking = Asking(
            Topic.RESIDENTS, person.id, mine.name, self._labels[first.room], first.source
        )
        homes = self._decided_homes(base, mine, theirs, asking)
        after = PersonState(
            asking.decided(
                Field.NAME,
                theirs.name,
                three_way.name(base.name, mine.name, theirs.name, known=known),
            ),
            asking.decided(
                Field.PHONES,
                theirs.phones,
                three_way.phones(base.phones, mine.phones, theirs.phones, known=known),
            ),
            homes,
            asking.decided(
                Field.NOTE,
                theirs.note,
                three_way.text(base.note, mine.note, theirs.note, known=known),
            ),
            asking.decided(Field.ACTIVE, True, self._decided_active(person, said, theirs)),
        )
        was, there = dict(base.homes), dict(theirs.homes)
        elsewhere = [
            (room, relation)
            for room, relation in base.homes
            if room not in there and not self._covers(room)
        ]
        now = [(room, relation or was.get(room)) for room, relation in theirs.homes]
        says = PersonSaid(
            theirs.name,
            theirs.phones or base.phones,
            (*elsewhere, *now),
            theirs.note or base.note,
        )
        changes = person_changes(mine, after, self._labels)
        self._keep(asking, person.version, mine, after, said, says, changes)

    def _decided_active(
        self, person: StoredPerson, said: PersonSaid | None, theirs: PersonSaid
    ) -> Met:
        """Somebody the desk took off stays off while the file says what it said before."""
        if person.state.active:
            return Met(True, asked=False)
        if (Topic.RESIDENTS.value, person.id) in self._stored.retired:
            return Met(True, asked=False)
        as_before = said is not None and dict(theirs.homes).keys() <= dict(said.homes).keys()
        return Met(False, asked=not as_before)

    def _decided_homes(
        self, base: PersonSaid, mine: PersonState, theirs: PersonSaid, asking: Asking
    ) -> Homes:
        was, here = dict(base.homes), dict(mine.homes)
        for room, relation in theirs.homes:
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
        asking: Asking,
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
