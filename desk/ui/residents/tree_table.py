"""The tree of rooms as Qt sees it; who lives in a room is read when its line comes on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer

from desk.codes import RoomKind
from desk.ui.kit.tree import Index, TreeTable
from desk.ui.residents import said
from desk.ui.residents.nodes import Node, Nodes, Sort, Tree
from desk.words import terms
from desk.words.catalogue import Words

#: Rooms whose people are read at once.
_BATCH = 200


class EstateTable(TreeTable):
    """Buildings, units, rooms, and at the end who belongs to no room.

    ``ask_names`` is called with rooms whose people are wanted; they come by ``put_names``.
    """

    def __init__(
        self,
        words: Words,
        ask_names: Callable[[Sequence[int]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._ask_names = ask_names
        self._tree = Tree()
        self._nodes = self._tree.nodes
        self._names: dict[int, tuple[str, ...]] = {}
        self._wanted: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)

    @property
    def nodes(self) -> Nodes:
        """All nodes; the first is the root."""
        return self._nodes

    @property
    def tree(self) -> Tree:
        """The tree on screen."""
        return self._tree

    def node(self, index: Index) -> Node:
        """Return the node of an index; the root for none."""
        return self._nodes[self.number(index)]

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a node by its key, an invalid one where it is not."""
        at = self._tree.places.get(key)
        if at is None:
            return QModelIndex()
        return self.createIndex(self._nodes[at].row, 0, at)

    def become(self, tree: Tree) -> bool:
        """Show this tree; return whether it is another one than before."""
        if tree is self._tree:
            return False
        self.beginResetModel()
        self._tree, self._nodes = tree, tree.nodes
        self.endResetModel()
        return True

    def forget_names(self) -> None:
        """Read who lives where again, as their lines are painted."""
        known = [self.index_of(f"r{room}") for room in self._names]
        self._names.clear()
        self._wanted.clear()
        for index in known:
            if index.isValid():
                self.dataChanged.emit(index, index)

    def put_names(self, rooms: Sequence[int], names: Mapping[int, tuple[str, ...]]) -> None:
        """Take the names that were asked for."""
        for room in rooms:
            self._names[room] = names.get(room, ())
            self._wanted.discard(room)
            index = self.index_of(f"r{room}")
            if index.isValid():
                self.dataChanged.emit(index, index)

    def title(self, node: Node) -> str:
        """Say what a node is: 3号楼, 2单元, 1502."""
        return said.node_title(self._words, node)

    def note(self, node: Node) -> str:
        """Say who lives there, or how much stands below."""
        if node.sort is Sort.ROOM:
            return said.household(self._words, self._living(node.id))
        if node.sort in (Sort.BUILDING, Sort.UNIT):
            return self._words.say_n("{n} room", "{n} rooms", node.rooms)
        if node.sort is Sort.STRANGERS:
            return self._words.say_n("{n} person", "{n} people", node.rooms)
        return ""

    # --- Qt asks ----------------------------------------------------------------------------------
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a line is called, and all it says for a screen reader."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = node.kind
            odd = terms.room_kind(self._words, kind) if kind and kind != RoomKind.FLAT else ""
            parts = (node.label or self.title(node), odd, self.note(node))
            return " ".join(part for part in parts if part)
        return None

    # --- who lives there --------------------------------------------------------------------------
    def _living(self, room: int) -> tuple[str, ...] | None:
        names = self._names.get(room)
        if names is None and room not in self._wanted:
            self._wanted.add(room)
            if not self._timer.isActive():
                self._timer.start()
        return names

    def _ask(self) -> None:
        wanted = [room for room in self._wanted if room not in self._names]
        for at in range(0, len(wanted), _BATCH):
            self._ask_names(wanted[at : at + _BATCH])
