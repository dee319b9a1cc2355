"""Rooms: their identity, their label, and writing them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from peewee import chunked

from desk.codes import RoomKind, Topic
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Room
from desk.refusals import Refusal

#: Rows a statement inserts at once: below SQLite's limit on parameters on every version.
_BATCH = 100


@dataclass(frozen=True)
class NewRoom:
    """A room as it is first written; ``unit`` is '' for villas, shops and garages.

    Blanks around a part are not part of it. ``moved_in`` is ISO: a day, a month or a year.
    """

    building: str
    unit: str
    number: str
    kind: RoomKind = RoomKind.FLAT
    note: str = ""
    area_m2: float | None = None
    moved_in: str = ""

    def __post_init__(self) -> None:
        for part in ("building", "unit", "number", "note", "moved_in"):
            object.__setattr__(self, part, getattr(self, part).strip())

    @property
    def label(self) -> str:
        """The room as the desk writes it: ``3-2-1502``, or ``8`` for villa 8 of no building."""
        return "-".join(part for part in (self.building, self.unit, self.number) if part)


def add(write: Write, community: int, room: NewRoom) -> int:
    """Add one room and return its id.

    Raises:
        Refusal: ``room.incomplete`` without a number, ``room.exists`` when it is there already.
    """
    if not room.number:
        raise Refusal("room.incomplete")
    known = Room.get_or_none(
        (Room.community == community)
        & (Room.building == room.building)
        & (Room.unit == room.unit)
        & (Room.number == room.number)
    )
    if known is not None:
        raise Refusal("room.exists", room=room.label)
    row = int(Room.insert(**_columns(community, room)).execute())
    write.log(Topic.ROOMS, row, "room.added", detail={"label": room.label})
    return row


def add_many(write: Write, community: int, rooms: Iterable[NewRoom]) -> dict[str, int]:
    """Add many rooms under one journal entry and return label -> id of the community's rooms."""
    count = 0
    for batch in chunked([_columns(community, room) for room in rooms], _BATCH):
        Room.insert_many(batch).execute()
        count += len(batch)
    write.log(Topic.COMMUNITIES, community, "community.rooms_added", detail={"count": count})
    query = Room.select(Room.label, Room.id).where(Room.community == community)
    return dict(query.tuples().execute())


def note(write: Write, room: int, seen: int, text: str) -> int:
    """Change a room's note (勿按门铃 …) and return the row's new version.

    Raises:
        Refusal: ``room.stale`` when somebody else was faster.
    """
    old, new = Room.select(Room.note).where(Room.id == room).scalar(), text.strip()
    version = versions.update(Room, room, seen, "room.stale", note=new)
    write.log(Topic.ROOMS, room, "room.noted", text={"before": old, "after": new})
    return version


@dataclass(frozen=True)
class RoomDetails:
    """What is known of a room beside what it is called; ``moved_in`` as in ``NewRoom``."""

    note: str = ""
    area_m2: float | None = None
    moved_in: str = ""

    def __post_init__(self) -> None:
        for part in ("note", "moved_in"):
            object.__setattr__(self, part, getattr(self, part).strip())


def details(room: int) -> tuple[int, RoomDetails]:
    """Return a room's version and its details."""
    row = Room.get_by_id(room)
    return row.version, RoomDetails(row.note, row.area_m2, row.moved_in)


def describe(write: Write, room: int, seen: int, new: RoomDetails) -> int:
    """Change a room's note, area and the day people moved in; return the row's version.

    Where nothing is different nothing is written.

    Raises:
        Refusal: ``room.stale`` when somebody else was faster.
    """
    row = Room.get_or_none(Room.id == room)
    old = RoomDetails() if row is None else RoomDetails(row.note, row.area_m2, row.moved_in)
    if row is not None and old == new and row.version == seen:
        return seen
    version = versions.update(Room, room, seen, "room.stale", **asdict(new))
    text = {"before": _as_told(old), "after": _as_told(new)}
    write.log(Topic.ROOMS, room, "room.described", text=text)
    return version


def _as_told(known: RoomDetails) -> dict[str, str | None]:
    """Return details for the journal, which holds no broken numbers: the area is text."""
    area = None if known.area_m2 is None else f"{known.area_m2:g}"
    return {"note": known.note, "area_m2": area, "moved_in": known.moved_in}


def _columns(community: int, room: NewRoom) -> dict[str, object]:
    return {
        "community": community,
        "building": room.building,
        "unit": room.unit,
        "number": room.number,
        "label": room.label,
        "kind": room.kind,
        "note": room.note,
        "area_m2": room.area_m2,
        "moved_in": room.moved_in,
    }
