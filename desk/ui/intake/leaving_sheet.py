"""Asks before what somebody decided about a file is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session


class LeavingSheet(Sheet):
    """The one question: leave it all the same?"""

    def __init__(self, session: Session, host: QWidget) -> None:
        words = session.words
        super().__init__(
            session.look,
            words,
            words.say("Leave this file?"),
            host,
            primary=words.say("Leave it"),
            danger=True,
            sentence=words.say(
                "What you corrected and decided about it is lost; nothing of it was imported."
            ),
        )
        self._then: Callable[[], None] = _nothing
        self.submitted.connect(self._leave)

    def ask(self, then: Callable[[], None]) -> None:
        """Ask, and do this after a yes."""
        self._then = then
        self.open()

    def _leave(self) -> None:
        self.dismiss()
        self._then()


def _nothing() -> None:
    """Do nothing."""
