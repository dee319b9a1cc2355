"""A part of the page: a heading with room above it and what stands under it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.ui.kit.section import Section
from desk.ui.look import Look


class Block(QWidget):
    """Heading and content, one below the other."""

    def __init__(self, look: Look, title: str, *content: QWidget) -> None:
        super().__init__()
        self._look = look
        self.head = Section(look, title)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        for widget in content:
            self._column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.sizes.unit)
