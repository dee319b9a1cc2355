"""A list of rows, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QListView, QWidget

from desk.ui.kit.views import Ground, WhileEmpty, calm
from desk.ui.look import Look


class ListView(QListView):
    """A calm list; give it a :class:`desk.ui.kit.rows.RowDelegate`."""

    def __init__(
        self, look: Look, name: str, *, on: Ground = "paper", parent: QWidget | None = None
    ) -> None:
        """Make a list; ``name`` is what a screen reader says, ``on`` what it lies on."""
        super().__init__(parent)
        self._look = look
        self._empty: WhileEmpty | None = None
        calm(self, name, on)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def set_empty(self, widget: QWidget) -> None:
        """Show this while there are no rows."""
        self._empty = WhileEmpty(self, widget)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another table."""
        super().setModel(model)
        if self._empty is not None:
            self._empty.follow(model)
