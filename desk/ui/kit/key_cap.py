"""The small cap that shows the key of an action."""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.painting import CENTRE, draw_text, fill_round, text_width
from desk.ui.look import Look
from desk.ui.theme import Text

_SIGNS = {
    "Return": "⏎",
    "Enter": "⏎",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Escape": "Esc",
    "Delete": "Del",
    "PgUp": "PgUp",
    "PgDown": "PgDn",
}
_MAC = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "Alt", "Meta": "Ctrl"}


@lru_cache(maxsize=256)
def key_words(keys: str) -> tuple[str, ...]:
    """Return what stands on the caps of a shortcut: ``"Ctrl+Return"`` is ``("Ctrl", "⏎")``."""
    if not keys:
        return ()
    portable = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) or keys
    plus = portable.endswith("++")
    parts = (portable[:-2] if plus else portable).split("+") + (["+"] if plus else [])
    signs = {**_SIGNS, **_MAC} if sys.platform == "darwin" else _SIGNS
    return tuple(signs.get(part, part) for part in parts)


def caps_size(look: Look, keys: str) -> QSize:
    """Return the room the caps of a shortcut take."""
    words = key_words(keys)
    font = look.font(Text.SMALL)
    widths = [
        max(look.sizes.cap, text_width(font, word) + 2 * look.theme.space(1)) for word in words
    ]
    between = look.theme.space(0.5) * max(0, len(words) - 1)
    return QSize(sum(widths) + between, look.sizes.cap if words else 0)


def draw_caps(
    painter: QPainter,
    look: Look,
    rect: QRect,
    keys: str,
    ink: QColor | None = None,
    edge: QColor | None = None,
) -> None:
    """Draw the caps of a shortcut, at the left and in the middle of a rectangle."""
    font = look.font(Text.SMALL)
    x = rect.left()
    top = rect.center().y() - look.sizes.cap // 2 + 1
    for word in key_words(keys):
        width = max(look.sizes.cap, text_width(font, word) + 2 * look.theme.space(1))
        cap = QRect(x, top, width, look.sizes.cap)
        fill_round(
            painter, cap, look.sizes.radius_small, None, edge or look.colours.edge, look.sizes.hair
        )
        draw_text(painter, cap, word, font, ink or look.colours.quiet, CENTRE)
        x += width + look.theme.space(0.5)


class KeyCap(QWidget):
    """A shortcut, shown."""

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(key_words(keys)))

    def sizeHint(self) -> QSize:
        """Take no more than the caps need."""
        return caps_size(self._look, self._keys)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the caps."""
        draw_caps(QPainter(self), self._look, self.rect(), self._keys)
