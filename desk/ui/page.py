"""A place of the window: what every page offers to the window that shows it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.ui.actions import Actions
from desk.ui.session import Session


class Page(QWidget):
    """One of the places on the rail, built for one language and handed its session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def offer(self, actions: Actions) -> None:
        """Add what can be done here (``actions.add(Action(…), home=self)``): keys and palette."""

    def opened(self) -> None:
        """Load what is shown: called each time the page comes to the front."""

    def state(self) -> dict[str, Any]:
        """Return what is typed and selected, to be handed to this page's next life."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
