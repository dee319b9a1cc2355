"""The Residents page: rooms, who lives there, and what was reported from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.page import Page
from desk.ui.session import Session


class ResidentsPage(Page):
    """Whom the centre serves."""

    #: A ticket (its id) is to be shown on the Desk page.
    ticket_opened = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        sentence = session.words.say("Rooms and the people who live in them stand here.")
        column = QVBoxLayout(self)
        column.addWidget(EmptyState(session.look, sentence, icon=Icon.RESIDENTS))
