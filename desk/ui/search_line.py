"""A search line that shows the key by which the caret gets there, as long as it is empty."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import caps_size, draw_caps
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look


class SearchLine(LineEdit):
    """One line over a list; what is chosen in it is replaced by the next search."""

    def __init__(self, look: Look, *, name: str, placeholder: str, key: str) -> None:
        self._key = key
        super().__init__(
            look, name=name, placeholder=placeholder, icon=Icon.SEARCH, select_on_focus=True
        )

    def restyle(self) -> None:
        """Make room for the icon and the key in the theme in force."""
        super().restyle()
        margins = self.textMargins()
        margins.setRight(caps_size(self._look, self._key).width() + self._look.sizes.unit)
        self.setTextMargins(margins)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key at the right end."""
        super().paintEvent(event)
        if self.text() or self.preedit:
            return
        s = self._look.sizes
        size = caps_size(self._look, self._key)
        box = QRect(self.width() - size.width() - s.small, 0, size.width(), self.height())
        draw_caps(QPainter(self), self._look, box, self._key)
