"""What an import did, or what stayed of it: how many rows, and what the first ones are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from peewee import fn

from desk.codes import Topic
from desk.intake import record
from desk.intake.undone import Kept
from desk.models.tables import Article, ImportedRow, Occupancy, Resident, Room, Ticket

#: So many rows of a group are named.
NAMED = 12


@dataclass(frozen=True)
class Group:
    """Rows of one topic with which the same happened.

    Attributes:
        topic: what they are.
        what: ``added``, ``changed`` or ``retired``; of what stayed the code of why.
        count: how many there are.
        names: what the first ones are called: a room, a person with the room, a ticket's number.
    """

    topic: Topic
    what: str
    count: int
    names: tuple[str, ...]


def of_import(imported: int) -> list[Group]:
    """Return what an import did; after it was taken back, what is left of that."""
    query = (
        ImportedRow.select(ImportedRow.topic, ImportedRow.did, fn.COUNT(ImportedRow.id))
        .where((ImportedRow.imported == imported) & (ImportedRow.did != record.SEEN))
        .group_by(ImportedRow.topic, ImportedRow.did)
    )
    found = []
    for topic, did, count in query.tuples().execute():
        first = (
            ImportedRow.select(ImportedRow.subject)
            .where(
                (ImportedRow.imported == imported)
                & (ImportedRow.topic == topic)
                & (ImportedRow.did == did)
            )
            .order_by(ImportedRow.id)
            .limit(NAMED)
        )
        subjects = [row for (row,) in first.tuples().execute()]
        found.append(Group(Topic(topic), did, int(count), _names(Topic(topic), subjects)))
    return sorted(found, key=lambda one: (_ORDER.index(one.topic), one.what))


def of_kept(kept: Iterable[Kept]) -> list[Group]:
    """Return what stayed when an import was taken back, by why."""
    groups: dict[tuple[Topic, str], list[int]] = {}
    for one in kept:
        groups.setdefault((one.topic, one.why), []).append(one.subject)
    return [
        Group(topic, why, len(subjects), _names(topic, subjects[:NAMED]))
        for (topic, why), subjects in groups.items()
    ]


def _names(topic: Topic, subjects: Sequence[int]) -> tuple[str, ...]:
    """Name rows that are still stored, in the given order."""
    names = _NAMES[topic](subjects) if topic in _NAMES else {}
    return tuple(names[one] for one in subjects if one in names)


def _rooms(ids: Sequence[int]) -> Mapping[int, str]:
    return dict(Room.select(Room.id, Room.label).where(Room.id.in_(ids)).tuples().execute())


def _people(ids: Sequence[int]) -> Mapping[int, str]:
    names = dict(
        Resident.select(Resident.id, Resident.name).where(Resident.id.in_(ids)).tuples().execute()
    )
    homes: dict[int, str] = {}
    query = (
        Occupancy.select(Occupancy.resident, Room.label)
        .join(Room)
        .where(Occupancy.resident.in_(ids))
        .order_by(Occupancy.id)
    )
    for person, label in query.tuples().execute():
        homes.setdefault(person, label)
    return {one: f"{homes[one]} {name}" if one in homes else name for one, name in names.items()}


def _tickets(ids: Sequence[int]) -> Mapping[int, str]:
    query = Ticket.select(Ticket.id, Ticket.number, Ticket.source_number, Ticket.place)
    rows = query.where(Ticket.id.in_(ids)).tuples().execute()
    return {one: f"{source or number} {place}".strip() for one, number, source, place in rows}


def _articles(ids: Sequence[int]) -> Mapping[int, str]:
    query = Article.select(Article.id, Article.question).where(Article.id.in_(ids))
    return dict(query.tuples().execute())


_NAMES: Mapping[Topic, Callable[[Sequence[int]], Mapping[int, str]]] = {
    Topic.ROOMS: _rooms,
    Topic.RESIDENTS: _people,
    Topic.TICKETS: _tickets,
    Topic.ARTICLES: _articles,
}
_ORDER = (Topic.ROOMS, Topic.RESIDENTS, Topic.TICKETS, Topic.ARTICLES, *Topic)
