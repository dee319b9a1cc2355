"""A list beside what is read: Enter opens, letters typed in it search, the space bar reads on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desk.ui.kit.composing import is_enter
from desk.ui.kit.list_view import ListView
from desk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex


class WalkedList(ListView):
    """A list on the ground, to be walked with what stands at the right changing beside it."""

    opened = Signal()
    typed = Signal(str)
    moved = Signal()
    left = Signal()
    #: The space bar reads on in what stands beside the list: down (True) or up.
    paged = Signal(bool)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, on="ground")

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is chosen."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Escape leaves, letters search, the space bar reads on."""
        if is_enter(event) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space and plain:
            self.paged.emit(not event.modifiers())
            return
        if plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)
