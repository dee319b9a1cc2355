"""Takes a roster back: what it added goes, what it changed is as it was, as far as nobody came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desk.codes import Topic
from desk.intake import record, roster_write
from desk.intake.roster_plan import PersonState, RoomState
from desk.intake.roster_write import PersonWritten, RoomWritten
from desk.intake.undone import (
    KEPT_CALL,
    KEPT_CHANGED,
    KEPT_LATER,
    KEPT_LIVED_IN,
    KEPT_TICKET,
    Kept,
    Undone,
    as_if_never,
)
from desk.models import bulk, sql
from desk.models.database import Write

_TABLES = {Topic.ROOMS: "room", Topic.RESIDENTS: "resident"}


class _Row(NamedTuple):
    """A row of the import, and what has happened to its subject since."""

    id: int
    subject: int
    did: str
    version: int
    before: str | dict[str, Any] | None
    now: int | None
    ticket: bool
    call: bool
    later: bool
    worked: bool


@dataclass
class _Sorted:
    """The rows of one topic by what becomes of them."""

    delete: list[_Row] = field(default_factory=list)
    restore: list[_Row] = field(default_factory=list)
    forget: list[_Row] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)


def undo(write: Write, imported: int, entry: int) -> Undone:
    """Take back what an import did to rooms and people; see ``undone.Undo``."""
    removed: Counter[str] = Counter()
    people = _sorted(_rows(write, imported, entry, Topic.RESIDENTS), Topic.RESIDENTS)
    _restore(write, imported, people.restore, Topic.RESIDENTS)
    _delete(write, people.delete, Topic.RESIDENTS)
    rooms = _sorted(_rows(write, imported, entry, Topic.ROOMS), Topic.ROOMS)
    _keep_lived_in(write, rooms)
    _restore(write, imported, rooms.restore, Topic.ROOMS)
    _delete(write, rooms.delete, Topic.ROOMS)
    for name, one in (("rooms", rooms), ("people", people)):
        removed[name] = len(one.delete)
        removed[f"{name}_restored"] = len(one.restore)
        rows = [row.id for row in (*one.delete, *one.restore, *one.forget)]
        bulk.delete(write.database, "imported_row", "id", rows)
    write.topics.update((Topic.ROOMS, Topic.RESIDENTS))
    return Undone(dict(removed), (*rooms.kept, *people.kept))


def _rows(write: Write, imported: int, entry: int, topic: Topic) -> list[_Row]:
    table = _TABLES[topic]
    query = (
        f"SELECT r.id, r.subject, r.did, r.version, r.before, s.version,"
        f" EXISTS (SELECT 1 FROM ticket t WHERE t.{table}_id = r.subject),"
        f" EXISTS (SELECT 1 FROM call c WHERE c.{table}_id = r.subject),"
        " EXISTS (SELECT 1 FROM imported_row l WHERE l.topic = r.topic"
        "  AND l.subject = r.subject AND l.imported_id > r.imported_id),"
        " EXISTS (SELECT 1 FROM journal_entry j WHERE j.topic = r.topic"
        f"  AND j.subject = r.subject AND j.id > ? AND j.action NOT IN ({_by_imports(topic)}))"
        f" FROM imported_row r LEFT JOIN {table} s ON s.id = r.subject"
        " WHERE r.imported_id = ? AND r.topic = ? ORDER BY r.id"
    )
    rows = sql.rows(write.database, query, (entry, imported, topic.value))
    return [_Row(*row) for row in rows]


def _by_imports(topic: Topic) -> str:
    """Return what imports, and taking them back, write in the journal of a row.

    The desk retires people by the same word; that is known by the version.
    """
    return ", ".join(f"'{topic}.{did}'" for did in ("imported", "retired", "put_back"))


def _sorted(rows: Sequence[_Row], topic: Topic) -> _Sorted:
    found = _Sorted()
    for row in rows:
        if row.now is None or row.did == record.SEEN:
            found.forget.append(row)
        elif why := _why_kept(row):
            found.kept.append(Kept(topic, row.subject, why))
        elif row.did == record.ADDED:
            found.delete.append(row)
        elif row.before:
            found.restore.append(row)
        else:  # its words were erased: what it was is not known any more
            found.kept.append(Kept(topic, row.subject, KEPT_CHANGED))
    return found


def _why_kept(row: _Row) -> str:
    if row.later:
        return KEPT_LATER
    if row.version != row.now or row.worked:
        return KEPT_CHANGED
    if row.did == record.ADDED and row.ticket:
        return KEPT_TICKET
    if row.did == record.ADDED and row.call:
        return KEPT_CALL
    return ""


def _keep_lived_in(write: Write, rooms: _Sorted) -> None:
    """Keep new rooms to which somebody belongs who stays."""
    query = "SELECT DISTINCT room_id FROM occupancy WHERE room_id IN ({ids})"
    wanted = [row.subject for row in rooms.delete]
    lived_in = {row[0] for row in bulk.matching(write.database, query, wanted)}
    rooms.kept += [Kept(Topic.ROOMS, one, KEPT_LIVED_IN) for one in wanted if one in lived_in]
    rooms.delete = [row for row in rooms.delete if row.subject not in lived_in]


def _delete(write: Write, rows: Sequence[_Row], topic: Topic) -> None:
    subjects = [row.subject for row in rows]
    if topic is Topic.RESIDENTS:
        bulk.delete(write.database, "phone", "resident_id", subjects)
        bulk.delete(write.database, "occupancy", "resident_id", subjects)
    bulk.delete(write.database, _TABLES[topic], "id", subjects)


def _restore(write: Write, imported: int, rows: Sequence[_Row], topic: Topic) -> None:
    """Let rows be as they were; for the imports before this one nothing has happened to them."""
    subjects = [row.subject for row in rows]
    as_if_never(write, imported, topic, subjects)
    if topic is Topic.ROOMS:
        rooms = roster_write.rooms_now(write, subjects)
        places = [
            RoomWritten(row.subject, row.version, rooms[row.subject], RoomState.of(_before(row)))
            for row in rows
        ]
        roster_write.change_rooms(write, places, "room.put_back")
        return
    people = roster_write.people_now(write, subjects)
    states = [PersonState.of(_before(row)) for row in rows]
    there = roster_write.rooms_there(write, {room for one in states for room, _ in one.homes})
    written = [
        PersonWritten(
            row.subject,
            row.version,
            people[row.subject],
            state._replace(homes=tuple(home for home in state.homes if home[0] in there)),
        )
        for row, state in zip(rows, states, strict=True)
    ]
    roster_write.change_people(write, written, "resident.put_back")


def _before(row: _Row) -> dict[str, Any]:
    return dict(sql.document(row.before) or {})
