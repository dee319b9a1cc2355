"""The right column with one ticket whole: what is known, what happened, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.codes import Topic
from desk.tickets import detail
from desk.tickets.detail import TicketDetail
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.actions import Actions
from desk.ui.kit.label import Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import terms


class TicketPane(QWidget):
    """Shows one ticket and follows what others do to it."""

    #: The user is done with it.
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._ticket_id: int | None = None
        look = session.look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number = Label(look, "", Text.ANSWER, bold=True, selectable=True)
        self.state = Label(look, "", tone=Tone.QUIET)
        self.said = Label(look, "", wrap=True, selectable=True)
        self._column = QVBoxLayout(self)
        for widget in (self.number, self.state, self.said):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        session.changed.connect(self._hear)

    def show_ticket(self, ticket_id: int) -> None:
        """Show a ticket, read anew."""
        self._ticket_id = ticket_id
        database = self._session.store.database
        self._session.read(
            lambda: detail.read(database, ticket_id), self._show, owner=self, key="ticket"
        )

    def take_step(self, row: TicketRow, step: Step) -> None:
        """Do a step at once, or open its sheet."""

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of the open ticket."""

    def _show(self, ticket: TicketDetail | None) -> None:
        if ticket is not None:
            self.number.setText(ticket.row.number)
            self.state.setText(terms.state(self._session.words, ticket.row.state))
            self.said.setText(ticket.row.words)

    def _hear(self, topics: frozenset[Topic]) -> None:
        if Topic.TICKETS in topics and self._ticket_id is not None:
            self.show_ticket(self._ticket_id)
