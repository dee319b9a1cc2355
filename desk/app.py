"""Builds everything, once: the one place that knows all parts of the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desk import settings as this_computer
from desk.calls.drafts import DraftFile
from desk.calls.memory import Memory
from desk.centre import first_day
from desk.centre.profile import Centre
from desk.clock import Clock
from desk.community import communities
from desk.models.database import Store
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui import fonts
from desk.ui.actions import Actions
from desk.ui.call.conversation import Conversation
from desk.ui.desk_page import DeskPage
from desk.ui.icons import Icon
from desk.ui.jobs import Jobs
from desk.ui.keeping import Keeping
from desk.ui.listening import Listening
from desk.ui.look import Look
from desk.ui.page import Page
from desk.ui.queue.critical import RingingBar
from desk.ui.session import Session
from desk.ui.theme import Scheme
from desk.ui.window import Place, Window
from desk.words.catalogue import Words, mark
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.reports.day_report import DayReport
    from desk.tickets.work_order import WorkOrder
    from desk.ui.papers import PageImage


_SCHEMES: dict[str, Scheme] = {"light": "light", "dark": "dark"}


class PdfPapers:
    """Hands the window its paper; reportlab is imported with the first slip."""

    def __init__(self, session_words: Words) -> None:
        self.words = session_words

    def slip(self, orders: Sequence[WorkOrder], size: str) -> bytes:
        """Return the slips as one PDF."""
        from desk.paper.slip import slip

        return slip(orders, self.words, "A4" if size == "A4" else "A5")

    def day(self, report: DayReport) -> bytes:
        """Return the day on one page as a PDF."""
        from desk.paper.day import day

        return day(report, self.words)

    def pages(self, pdf: bytes, dpi: int) -> Sequence[PageImage]:
        """Return each page as pixels."""
        from desk.paper.raster import rasterise_all

        return list(rasterise_all(pdf, dpi))


def new_application() -> QApplication:
    """Return the one application of this process, made now."""
    if sys.platform.startswith("linux") and "QT_IM_MODULE" not in os.environ:
        # PySide's wheels bring the ibus plugin, which fcitx5 serves too.
        os.environ["QT_IM_MODULE"] = "ibus"
    app = QApplication(sys.argv[:1])
    app.setApplicationName("desk")
    app.setStyle("Fusion")
    return app


@dataclass
class Parts:
    """The ground of a window; ``trouble`` is a sentence it should show, such as a missing font."""

    app: QApplication
    folder: Path
    settings: this_computer.Settings
    clock: Clock
    store: Store
    jobs: Jobs
    look: Look
    words: Words
    trouble: str = ""


class Desk:
    """One running window with all that keeps it going; ``close`` ends it cleanly.

    Attributes:
        session, window, conversation: what tests and the tour drive.
    """

    def __init__(self, parts: Parts, *, listen: bool = True) -> None:
        self._parts = parts
        self._translator: QTranslator | None = None
        centre = Centre.read()
        community = communities.active()[0]
        self.session = Session(
            store=parts.store,
            clock=parts.clock,
            jobs=parts.jobs,
            words=parts.words,
            look=parts.look,
            folder=parts.folder,
            settings=parts.settings,
            centre=centre,
            memory=Memory(parts.store, community.id),
            papers=PdfPapers(parts.words),
            community=community.id,
        )
        file, drafts = DraftFile.claim(parts.folder)
        if not parts.settings.desk:
            self.session.name_desk(file.slot)
        self.conversation = Conversation(self.session, file, drafts)
        self.window = Window(self.session, self._places(), above=self._above)
        self.window.closing.connect(self.close)
        self.window.spoken.connect(self._speak_qt)
        self._speak_qt()
        self._closed = False
        self._listening = Listening(parts.store.feed, self.session.hear) if listen else None
        self._keeping = Keeping(self.session)

    def show(self) -> None:
        """Show the window; what its first picture does not need is loaded after it."""
        self.window.show()
        memory, today = self.session.memory, self.session.today()
        self.session.read(
            lambda: memory.load(today), lambda _none: self._loaded(), owner=self.window
        )
        if self._listening is not None:
            self._listening.start()
        self._keeping.start()
        if self._parts.trouble:
            self.session.told.emit(self._parts.trouble, True)

    def close(self) -> None:
        """Write down what must not be lost, then let go of everything; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._keeping.stop()
        if self._listening is not None:
            self._listening.close()
        self.conversation.autosave.finish()
        self.session.close()
        self._parts.jobs.close()
        self._parts.store.close()

    def _loaded(self) -> None:
        self.session.memory_changed.emit()

    def _places(self) -> list[Place]:
        return [
            Place("desk", mark("Desk"), Icon.DESK, self._desk),
            Place("knowledge", mark("Knowledge"), Icon.KNOWLEDGE, _knowledge),
            Place("residents", mark("Residents"), Icon.RESIDENTS, _residents),
            Place("reports", mark("Reports"), Icon.REPORTS, _reports),
            Place("settings", mark("Settings"), Icon.SETTINGS, self._settings),
        ]

    def _desk(self, session: Session) -> Page:
        return DeskPage(session, self.conversation)

    def _settings(self, session: Session) -> Page:
        from desk.ui.settings_page.page import SettingsPage

        return SettingsPage(session)

    def _above(self, actions: Actions) -> QWidget | None:
        bar = RingingBar(self.session)
        bar.offer(actions)
        bar.ticket_opened.connect(self._open_ringing)
        bar.step_asked.connect(self._step_ringing)
        return bar

    def _open_ringing(self, row: TicketRow) -> None:
        page = self.window.go("desk")
        if isinstance(page, DeskPage):
            page.open_ticket(row)

    def _step_ringing(self, row: TicketRow, step: Step) -> None:
        page = self.window.go("desk")
        if isinstance(page, DeskPage):
            page.ticket.take_step(row, step)

    def _speak_qt(self) -> None:
        """Let Qt's own dialogs speak the language of the window."""
        app, words = self._parts.app, self.session.words
        if isinstance(self.session.papers, PdfPapers):
            self.session.papers.words = words
        QLocale.setDefault(QLocale(words.language))
        if self._translator is not None:
            app.removeTranslator(self._translator)
        self._translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{words.language}", folder):
            app.installTranslator(self._translator)


def _knowledge(session: Session) -> Page:
    from desk.ui.knowledge.page import KnowledgePage

    return KnowledgePage(session)


def _residents(session: Session) -> Page:
    from desk.ui.residents.page import ResidentsPage

    return ResidentsPage(session)


def _reports(session: Session) -> Page:
    from desk.ui.reports.page import ReportsPage

    return ReportsPage(session)


def lay_ground(app: QApplication, folder: Path, clock: Clock) -> Parts:
    """Open the database and load the fonts: everything below the window.

    Raises:
        Refusal: the data folder or the database cannot be used; ``desk.words`` has the sentence.
    """
    settings = this_computer.load(folder)
    words = Words(settings.language)
    loaded = fonts.load()
    now = clock.now()
    if settings.database_url:
        store = Store.open_url(settings.database_url, now)
    else:
        store = Store.open(folder, now)
    look = Look(app, chosen=_SCHEMES.get(settings.scheme), family=loaded.family)
    jobs = Jobs(app, leaving=lambda _lane: store.release())
    trouble = sentence(words, loaded.trouble) if loaded.trouble is not None else ""
    return Parts(app, folder, settings, clock, store, jobs, look, words, trouble)


def needs_first_day() -> bool:
    """Return whether nobody has set up the centre yet."""
    return first_day.is_needed()
