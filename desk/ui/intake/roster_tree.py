"""The tree of rooms that were read: a click or Enter opens a building."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desk.ui.intake.roster_nodes import GROUPS, Node, Sort
from desk.ui.intake.roster_table import RosterTable
from desk.ui.kit.painting import LEFT, RIGHT, draw_text, text_width
from desk.ui.kit.rows import painted_row
from desk.ui.kit.tree import Index, TreeDelegate, TreeView
from desk.ui.look import Look
from desk.ui.theme import Text
from desk.words.catalogue import Words

#: Up to so many rooms and people of none the whole tree stands open, else its first building.
_FEW = 60


class _Delegate(TreeDelegate):
    """Paints a line: chevron, name, who lives there; area and row at the right."""

    def __init__(self, look: Look, table: RosterTable, view: TreeView) -> None:
        super().__init__(look, view)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it; who lives there gives way before area and row do."""
        with painted_row(painter, self.look, option):
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            self._paint_words(painter, QRect(option.rect), self._table.node(index), opened=opened)

    def _paint_words(self, painter: QPainter, rect: QRect, node: Node, *, opened: bool) -> None:
        look, s, c = self.look, self.look.sizes, self.look.colours
        box = rect.adjusted(s.small + node.depth * s.room, 0, -s.middle, 0)
        group = node.sort in GROUPS
        if group:
            self.paint_chevron(painter, box, opened=opened)
        box.setLeft(box.left() + s.icon_small + s.unit)
        body = look.font(bold=node.sort in (Sort.BUILDING, Sort.STRANGERS))
        small = look.font(Text.SMALL)
        title, facts = self._table.title(node), self._table.facts(node)
        draw_text(painter, box, title, body, c.ink, LEFT)
        box.setLeft(box.left() + max(text_width(body, title), s.control_large) + s.middle)
        if facts:
            draw_text(painter, box, facts, small, c.quiet, RIGHT)
            box.setRight(box.right() - text_width(small, facts) - s.middle)
        note = self._table.note(node)
        draw_text(painter, box, note, small, c.quiet, RIGHT if group else LEFT)


class RosterTree(TreeView):
    """Shows a ``RosterTable``; left and right close and open, Ctrl+C copies a line."""

    def __init__(self, look: Look, words: Words, table: RosterTable) -> None:
        super().__init__()
        self._table = table
        self.set_up(look, words.say("What was read"), "paper", table)
        self.setItemDelegate(_Delegate(look, table, self))
        self.clicked.connect(self._clicked)

    def begin(self) -> None:
        """Open what is seen first."""
        root = self._table.node(QModelIndex())
        if root.below <= _FEW:
            self.expandAll()
            return
        first = self._table.index(0, 0)
        self.expand(first)
        below = self._table.index(0, 0, first)
        if self._table.node(below).sort is Sort.UNIT:
            self.expand(below)

    def open_keys(self) -> set[str]:
        """Return what stands open, by keys that hold when the file is read again."""
        found = set()
        for top in self._groups(QModelIndex()):
            if self.isExpanded(top):
                found.add(self._key(top))
                found |= {self._key(unit) for unit in self._groups(top) if self.isExpanded(unit)}
        return found

    def open_all(self, keys: Collection[str]) -> None:
        """Open what has these keys, as far as it is there."""
        for top in self._groups(QModelIndex()):
            if self._key(top) in keys:
                self.expand(top)
                for unit in self._groups(top):
                    if self._key(unit) in keys:
                        self.expand(unit)

    def _groups(self, parent: Index) -> Iterator[QModelIndex]:
        for row in range(self._table.rowCount(parent)):
            index = self._table.index(row, 0, parent)
            if self._table.node(index).sort in GROUPS:
                yield index

    def _key(self, index: Index) -> str:
        node, above = self._table.node(index), index.parent()
        own = f"{node.sort}/{node.title}/{node.kind or ''}"
        return f"{self._key(above)}/{own}" if above.isValid() else own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes, Ctrl+C copies; Escape is the page's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            index = self.currentIndex()
            text = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
            QGuiApplication.clipboard().setText(str(text or ""))
        elif self.opens(event):
            self.turn(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802 - Qt's own name
        """Search nothing by letters: it would go through all rooms on the main thread."""

    def _clicked(self, index: QModelIndex) -> None:
        if self._table.node(index).sort in GROUPS:
            self.turn(index)
