"""The Desk page: call box above, live queue at the left, what a call leads to at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.actions import Action, Actions
from desk.ui.call.bar import CallBar
from desk.ui.call.conversation import Conversation
from desk.ui.call.side import CallSide
from desk.ui.icons import Icon
from desk.ui.kit.drawer import Drawer
from desk.ui.page import Page
from desk.ui.queue.view import QueueView
from desk.ui.session import Session
from desk.ui.ticket.pane import TicketPane
from desk.words.catalogue import mark


class DeskPage(Page):
    """Nine tenths of the day happen here.

    The conversation outlives the page: when the language changes the page is built anew and
    shows the same drafts.
    """

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__(session)
        self.conversation = conversation
        self.bar = CallBar(session, conversation)
        self.queue = QueueView(session)
        self.call_side = CallSide(session, conversation)
        self.ticket = TicketPane(session)
        self.side = QStackedWidget()
        self.side.addWidget(self.call_side)
        self.side.addWidget(self.ticket)
        self.columns = Drawer(session.look, self.queue, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.columns, 1)
        line = self.bar.line
        line.entered.connect(self.call_side.enter)
        line.ticket_wanted.connect(conversation.make_ticket)
        line.walked.connect(self.call_side.walk)
        line.left.connect(self._leave_line)
        line.textEdited.connect(self._call_in_front)
        self.call_side.line_wanted.connect(self._to_line)
        self.call_side.ticket_opened.connect(self.open_ticket)
        self.queue.ticket_opened.connect(self.open_ticket)
        self.queue.ticket_chosen.connect(self._follow)
        self.queue.step_asked.connect(self._step)
        self.ticket.closed.connect(self._close_ticket)

    def offer(self, actions: Actions) -> None:
        """Bind the keys of the page."""
        self.bar.offer(actions, self)
        self.call_side.offer(actions, self)
        self.queue.offer(actions, self)
        self.ticket.offer(actions, self)
        actions.add(
            Action("side", mark("Show or hide the right column"), "F4", Icon.COLUMN, self._turn),
            self,
        )

    def opened(self) -> None:
        """Put the caret where the next call begins."""
        self.bar.take_focus()

    def state(self) -> dict[str, Any]:
        """Return the filter, the chosen ticket and the scroll position; drafts live elsewhere."""
        return {"queue": self.queue.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
        self.queue.restore(state.get("queue", {}))

    def open_ticket(self, row: TicketRow) -> None:
        """Show a ticket whole in the right column."""
        self.ticket.show_ticket(row.ticket_id)
        self.side.setCurrentWidget(self.ticket)
        self.columns.set_open(True)
        self.ticket.setFocus()

    def _follow(self, row: TicketRow | None) -> None:
        """Walking through the queue with a ticket open shows each one."""
        if row is not None and self.side.currentIndex() == self.side.indexOf(self.ticket):
            self.ticket.show_ticket(row.ticket_id)

    def _step(self, row: TicketRow, step: Step) -> None:
        self.ticket.take_step(row, step)

    def _call_in_front(self, text: str) -> None:
        """Typing brings the call to the right column, and pulls the drawer out."""
        self.side.setCurrentWidget(self.call_side)
        self.columns.set_open(bool(text))

    def _close_ticket(self) -> None:
        self.side.setCurrentWidget(self.call_side)
        if self.columns.narrow:
            self.columns.set_open(not self.conversation.draft.empty)
        self.queue.setFocus()

    def _leave_line(self) -> None:
        """Escape in the line goes to the queue; what was typed stays."""
        if self.columns.narrow:
            self.columns.set_open(False)
        self.queue.setFocus()

    def _to_line(self) -> None:
        self.bar.take_focus()

    def _turn(self) -> None:
        self.columns.set_open(not self.columns.is_open)
