"""What an input method is putting together in a field, before it becomes text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QInputMethodEvent, QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Field
else:
    # What it is mixed into is the field; two widgets cannot be one object.
    _Field = object

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether the key is Enter, with or without a modifier."""
    return event.key() in ENTER


class Composing(_Field):
    """What every field of the kit does; it stands before the class of Qt among the bases."""

    #: Tells what is being composed; a signal has to be made by the field itself.
    preedit_changed: SignalInstance
    _preedit = ""

    @property
    def composing(self) -> bool:
        """Whether an input method is putting something together here."""
        return bool(self._preedit)

    @property
    def preedit(self) -> str:
        """What is being composed; it is not part of ``text()`` yet."""
        return self._preedit

    def set_invalid(self, invalid: bool) -> None:
        """Show the field as wrong; what was typed stays."""
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window; text may be dropped here."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep what is being composed."""
        super().inputMethodEvent(event)
        if event.preeditString() != self._preedit:
            self._preedit = event.preeditString()
            self.preedit_changed.emit(self._preedit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from submitting, or breaking, what is still being composed."""
        if self.composing and is_enter(event):
            event.accept()
            return
        super().keyPressEvent(event)
