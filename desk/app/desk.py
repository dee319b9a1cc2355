"""One running window with everything that keeps it going."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QWidget

from desk.app.ground import Ground
from desk.app.papers import PdfPapers
from desk.calls import log
from desk.calls.drafts import DraftFile
from desk.calls.memory import Memory
from desk.centre import staff
from desk.centre.profile import Centre
from desk.community import communities
from desk.refusals import Refusal
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.actions import Actions
from desk.ui.call.conversation import Conversation
from desk.ui.desk_page import DeskPage
from desk.ui.icons import Icon
from desk.ui.keeping import Keeping
from desk.ui.listening import Listening
from desk.ui.page import Page
from desk.ui.printing.at_once import print_at_once
from desk.ui.queue.critical import RingingBar
from desk.ui.session import Session
from desk.ui.window import Place, Window
from desk.words.catalogue import mark

if TYPE_CHECKING:
    from desk.centre.staff import StaffRow
    from desk.tickets.seen import Made
    from desk.ui.staff.signing_in import SigningIn

_log = logging.getLogger(__name__)


class Desk:
    """One running window with all that keeps it going; ``close`` ends it cleanly.

    Attributes:
        session, window, conversation: what tests and the tour drive.
    """

    def __init__(self, ground: Ground, *, listen: bool = True) -> None:
        self._ground = ground
        self._translator: QTranslator | None = None
        centre = Centre.read()
        community = communities.active()[0]
        self.session = Session(
            store=ground.store,
            clock=ground.clock,
            jobs=ground.jobs,
            words=ground.words,
            look=ground.look,
            folder=ground.folder,
            settings=ground.settings,
            centre=centre,
            memory=Memory(ground.store, community.id),
            papers=PdfPapers(ground.words),
            community=community.id,
        )
        file, drafts = DraftFile.claim(ground.folder)
        self.session.name_desk(file.slot)
        # After a power cut a draft may stand in its file although its call was stored.
        self.conversation = Conversation(self.session, file, log.unfinished(drafts))
        self.conversation.ticket_made.connect(self._print_new)
        self.window = Window(
            self.session, self._places(), above=self._above, over=self._places_over()
        )
        self.window.file_dropped.connect(self._import_file)
        self.window.closing.connect(self.close)
        self.window.spoken.connect(self._speak_qt)
        self._speak_qt()
        self._signing_in: SigningIn | None = None
        self.window.sign_in_wanted.connect(self._ask_who)
        self._closed = False
        self._listening = Listening(ground.store.feed, self.session.hear) if listen else None
        self._keeping = Keeping(self.session)

    def show(self, *, ask_who: bool = True) -> None:
        """Show the window; what its first picture does not need is loaded after it.

        Args:
            ask_who: ask at once who is at the desk; Escape leaves it for later.
        """
        self.window.show()
        memory, today = self.session.memory, self.session.today()
        self.session.read(
            lambda: memory.load(today), lambda _none: self._loaded(), owner=self.window
        )
        if self._listening is not None:
            self._listening.start()
        self._keeping.start()
        if self._ground.trouble:
            self.session.told.emit(self._ground.trouble, True)
        # After the first picture: the sheets and the hashing of PINs are no part of it.
        QTimer.singleShot(0, self.window, self._ask_at_start if ask_who else self._sheets)

    def close(self) -> None:
        """Write down what must not be lost, then let go of everything; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._keeping.stop()
        if self._listening is not None:
            self._listening.close()
        try:
            self.conversation.autosave.finish()
        except (OSError, Refusal) as error:
            # Said while typing already; the file still holds what was saved before.
            _log.error("the drafts could not be saved at the end: %s", type(error).__name__)
        self.session.close()
        self._ground.close()

    def _print_new(self, made: Made) -> None:
        print_at_once(self.session, made.ticket_id)

    def _ask_at_start(self) -> None:
        """Ask who is there, unless nobody can be: a folder that a script began has no staff yet."""
        self._sheets()
        self.session.read(staff.active, self._ask_one_of, owner=self.window)

    def _ask_one_of(self, rows: list[StaffRow]) -> None:
        if rows:
            self._ask_who()

    def _ask_who(self) -> None:
        self._sheets().ask()

    def _sheets(self) -> SigningIn:
        from desk.ui.staff.signing_in import SigningIn

        if self._signing_in is None:
            self._signing_in = SigningIn(self.session, self.window)
        return self._signing_in

    def _loaded(self) -> None:
        self.session.memory_changed.emit()

    def _places(self) -> list[Place]:
        return [
            Place("desk", mark("Desk"), Icon.DESK, self._desk),
            Place("knowledge", mark("Knowledge"), Icon.KNOWLEDGE, self._knowledge),
            Place("residents", mark("Residents"), Icon.RESIDENTS, self._residents),
            Place("reports", mark("Reports"), Icon.REPORTS, self._reports),
            Place("settings", mark("Settings"), Icon.SETTINGS, self._settings),
        ]

    def _places_over(self) -> list[Place]:
        name = mark("Import a file")
        return [Place("import", name, Icon.IMPORT, self._import, key="Ctrl+I")]

    def _import(self, session: Session) -> Page:
        from desk.ui.intake.page import ImportPage

        page = ImportPage(session)
        page.left.connect(self.window.back)
        return page

    def _import_file(self, path: Path) -> None:
        """Show what stands in a file somebody brought."""
        from desk.ui.intake.page import ImportPage

        page = self.window.go("import")
        if isinstance(page, ImportPage):
            page.take(path)

    def _import_kind(self, kind: str) -> None:
        """Open the way in for one kind of file."""
        from desk.ui.intake.page import ImportPage

        page = self.window.go("import")
        if isinstance(page, ImportPage):
            page.expect(kind)

    def _desk(self, session: Session) -> Page:
        return DeskPage(session, self.conversation)

    def _knowledge(self, session: Session) -> Page:
        from desk.ui.knowledge.page import KnowledgePage

        page = KnowledgePage(session)
        page.import_wanted.connect(self._import_kind)
        return page

    def _residents(self, session: Session) -> Page:
        from desk.ui.residents.page import ResidentsPage

        page = ResidentsPage(session)
        page.import_wanted.connect(self._import_kind)
        page.ticket_opened.connect(self._open_ticket)
        return page

    def _reports(self, session: Session) -> Page:
        from desk.ui.reports.page import ReportsPage

        page = ReportsPage(session)
        page.ticket_opened.connect(self._open_ticket)
        page.article_wanted.connect(self._write_article)
        return page

    def _settings(self, session: Session) -> Page:
        from desk.ui.settings_page.page import SettingsPage

        page = SettingsPage(session)
        page.language_chosen.connect(self.window.speak)
        return page

    def _above(self, actions: Actions) -> QWidget | None:
        bar = RingingBar(self.session)
        bar.offer(actions)
        bar.ticket_opened.connect(self._open_ringing)
        bar.step_asked.connect(self._step_ringing)
        return bar

    def _open_ringing(self, row: TicketRow) -> None:
        self._open_ticket(row.ticket_id)

    def _open_ticket(self, ticket: int) -> None:
        page = self.window.go("desk")
        if isinstance(page, DeskPage):
            page.show_ticket(ticket)

    def _write_article(self, question: str) -> None:
        """Begin the article somebody asked for and did not get."""
        from desk.ui.knowledge.page import KnowledgePage

        page = self.window.go("knowledge")
        if isinstance(page, KnowledgePage):
            page.new(question)

    def _step_ringing(self, row: TicketRow, step: Step) -> None:
        page = self.window.go("desk")
        if isinstance(page, DeskPage):
            page.ticket.take_step(row, step)

    def _speak_qt(self) -> None:
        """Let Qt's own dialogs speak the language of the window."""
        app, words = self._ground.app, self.session.words
        if isinstance(self.session.papers, PdfPapers):
            self.session.papers.words = words
        QLocale.setDefault(QLocale(words.language))
        if self._translator is not None:
            app.removeTranslator(self._translator)
        self._translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{words.language}", folder):
            app.installTranslator(self._translator)
