"""The question before what was written is thrown away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session


class LeavingSheet(Sheet):
    """Going on is the way back; throwing away has to be asked for."""

    def __init__(self, session: Session, host: QWidget) -> None:
        words = session.words
        super().__init__(
            session.look,
            words,
            words.say("Throw away what you wrote?"),
            host,
            primary=words.say("Throw away"),
            danger=True,
        )
        self.back.setText(words.say("Go on writing"))

    def ask(self) -> None:
        """Ask, with the caret where nothing is lost."""
        self.open()
        self.back.setFocus()
