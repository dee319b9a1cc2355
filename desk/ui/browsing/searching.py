"""Typing over a list: what is searched, and the keys that walk the list from the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from desk.ui.kit.composing import is_enter
from desk.ui.search_line import SearchLine

_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Walked(Protocol):
    """A list or tree that hands on what is typed in it."""

    opened: SignalInstance
    typed: SignalInstance
    left: SignalInstance


class Searching(QObject):
    """Makes one thing of a search line and what it searches."""

    #: Another text is searched.
    typed = Signal(str)
    #: Enter, in the line or below it.
    opened = Signal()
    #: Escape, in the line or below it.
    escaped = Signal()

    def __init__(
        self, line: SearchLine, walked: Walked, walk: Callable[[QKeyEvent], object], parent: QObject
    ) -> None:
        """Listen to a line and the list below it.

        Args:
            line: where one types.
            walked: its keys do what they do in the line.
            walk: takes the keys of the line that go through the list.
            parent: lives as long as this.
        """
        super().__init__(parent)
        self._line = line
        self._walk = walk
        line.textChanged.connect(self._tell)
        line.preedit_changed.connect(self._tell)
        line.installEventFilter(self)
        walked.opened.connect(self.opened)
        walked.typed.connect(self.take)
        walked.left.connect(self.escaped)

    @property
    def text(self) -> str:
        """What is searched now."""
        # What an input method holds counts: its pinyin are the initials one is typing.
        held = self._line.preedit.replace("'", "").replace(" ", "")
        return (self._line.text() + held).strip()

    def begin(self) -> None:
        """Put the caret into the line."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, text: str) -> None:
        """Search a text that was typed elsewhere, and go on typing here."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.setText(text)

    def answers(self, event: QKeyEvent) -> bool:
        """Open by Enter, clear by Escape; tell whether the key was one of these."""
        if is_enter(event) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line; Enter opens, Escape clears."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if not pressed or self._line.composing:
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if self.answers(event):
            return True
        if event.key() in _WALKING:
            self._walk(event)
            return True
        return False

    def _tell(self) -> None:
        self.typed.emit(self.text)
