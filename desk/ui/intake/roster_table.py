"""A roster that was read, as Qt sees it: building, unit, room with its people; who has no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from desk.community.roster.read import ReadRoom, ReadStranger
from desk.ui.intake import said
from desk.ui.intake.roster_nodes import NOTHING, Node, Nodes, Sort
from desk.ui.kit.tree import Index, TreeTable
from desk.words import imports
from desk.words.catalogue import Words


class RosterTable(TreeTable):
    """Words are put together only for the lines that are painted."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._nodes: Nodes = NOTHING
        self._rooms: Sequence[ReadRoom] = ()
        self._strangers: Sequence[ReadStranger] = ()

    def become(
        self, nodes: Nodes, rooms: Sequence[ReadRoom], strangers: Sequence[ReadStranger] = ()
    ) -> None:
        """Show these rooms, and the people of none."""
        if nodes is self._nodes:
            return
        self.beginResetModel()
        self._nodes, self._rooms, self._strangers = nodes, rooms, strangers
        self.endResetModel()

    @property
    def nodes(self) -> Nodes:
        """All nodes; the first is the root."""
        return self._nodes

    def node(self, index: Index) -> Node:
        """Return what stands at an index; the root where it is none."""
        return self._nodes[self.number(index)]

    def room(self, node: Node) -> ReadRoom | None:
        """Return the room of a node, None for all else."""
        return self._rooms[node.at] if node.sort is Sort.ROOM else None

    def stranger(self, node: Node) -> ReadStranger | None:
        """Return the person of no room of a node, None for all else."""
        return self._strangers[node.at] if node.sort is Sort.PERSON else None

    def title(self, node: Node) -> str:
        """Name a line."""
        if (room := self.room(node)) is not None:
            return room.number
        if (stranger := self.stranger(node)) is not None:
            return stranger.person.name
        return said.node_title(self._words, node)

    def note(self, node: Node) -> str:
        """Say who lives there or how to reach somebody, or how much stands below."""
        if (room := self.room(node)) is not None:
            return said.people(self._words, room)
        if (stranger := self.stranger(node)) is not None:
            return said.stranger(self._words, stranger)
        return said.node_note(self._words, node)

    def facts(self, node: Node) -> str:
        """Say the area of a room, and the row."""
        if (room := self.room(node)) is not None:
            return said.room_facts(self._words, room)
        stranger = self.stranger(node)
        return "" if stranger is None else imports.row(self._words, stranger.source.row)

    # --- Qt asks ----------------------------------------------------------------------------------
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a line is called, and all it says for a screen reader."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.title(node), self.note(node), self.facts(node))
            return " ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole and (room := self.room(node)) is not None:
            return said.room_whole(self._words, room)
        return None
