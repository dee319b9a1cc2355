"""The right column with one ticket whole: what is known, what happened, what comes next.

It follows every commit in place: what is being typed, what is selected and where it is scrolled
to stay as they are. Minutes pass by one timer, armed for the next moment something here changes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from desk.codes import Topic
from desk.tickets import detail
from desk.tickets.detail import TicketDetail
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.label import Label
from desk.ui.kit.scroll import Scroll
from desk.ui.kit.section import Section
from desk.ui.queue.said import Speaker
from desk.ui.queue.steps import STEP_KEYS, step_of
from desk.ui.session import Session
from desk.ui.theme import Text
from desk.ui.ticket.comment_line import CommentLine
from desk.ui.ticket.comments import Comments
from desk.ui.ticket.facts_said import FactSpeaker
from desk.ui.ticket.facts_view import DIAL_KEY, FactsView
from desk.ui.ticket.head import COPY_KEY, PRINT_KEY, TicketHead
from desk.ui.ticket.history_said import HistorySpeaker
from desk.ui.ticket.history_view import HistoryView
from desk.ui.ticket.step_taker import StepTaker
from desk.words.catalogue import mark

if TYPE_CHECKING:
    from desk.ui.printing.devices import Devices

UNDO_KEY = "Ctrl+Shift+Z"

_TOPICS = frozenset({Topic.TICKETS, Topic.CREWS, Topic.CATEGORIES, Topic.STAFF, Topic.SETTINGS})
#: A timer stands still while the computer sleeps: never rely on one for longer than this.
_LONGEST = timedelta(seconds=30)
_MILLISECOND = timedelta(milliseconds=1)
_SCROLLS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}


class TicketPane(QWidget):
    """Shows one ticket and follows what others do to it.

    Attributes:
        head, facts, history, comment, steps: what it is made of.
        place, said: where it is and what was said.
        timer: the one timer; it is armed only while the pane is on screen.
    """

    #: The user is done with it.
    closed = Signal()

    def __init__(self, session: Session, *, devices: Devices | None = None) -> None:
        """Show no ticket yet; ``devices`` are this computer's printers if None."""
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self._ticket_id: int | None = None
        self._detail: TicketDetail | None = None
        self._stale = False
        self._bare = False
        self._changes_at: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.say("The open ticket"))
        self.head = TicketHead(look, words)
        self.place = Label(look, "", Text.EMPHASIS, bold=True, wrap=True, selectable=True)
        self.said = Label(look, "", Text.EMPHASIS, wrap=True, selectable=True)
        for label in (self.place, self.said):
            label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.facts = FactsView(look, words)
        self.history = HistoryView(look, words)
        self._history_title = Section(look, words.say("History"))
        self.comment = CommentLine(look, words, STEP_KEYS[Step.COMMENT])
        self._comments = Comments(session, self.comment)
        self.steps = StepTaker(session, self, devices)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self._lay_out()
        self._connect()
        self._speak()
        self.restyle()

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._body = QVBoxLayout(self._inner)
        self._apart, self._apart_too = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._body.addWidget(self.place)
        self._body.addWidget(self.said)
        self._body.addItem(self._apart)
        self._body.addWidget(self.facts)
        self._body.addItem(self._apart_too)
        self._body.addWidget(self._history_title)
        self._body.addWidget(self.history)
        self._body.addStretch(1)
        self._scroll = Scroll(self._inner)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.comment)
        self._show_empty()

    def _connect(self) -> None:
        session = self._session
        self.head.step_asked.connect(self._step)
        self.head.copy_asked.connect(self.copy_number)
        self.head.left.connect(self.closed)
        self.facts.dial_asked.connect(self.dial)
        self.facts.link_opened.connect(self.show_ticket)
        self.comment.left.connect(self.setFocus)
        self.steps.comment_asked.connect(self._to_comment)
        self.timer.timeout.connect(self._refresh)
        self._scroll.verticalScrollBar().valueChanged.connect(self.update)
        session.changed.connect(self._hear)
        session.centre_changed.connect(self._speak_anew)
        session.look.changed.connect(self.restyle)

    # --- for the page ---------------------------------------------------------------------------
    @property
    def ticket(self) -> TicketRow | None:
        """The ticket it shows, as it stands."""
        return self._detail.row if self._detail is not None else None

    def show_ticket(self, ticket_id: int) -> None:
        """Show a ticket, read anew; a comment begun on another one stays with that one."""
        self._ticket_id = ticket_id
        self._comments.show_ticket(ticket_id)
        self._read()

    def take_step(self, row: TicketRow, step: Step) -> None:
        """Do a step at once, or open its sheet."""
        self.steps.take(row, step)

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of the open ticket; undo also takes back what a list has just done."""
        shown = self._is_shown
        for action in (
            Action("ticket.dial", mark("Show the telephone"), DIAL_KEY, Icon.EYE, self.dial, shown),
            Action(
                "ticket.copy",
                mark("Copy the ticket number"),
                COPY_KEY,
                Icon.COPY,
                self.copy_number,
                shown,
            ),
            Action(
                "ticket.print", mark("Print the slip"), PRINT_KEY, Icon.PRINT, self.print, shown
            ),
        ):
            actions.add(action, self)
        undo = mark("Undo the last step of a ticket")
        actions.add(
            Action("ticket.undo", undo, UNDO_KEY, Icon.UNDO, self.undo, self._can_undo), home
        )

    def state(self) -> dict[str, Any]:
        """Return the ticket shown, what is typed and where it is scrolled to."""
        return {
            "ticket": self._ticket_id,
            "comments": self._comments.state(),
            "typed": self.steps.state(),
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this pane left."""
        self._comments.restore(state.get("comments", {}))
        self.steps.restore(state.get("typed", {}))
        if state.get("ticket") is not None:
            self.show_ticket(state["ticket"])
            self._scroll.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    # --- what can be done -----------------------------------------------------------------------
    def dial(self) -> None:
        """Show the telephones whole and copy the caller's: somebody must dial it now."""
        if self._detail is None:
            return
        self._bare = True
        self._refresh()
        if phone := self._detail.row.caller_phone:
            QGuiApplication.clipboard().setText(phone)
            self._session.tell(self._session.words.say("The number is copied."))

    def copy_number(self) -> None:
        """Copy the number of the ticket."""
        if self._detail is not None:
            QGuiApplication.clipboard().setText(self._detail.row.number)
            self._session.tell(self._session.words.say("The number is copied."))

    def print(self) -> None:
        """Open the sheet that prints the slip."""
        if self._detail is not None:
            self.steps.take(self._detail.row, Step.PRINT_SLIP)

    def undo(self) -> None:
        """Take back the last step of the ticket shown, else of the ticket last stepped here."""
        seen = self._detail.row.seen if self._detail is not None and self.isVisible() else None
        self.steps.take_back(seen)

    def _is_shown(self) -> bool:
        return self._detail is not None

    def _can_undo(self) -> bool:
        return (self._detail is not None and self.isVisible()) or self.steps.can_take_back

    def _step(self, step: Step) -> None:
        if self._detail is not None:
            self.steps.take(self._detail.row, step)

    def _to_comment(self, row: TicketRow) -> None:
        """Begin a comment: in the line where it can be seen, else in a sheet."""
        if self.isVisible() and row.ticket_id == self._ticket_id:
            self.comment.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.steps.ask(row, Step.COMMENT)

    # --- what is shown --------------------------------------------------------------------------
    def _read(self) -> None:
        ticket, database = self._ticket_id, self._session.store.database
        if ticket is None:
            return
        self._stale = False
        self._session.read(lambda: detail.read(database, ticket), self._show, owner=self, key="one")

    def _show(self, ticket: TicketDetail | None) -> None:
        if ticket is None or ticket.row.ticket_id != self._ticket_id:
            return
        other = self._detail is None or self._detail.row.ticket_id != self._ticket_id
        self._detail = ticket
        at = 0 if other else self._scroll.verticalScrollBar().value()
        self._bare = self._bare and not other
        self._refresh()
        # The new heights first, else the bar would cut the place down to the old ones.
        self._body.activate()
        self._scroll.verticalScrollBar().setValue(at)

    def _show_empty(self) -> None:
        shown = self._detail is not None
        for widget in (self.head, self._scroll, self.comment):
            widget.setVisible(shown)

    def _refresh(self) -> None:
        ticket, now = self._detail, self._session.clock.now()
        if ticket is None:
            return
        row = ticket.row
        said = self._row_speaker.say(row, now)
        self.head.show_row(row, said)
        _put(self.place, said.place)
        _put(self.said, row.words)
        self.facts.become(self._fact_speaker.facts(ticket, now, bare=self._bare))
        self.history.become([self._history_speaker.say(step, now) for step in ticket.steps])
        self._show_empty()
        self._changes_at = said.changes_at
        self._arm()

    def _speak(self) -> None:
        words, centre = self._session.words, self._session.centre
        self._row_speaker = Speaker(words, centre.zone, centre.policy.soon)
        self._fact_speaker = FactSpeaker(words, centre)
        self._history_speaker = HistorySpeaker(words, centre)

    def _speak_anew(self) -> None:
        self._speak()
        self._refresh()

    def _hear(self, topics: frozenset[Topic]) -> None:
        if not topics & _TOPICS:
            return
        self._stale = True
        if self.isVisible():
            self._read()

    # --- time -----------------------------------------------------------------------------------
    def _arm(self) -> None:
        self.timer.stop()
        if not self.isVisible() or self._detail is None:
            return
        now = self._session.clock.now()
        soonest = min(now + _LONGEST, self._changes_at or now + _LONGEST)
        self.timer.start(max(1, ceil((soonest - now) / _MILLISECOND)))

    # --- Qt -------------------------------------------------------------------------------------
    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._body.setContentsMargins(s.room, s.small, s.room, s.room)
        self._body.setSpacing(s.small)
        self._apart.changeSize(0, s.unit)
        self._apart_too.changeSize(0, s.small)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while it was hidden, and let time pass."""
        super().showEvent(event)
        if self._stale:
            self._read()
        else:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the timer rest, and hide the telephone again."""
        super().hideEvent(event)
        self.timer.stop()
        self._bare = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the steps as the queue does; arrows scroll, Escape closes."""
        row = self.ticket
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        if event.key() == Qt.Key.Key_Menu:
            self.head.open_menu()
            return
        step = step_of(event, row.allowed) if row is not None else None
        if row is not None and step is not None:
            # A key held down is one wish.
            if not event.isAutoRepeat():
                self.steps.take(row, step)
            return
        lines = _SCROLLS.get(Qt.Key(event.key()))
        if lines is None:
            super().keyPressEvent(event)
            return
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + lines * self._session.look.sizes.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hairline where the page goes on below the head or above the comment."""
        c, s = self._session.look.colours, self._session.look.sizes
        bar, area = self._scroll.verticalScrollBar(), self._scroll.geometry()
        painter = QPainter(self)
        if bar.value() > bar.minimum():
            painter.fillRect(area.left(), area.top() - s.hair, area.width(), s.hair, c.line)
        if bar.value() < bar.maximum():
            painter.fillRect(area.left(), area.bottom() + 1, area.width(), s.hair, c.line)


def _put(label: Label, text: str) -> None:
    """Change a text only where it is another: what is selected in it stays selected."""
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
