"""How a call ends: answered, a ticket, a chase, joined, or nothing; and bringing it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.calls import log
from desk.calls.drafts import Draft
from desk.calls.parking import Parking
from desk.codes import Outcome
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets.rows import TicketRow
from desk.tickets.seen import Made
from desk.ui.call.looking import Looking
from desk.ui.session import Session
from desk.words import terms
from desk.words.sentences import sentence

#: Two presses of a key within this time are one wish.
_ONE_WISH = timedelta(seconds=1)
_WORDS_MISSING = "ticket.words_missing"


@dataclass(frozen=True)
class Ended:
    """A call that was logged, to be brought back."""

    call: int
    draft: Draft


class Endings(QObject):
    """Carries the draft in the line to its end; the line is free at once for the next call.

    Until its end is durable a draft is kept on disk; if that fails it comes back.

    Attributes:
        leaving: drafts whose end is on its way to the database.
        last: the last call that can be brought back, or None.
        sentence: how the last call ended; "" while none has.
        made: the ticket it made, or None.
    """

    #: The draft in the line is another one now.
    moved = Signal()
    #: A draft ended or came back: what is kept on disk is another.
    kept = Signal()
    #: Something is to be said of how the call ended: ``sentence``.
    told = Signal()
    #: A ticket was made: ``Made``.
    ticket_made = Signal(object)

    def __init__(
        self, session: Session, parking: Parking, looking: Looking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._parking = parking
        self._looking = looking
        self.leaving: list[Draft] = []
        self.last: Ended | None = None
        self.sentence = ""
        self.made: Made | None = None
        self._ended_at: datetime | None = None

    def answer(self, article: int, question: str) -> None:
        """Log the call as answered by an article."""
        words = self._session.words
        self._log(Outcome.ARTICLE, words.say("Answered: {question}", question=question), article)

    def close(self) -> None:
        """Log the call as ended without an outcome."""
        if not self._parking.current.empty:
            self._log(Outcome.NONE, self._session.words.say("The call is logged."), None)

    def make_ticket(self) -> None:
        """Make the ticket."""
        session, draft = self._session, self._parking.current
        if draft.empty and self._has_just_ended():
            return
        sight = self._looking.sight
        text = draft.text.strip()
        if not text or (sight is not None and sight.text == text and sight.lookup):
            self._ask_for_words()
            return
        self._take_out()
        centre, community, memory = session.centre, session.community, session.memory

        def make(write: Write) -> Made:
            from desk.calls import assist, ticketing

            seen = assist.look(memory, centre, draft)
            if seen.lookup:
                raise Refusal(_WORDS_MISSING)
            said = assist.settled(draft, seen)
            return ticketing.make_ticket(write, centre, community, said, seen.becomes)

        session.write(make, partial(self._made, draft), owner=self, failed=self._failed(draft))

    def chase(self, row: TicketRow) -> None:
        """Count a 催单 on an open ticket."""
        from desk.calls import ticketing

        said = self._session.words.say("Chased: {number}", number=row.number)
        self._count(row, said, ticketing.chase)

    def join(self, row: TicketRow) -> None:
        """Join the same thing already reported."""
        from desk.calls import ticketing

        said = self._session.words.say("Joined to {number}", number=row.number)
        self._count(row, said, ticketing.join)

    def bring_back(self) -> bool:
        """Bring the last logged call back into the line; say whether there is one."""
        if self.last is None:
            return False
        last, self.last = self.last, None

        def failed(error: Exception) -> None:
            self.last = last
            self._session.refuse(error)

        self._session.write(
            lambda write: log.take_back(write, last.call),
            lambda _none: self._reopened(last.draft),
            owner=self,
            failed=failed,
        )
        return True

    # --- on the way ---------------------------------------------------------------------------
    def _log(self, outcome: Outcome, told: str, article: int | None) -> None:
        draft, community = self._take_out(), self._session.community
        said = self._said(draft)
        self._session.write(
            lambda write: log.end(write, community, said, outcome, article=article),
            lambda logged: self._logged(draft, logged.call, told),
            owner=self,
            failed=self._failed(draft),
        )

    def _count(self, row: TicketRow, told: str, step: Callable[..., None]) -> None:
        draft, session = self._take_out(), self._session
        centre, community, said = session.centre, session.community, self._said(draft)
        session.write(
            lambda write: step(write, centre, community, said, row.seen),
            lambda _none: self._left(draft, told),
            owner=self,
            failed=self._failed(draft),
        )

    def _said(self, draft: Draft) -> Draft:
        """Return the draft with the caller its words name, as far as they have been read."""
        sight = self._looking.sight
        from desk.calls import assist

        fresh = sight is not None and sight.text == draft.text.strip()
        return assist.settled(draft, sight) if sight is not None and fresh else draft

    def _take_out(self) -> Draft:
        draft = self._parking.finish(self._session.clock.now())
        self.leaving.append(draft)
        self.last = None
        self._ended_at = self._session.clock.now()
        self._say("", None)
        self.moved.emit()
        return draft

    def _has_just_ended(self) -> bool:
        if self.leaving:
            return True
        now = self._session.clock.now()
        return self._ended_at is not None and now - self._ended_at < _ONE_WISH

    # --- durable ------------------------------------------------------------------------------
    def _logged(self, draft: Draft, call: int, told: str) -> None:
        self.last = Ended(call, draft)
        self._left(draft, told)

    def _made(self, draft: Draft, made: Made) -> None:
        words = self._session.words
        state = terms.state(words, made.state)
        told = words.say("{number} is made: {state}", number=made.number, state=state)
        self._left(draft, told, made)
        self.ticket_made.emit(made)

    def _left(self, draft: Draft, told: str, made: Made | None = None) -> None:
        self._let_go(draft)
        self._say(told, made)

    def _say(self, told: str, made: Made | None) -> None:
        self.sentence, self.made = told, made
        self.told.emit()

    # --- not durable --------------------------------------------------------------------------
    def _failed(self, draft: Draft) -> Callable[[Exception], None]:
        """Return what keeps a draft whose end could not be stored."""

        def failed(error: Exception) -> None:
            if self._parking.current.empty:
                self._parking.reopen(draft, self._session.clock.now())
            else:
                # The next call is in the line already; what is typed there must not change.
                self._parking.parked.append(draft)
            self._ended_at = None
            self._let_go(draft)
            self.moved.emit()
            if isinstance(error, Refusal) and error.code == _WORDS_MISSING:
                self._ask_for_words()
            else:
                self._session.refuse(error)

        return failed

    def _ask_for_words(self) -> None:
        """Say that a ticket needs words; nothing went wrong, so it stays only for a moment."""
        self._session.tell(sentence(self._session.words, Refusal(_WORDS_MISSING)))

    def _reopened(self, draft: Draft) -> None:
        self._parking.reopen(draft, self._session.clock.now())
        self._say("", None)
        self.moved.emit()

    def _let_go(self, draft: Draft) -> None:
        self.leaving = [one for one in self.leaving if one is not draft]
        self.kept.emit()
