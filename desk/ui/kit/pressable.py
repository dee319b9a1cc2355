"""What every painted button shares: Enter presses it as the space bar does, the mouse lights it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desk.ui.kit.composing import is_enter


class Pressable(QPushButton):
    """A push button that paints itself."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_enter(event) and not plain:
            self.click()
            return
        super().keyPressEvent(event)
