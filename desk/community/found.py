"""Rows of the roster as values, and what a search among them finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desk.codes import Relation, RoomKind


class RoomRow(NamedTuple):
    """A room; ``building`` and ``unit`` are "" where it has none; ``label`` as people read it."""

    id: int
    building: str
    unit: str
    number: str
    kind: RoomKind
    label: str


class PersonRow(NamedTuple):
    """A resident with the stored keys of the name, and (room id, relation) for each home."""

    id: int
    name: str
    pinyin: str
    initials: str
    phones: tuple[str, ...]
    rooms: tuple[tuple[int, Relation], ...]


class By(StrEnum):
    """What somebody or something was found by."""

    ROOM = "room"
    PHONE = "phone"
    NAME = "name"
    PINYIN = "pinyin"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Found:
    """A room or a person that the text may mean.

    Attributes:
        room_id: the room; of a person the home that the text names, else the first one.
        person_id: None for a room by itself.
        name: of the person, "" for a room by itself.
        room_label: of the room, "" where there is none.
        phone: the number that was typed, else the person's first one; "" where there is none.
        relation: what the person is to the room.
        score: from 0 to 120; of use only to order what one search found.
        by: what it was found by.
        spans: the parts of the text it rests on (half-open).
    """

    room_id: int | None
    person_id: int | None
    name: str
    room_label: str
    phone: str
    relation: Relation | None
    score: float
    by: By
    spans: tuple[tuple[int, int], ...]
