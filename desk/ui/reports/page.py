"""The Reports page: the day as the supervisor reads it in a minute."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.page import Page
from desk.ui.session import Session


class ReportsPage(Page):
    """One local day of the centre on one page."""

    #: A ticket of the overdue list was chosen (its id).
    ticket_opened = Signal(int)
    #: A question that found no answer shall become an article (its words).
    article_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        sentence = session.words.say("The day on one page stands here.")
        column = QVBoxLayout(self)
        column.addWidget(EmptyState(session.look, sentence, icon=Icon.REPORTS))
