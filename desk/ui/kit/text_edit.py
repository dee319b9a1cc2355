"""A field of several lines that knows when an input method is composing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desk.ui.kit.composing import Composing
from desk.ui.look import Look
from desk.ui.theme import Text


class TextEdit(Composing, QPlainTextEdit):
    """Running text; Tab leaves it, Enter is a new line and never submits."""

    preedit_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        name: str = "",
        placeholder: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field ``lines`` high; it grows with its layout."""
        super().__init__(text, parent)
        self._look = look
        self._lines = lines
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the text, as a field of one line does."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """Be as high as its lines."""
        s = self._look.sizes
        line = self.fontMetrics().lineSpacing()
        pad = s.control - self._look.theme.line(Text.BODY)
        return QSize(s.least_field * 2, self._lines * line + pad)

    def minimumSizeHint(self) -> QSize:
        """Never less than the lines it was made for."""
        return QSize(self._look.sizes.least_field, self.sizeHint().height())
