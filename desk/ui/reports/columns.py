"""Blocks in one, two or three columns, as the width allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.look import Look

#: What each place in a row of columns gets of the width.
_SHARES = ((1,), (3, 2), (5, 3, 3))


class Columns(QWidget):
    """Lays blocks into columns; each block says where it stands when there are one, two, three."""

    def __init__(self, look: Look, blocks: Sequence[tuple[QWidget, tuple[int, int]]]) -> None:
        """Make the columns.

        Args:
            look: how wide a column must be.
            blocks: in reading order, each with its column where there are two and three.
        """
        super().__init__()
        self._look = look
        self._blocks = list(blocks)
        self._row = QHBoxLayout(self)
        self._columns = [QVBoxLayout() for _ in range(3)]
        for column in self._columns:
            self._row.addLayout(column)
        self._count = 0
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def count(self) -> int:
        """How many columns there are now."""
        return self._count

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._row.setContentsMargins(0, 0, 0, 0)
        for column in self._columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(s.wide)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        s = self._look.sizes
        two = s.column + s.column_least + s.wide
        three = two + s.column_least + s.wide
        count = 3 if self.width() >= three else 2 if self.width() >= two else 1
        if count == self._count:
            return
        self._count = count
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        for block, (of_two, of_three) in self._blocks:
            at = {1: 0, 2: of_two, 3: of_three}[count]
            self._columns[at].addWidget(block)
        for at, column in enumerate(self._columns):
            column.addStretch(1)
            self._row.setStretch(at, _SHARES[count - 1][at] if at < count else 0)
        self._row.setSpacing(0)
        gap = s.wide + s.small
        for at, column in enumerate(self._columns):
            column.setContentsMargins(gap if 0 < at < count else 0, 0, 0, 0)
