"""The rooms of a roster as a flat list of nodes: laid out off the main thread, walked by Qt."""

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


class Node(NamedTuple):
    """One line of the tree.

    Attributes:
        sort: what it is.
        title: the building or the unit as it was read; "" for rooms and for the rooms of no
            building.
        kind: of what stands in no building.
        parent: where its parent stands in the list of nodes.
        row: its place among its siblings.
        first, children: where its children stand, one behind the other, and how many.
        rooms: how many rooms stand below it.
        room: of a room, where it stands in the roster.
        depth: how many stand above it.
    """

    sort: Sort
    title: str = ""
    kind: RoomKind | None = None
    parent: int = 0
    row: int = 0
    first: int = 0
    children: int = 0
    rooms: int = 0
    room: int = -1
    depth: int = 0


Nodes = tuple[Node, ...]
NOTHING: Nodes = (Node(Sort.ROOT),)

_Units = dict[str, list[int]]


def lay_out(rooms: Sequence[ReadRoom]) -> Nodes:
    """Return the nodes in the order of the file, children side by side; the first is the root."""
    tops: dict[tuple[str, RoomKind | None], _Units] = {}
    for at, room in enumerate(rooms):
        key = (room.building, None if room.building else room.kind)
        tops.setdefault(key, {}).setdefault(room.unit, []).append(at)
    nodes = [Node(Sort.ROOT, first=1, children=len(tops), rooms=len(rooms))]
    for row, ((name, kind), units) in enumerate(tops.items()):
        count = sum(len(unit) for unit in units.values())
        nodes.append(Node(Sort.BUILDING, name, kind, row=row, rooms=count))
    for at, units in enumerate(tops.values(), start=1):
        _add_building(nodes, at, units)
    return tuple(nodes)


def _add_building(nodes: list[Node], at: int, units: _Units) -> None:
    """Put what stands in a building behind what is there: its own rooms, then its units."""
    own = units.get("", [])
    named = {unit: rooms for unit, rooms in units.items() if unit}
    first = len(nodes)
    nodes[at] = nodes[at]._replace(first=first, children=len(own) + len(named))
    nodes += [
        Node(Sort.ROOM, parent=at, row=row, room=room, depth=1) for row, room in enumerate(own)
    ]
    places = {}
    for row, (unit, rooms) in enumerate(named.items(), start=len(own)):
        places[unit] = len(nodes)
        nodes.append(Node(Sort.UNIT, unit, parent=at, row=row, rooms=len(rooms), depth=1))
    for unit, rooms in named.items():
        above = places[unit]
        nodes[above] = nodes[above]._replace(first=len(nodes), children=len(rooms))
        nodes += [
            Node(Sort.ROOM, parent=above, row=row, room=room, depth=2)
            for row, room in enumerate(rooms)
        ]
