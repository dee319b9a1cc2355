"""The queue on the Desk page: filters with counts, the list, one timer that keeps both true.

Every commit that may concern it is a hint to read again what is shown; time alone is waited for
with a timer armed for the next moment at which a row or a count changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.codes import Topic
from desk.tickets.queue import Chip, Filter
from desk.tickets.rows import TicketRow
from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.icon_button import IconButton
from desk.ui.queue import reading
from desk.ui.queue.chips import CHIP_ACTIONS, CHIP_KEYS, FilterChips
from desk.ui.queue.empty import empty_sentence
from desk.ui.queue.list import QueueList
from desk.ui.queue.reading import PAGE, Shown
from desk.ui.queue.said import Speaker
from desk.ui.queue.table import QueueTable
from desk.ui.session import Session
from desk.words.catalogue import mark

if TYPE_CHECKING:
    from desk.ui.exporting import ListExport
    from desk.ui.file_dialog import AskFile

#: What a commit must have touched to concern the queue.
_TOPICS = frozenset(
    {Topic.TICKETS, Topic.CALLS, Topic.CREWS, Topic.CATEGORIES, Topic.SETTINGS, Topic.COMMUNITIES}
)
#: A timer stands still while the computer sleeps: never rely on one for longer than this.
_LONGEST = timedelta(seconds=30)
_MILLISECOND = timedelta(milliseconds=1)

FOCUS_KEY = "F6"
EXPORT_KEY = "Ctrl+E"


class QueueView(QWidget):
    """The left column of the Desk page.

    Attributes:
        table, list, chips: what it is made of, for tests and for whoever lays it out.
        timer: the one timer; it is armed only while the view is on screen.
    """

    #: The chosen ticket as it stands (TicketRow), or None; again whenever its row changes.
    ticket_chosen = Signal(object)
    #: Enter or a double click on a ticket.
    ticket_opened = Signal(object)
    #: A step (``desk.tickets.states.Step``) was asked for on a TicketRow.
    step_asked = Signal(object, object)

    def __init__(self, session: Session, *, ask: AskFile | None = None) -> None:
        """Build the column; nothing is read before it is shown.

        Args:
            session: what it stands on.
            ask: asks for the file of an export, if not the system's own dialog.
        """
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self._wanted = Filter(community=session.community)
        self._on_screen = self._wanted
        self._reading = False
        self._stale = True
        self._explained = False
        self._next_change: datetime | None = None
        self._restoring: dict[str, Any] = {}
        self.table = QueueTable(self._speaker(), session.clock.now(), self)
        self.table.fetch_with(self._fetch)
        self.list = QueueList(look, words, self.table, self)
        self.chips = FilterChips(look, words, self)
        self._empty = EmptyState(
            look, "", words.say("Show the whole queue"), key="Esc", parent=self
        )
        self._empty.action.setVisible(False)
        self._empty.setVisible(False)
        self._ask = ask
        self._export: ListExport | None = None
        self._button = IconButton(
            look, Icon.EXPORT, words.say("Export the list"), key=EXPORT_KEY, parent=self
        )
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._lay_out()
        self._connect()
        self.restyle()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.chips, 1)
        self._head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        session = self._session
        self.list.chosen.connect(self.ticket_chosen)
        self.list.opened.connect(self.ticket_opened)
        self.list.step_asked.connect(self.step_asked)
        self.list.left.connect(self.clear_filter)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.chips.chosen.connect(self._filter)
        self._empty.wanted.connect(self.clear_filter)
        self._button.clicked.connect(self.export)
        self.timer.timeout.connect(self._time_passed)
        session.changed.connect(self._hear)
        session.centre_changed.connect(self._speak_anew)
        session.look.changed.connect(self.restyle)

    # --- for the page ---------------------------------------------------------------------------
    @property
    def chosen(self) -> TicketRow | None:
        """The chosen ticket as it stands now."""
        return self.list.chosen_row

    @property
    def chip(self) -> Chip | None:
        """The filter chosen now."""
        return self._wanted.chip

    def offer(self, actions: Actions, home: QWidget | None = None) -> None:
        """Add what can be done here to the window's actions; figures only with the focus here."""
        home = home or self
        actions.add(
            Action("queue.focus", mark("Go to the queue"), FOCUS_KEY, Icon.TO_DISPATCH, self.enter),
            home,
        )
        actions.add(
            Action("queue.export", mark("Export the list"), EXPORT_KEY, Icon.EXPORT, self.export),
            home,
        )
        for chip, (text, icon) in CHIP_ACTIONS.items():
            toggle = partial(self.chips.toggle, chip)
            action = Action(f"queue.{chip}", text, CHIP_KEYS[chip], icon, toggle)
            actions.add(action, self, focused=True)

    def enter(self) -> None:
        """Bring the keyboard to the list, to the chosen ticket or the first."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, ticket: int | None) -> bool:
        """Choose a ticket by its id and show it; say whether it is in what has been read."""
        return self.list.choose(ticket)

    def clear_filter(self) -> None:
        """Show the whole queue."""
        self.chips.choose(None)

    def export(self) -> None:
        """Export every row of the filter on screen."""
        # Not at the top: the first picture needs none of it.
        from desk.ui.exporting import ListExport, ask_file
        from desk.ui.queue.export import export

        if self._export is None:
            self._export = ListExport(self._session, self, self._ask or ask_file)
        export(self._export, self._session, self._wanted)

    def opened(self) -> None:
        """Read what changed while the view was hidden, and let time pass."""
        if self._stale:
            self.reload()
        else:
            self._time_passed()

    def state(self) -> dict[str, Any]:
        """Return filter, chosen ticket and scroll position for this view's next life."""
        chosen = self.chosen
        return {
            "chip": str(self._wanted.chip) if self._wanted.chip else "",
            "ticket": chosen.ticket_id if chosen else None,
            "rows": self.table.rowCount(),
            "scroll": self.list.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left, as soon as the rows are there."""
        self._restoring = dict(state)
        name = str(state.get("chip") or "")
        if name in list(Chip):
            self.chips.choose(Chip(name))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        look, s = self._session.look, self._session.look.sizes
        self._head.setContentsMargins(look.theme.margins(3, 4))
        self._head.setSpacing(s.small)
        self._column.setSpacing(0)

    # --- reading --------------------------------------------------------------------------------
    def reload(self) -> None:
        """Read again as many rows as are shown; while that is under way, once more after it."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        rows = max(PAGE, self.table.rowCount(), int(self._restoring.get("rows", 0)))
        wanted, now = self._wanted, self._session.clock.now()
        read = partial(reading.read, self._session.store.database, wanted, now, self._soon(), rows)
        self._run(read, self._show)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._session.jobs.run(work, done, self._failed, owner=self)

    def _failed(self, trouble: BaseException) -> None:
        self._reading = False
        self._arm()
        if not isinstance(trouble, Exception):
            raise trouble
        self._session.refuse(trouble)

    def _show(self, shown: Shown) -> None:
        self._reading = False
        if shown.wanted != self._wanted:
            self.reload()
            return
        self.chips.show_counts(shown.counts)
        self.table.set_more(shown.more)
        self.list.become(shown.rows, self._session.clock.now())
        if shown.wanted != self._on_screen and self.chosen is None:
            # Another filter is another list: it is read from its beginning.
            self.list.scrollToTop()
        self._on_screen = shown.wanted
        self._next_change = shown.next_change
        self._explain()
        self._take_up()
        if self._stale:
            self.reload()
        else:
            self._arm()

    def _fetch(self) -> None:
        """Read the page behind the last row."""
        last = self.table.row(self.table.rowCount() - 1)
        if self._reading or last is None:
            return
        self._reading = True
        wanted, now = self._wanted, self._session.clock.now()
        database, soon = self._session.store.database, self._soon()
        read = partial(reading.read_more, database, wanted, now, soon, last)
        self._run(read, partial(self._append, wanted))

    def _append(self, wanted: Filter, page: list[TicketRow]) -> None:
        self._reading = False
        if wanted == self._wanted and not self._stale:
            self.table.set_more(len(page) == PAGE)
            self.list.become([*self.table.rows, *page], self._session.clock.now())
            self._arm()
        elif self._stale or wanted != self._wanted:
            self.reload()

    def _take_up(self) -> None:
        if not self._restoring:
            return
        state, self._restoring = self._restoring, {}
        if (ticket := state.get("ticket")) is not None:
            self.list.choose(ticket)
        self.list.executeDelayedItemsLayout()
        self.list.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    def _explain(self) -> None:
        """Say why the list is empty, if it is."""
        if self.table.rowCount():
            return
        self._empty.set_sentence(empty_sentence(self._session.words, self._wanted.chip))
        self._empty.action.setVisible(self._wanted.chip is not None)
        if not self._explained:
            # Not before the first read: a queue that is still being read is not empty.
            self._explained = True
            self.list.set_empty(self._empty)

    # --- what happens ---------------------------------------------------------------------------
    def _hear(self, topics: frozenset[Topic]) -> None:
        if not topics & _TOPICS:
            return
        self._stale = True
        if self.isVisible():
            self.reload()

    def _speak_anew(self) -> None:
        self.table.speak(self._speaker())
        self._stale = True
        if self.isVisible():
            self.reload()

    def _filter(self, chip: Chip | None) -> None:
        self._wanted = replace(self._wanted, chip=chip)
        self._stale = True
        if self.isVisible():
            self.reload()

    def _scrolled(self) -> None:
        self.table.tick(self._session.clock.now())
        self._arm()

    # --- time -----------------------------------------------------------------------------------
    def _time_passed(self) -> None:
        now = self._session.clock.now()
        self.table.tick(now)
        if self._next_change is not None and now >= self._next_change:
            self._next_change = None
            self.reload()
        else:
            self._arm()

    def _arm(self) -> None:
        """Arm the timer for the next moment at which something on screen is no longer true."""
        self.timer.stop()
        if not self.isVisible():
            return
        now = self._session.clock.now()
        moments = [now + _LONGEST, self.table.changes_at(*self.list.visible())]
        moments.append(self._next_change)
        soonest = min(moment for moment in moments if moment is not None)
        self.timer.start(max(1, ceil((soonest - now) / _MILLISECOND)))

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the view comes on screen."""
        super().showEvent(event)
        self.opened()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the timer rest."""
        super().hideEvent(event)
        self.timer.stop()

    # --- small things ---------------------------------------------------------------------------
    def _soon(self) -> reading.Soon:
        return self._session.centre.policy.soon

    def _speaker(self) -> Speaker:
        return Speaker(self._session.words, self._session.centre.zone, self._soon())
