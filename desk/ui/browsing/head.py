"""What stands above a list: its title, the search line with its tools, the filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.kit.flow import Flow
from desk.ui.kit.section import Section
from desk.ui.look import Look
from desk.ui.search_line import SearchLine


class Head(QVBoxLayout):
    """From the top: title, what belongs to it, search line and tools, filters."""

    def __init__(
        self,
        look: Look,
        title: Section,
        line: SearchLine,
        tools: Sequence[QWidget],
        *,
        switch: QWidget | None = None,
        filters: Flow | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._filters = filters
        self.addWidget(title)
        if switch is not None:
            self.addWidget(switch)
        self._search = QHBoxLayout()
        self._search.addWidget(line, 1)
        for tool in tools:
            self._search.addWidget(tool)
        self.addLayout(self._search)
        if filters is not None:
            self.addLayout(filters)
        look.changed.connect(self.restyle)
        self.restyle()

    def above(self, browser: QWidget, body: QWidget) -> None:
        """Lay out a browser: this, and what it searches below."""
        column = QVBoxLayout(browser)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self)
        column.addWidget(body, 1)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self.setContentsMargins(s.room, s.middle, s.room, s.small)
        self.setSpacing(s.small)
        self._search.setSpacing(s.unit)
        if self._filters is not None:
            self._filters.setSpacing(s.unit)
