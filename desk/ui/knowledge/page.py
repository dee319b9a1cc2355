"""The Knowledge page: the approved answers, searched and read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.page import Page
from desk.ui.session import Session


class KnowledgePage(Page):
    """The library of the centre."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        sentence = session.words.say(
            "Approved answers stand here: one question, its other phrasings, one wording to read"
            " aloud."
        )
        column = QVBoxLayout(self)
        column.addWidget(EmptyState(session.look, sentence, icon=Icon.KNOWLEDGE))
