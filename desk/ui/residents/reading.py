"""One household with all that is shown of it, read off the main thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from peewee import Database

from desk.calls import card
from desk.calls.card import HouseholdCard
from desk.centre import revisions
from desk.centre.revisions import Revision
from desk.codes import RoomKind, Topic
from desk.community import ties
from desk.community.ties import OtherHome, Sharer
from desk.intake import origins
from desk.intake.origins import RowStep
from desk.models.tables import Room

#: So many steps are shown; the journal keeps them all.
_RECENT = 30


@dataclass(frozen=True)
class Household:
    """A room (or a person without one) and everybody who belongs to it.

    Attributes:
        card: people, notes, tickets.
        kind: of the room, None for a person without one.
        homes: the other rooms of each person.
        sharers: who else has a number, by person and number.
        revisions: what happened to room and people, the newest first.
        names: what each subject of a revision is called.
        labels: the rooms that revisions name.
        area_m2, moved_in: of the room; None and '' where they are not known.
        imported: what imports did to room and people, the newest first.
    """

    card: HouseholdCard
    kind: RoomKind | None
    homes: Mapping[int, list[OtherHome]]
    sharers: Mapping[int, Mapping[str, list[Sharer]]]
    revisions: tuple[Revision, ...]
    names: Mapping[tuple[Topic, int], str]
    labels: Mapping[int, str]
    area_m2: float | None = None
    moved_in: str = ""
    imported: tuple[RowStep, ...] = ()


def read(
    database: Database, now: datetime, *, room: int | None, person: int | None
) -> Household | None:
    """Read a household; None when neither room nor person exists any more."""
    found = card.household(database, now, room=room, resident=person)
    if found is None:
        return None
    people = [member.id for member in found.members]
    subjects = [(Topic.RESIDENTS, one) for one in people]
    names = {(Topic.RESIDENTS, member.id): member.name for member in found.members}
    if found.room is not None:
        subjects.append((Topic.ROOMS, found.room))
        names[Topic.ROOMS, found.room] = found.room_label
    steps = tuple(revisions.of(subjects)[:_RECENT])
    room_row = None if found.room is None else Room.get_by_id(found.room)
    return Household(
        card=found,
        kind=None if room_row is None else RoomKind(room_row.kind),
        homes=ties.other_homes(people, found.room),
        sharers=ties.sharers(people),
        revisions=steps,
        names=names,
        labels=_labels(steps),
        area_m2=None if room_row is None else room_row.area_m2,
        moved_in="" if room_row is None else room_row.moved_in,
        imported=tuple(origins.of(subjects)),
    )


def _labels(steps: tuple[Revision, ...]) -> dict[int, str]:
    """Return the labels of the rooms that the steps name."""
    rooms: set[int] = set()
    for step in steps:
        for change in step.changes:
            if change.field == "homes":
                for value in (change.before, change.after):
                    if isinstance(value, list):
                        rooms.update(room for room, _relation in value)
    if not rooms:
        return {}
    query = Room.select(Room.id, Room.label).where(Room.id.in_(rooms))
    return dict(query.tuples().execute())
