"""What an input method is putting together in a field, before it becomes text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether the key is Enter, with or without a modifier."""
    return event.key() in ENTER
