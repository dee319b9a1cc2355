"""What lists and trees share: no frame, smooth scrolling, a sentence when empty."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

Ground = Literal["paper", "ground", "raised"]


def calm(view: QAbstractItemView, name: str, on: Ground) -> None:
    """Take from a view everything the design does not want."""
    # Opaque, so that scrolling moves what is painted already.
    view.setProperty("on", on)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setAccessibleName(name)


class WhileEmpty(QObject):
    """Lays a widget over a view as long as its table has no rows."""

    def __init__(self, view: QAbstractItemView, widget: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._widget = widget
        widget.setParent(view.viewport())
        view.viewport().installEventFilter(self)
        self.follow(view.model())

    def follow(self, model: QAbstractItemModel | None) -> None:
        """Watch another table."""
        if model is not None:
            model.rowsInserted.connect(self.refresh)
            model.rowsRemoved.connect(self.refresh)
            model.modelReset.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide the widget."""
        # A view without a table answers None, which PySide's stubs do not say.
        model: QAbstractItemModel | None = self._view.model()
        self._widget.setVisible(model is None or model.rowCount() == 0)
        self._widget.setGeometry(self._view.viewport().rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the widget as large as the view."""
        if event.type() == QEvent.Type.Resize:
            self._widget.setGeometry(self._view.viewport().rect())
        return False
