"""The Reports page: the day as the supervisor reads it in a minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.codes import Topic
from desk.reports.day import read_day
from desk.reports.day_report import DayReport
from desk.reports.standing import MANY
from desk.ui.actions import Action, Actions
from desk.ui.file_dialog import AskFile, ask_file
from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.scroll import Scroll
from desk.ui.page import Page
from desk.ui.reports.day_head import (
    BACK_KEY,
    FORTH_KEY,
    JUMP_KEY,
    LATE_KEY,
    PDF_KEY,
    PRINT_KEY,
    SHEET_KEY,
    TODAY_KEY,
    DayHead,
)
from desk.ui.reports.day_view import DayView
from desk.ui.reports.saving import DaySaving
from desk.ui.session import Session
from desk.words.catalogue import mark

#: What a commit must have touched to concern the day.
_TOPICS = frozenset(
    {Topic.TICKETS, Topic.CALLS, Topic.CREWS, Topic.CATEGORIES, Topic.SETTINGS, Topic.STAFF}
)
#: Time alone makes tickets overdue; a minute's page may be half a minute old.
_REFRESH = 30_000
#: Overdue tickets that are read for the screen; all are counted.
_ON_SCREEN = 100
#: The page of paper has room for a few.
_ON_PAPER = 100
_DAY = timedelta(days=1)
#: Nobody has a day before this.
_FIRST_DAY = date(2000, 1, 1)


class ReportsPage(Page):
    """One local day of the centre on one page; today follows what happens.

    Attributes:
        head, view, empty, sheet: what it is made of, for tests.
    """

    #: A ticket of the overdue list is to be shown on the Desk page (its id).
    ticket_opened = Signal(int)
    #: A question that had no answer shall become an article (its words).
    article_wanted = Signal(str)

    def __init__(self, session: Session, *, ask: AskFile = ask_file) -> None:
        super().__init__(session)
        look, words = session.look, session.words
        #: The day that is shown; None is today, whichever day that is.
        self._on: date | None = None
        self._report: DayReport | None = None
        self._reading = False
        self._stale = True
        self._away = True
        self.head = DayHead(look, words)
        self.view = DayView(look, words)
        self.empty = EmptyState(look, "", icon=Icon.REPORTS)
        self.sheet = Scroll(self.view)
        self._stack = QStackedWidget()
        # Until the first report is there nothing is said, least of all that nothing is overdue.
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._stack, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._saving = DaySaving(session, self, ask)
        self.timer = QTimer(self)
        self.timer.setInterval(_REFRESH)
        self._connect()
        self._show_day()

    def _connect(self) -> None:
        session, head = self.session, self.head
        head.stepped.connect(self.step)
        head.today_wanted.connect(self.go_today)
        head.day_typed.connect(self._typed)
        head.pdf_wanted.connect(self.save_pdf)
        head.sheet_wanted.connect(self.save_sheet)
        head.print_wanted.connect(self.print_day)
        self.view.ticket_opened.connect(self.ticket_opened)
        self.view.article_wanted.connect(self.article_wanted)
        self.timer.timeout.connect(self.reload)
        session.changed.connect(self._hear)
        session.centre_changed.connect(self.reload)

    # --- the window's contract --------------------------------------------------------------------
    def offer(self, actions: Actions) -> None:
        """Bind the keys of the page."""
        for name, text, key, icon, run in (
            ("back", mark("The day before"), BACK_KEY, Icon.CHEVRON_LEFT, partial(self.step, -1)),
            ("forth", mark("The day after"), FORTH_KEY, Icon.CHEVRON_RIGHT, partial(self.step, 1)),
            ("today", mark("Go to today"), TODAY_KEY, Icon.CALENDAR, self.go_today),
            ("jump", mark("Go to a date"), JUMP_KEY, Icon.CALENDAR, self.head.jump),
            ("late", mark("Go to the overdue tickets"), LATE_KEY, Icon.OVERDUE, self.view.enter),
            ("article", mark("Write an article"), "", Icon.ARTICLE, self.view.write_chosen),
            ("print", mark("Print the day"), PRINT_KEY, Icon.PRINT, self.print_day),
            ("pdf", mark("Save the day as a PDF"), PDF_KEY, Icon.SAVE, self.save_pdf),
            ("sheet", mark("Save the day as a workbook"), SHEET_KEY, Icon.EXPORT, self.save_sheet),
        ):
            actions.add(Action(f"day.{name}", text, key, icon, run), self)

    def opened(self) -> None:
        """Read what changed while the page was away; time has passed in any case."""
        self._away = False
        self.timer.start()
        self.reload()

    def state(self) -> dict[str, Any]:
        """Return the day, what was typed, and how far it was scrolled."""
        return {
            "on": self._on.isoformat() if self._on else "",
            "scroll": self.sheet.verticalScrollBar().value(),
            "typed": self.head.line.text(),
        } | self.view.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take them up again."""
        text = str(state.get("on") or "")
        self._on = date.fromisoformat(text) if text else None
        if typed := str(state.get("typed") or ""):
            self.head.line.setText(typed)
            self.head.line.show()
        self.view.restore(state)
        self._show_day()
        self.reload()
        bar, at = self.sheet.verticalScrollBar(), int(state.get("scroll") or 0)
        QTimer.singleShot(0, bar, lambda: bar.setValue(at))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper it stands on."""
        QPainter(self).fillRect(self.rect(), self.session.look.colours.paper)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let time pass unseen."""
        self._away = True
        self.timer.stop()
        super().hideEvent(event)

    # --- which day --------------------------------------------------------------------------------
    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._on or self.session.today()

    def step(self, days: int) -> None:
        """Go to another day, never beyond today."""
        self.show_day(self.day + days * _DAY)

    def go_today(self) -> None:
        """Show today, and go on with it past midnight."""
        self.show_day(self.session.today())

    def show_day(self, on: date) -> None:
        """Show a day; one that has not begun is today."""
        today = self.session.today()
        on = max(on, _FIRST_DAY)
        if on != self.day:
            self.sheet.verticalScrollBar().setValue(0)
        self._on = None if on >= today else on
        self._show_day()
        self.reload()

    def _typed(self, text: str) -> None:
        from desk.refusals import Refusal
        from desk.words import typed

        session = self.session
        try:
            on = typed.parse_day(text, session.centre.zone, session.clock.now())
            if on > session.today():
                raise Refusal("report.day_ahead", day=on.isoformat())
        except Refusal as refusal:
            self.head.complain(session.wording(refusal) or "")
            return
        self.head.leave()
        self.show_day(on)

    def _show_day(self) -> None:
        self.head.show_day(self.day, self.session.today())

    # --- reading ----------------------------------------------------------------------------------
    def reload(self) -> None:
        """Read the day; while that is under way, once more after it."""
        if self._away or self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        self._show_day()
        read = self._reader(_ON_SCREEN)
        self.session.jobs.run(read, self._show, self._failed, owner=self)

    def _reader(self, most: int) -> partial[DayReport]:
        session = self.session
        return partial(
            read_day,
            session.store.database,
            session.centre,
            session.community,
            self.day,
            session.clock.now(),
            session.words,
            most,
        )

    def _show(self, report: DayReport) -> None:
        self._reading = False
        if report.day == self.day:
            self._report = report
            self._show_report(report)
        if self._stale:
            self.reload()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self.session.refuse(error)

    def _show_report(self, report: DayReport) -> None:
        words, today = self.session.words, self.session.today()
        self.head.show_report(report, today)
        if report.is_empty:
            sentence = (
                words.say("Nothing has come in today yet. The day fills by itself.")
                if report.day == today
                else words.say("Nothing happened at this desk on that day.")
            )
            self.empty.set_sentence(sentence)
            self._stack.setCurrentWidget(self.empty)
            return
        self.view.show_report(report, today)
        self._stack.setCurrentWidget(self.sheet)

    def _hear(self, topics: frozenset[Topic]) -> None:
        if topics & _TOPICS:
            self.reload()

    # --- out of the window ------------------------------------------------------------------------
    def save_pdf(self) -> None:
        """Save the page of paper."""
        self._saving.start(".pdf", self.day, self._signed(_ON_PAPER))

    def save_sheet(self) -> None:
        """Save the workbook."""
        self._saving.start(".xlsx", self.day, self._signed(MANY))

    def print_day(self) -> None:
        """Print the page of paper."""
        from desk.ui.printing.devices import system_devices
        from desk.ui.reports.print_sheet import DayPrintSheet

        session = self.session
        sheet = DayPrintSheet(
            session, self.window(), self._signed(_ON_PAPER), system_devices(session.papers)
        )
        sheet.save_wanted.connect(self.save_pdf)
        sheet.open()

    def _signed(self, most: int) -> partial[DayReport]:
        """Return what reads the day for paper, with the name of who makes it."""
        staff = self.session.staff
        return partial(_read_as, self._reader(most), staff.name if staff is not None else "")


def _read_as(read: partial[DayReport], name: str) -> DayReport:
    return replace(read(), made_by=name)
