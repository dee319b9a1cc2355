"""The call box itself: one line that takes anything, and the keys that act on what it leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desk.ui.icons import Icon
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.words.catalogue import Words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CallLine(LineEdit):
    """Emits what was asked by key; while an input method composes every key is its own."""

    entered = Signal()
    ticket_wanted = Signal()
    walked = Signal(int)
    left = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(
            look,
            name=words.say("Call box"),
            placeholder=words.say("Room, last digits of a phone, name, or what is the matter"),
            icon=Icon.SEARCH,
            large=True,
        )
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter, Ctrl+Enter, the arrows and Escape; leave the rest to the line."""
        if self.composing or not self._acted(event):
            super().keyPressEvent(event)
            return
        event.accept()

    def _acted(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER:
            if modifiers == Qt.KeyboardModifier.ControlModifier:
                self.ticket_wanted.emit()
            elif not modifiers:
                self.entered.emit()
            return True
        if modifiers:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False
