"""Reading again what changed, but only while somebody sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class CatchingUp(QObject):
    """Remembers that a widget shows old things until it is seen again."""

    def __init__(self, widget: QWidget, read: Callable[[], object]) -> None:
        """Watch over a widget; ``read`` reads again what it shows."""
        super().__init__(widget)
        self._widget = widget
        self._read = read
        self._stale = True

    def want(self) -> None:
        """Read again: at once if the widget is seen, else when it is."""
        self._stale = True
        if self._widget.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Read again if something changed since."""
        if self._stale:
            self._stale = False
            self._read()
