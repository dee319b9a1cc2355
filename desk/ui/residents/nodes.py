"""The tree of rooms as a flat list of nodes: laid out off the main thread, walked by Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from desk.codes import RoomKind
from desk.community import estate
from desk.community.estate import Building


class Sort(StrEnum):
    """What a node is."""

    ROOT = "root"
    BUILDING = "building"
    UNIT = "unit"
    ROOM = "room"
    STRANGERS = "strangers"
    PERSON = "person"


class Node(NamedTuple):
    """One line of the tree.

    Attributes:
        sort: what it is.
        key: the same in another life of the tree.
        title: its name: of a building, a unit, the number of a room, a person.
        id: of the room or the person, 0 for all others.
        parent: where its parent stands in the list of nodes.
        row: its place among its siblings.
        first, children: where its children stand, one behind the other, and how many.
        rooms: how many rooms or people stand below it.
        label: of a room, as people write it.
        kind: of a room.
    """

    sort: Sort
    key: str
    title: str
    id: int
    parent: int
    row: int
    first: int
    children: int
    rooms: int
    label: str
    kind: RoomKind | None


#: What can be opened and closed.
GROUPS = (Sort.BUILDING, Sort.UNIT, Sort.STRANGERS)
Nodes = tuple[Node, ...]
NOTHING: Nodes = (Node(Sort.ROOT, "", "", 0, 0, 0, 1, 0, 0, "", None),)


@dataclass(frozen=True)
class Tree:
    """The nodes with what is looked up in them, made off the main thread.

    Attributes:
        nodes: all of them, the root first.
        places: where each stands, by its key.
        groups: the keys of those that can be opened.
        rooms: how many rooms there are.
        buildings, strangers: what it was made from.
    """

    nodes: Nodes = NOTHING
    places: Mapping[str, int] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    rooms: int = 0
    buildings: tuple[Building, ...] = ()
    strangers: tuple[tuple[int, str], ...] = ()


def read(community: int, before: Tree, *, rooms: bool) -> Tree:
    """Read the tree of a community, or return the one there was where nothing has changed.

    Args:
        community: whose.
        before: the tree on screen.
        rooms: whether rooms may have changed; else only who belongs to none is read.
    """
    buildings = estate.read(community) if rooms else before.buildings
    strangers = estate.without_room(community)
    if buildings == before.buildings and strangers == before.strangers:
        return before
    nodes = lay_out(buildings, strangers)
    return Tree(
        nodes,
        {node.key: at for at, node in enumerate(nodes)},
        tuple(node.key for node in nodes if node.sort in GROUPS),
        sum(node.sort is Sort.ROOM for node in nodes),
        buildings,
        strangers,
    )


def lay_out(buildings: Sequence[Building], strangers: Sequence[tuple[int, str]]) -> Nodes:
    """Return the nodes, children of one parent side by side; the first is the root."""
    nodes: list[Node] = [NOTHING[0]]
    tops = [one for one in buildings if one.name]
    alone = [unit for one in buildings if not one.name for unit in one.units]
    count = len(tops) + sum(len(unit.rooms) for unit in alone) + bool(strangers)
    nodes[0] = nodes[0]._replace(children=count)
    for row, one in enumerate(tops):
        nodes.append(_group(Sort.BUILDING, f"b{one.name}", one.name, 0, row, one.count))
    row = len(tops)
    for unit in alone:
        _add_rooms(nodes, unit, 0, row)
        row += len(unit.rooms)
    if strangers:
        nodes.append(_group(Sort.STRANGERS, "s", "", 0, row, len(strangers)))
    for at, one in enumerate(tops, start=1):
        _add_building(nodes, at, one)
    if strangers:
        at = count
        nodes[at] = nodes[at]._replace(first=len(nodes), children=len(strangers))
        for place, (person, name) in enumerate(strangers):
            nodes.append(
                Node(Sort.PERSON, f"p{person}", name, person, at, place, 0, 0, 0, "", None)
            )
    return tuple(nodes)


def _group(sort: Sort, key: str, title: str, parent: int, row: int, rooms: int) -> Node:
    return Node(sort, key, title, 0, parent, row, 0, 0, rooms, "", None)


def _add_building(nodes: list[Node], at: int, building: Building) -> None:
    named = [unit for unit in building.units if unit.name]
    bare = [unit for unit in building.units if not unit.name]
    first = len(nodes)
    for row, unit in enumerate(named):
        key = f"u{building.name}-{unit.name}"
        nodes.append(_group(Sort.UNIT, key, unit.name, at, row, len(unit.rooms)))
    row = len(named)
    for unit in bare:
        _add_rooms(nodes, unit, at, row)
        row += len(unit.rooms)
    nodes[at] = nodes[at]._replace(first=first, children=row)
    for place, unit in enumerate(named):
        here = first + place
        nodes[here] = nodes[here]._replace(first=len(nodes), children=len(unit.rooms))
        _add_rooms(nodes, unit, here, 0)


def _add_rooms(nodes: list[Node], unit: estate.Unit, parent: int, row: int) -> None:
    for at, room in enumerate(unit.rooms, start=row):
        nodes.append(
            Node(
                Sort.ROOM,
                f"r{room.id}",
                room.number,
                room.id,
                parent,
                at,
                0,
                0,
                0,
                room.label,
                room.kind,
            )
        )
