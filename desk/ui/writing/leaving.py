"""The question before what was written is thrown away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session


class LeavingSheet(Sheet):
    """Going on is the way back; throwing away has to be asked for."""

    def __init__(self, session: Session, host: QWidget) -> None:
        words = session.words
        title, primary = words.say("Throw away what you wrote?"), words.say("Throw away")
        super().__init__(session.look, words, title, host, primary=primary, danger=True)
        self.back.setText(words.say("Go on writing"))

    def ask(self) -> None:
        """Ask, with the caret where nothing is lost."""
        self.open()
        self.back.setFocus()
