"""The call box itself: one line that takes anything, and the keys that act on what it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit

from desk.ui.icons import Icon
from desk.ui.kit.composing import is_enter
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.words.catalogue import Words

_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Rest(NamedTuple):
    """Characters of the line (half-open) that a chip rests on."""

    start: int
    end: int
    critical: bool


def _nothing() -> bool:
    return False


class CallLine(LineEdit):
    """Emits what was asked by key; while an input method composes every key is its own.

    Attributes:
        bring_back: brings the last call back where there is one; asked by ``Ctrl+Z`` when the
            line is empty or has nothing of its own to undo.
    """

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
        self._empty = self.addAction(
            look.icon(Icon.CLOSE), QLineEdit.ActionPosition.TrailingPosition
        )
        self._empty.setToolTip(words.say("Empty the line"))
        self._empty.triggered.connect(self.clear)
        self._empty.setVisible(False)
        self.textChanged.connect(self._show_empty)
        look.changed.connect(self._tint)
        self.bring_back: Callable[[], bool] = _nothing
        self._rests: tuple[Rest, ...] = ()
        self._pointed: tuple[tuple[int, int], ...] = ()
        self._rested = ""
        self.textChanged.connect(self._keep_rests)

    def _show_empty(self, text: str) -> None:
        self._empty.setVisible(bool(text))

    def _tint(self) -> None:
        self._empty.setIcon(self._look.icon(Icon.CLOSE))

    def underline(self, rests: Iterable[Rest], pointed: Iterable[tuple[int, int]] = ()) -> None:
        """Mark what the chips rest on; what the next key leaves as it is stays marked.

        Args:
            rests: what is underlined.
            pointed: what the chip rests on that is looked at, half-open; it has a ground, too.
        """
        if self.composing:
            return
        marks = tuple(rests), tuple(pointed)
        self._rested = self.text()
        if marks != (self._rests, self._pointed):
            self._rests, self._pointed = marks
            self._draw_rests()

    def restyle(self) -> None:
        """Take room and colours from the theme in force."""
        super().restyle()
        if getattr(self, "_rests", ()):
            self._draw_rests()

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts of the window while an input method composes."""
        if event.type() == QEvent.Type.ShortcutOverride and self.composing:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter, Ctrl+Enter, the arrows, Escape and undo; leave the rest to the line."""
        if self.composing:
            # What an input method passes on as a character is typed, and everything else is lost
            # on it: a shortcut must neither act nor leave its letter in the line.
            if not event.modifiers() & _CHORD and event.text() and event.text().isprintable():
                super().keyPressEvent(event)
        elif not self._acted(event):
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is underlined when the focus goes: Qt forgets it with the composing."""
        super().focusOutEvent(event)
        self._draw_rests()

    def _acted(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_enter(event):
            self._enter(event, modifiers)
            return True
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
            return True
        if modifiers:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _enter(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> None:
        # A key held down is one wish.
        if event.isAutoRepeat():
            return
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            self.ticket_wanted.emit()
        elif not modifiers:
            self.entered.emit()

    def _undo(self) -> None:
        """Take back typing first; in an empty line the last call is what was done last."""
        typing = bool(self.text()) and self.isUndoAvailable()
        if typing or not self.bring_back():
            self.undo()

    def _keep_rests(self, text: str) -> None:
        """Keep what stands before the change: no mark flickers while somebody types on."""
        kept = tuple(rest for rest in self._rests if text[: rest.end] == self._rested[: rest.end])
        if kept != self._rests or self._pointed:
            self._rests, self._pointed = kept, ()
            self._draw_rests()

    def _draw_rests(self) -> None:
        """Let Qt draw the underlines, as it draws those of an input method; no text changes."""
        if self.composing:
            return
        attribute, cursor = QInputMethodEvent.Attribute, self.cursorPosition()
        drawn = [
            attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                start - cursor,
                end - start,
                self._format(rest, pointed=pointed),
            )
            for start, end, rest, pointed in self._pieces()
        ]
        # Straight to Qt's own line: nothing is composed.
        super(LineEdit, self).inputMethodEvent(QInputMethodEvent("", drawn))

    def _pieces(self) -> list[tuple[int, int, Rest | None, bool]]:
        """Cut the line where a mark begins or ends: Qt draws formats that overlap only once."""
        cuts = sorted(
            {at for start, end, *_ in (*self._rests, *self._pointed) for at in (start, end)}
        )
        pieces = []
        for start, end in pairwise(cuts):
            rest = next((one for one in self._rests if one.start <= start < one.end), None)
            pointed = any(first <= start < last for first, last in self._pointed)
            if rest is not None or pointed:
                pieces.append((start, end, rest, pointed))
        return pieces

    def _format(self, rest: Rest | None, *, pointed: bool) -> QTextCharFormat:
        colours = self._look.colours
        critical = rest is not None and rest.critical
        ink: QColor = colours.overdue if critical else colours.accent
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(ink)
        if pointed:
            style.setBackground(colours.overdue_soft if critical else colours.accent_soft)
        return style
