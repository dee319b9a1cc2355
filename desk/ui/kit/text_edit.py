"""A field of several lines that knows when an input method is composing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desk.ui.kit.composing import is_enter
from desk.ui.look import Look
from desk.ui.theme import Text


class TextEdit(QPlainTextEdit):
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
        self._preedit = ""
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def composing(self) -> bool:
        """Whether an input method is putting something together here."""
        return bool(self._preedit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window; text may be dropped here."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def text(self) -> str:
        """Return the text, as a field of one line does."""
        return self.toPlainText()

    def set_invalid(self, invalid: bool) -> None:
        """Show the field as wrong; what was typed stays."""
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Be as high as its lines."""
        s = self._look.sizes
        line = self.fontMetrics().lineSpacing()
        pad = s.control - self._look.theme.line(Text.BODY)
        return QSize(s.least_field * 2, self._lines * line + pad)

    def minimumSizeHint(self) -> QSize:
        """Never less than the lines it was made for."""
        return QSize(self._look.sizes.least_field, self.sizeHint().height())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep what is being composed."""
        super().inputMethodEvent(event)
        if event.preeditString() != self._preedit:
            self._preedit = event.preeditString()
            self.preedit_changed.emit(self._preedit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from breaking the line while something is still being composed."""
        if self.composing and is_enter(event):
            event.accept()
            return
        super().keyPressEvent(event)
