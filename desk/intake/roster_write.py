"""Writes what becomes of stored rooms and people, many at once, each with its entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from desk.codes import Relation, RoomKind, Topic
from desk.intake.roster_plan import Homes, PersonState, RoomState
from desk.language.pinyin import name_keys
from desk.models import bulk
from desk.models.database import Write
from desk.models.journal import NewStep
from desk.refusals import Refusal


class RoomWritten(NamedTuple):
    """A room whose version is still what somebody compared, as it is and as it becomes."""

    subject: int
    version: int
    before: RoomState
    after: RoomState


class PersonWritten(NamedTuple):
    """A person whose version is still what somebody compared, as they are and become."""

    subject: int
    version: int
    before: PersonState
    after: PersonState


def change_rooms(
    write: Write, rows: Sequence[RoomWritten], action: str, detail: Mapping[str, int] | None = None
) -> None:
    """Change rooms; their versions rise by one.

    Raises:
        Refusal: ``import.stale`` when one of them is not what it was.
    """
    statement = (
        "UPDATE room SET version = version + 1, kind = ?, area_m2 = ?, moved_in = ?, note = ?,"
        " active = ? WHERE id = ? AND version = ?"
    )
    met = bulk.change(
        write.database, statement, ((*one.after, one.subject, one.version) for one in rows)
    )
    if met != len(rows):
        raise Refusal("import.stale")
    write.log_many([_step(Topic.ROOMS, one, action, detail) for one in rows])


def change_people(
    write: Write,
    rows: Sequence[PersonWritten],
    action: str,
    detail: Mapping[str, int] | None = None,
) -> None:
    """Change people with their numbers and homes; their versions rise by one.

    Raises:
        Refusal: ``import.stale`` when one of them is not who they were.
    """
    statement = (
        "UPDATE resident SET version = version + 1, name = ?, pinyin = ?, initials = ?, note = ?,"
        " active = ? WHERE id = ? AND version = ?"
    )
    changed = []
    for one in rows:
        keys = name_keys(one.after.name)
        values = (one.after.name, keys.pinyin, keys.initials, one.after.note, one.after.active)
        changed.append((*values, one.subject, one.version))
    if bulk.change(write.database, statement, changed) != len(rows):
        raise Refusal("import.stale")
    calls = [one for one in rows if one.before.phones != one.after.phones]
    bulk.delete(write.database, "phone", "resident_id", [one.subject for one in calls])
    put_phones(write, ((one.subject, one.after.phones) for one in calls))
    moved = [one for one in rows if one.before.homes != one.after.homes]
    bulk.delete(write.database, "occupancy", "resident_id", [one.subject for one in moved])
    put_homes(write, ((one.subject, one.after.homes) for one in moved))
    write.log_many([_step(Topic.RESIDENTS, one, action, detail) for one in rows])


def put_phones(write: Write, people: Iterable[tuple[int, tuple[str, ...]]]) -> None:
    """Write the numbers of people who have none."""
    rows = (
        (person, number, position)
        for person, numbers in people
        for position, number in enumerate(numbers)
    )
    bulk.insert(write.database, "phone", ("resident_id", "number", "position"), rows)


def put_homes(write: Write, people: Iterable[tuple[int, Homes]]) -> None:
    """Write the homes of people who have none."""
    rows = ((room, person, relation.value) for person, homes in people for room, relation in homes)
    bulk.insert(write.database, "occupancy", ("room_id", "resident_id", "relation"), rows)


def rooms_now(write: Write, ids: Sequence[int]) -> dict[int, RoomState]:
    """Return rooms as they are."""
    query = "SELECT id, kind, area_m2, moved_in, note, active FROM room WHERE id IN ({ids})"
    return {
        row: RoomState(RoomKind(kind), area, moved_in, note, bool(active))
        for row, kind, area, moved_in, note, active in bulk.matching(write.database, query, ids)
    }


def people_now(write: Write, ids: Sequence[int]) -> dict[int, PersonState]:
    """Return people as they are."""
    phones: dict[int, tuple[str, ...]] = {}
    query = (
        "SELECT resident_id, number FROM phone WHERE resident_id IN ({ids})"
        " ORDER BY resident_id, position"
    )
    for person, number in bulk.matching(write.database, query, ids):
        phones[person] = (*phones.get(person, ()), number)
    homes: dict[int, Homes] = {}
    query = "SELECT resident_id, room_id, relation FROM occupancy WHERE resident_id IN ({ids})"
    for person, room, relation in bulk.matching(write.database, query + " ORDER BY id", ids):
        homes[person] = (*homes.get(person, ()), (room, Relation(relation)))
    query = "SELECT id, name, note, active FROM resident WHERE id IN ({ids})"
    return {
        row: PersonState(name, phones.get(row, ()), homes.get(row, ()), note, bool(active))
        for row, name, note, active in bulk.matching(write.database, query, ids)
    }


def rooms_there(write: Write, ids: Iterable[int]) -> set[int]:
    """Return which of some rooms are there."""
    query = "SELECT id FROM room WHERE id IN ({ids})"
    return {row[0] for row in bulk.matching(write.database, query, ids)}


def _step(
    topic: Topic, one: RoomWritten | PersonWritten, action: str, detail: Mapping[str, int] | None
) -> NewStep:
    text = {"before": _said(one.before), "after": _said(one.after)}
    return NewStep(topic, one.subject, action, detail, text)


def _said(state: RoomState | PersonState) -> dict[str, object]:
    """Return a state as the journal holds it: it takes no number that is not whole."""
    document = state._asdict()
    if isinstance(state, RoomState):
        area = state.area_m2
        document["area_m2"] = "" if area is None else f"{area:g}"
    return document
