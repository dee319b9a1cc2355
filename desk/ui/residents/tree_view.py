"""The tree of rooms on screen: one click or arrow opens a building, letters typed in it search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desk.ui.icons import Icon
from desk.ui.kit.composing import is_enter
from desk.ui.kit.painting import LEFT, RIGHT, draw_icon, draw_ring, draw_text, text_width
from desk.ui.kit.rows import paint_ground
from desk.ui.kit.views import WhileEmpty, calm
from desk.ui.look import Look
from desk.ui.residents.nodes import GROUPS, Node, Sort
from desk.ui.residents.tree_table import EstateTable, Index
from desk.ui.theme import Text
from desk.words.catalogue import Words

_DEPTHS = {Sort.UNIT: 1, Sort.ROOM: 2, Sort.PERSON: 1}


class _Delegate(QStyledItemDelegate):
    """Paints a line of the tree over the whole width; the depth is room at the left."""

    def __init__(self, look: Look, table: EstateTable, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._table = table
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be one line high."""
        s = self._look.sizes
        return QSize(s.least_field, s.control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, chevron, name, and who lives there at the right."""
        look, s, c = self._look, self._look.sizes, self._look.colours
        node = self._table.node(index)
        rect: QRect = option.rect
        state, flag = option.state, QStyle.StateFlag
        painter.save()
        chosen = bool(state & flag.State_Selected)
        hovered = bool(state & flag.State_MouseOver)
        paint_ground(painter, look, rect, selected=chosen, hovered=hovered)
        depth = _DEPTHS.get(node.sort, 0)
        if node.sort is Sort.ROOM:
            depth = self._depth(node)
        box = rect.adjusted(s.middle + depth * s.room, 0, -s.room, 0)
        if node.sort in GROUPS:
            opened = bool(state & flag.State_Open)
            chevron = Icon.CHEVRON_DOWN if opened else Icon.CHEVRON_RIGHT
            at = QRect(box.left(), box.top(), s.icon_small, box.height())
            draw_icon(painter, look, at, chevron, c.quiet, s.icon_small)
        box.setLeft(box.left() + s.icon_small + s.unit)
        body = look.font(bold=node.sort in (Sort.BUILDING, Sort.STRANGERS))
        title, note = self._table.title(node), self._table.note(node)
        draw_text(painter, box, title, body, c.ink, LEFT)
        box.setLeft(box.left() + text_width(body, title) + s.middle)
        group = node.sort in GROUPS
        draw_text(painter, box, note, look.font(Text.SMALL), c.quiet, RIGHT if group else LEFT)
        if state & flag.State_HasFocus and state & flag.State_KeyboardFocusChange:
            draw_ring(painter, look, rect, s.radius_small)
        painter.restore()

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


class EstateTree(QTreeView):
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
        calm(self, words.say("Rooms"), "ground")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(table)
        self.setItemDelegate(_Delegate(look, table, self))
        self._above.pressed.connect(self._close_above)
        self.verticalScrollBar().valueChanged.connect(self._show_above)
        self.clicked.connect(self._clicked)
        self.expanded.connect(self._show_above)
        self.collapsed.connect(self._show_above)
        table.modelReset.connect(self._show_above)
        look.changed.connect(self.scheduleDelayedItemsLayout)

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
        if is_enter(event) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            node = self.chosen
            if node is not None and node.sort in GROUPS:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
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
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.opened.emit()
