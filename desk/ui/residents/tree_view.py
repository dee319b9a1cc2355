"""The tree of rooms on screen: one click or arrow opens a building, letters typed in it search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desk.ui.icons import Icon
from desk.ui.kit.painting import LEFT, RIGHT, draw_icon, draw_text, text_width
from desk.ui.kit.rows import painted_row
from desk.ui.kit.tree import Index, TreeDelegate, TreeView
from desk.ui.kit.views import WhileEmpty
from desk.ui.look import Look
from desk.ui.residents.nodes import GROUPS, Node, Sort
from desk.ui.residents.tree_table import EstateTable
from desk.ui.theme import Text
from desk.words.catalogue import Words

_DEPTHS = {Sort.UNIT: 1, Sort.ROOM: 2, Sort.PERSON: 1}


class _Delegate(TreeDelegate):
    """Paints a line of the tree: chevron, name, who lives there."""

    def __init__(self, look: Look, table: EstateTable, view: TreeView) -> None:
        super().__init__(look, view)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, chevron, name, and who lives there at the right."""
        with painted_row(painter, self.look, option):
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            self._paint_words(painter, QRect(option.rect), self._table.node(index), opened=opened)

    def _paint_words(self, painter: QPainter, rect: QRect, node: Node, *, opened: bool) -> None:
        look, s, c = self.look, self.look.sizes, self.look.colours
        depth = self._depth(node) if node.sort is Sort.ROOM else _DEPTHS.get(node.sort, 0)
        box = rect.adjusted(s.middle + depth * s.room, 0, -s.room, 0)
        group = node.sort in GROUPS
        if group:
            self.paint_chevron(painter, box, opened=opened)
        box.setLeft(box.left() + s.icon_small + s.unit)
        body = look.font(bold=node.sort in (Sort.BUILDING, Sort.STRANGERS))
        title, note = self._table.title(node), self._table.note(node)
        draw_text(painter, box, title, body, c.ink, LEFT)
        box.setLeft(box.left() + text_width(body, title) + s.middle)
        draw_text(painter, box, note, look.font(Text.SMALL), c.quiet, RIGHT if group else LEFT)

    def _depth(self, node: Node) -> int:
        """Return how deep a room stands: in a unit, in a building without units, or alone."""
        depth, above = 0, node.parent
        while above:
            depth += 1
            above = self._table.nodes[above].parent
        return depth


class Above(QWidget):
    """Lies over the first line and says what it belongs to; a press closes that."""

    pressed = Signal()

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self.text = ""
        self.hide()

    def show_text(self, text: str) -> None:
        """Say something else; nothing hides it."""
        self.text = text
        self.setVisible(bool(text))
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Close what the line belongs to."""
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words and the hairline below."""
        look, s, c = self._look, self._look.sizes, self._look.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.ground)
        painter.fillRect(0, self.height() - s.hair, self.width(), s.hair, c.line)
        box = self.rect().adjusted(s.middle, 0, -s.room, 0)
        at = QRect(box.left(), box.top(), s.icon_small, box.height())
        draw_icon(painter, look, at, Icon.CHEVRON_DOWN, c.quiet, s.icon_small)
        box.setLeft(box.left() + s.icon_small + s.unit)
        draw_text(painter, box, self.text, look.font(bold=True), c.ink, LEFT)


class EstateTree(TreeView):
    """Shows an ``EstateTable``; left and right close and open, Enter opens what is chosen."""

    #: The chosen node has become another one.
    moved = Signal()
    opened = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, look: Look, words: Words, table: EstateTable) -> None:
        super().__init__()
        self._look = look
        self._table = table
        self._empty: WhileEmpty | None = None
        self._above = Above(look, self)
        self.set_up(look, words.say("Rooms"), "ground", table)
        self.setItemDelegate(_Delegate(look, table, self))
        self._above.pressed.connect(self._close_above)
        self.verticalScrollBar().valueChanged.connect(self._show_above)
        self.clicked.connect(self._clicked)
        self.expanded.connect(self._show_above)
        self.collapsed.connect(self._show_above)
        table.modelReset.connect(self._show_above)

    def set_empty(self, widget: QWidget) -> None:
        """Show this while there are no rooms."""
        self._empty = WhileEmpty(self, widget)

    @property
    def chosen(self) -> Node | None:
        """The chosen node, None where none is."""
        index = self.currentIndex()
        return self._table.node(index) if index.isValid() else None

    def choose(self, key: str) -> bool:
        """Choose a node by its key, opening what stands above it; say whether it is there."""
        index = self._table.index_of(key)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        seen = self.viewport().rect().contains(self.visualRect(index))
        self.setCurrentIndex(index)
        if not seen:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def open_keys(self) -> list[str]:
        """Return the keys of what stands open."""
        groups = self._table.tree.groups
        return [key for key in groups if self.isExpanded(self._table.index_of(key))]

    def open_all(self, keys: list[str]) -> None:
        """Open what has these keys, as far as it is there."""
        for key in keys:
            index = self._table.index_of(key)
            if index.isValid():
                self.expand(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another node is chosen."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Escape leaves, letters and figures search."""
        if self.opens(event):
            node = self.chosen
            if node is not None and node.sort in GROUPS:
                self.turn(self.currentIndex())
            else:
                self.opened.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if not held and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)

    # --- what stands above the first line on screen -------------------------------------------
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a line into view, below what stands over the first one."""
        super().scrollTo(index, hint)
        hidden = self._above.height() - self.visualRect(index).top()
        if self._above.isVisibleTo(self) and hidden > 0 and self._table.node(index).parent:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands above as wide as the lines."""
        super().resizeEvent(event)
        self._show_above()

    @property
    def above(self) -> str:
        """What the first line on screen belongs to, where that has been scrolled away."""
        return self._above.text if self._above.isVisibleTo(self) else ""

    def _show_above(self) -> None:
        index = self.indexAt(self.viewport().rect().topLeft())
        names: list[str] = []
        over = index.parent()
        while over.isValid():
            names.insert(0, self._table.title(self._table.node(over)))
            over = over.parent()
        self._above.show_text("·".join(names))
        room = self.viewport().geometry()
        self._above.setGeometry(room.x(), room.y(), room.width(), self._look.sizes.control)
        self._above.raise_()

    def _close_above(self) -> None:
        over = self.indexAt(self.viewport().rect().topLeft()).parent()
        if over.isValid():
            self.setCurrentIndex(over)
            self.collapse(over)

    def _clicked(self, index: QModelIndex) -> None:
        if self._table.node(index).sort in GROUPS:
            self.turn(index)
        else:
            self.opened.emit()
