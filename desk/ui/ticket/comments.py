"""Comments on tickets: what was begun stays with its ticket until it is stored."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk.tickets import noting
from desk.tickets.seen import Seen
from desk.ui.session import Session
from desk.ui.ticket.comment_line import CommentLine


class Comments(QObject):
    """Keeps what is typed into the line for each ticket, and stores it."""

    def __init__(self, session: Session, line: CommentLine) -> None:
        super().__init__(line)
        self._session = session
        self._line = line
        self._ticket: int | None = None
        self._begun: dict[int, str] = {}
        line.entered.connect(self._store)

    def show_ticket(self, ticket: int) -> None:
        """Take up what was begun on a ticket, and put away what was begun on the one before."""
        if ticket != self._ticket:
            self._put_away()
            self._ticket = ticket
            self._line.show_text(self._begun.get(ticket, ""))

    def state(self) -> dict[int, str]:
        """Return what was begun, by ticket."""
        self._put_away()
        return dict(self._begun)

    def restore(self, begun: dict[int, str]) -> None:
        """Take up what an earlier life returned."""
        self._begun = dict(begun)

    def _put_away(self) -> None:
        if self._ticket is None:
            return
        self._begun.pop(self._ticket, None)
        if self._line.text:
            self._begun[self._ticket] = self._line.text

    def _store(self, text: str) -> None:
        if self._ticket is None:
            return
        session, ticket = self._session, self._ticket
        self._line.set_busy(True)
        session.write(
            lambda write: noting.comment(write, session.centre, Seen(ticket), text),
            lambda _after: self._stored(ticket, text),
            owner=self,
            failed=self._failed,
        )

    def _stored(self, ticket: int, text: str) -> None:
        self._begun.pop(ticket, None)
        if ticket == self._ticket and self._line.text == text:
            self._line.show_text("")
        self._line.set_busy(False)

    def _failed(self, error: Exception) -> None:
        self._line.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        else:
            self._line.complain(sentence)
