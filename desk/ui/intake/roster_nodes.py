"""A roster that was read as a flat list of nodes: laid out off the main thread, walked by Qt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from desk.codes import RoomKind
from desk.community.roster.read import ReadRoom


class Sort(StrEnum):
    """What a node is."""

    ROOT = "root"
    BUILDING = "building"
    UNIT = "unit"
    ROOM = "room"
    STRANGERS = "strangers"
    PERSON = "person"


#: What others stand below.
GROUPS = frozenset({Sort.BUILDING, Sort.UNIT, Sort.STRANGERS})


class Node(NamedTuple):
    """One line of the tree.

    Attributes:
        sort: what it is.
        title: the building or the unit as it was read; "" for all else, and for the rooms of no
            building.
        kind: of what stands in no building.
        parent: where its parent stands in the list of nodes.
        row: its place among its siblings.
        first, children: where its children stand, one behind the other, and how many.
        below: how many rooms, or people of no room, stand below it.
        at: of a room where it stands among the rooms that were read, of a person of no room where
            among those.
        depth: how many stand above it.
    """

    sort: Sort
    title: str = ""
    kind: RoomKind | None = None
    parent: int = 0
    row: int = 0
    first: int = 0
    children: int = 0
    below: int = 0
    at: int = -1
    depth: int = 0


Nodes = tuple[Node, ...]
NOTHING: Nodes = (Node(Sort.ROOT),)

_Units = dict[str, list[int]]


def lay_out(rooms: Sequence[ReadRoom], strangers: int = 0) -> Nodes:
    """Return the nodes in the order of the file, children side by side; the first is the root.

    So many people who belong to no room stand in a group of their own at the end.
    """
    tops: dict[tuple[str, RoomKind | None], _Units] = {}
    for at, room in enumerate(rooms):
        key = (room.building, None if room.building else room.kind)
        tops.setdefault(key, {}).setdefault(room.unit, []).append(at)
    groups = len(tops) + bool(strangers)
    nodes = [Node(Sort.ROOT, first=1, children=groups, below=len(rooms) + strangers)]
    for row, ((name, kind), units) in enumerate(tops.items()):
        count = sum(len(unit) for unit in units.values())
        nodes.append(Node(Sort.BUILDING, name, kind, row=row, below=count))
    if strangers:
        nodes.append(Node(Sort.STRANGERS, row=len(tops), below=strangers))
    for at, units in enumerate(tops.values(), start=1):
        _add_building(nodes, at, units)
    if strangers:
        nodes[groups] = nodes[groups]._replace(first=len(nodes), children=strangers)
        nodes += [
            Node(Sort.PERSON, parent=groups, row=row, at=row, depth=1) for row in range(strangers)
        ]
    return tuple(nodes)


def _add_building(nodes: list[Node], at: int, units: _Units) -> None:
    """Put what stands in a building behind what is there: its own rooms, then its units."""
    own = units.get("", [])
    named = {unit: rooms for unit, rooms in units.items() if unit}
    first = len(nodes)
    nodes[at] = nodes[at]._replace(first=first, children=len(own) + len(named))
    nodes += [Node(Sort.ROOM, parent=at, row=row, at=room, depth=1) for row, room in enumerate(own)]
    places = {}
    for row, (unit, rooms) in enumerate(named.items(), start=len(own)):
        places[unit] = len(nodes)
        nodes.append(Node(Sort.UNIT, unit, parent=at, row=row, below=len(rooms), depth=1))
    for unit, rooms in named.items():
        above = places[unit]
        nodes[above] = nodes[above]._replace(first=len(nodes), children=len(rooms))
        nodes += [
            Node(Sort.ROOM, parent=above, row=row, at=room, depth=2)
            for row, room in enumerate(rooms)
        ]
