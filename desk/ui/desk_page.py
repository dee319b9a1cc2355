"""The Desk page: call box above, live queue at the left, what a call leads to at the right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from desk.ui.call.details_sheet import DetailsSheet


class DeskPage(Page):
    """Nine tenths of the day happen here.

    The conversation outlives the page: when the language changes the page is built anew and
    shows the same drafts.

    Attributes:
        bar, queue, call_side, ticket: what it is made of.
        side: which of call and ticket is in the right column.
        columns: queue and right column; where it is narrow the right one is a drawer.
    """

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__(session)
        self.conversation = conversation
        self.queue = QueueView(session)
        # Read while the rest is built, so that the first picture already has its rows.
        self.queue.reload()
        self.bar = CallBar(session, conversation)
        self.call_side = CallSide(session, conversation)
        self.ticket = TicketPane(session)
        self.side = QStackedWidget()
        self.side.addWidget(self.call_side)
        self.side.addWidget(self.ticket)
        self.columns = Drawer(session.look, self.queue, self.side)
        # Whether the ticket in the right column was opened from the line.
        self._from_line = False
        self._restored = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.columns, 1)
        self._connect()

    def _connect(self) -> None:
        line, conversation = self.bar.line, self.conversation
        line.entered.connect(self.call_side.enter)
        line.ticket_wanted.connect(conversation.endings.make_ticket)
        line.walked.connect(self.call_side.walk)
        line.left.connect(self._leave_line)
        conversation.typed.connect(self._call_in_front)
        conversation.draft_changed.connect(self._call_moved)
        self.call_side.pointed.connect(line.setAccessibleDescription)
        self.call_side.line_wanted.connect(self.bar.take_focus)
        self.call_side.ticket_opened.connect(self._open_from_line)
        self.call_side.chase_wanted.connect(self._chase_open)
        self.bar.chips.details_wanted.connect(self._ask_details)
        self.bar.note.ticket_wanted.connect(self._open_made)
        self.queue.ticket_opened.connect(self.open_ticket)
        self.queue.ticket_chosen.connect(self._follow)
        self.queue.step_asked.connect(self.ticket.take_step)
        self.ticket.closed.connect(self._close_ticket)
        self.columns.narrowed.connect(self._narrowed)

    @cached_property
    def details(self) -> DetailsSheet:
        """The form for what a chip has no room for; made when it is first asked for."""
        from desk.ui.call.details_sheet import DetailsSheet

        return DetailsSheet(self.session, self.conversation, self)

    def _ask_details(self, field: str) -> None:
        self.details.ask(field)

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
        """Put the caret where the next call begins; a ticket that was open keeps the keys."""
        if self._restored and self._ticket_in_front:
            self.ticket.setFocus()
        else:
            self.bar.take_focus()
        self._restored = False

    def state(self) -> dict[str, Any]:
        """Return filter, tickets, scroll positions and the caret; drafts live elsewhere."""
        return {
            "queue": self.queue.state(),
            "ticket": self.ticket.state(),
            "in_front": self._ticket_in_front,
            "caret": self.bar.line.cursorPosition(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
        self.queue.restore(state.get("queue", {}))
        self.ticket.restore(state.get("ticket", {}))
        self._restored = True
        if state.get("in_front"):
            self.side.setCurrentWidget(self.ticket)
        self.bar.line.setCursorPosition(int(state.get("caret", 0)))

    # --- the ticket in the right column -------------------------------------------------------
    def open_ticket(self, row: TicketRow) -> None:
        """Show a ticket of the queue whole in the right column."""
        self.show_ticket(row.ticket_id)

    def show_ticket(self, ticket: int) -> None:
        """Show a ticket whole in the right column, whoever asked for it."""
        self._show_ticket(ticket, from_line=False)

    @property
    def _ticket_in_front(self) -> bool:
        return self.side.currentIndex() == self.side.indexOf(self.ticket)

    def _open_from_line(self, row: TicketRow) -> None:
        self._show_ticket(row.ticket_id, from_line=True)

    def _open_made(self, ticket: int) -> None:
        self._show_ticket(ticket, from_line=True)

    def _show_ticket(self, ticket: int, *, from_line: bool) -> None:
        self._from_line = from_line
        self.ticket.show_ticket(ticket)
        self.side.setCurrentWidget(self.ticket)
        self.columns.set_open(True)
        self.ticket.setFocus()

    def _chase_open(self) -> None:
        row = self.ticket.ticket if self._ticket_in_front else None
        if row is not None and Step.CHASE in row.allowed:
            self.ticket.take_step(row, Step.CHASE)
        else:
            self.session.tell(self.session.words.say("There is no open ticket to chase."))

    def _follow(self, row: TicketRow | None) -> None:
        """Walking through the queue with a ticket open shows each one."""
        if row is not None and self._ticket_in_front and not self._from_line:
            self.ticket.show_ticket(row.ticket_id)

    def _close_ticket(self) -> None:
        """Go back to where it was opened: the line, with what was looked for, or the queue."""
        self._call_in_front()
        if self._from_line:
            self.bar.take_focus()
            # The number did its work: what is typed next takes its place.
            if self.conversation.tickets:
                self.bar.line.selectAll()
        else:
            self.queue.setFocus()

    # --- the call in the right column ---------------------------------------------------------
    def _call_in_front(self) -> None:
        """Typing brings the call to the right column; with something in it the drawer is out."""
        self.side.setCurrentWidget(self.call_side)
        if self.columns.narrow:
            self.columns.set_open(not self.conversation.idle)

    def _call_moved(self) -> None:
        """Another call stands in the line, or other choices: follow unless a ticket is read."""
        if not self._ticket_in_front and self.columns.narrow:
            self.columns.set_open(not self.conversation.idle)

    def _narrowed(self, narrow: bool) -> None:
        """Keep what is being read or said in sight when the right column becomes a drawer."""
        if narrow:
            self.columns.set_open(self._ticket_in_front or not self.conversation.idle)

    def _leave_line(self) -> None:
        """Escape in the line goes to the queue; what was typed stays."""
        if self.columns.narrow:
            self.columns.set_open(False)
        self.queue.setFocus()

    def _turn(self) -> None:
        self.columns.set_open(not self.columns.is_open)
