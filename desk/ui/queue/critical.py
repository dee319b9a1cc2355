"""The bar across the top while somebody may be hurt and nobody has taken it, with its sound."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from desk.codes import Topic
from desk.tickets import queue
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.critical_bar import CriticalBar
from desk.ui.queue.steps import step_name
from desk.ui.session import Session
from desk.ui.sound import Sound
from desk.words import times
from desk.words.catalogue import mark

TAKE_KEY: Final = "F8"
_SECOND: Final = 1000
#: It rings at once and then every so many seconds: whoever is on the telephone must still hear.
_RING_EVERY: Final = 6


class RingingBar(CriticalBar):
    """Shows the oldest critical ticket that nobody has taken; it rings until somebody does.

    The handler of ``step_asked`` is the one of the queue: accepting is a step like any other.
    """

    #: The bar was clicked: show this TicketRow.
    ticket_opened = Signal(object)
    #: Somebody wants to take it: the TicketRow and ``Step.ACCEPT``.
    step_asked = Signal(object, object)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, sound: Sound | None = None
    ) -> None:
        """Make the bar; it reads by itself as soon as the program runs.

        Args:
            session: what it stands on.
            parent: the Qt parent.
            sound: what rings, if not the program's own sound.
        """
        super().__init__(session.look, parent)
        self._session = session
        self._sound = sound or Sound(session.jobs, session.look.app, self)
        self._ringing: Sequence[TicketRow] = ()
        self._reading = self._again = False
        self._seconds = 0
        self.timer = QTimer(self)
        self.timer.setInterval(_SECOND)
        self.timer.timeout.connect(self._second_passed)
        self.taken.connect(self.take)
        self.opened.connect(self._open)
        session.changed.connect(self._hear)
        QTimer.singleShot(0, self, self.watch)

    @property
    def ticket(self) -> TicketRow | None:
        """The ticket it rings for."""
        return self._ringing[0] if self._ringing else None

    def offer(self, actions: Actions, home: QWidget | None = None) -> None:
        """Add the key that takes the ticket; it works on every page."""
        take = mark("Take the critical ticket")
        actions.add(
            Action("critical.take", take, TAKE_KEY, Icon.CRITICAL, self.take, self._rings), home
        )

    def watch(self) -> None:
        """Read what rings now."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._session.jobs.run(
            partial(queue.ringing, self._session.store.database),
            self._show,
            self._failed,
            owner=self,
        )

    def take(self) -> None:
        """Ask for the step that takes it."""
        if self.ticket is not None:
            self.step_asked.emit(self.ticket, Step.ACCEPT)

    # --- what happens ---------------------------------------------------------------------------
    def _hear(self, topics: frozenset[Topic]) -> None:
        if Topic.TICKETS in topics:
            self.watch()

    def _show(self, rows: Sequence[TicketRow]) -> None:
        self._reading = False
        known = {row.ticket_id for row in self._ringing}
        fresh = any(row.ticket_id not in known for row in rows)
        self._ringing = tuple(rows)
        self._tell()
        if not rows:
            self.timer.stop()
            self._sound.hush()
        elif fresh:
            self._begin()
        if self._again:
            self.watch()

    def _begin(self) -> None:
        """Ring for a ticket that was not there before."""
        self._seconds = 0
        self._sound.alert(self.window())
        self._ring()
        self.timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _second_passed(self) -> None:
        self._seconds += 1
        self._tell()
        if self._seconds % _RING_EVERY == 0:
            self._ring()

    def _ring(self) -> None:
        if self._session.settings.sound:
            self._sound.play()

    def _tell(self) -> None:
        row = self.ticket
        if row is None:
            self.tell("")
            return
        words = self._session.words
        waited = times.timer(self._session.clock.now() - row.received_at)
        others = len(self._ringing) - 1
        since = (
            words.say_n("waiting {time}, {n} more", "waiting {time}, {n} more", others, time=waited)
            if others
            else words.say("waiting {time}", time=waited)
        )
        text = words.say_in("critical bar", "{place} {words}", place=row.place, words=row.words)
        self.tell(text, since=since, action=step_name(words, Step.ACCEPT), key=TAKE_KEY)

    def _open(self) -> None:
        if self.ticket is not None:
            self.ticket_opened.emit(self.ticket)

    def _failed(self, trouble: BaseException) -> None:
        self._reading = False
        if not isinstance(trouble, Exception):
            raise trouble
        self._session.refuse(trouble)

    def _rings(self) -> bool:
        return self.ticket is not None
