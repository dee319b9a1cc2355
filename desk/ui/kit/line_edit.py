"""A field of one line that knows when an input method is composing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.composing import Composing
from desk.ui.kit.painting import draw_icon
from desk.ui.look import Look


class LineEdit(Composing, QLineEdit):
    """A line; Enter never submits while an input method is composing.

    ``preedit_changed`` tells what is being composed, so that a search may already look for it.
    """

    preedit_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        name: str = "",
        placeholder: str = "",
        icon: Icon | None = None,
        large: bool = False,
        select_on_focus: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field; ``name`` is what a screen reader says where no label is its buddy."""
        super().__init__(text, parent)
        self._look = look
        self._icon = icon
        self._select_on_focus = select_on_focus
        self._select_on_release = False
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)
        if large:
            self.setProperty("large", True)
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Make room for the leading icon in the theme in force."""
        s = self._look.sizes
        self.setTextMargins(s.icon + s.middle if self._icon else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the leading icon beside the text."""
        super().paintEvent(event)
        if self._icon is not None:
            s, c = self._look.sizes, self._look.colours
            left = 0 if self.property("bare") else s.middle
            box = QRect(left, 0, s.icon, self.height())
            ink = c.accent if self.hasFocus() else c.quiet
            draw_icon(QPainter(self), self._look, box, self._icon, ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all, where wanted, so that typing replaces it."""
        super().focusInEvent(event)
        if not self._select_on_focus:
            return
        # A click places the caret after this event: choose when the button comes up.
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._select_on_release = True
        else:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose all after the click that brought the focus, unless it dragged over some text."""
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was being composed: the input method gives it up with the focus."""
        super().focusOutEvent(event)
        if self._preedit:
            self._preedit = ""
            self.preedit_changed.emit("")
