"""What trees share: a table over a flat list of nodes, a view of lines alike, the chevron."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desk.ui.icons import Icon
from desk.ui.kit.composing import is_enter
from desk.ui.kit.painting import draw_icon
from desk.ui.kit.views import Ground, calm
from desk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TreeNode(Protocol):
    """A line of a tree, which knows its place among others by their numbers in one list."""

    @property
    def parent(self) -> int:
        """Where its parent stands in the list; the first node is the root."""

    @property
    def row(self) -> int:
        """Its place among its siblings."""

    @property
    def first(self) -> int:
        """Where its children stand, one behind the other."""

    @property
    def children(self) -> int:
        """How many they are."""


class TreeTable(QAbstractItemModel):
    """Walks a flat list of nodes; what a node says is for whoever inherits."""

    @property
    def nodes(self) -> Sequence[TreeNode]:
        """All nodes; the first is the root."""
        raise NotImplementedError

    @staticmethod
    def number(index: Index) -> int:
        """Return where the node of an index stands in the list; 0, the root, for none."""
        return index.internalId() if index.isValid() else 0

    # --- Qt asks ----------------------------------------------------------------------------------
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        if column != 0 or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        above = self.nodes[self.number(parent)]
        if not 0 <= row < above.children:
            return QModelIndex()
        return self.createIndex(row, 0, above.first + row)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the index of what stands above."""
        if not index.isValid():
            return QModelIndex()
        above = self.nodes[index.internalId()].parent
        return self.createIndex(self.nodes[above].row, 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many stand below."""
        return self.nodes[self.number(parent)].children if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Have one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        below = self.nodes[index.internalId()].children
        return flags if below else flags | Qt.ItemFlag.ItemNeverHasChildren


class TreeDelegate(QStyledItemDelegate):
    """One line of a tree over the whole width; the depth is room at the left."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be one line high."""
        s = self.look.sizes
        return QSize(s.least_field, s.control)

    def paint_chevron(self, painter: QPainter, box: QRect, *, opened: bool) -> None:
        """Paint at the left of a group whether it stands open."""
        look, s = self.look, self.look.sizes
        at = QRect(box.left(), box.top(), s.icon_small, box.height())
        chevron = Icon.CHEVRON_DOWN if opened else Icon.CHEVRON_RIGHT
        draw_icon(painter, look, at, chevron, look.colours.quiet, s.icon_small)


class TreeView(QTreeView):
    """A tree without heads, lines or indentation: its delegate paints all there is."""

    def set_up(self, look: Look, name: str, on: Ground, table: TreeTable) -> None:
        """Make it so; by whoever inherits, once its own fields are there: Qt calls back at once."""
        calm(self, name, on)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(table)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def turn(self, index: Index) -> None:
        """Open what is closed, close what is open."""
        self.setExpanded(index, not self.isExpanded(index))

    @staticmethod
    def opens(event: QKeyEvent) -> bool:
        """Tell whether a key is Enter and nothing else."""
        return is_enter(event) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
