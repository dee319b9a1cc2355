"""Writes a roster that was compared: all of it in the transaction it is handed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from desk.codes import Topic
from desk.intake import record, roster_decided, roster_write
from desk.intake.origin import Origin
from desk.intake.quiet import no_collector
from desk.intake.record import Entry, Imported, as_json
from desk.intake.roster_decided import PersonDecided, RoomDecided
from desk.intake.roster_plan import (
    Decisions,
    Homes,
    PersonSaid,
    RoomSaid,
    RosterPlan,
)
from desk.intake.roster_stale import refuse_stale
from desk.intake.roster_write import PersonWritten, RoomWritten
from desk.models import bulk, sql
from desk.models.database import Write

_ROOM = (
    "id",
    "version",
    "community_id",
    "active",
    "building",
    "unit",
    "number",
    "label",
    "kind",
    "note",
    "area_m2",
    "moved_in",
)
_PERSON = ("id", "version", "community_id", "name", "pinyin", "initials", "note", "active")


def publish(
    write: Write, community: int, plan: RosterPlan, decisions: Decisions, origin: Origin
) -> Imported:
    """Write what a roster changes, with the decisions about what was a question.

    Raises:
        Refusal: ``import.stale`` when somebody has worked on the same rooms or people since they
            were compared: compare again.
    """
    with no_collector():
        refuse_stale(write, community, plan)
        return _Publishing(write, community, plan, decisions).run(origin)


class _Publishing:
    """One roster on its way into the database."""

    def __init__(
        self, write: Write, community: int, plan: RosterPlan, decisions: Decisions
    ) -> None:
        self._write = write
        self._database = write.database
        self._community = community
        self._plan = plan
        self._decisions = decisions
        self._rooms: Sequence[int] = ()

    def run(self, origin: Origin) -> Imported:
        imported = record.begin(self._write, self._community, record.ROSTER, origin)
        self._add_rooms(imported)
        self._add_people(imported)
        people = self._change_people(imported)
        gone, blocked = self._rooms_gone()
        rooms = self._change_rooms(imported, gone)
        self._write.topics.update((Topic.ROOMS, Topic.RESIDENTS))
        counts = {
            "rooms_added": len(self._plan.rooms_new),
            **_counted("rooms", rooms),
            "rooms_kept": blocked,
            "people_added": len(self._plan.people_new),
            **_counted("people", people),
        }
        return record.end(self._write, imported, counts)

    # --- what is new ------------------------------------------------------------------------------
    def _add_rooms(self, imported: int) -> None:
        new = self._plan.rooms_new
        self._rooms = bulk.new_ids(self._database, "room", len(new), above=self._last(Topic.ROOMS))
        rows = (
            (
                row,
                1,
                self._community,
                True,
                one.building,
                one.unit,
                one.number,
                one.label,
                one.kind.value,
                one.note,
                one.area_m2,
                one.moved_in,
            )
            for row, one in zip(self._rooms, new, strict=True)
        )
        bulk.insert(self._database, "room", _ROOM, rows)
        entries = (
            Entry(Topic.ROOMS, row, record.ADDED, 1, one.source, None, as_json(one.said._asdict()))
            for row, one in zip(self._rooms, new, strict=True)
        )
        record.put(self._write, imported, entries)

    def _add_people(self, imported: int) -> None:
        new = self._plan.people_new
        above = self._last(Topic.RESIDENTS)
        ids = bulk.new_ids(self._database, "resident", len(new), above=above)
        people = list(zip(ids, new, strict=True))
        rows = (
            (row, 1, self._community, one.name, one.pinyin, one.initials, one.note, True)
            for row, one in people
        )
        bulk.insert(self._database, "resident", _PERSON, rows)
        roster_write.put_phones(self._write, ((row, one.phones) for row, one in people))
        roster_write.put_homes(self._write, ((row, self._placed(one.homes)) for row, one in people))
        entries = (
            Entry(Topic.RESIDENTS, row, record.ADDED, 1, one.source, None, self._said(one.said))
            for row, one in people
        )
        record.put(self._write, imported, entries)

    def _last(self, topic: Topic) -> int:
        """Return the last id the journal knows, so that no new row inherits a history."""
        query = "SELECT coalesce(max(subject), 0) FROM journal_entry WHERE topic = ?"
        return int(sql.rows(self._database, query, (topic.value,))[0][0])

    def _placed(self, homes: Homes) -> Homes:
        """Return homes with the ids of the rooms that were only being made."""
        return tuple((self._room(room), relation) for room, relation in homes)

    def _room(self, room: int) -> int:
        return room if room > 0 else self._rooms[-room - 1]

    def _said(self, said: RoomSaid | PersonSaid) -> str:
        if isinstance(said, RoomSaid):
            return as_json(said._asdict())
        homes = [(self._room(room), relation) for room, relation in said.homes]
        return as_json({**said._asdict(), "homes": homes})

    # --- what was there ---------------------------------------------------------------------------
    def _change_people(self, imported: int) -> list[PersonDecided]:
        people = roster_decided.people(self._plan, self._decisions)
        for did, action in (
            (record.CHANGED, "resident.imported"),
            (record.RETIRED, "resident.retired"),
        ):
            written = [
                PersonWritten(
                    one.subject,
                    one.version,
                    one.before,
                    one.after._replace(homes=self._placed(one.after.homes)),
                )
                for one in people
                if one.did == did
            ]
            roster_write.change_people(self._write, written, action, {"import": imported})
        entries = (self._entry(Topic.RESIDENTS, one) for one in people)
        record.put(self._write, imported, entries)
        return people

    def _change_rooms(self, imported: int, gone: Sequence[RoomDecided]) -> list[RoomDecided]:
        rooms = [*roster_decided.rooms(self._plan, self._decisions), *gone]
        for did, action in ((record.CHANGED, "room.imported"), (record.RETIRED, "room.retired")):
            written = [
                RoomWritten(one.subject, one.version, one.before, one.after)
                for one in rooms
                if one.did == did
            ]
            roster_write.change_rooms(self._write, written, action, {"import": imported})
        record.put(self._write, imported, (self._entry(Topic.ROOMS, one) for one in rooms))
        return rooms

    def _rooms_gone(self) -> tuple[list[RoomDecided], int]:
        """Return the rooms that go, and how many stay for their tickets or whoever lives there."""
        wanted = roster_decided.rooms_gone(self._plan, self._decisions)
        ids = [one.subject for one in wanted]
        tickets = "SELECT DISTINCT room_id FROM ticket WHERE room_id IN ({ids})"
        lived_in = (
            "SELECT DISTINCT o.room_id FROM occupancy o JOIN resident r ON r.id = o.resident_id"
            " WHERE o.room_id IN ({ids}) AND r.active"
        )
        found = (bulk.matching(self._database, query, ids) for query in (tickets, lived_in))
        blocked = {row[0] for row in chain.from_iterable(found)}
        return [one for one in wanted if one.subject not in blocked], len(blocked)

    def _entry(self, topic: Topic, one: RoomDecided | PersonDecided) -> Entry:
        did = one.did
        seen = did == record.SEEN
        return Entry(
            topic,
            one.subject,
            did,
            one.version if seen else one.version + 1,
            one.source,
            None if seen else as_json(one.before._asdict()),
            None if one.said is None else self._said(one.said),
        )


def _counted(name: str, rows: Sequence[RoomDecided | PersonDecided]) -> dict[str, int]:
    done = [one.did for one in rows]
    return {f"{name}_{did}": done.count(did) for did in (record.CHANGED, record.RETIRED)}
