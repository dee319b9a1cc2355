"""What a roster would change, as values: nothing of it is written yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from sys import intern
from typing import Any, NamedTuple

from desk.codes import Relation, RoomKind, Topic
from desk.sheets.findings import Place

#: A relation and a kind of room are their codes, ``ACTIVE`` a bool, telephone numbers a tuple;
#: None or "" is nothing.
Value = str | float | bool | tuple[str, ...] | None
#: What a person is to rooms. A room that is only being made is -1 for the first new one, -2 …
Homes = tuple[tuple[int, Relation], ...]
#: Why a room that is gone from the file stays.
TICKETS, PEOPLE = "tickets", "people"


class Field(StrEnum):
    """What a change or a question is about."""

    KIND = "kind"
    AREA = "area_m2"
    MOVED_IN = "moved_in"
    NOTE = "note"
    NAME = "name"
    PHONES = "phones"
    RELATION = "relation"
    HOME = "home"
    ACTIVE = "active"
    GONE = "gone"


class Key(NamedTuple):
    """Names one question, or one row that is gone; ``room`` is 0 where it is about no room."""

    topic: Topic
    subject: int
    field: Field
    room: int = 0


class Change(NamedTuple):
    """One field before and after; ``room`` is the label of the room a relation is to."""

    field: Field
    before: Value
    after: Value
    room: str = ""


class RoomState(NamedTuple):
    """What an import may change of a room."""

    kind: RoomKind
    area_m2: float | None
    moved_in: str
    note: str
    active: bool

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> RoomState:
        """Read it back from its JSON."""
        return cls(**{**document, "kind": RoomKind(document["kind"])})


class PersonState(NamedTuple):
    """What an import may change of a person."""

    name: str
    phones: tuple[str, ...]
    homes: Homes
    note: str
    active: bool

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> PersonState:
        """Read it back from its JSON."""
        homes = tuple((room, Relation(relation)) for room, relation in document["homes"])
        return cls(
            document["name"],
            tuple(document["phones"]),
            homes,
            document["note"],
            document["active"],
        )


class RoomSaid(NamedTuple):
    """What a file said of a room; nothing where it said nothing."""

    kind: RoomKind
    area_m2: float | None
    moved_in: str
    note: str

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> RoomSaid:
        """Read it back from its JSON; the same short texts are one object each."""
        kind, moved_in, note = RoomKind(document["kind"]), document["moved_in"], document["note"]
        return cls(kind, document["area_m2"], intern(moved_in), intern(note))


class PersonSaid(NamedTuple):
    """What a file said of a person; a relation it does not name is None."""

    name: str
    phones: tuple[str, ...]
    homes: tuple[tuple[int, Relation | None], ...]
    note: str

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> PersonSaid:
        """Read it back from its JSON."""
        homes = tuple((room, Relation(one) if one else None) for room, one in document["homes"])
        return cls(document["name"], tuple(document["phones"]), homes, intern(document["note"]))


@dataclass(frozen=True, slots=True)
class NewRoom:
    """A room to be added; its label as the desk writes it."""

    label: str
    building: str
    unit: str
    number: str
    said: RoomSaid
    source: Place

    @property
    def kind(self) -> RoomKind:
        """What sort of room it is."""
        return self.said.kind

    @property
    def area_m2(self) -> float | None:
        """Its area."""
        return self.said.area_m2

    @property
    def moved_in(self) -> str:
        """When they moved in; "" where it is not known."""
        return self.said.moved_in

    @property
    def note(self) -> str:
        """The remarks."""
        return self.said.note


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to be added, with the labels of the homes in their order and the keys to find it."""

    said: PersonSaid
    homes: Homes
    labels: tuple[str, ...]
    pinyin: str
    initials: str
    source: Place

    @property
    def name(self) -> str:
        """The name."""
        return self.said.name

    @property
    def phones(self) -> tuple[str, ...]:
        """The numbers, the first one is dialled first."""
        return self.said.phones

    @property
    def note(self) -> str:
        """The remarks on the person."""
        return self.said.note


@dataclass(frozen=True, slots=True)
class Touched:
    """A stored row the file names and of which something is to be written.

    Attributes:
        name: of the person, or the label of the room.
        room: the label of a home of the person ("" for one of no room), or of the room itself.
        version: the version that was compared.
        before, after: as it is, and as it becomes with every question answered by keeping.
        said: what the file says, to be held against the next one.
        changes: the difference; none where only what the file says is to be remembered.
    """

    topic: Topic
    subject: int
    version: int
    name: str
    room: str
    before: RoomState | PersonState
    after: RoomState | PersonState
    said: RoomSaid | PersonSaid
    changes: tuple[Change, ...]
    source: Place


class Asked(NamedTuple):
    """The desk and the file have both changed something: the desk's is kept unless told."""

    key: Key
    name: str
    room: str
    mine: Value
    theirs: Value
    source: Place


class Gone(NamedTuple):
    """A room, or a person of a room, that the file no longer names.

    Attributes:
        name: of the person, or the label of the room.
        room: the label of the room.
        by_hand: no file ever named it: it was typed at the desk.
        blocked: of a room: ``TICKETS`` refer to it, so that it stays; or ``PEOPLE`` live there
            who would have to go, too. "" else.
    """

    key: Key
    name: str
    room: str
    by_hand: bool
    blocked: str = ""


class Left(NamedTuple):
    """A row that is gone from the file, as it is; ``said`` by the last file that named it."""

    version: int
    state: RoomState | PersonState
    said: RoomSaid | PersonSaid | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """Which questions the file wins, and which of those that are gone are taken off."""

    take: frozenset[Key] = frozenset()
    retire: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """What a roster would change.

    Attributes:
        touched: every stored row of which something is written, if only what the file says.
        rooms_same, people_same: stored rows the file names and of which nothing changes.
        left: whoever stands in ``rooms_gone`` and ``people_gone``, as they are.
        seen: the last entry of the journal when it was compared.
    """

    rooms_new: Sequence[NewRoom]
    people_new: Sequence[NewPerson]
    touched: Sequence[Touched]
    rooms_gone: Sequence[Gone]
    people_gone: Sequence[Gone]
    asked: Sequence[Asked]
    rooms_same: int
    people_same: int
    seen: int
    left: Mapping[tuple[Topic, int], Left] = field(default_factory=dict)

    def changed(self, topic: Topic) -> tuple[Touched, ...]:
        """Return the rooms or the people of which something changes."""
        return tuple(one for one in self.touched if one.changes and one.topic is topic)

    def everything(self) -> Decisions:
        """Return the decisions by which the file wins everywhere."""
        return Decisions(
            frozenset(one.key for one in self.asked),
            frozenset(one.key for one in (*self.people_gone, *self.rooms_gone)),
        )

    def counts(self) -> dict[str, int]:
        """Return the figures of the plan by their names."""
        return {
            "rooms_new": len(self.rooms_new),
            "rooms_changed": len(self.changed(Topic.ROOMS)),
            "rooms_same": self.rooms_same,
            "rooms_gone": len(self.rooms_gone),
            "people_new": len(self.people_new),
            "people_changed": len(self.changed(Topic.RESIDENTS)),
            "people_same": self.people_same,
            "people_gone": len(self.people_gone),
            "asked": len(self.asked),
        }

    @property
    def is_nothing(self) -> bool:
        """Nothing would be written, whatever is decided."""
        return not (
            self.rooms_new
            or self.people_new
            or self.touched
            or self.rooms_gone
            or self.people_gone
            or self.asked
        )
