"""A heading with room above it; there are no boxes around groups."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.look import Look
from desk.ui.theme import Text, Tone


class Section(QWidget):
    """A heading, a quiet word beside it, and room for one tool at the right."""

    def __init__(
        self,
        look: Look,
        title: str,
        *,
        note: str = "",
        page: bool = False,
        tool: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a heading; ``page`` makes it the title of the whole page."""
        super().__init__(parent)
        self._look = look
        self._title = Label(look, title, Text.ANSWER if page else Text.BODY, bold=True, parent=self)
        self._note = ElidedLabel(look, note, Text.SMALL, tone=Tone.QUIET, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 0)
        self._row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        if tool is not None:
            self._row.addWidget(tool, 0)
        look.changed.connect(self.restyle)
        self.restyle()

    def set_title(self, title: str) -> None:
        """Say another heading."""
        self._title.setText(title)

    def set_note(self, note: str) -> None:
        """Say something else beside it."""
        self._note.setText(note)

    def add_tool(self, tool: QWidget) -> None:
        """Put one more tool at the right."""
        self._row.addWidget(tool, 0)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._row.setContentsMargins(self._look.theme.margins(1, 0))
        self._row.setSpacing(self._look.sizes.small)
