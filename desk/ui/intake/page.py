"""The import page: a file is dropped, seen as it was understood, corrected, decided, imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.sheets.columns import Choice
from desk.ui.actions import Action, Actions
from desk.ui.exporting import AskFile, ListExport, ask_file
from desk.ui.icons import Icon
from desk.ui.intake import said, understood
from desk.ui.intake.asking import AskOpen, ask_open, filters
from desk.ui.intake.content import Content
from desk.ui.intake.file_in_hand import FileInHand
from desk.ui.intake.leaving_sheet import LeavingSheet
from desk.ui.intake.left_out import save_left_out
from desk.ui.intake.results_view import EXPORT_KEY, Part
from desk.ui.intake.start_view import CHOOSE_KEY, StartView
from desk.ui.intake.understood import KNOWLEDGE, ROSTER, TICKETS, Understood
from desk.ui.intake.work import Pace, Stopped, Work
from desk.ui.page import Page
from desk.ui.session import Session
from desk.words.catalogue import mark

if TYPE_CHECKING:
    from desk.intake.record import Imported
    from desk.ui.intake.understood import Compared

IMPORT_KEY, TURN_KEY = "Ctrl+Return", "F6"
#: Where what was imported is seen.
_BELONGS = {ROSTER: "residents", TICKETS: "desk", KNOWLEDGE: "knowledge"}


class ImportPage(Page):
    """Opens over the page one was on; Escape goes back to it.

    Attributes:
        start: what is seen while there is no file, or one that could not be read.
        content: what is seen of a file.
        work: reads, compares and publishes.
    """

    #: The page is left; for a place of the window, or '' for where one came from.
    left = Signal(str)

    def __init__(
        self, session: Session, *, ask: AskOpen = ask_open, ask_where: AskFile = ask_file
    ) -> None:
        super().__init__(session)
        self._ask = ask
        self._file: FileInHand | None = None
        self._hint = ROSTER
        self.work = Work(session, self)
        self.start = StartView(session)
        self.content = Content(session)
        self._waiting = QWidget()
        self._leaving = LeavingSheet(session, self)
        self._export = ListExport(session, self, ask_where)
        self._stack = QStackedWidget()
        for widget in (self.start, self._waiting, self.content):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.start.choose_wanted.connect(self.choose)
        self.start.back_wanted.connect(self.leave)
        content = self.content
        content.choose_wanted.connect(self.choose)
        content.back_wanted.connect(self.leave)
        content.kind_chosen.connect(self._take_kind)
        content.columns.corrected.connect(self._correct)
        content.results.export_wanted.connect(self.export)
        content.results.decisions.changed.connect(self._say_what_happens)
        content.import_wanted.connect(self.publish)
        self.work.advanced.connect(content.show_progress)

    # --- the window's contract --------------------------------------------------------------------
    def offer(self, actions: Actions) -> None:
        """Bind the keys of the page."""
        for action in (
            Action("import.choose", mark("Choose a file"), CHOOSE_KEY, Icon.FOLDER, self.choose),
            self._shown("publish", mark("Import what was read"), IMPORT_KEY, self.publish),
            self._shown(
                "turn", mark("Between columns and what was read"), TURN_KEY, self.content.turn
            ),
            self._shown(
                "export",
                mark("Save the list of what was not understood"),
                EXPORT_KEY,
                self.export,
            ),
        ):
            actions.add(action, self)

    def _shown(self, name: str, text: str, key: str, run: Callable[[], None]) -> Action:
        """Return an action on the file that is shown."""
        return Action(f"import.{name}", text, key, Icon.IMPORT, run, self._can_show)

    def opened(self) -> None:
        """Put the keyboard where one goes on."""
        self.window().removeEventFilter(self)
        self.window().installEventFilter(self)
        if self._stack.currentWidget() is self.start:
            self.start.take_focus()
        elif self._stack.currentWidget() is self.content:
            self.content.take_focus()

    def state(self) -> dict[str, Any]:
        """Return the file with what was understood and decided; nothing is read again."""
        # Whoever takes up this state begins again what was not done yet.
        self.work.stop()
        file = self._file
        if file is not None and file.found is not None:
            file.decisions = self.content.results.decisions.state()
        return {"file": file, "hint": self._hint, "view": self.content.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
        self._hint = state.get("hint", ROSTER)
        file = state.get("file")
        if not isinstance(file, FileInHand):
            return
        self._file = file
        if file.refused is not None:
            self._refuse(file.refused)
        elif file.found is None:
            self._read()
        else:
            self.content.results.decisions.restore(file.decisions)
            self._show_found(file.found)
            self.content.restore(state.get("view", {}))
            if (file.kind, file.choices) != (file.found.kind, file.found.choices):
                self._read()
            elif file.plan is not None:
                self._show_plan(file.plan)
            else:
                self._compare()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give up what is under way when the window closes: nothing of it is half done."""
        if event.type() == QEvent.Type.Close:
            self.work.stop()
        return False

    # --- a file ---------------------------------------------------------------------------------
    @property
    def found(self) -> Understood | None:
        """What was understood of the file in hand."""
        return self._file.found if self._file is not None else None

    def expect(self, kind: str) -> None:
        """Take a file for this kind where it looks like none."""
        self._hint = kind

    def choose(self) -> None:
        """Ask for a file."""
        words = self.session.words
        path = self._ask(self, words.say("Choose a file"), filters(words))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file; asks first where decisions about another one would be lost."""
        if self._leaving.isVisible():
            return
        self._sure(partial(self._begin, path))

    def leave(self) -> None:
        """Go back to where one came from; asks first where decisions would be lost."""
        if self.work.busy:
            self.work.stop()
        self._sure(self._leave)

    def _sure(self, then: Callable[[], None]) -> None:
        if self.decided:
            self._leaving.ask(then)
        else:
            then()

    @property
    def decided(self) -> bool:
        """Whether leaving would lose something."""
        file = self._file
        if file is None or file.found is None:
            return False
        return bool(file.choices) or self.content.results.decisions.decided

    def _leave(self) -> None:
        self._forget()
        self.left.emit("")

    def _begin(self, path: Path) -> None:
        self._forget()
        self._file = FileInHand(path)
        self._stack.setCurrentWidget(self._waiting)
        self._read()

    def _forget(self) -> None:
        """Let go of the file; what is large goes in another thread, where it takes its time."""
        old, self._file = [self._file], None
        self.content.clear()
        self.start.show_start()
        self._stack.setCurrentWidget(self.start)
        self.work.let_go(old)

    # --- reading ----------------------------------------------------------------------------------
    def _read(self) -> None:
        """Read the file as it is meant now; what is on screen stays until it is there."""
        file = self._file
        if file is None:
            return
        words, community = self.session.words, self.session.community
        path, opened, choices = file.path, file.opened, file.choices
        kind, hint = file.kind, self._hint
        opening, reading = words.say("Opening the file"), words.say("Reading the rows")

        def read(pace: Pace) -> Understood:
            pace.say(opening)
            book = opened or understood.open_file(path, pace)
            pace.say(reading)
            meant = kind or book.guessed or hint
            return understood.understand(book, meant, choices, community, pace)

        title = words.say("Reading {file}", file=path.name)
        self.work.run(title, read, self._take_found, self._could_not_read)

    def _take_found(self, found: Understood) -> None:
        file = self._file
        if file is None:
            return
        old = [file.found, file.plan]
        file.opened, file.kind, file.found, file.plan = found.opened, found.kind, found, None
        file.choices = found.choices
        first = old[0] is None
        self._show_found(found)
        self.work.let_go(old)
        if first and self.isVisible():
            self.content.take_focus()
        self._compare()

    def _show_found(self, found: Understood) -> None:
        self._stack.setCurrentWidget(self.content)
        self.content.show_found(found)

    def _could_not_read(self, error: Exception) -> None:
        file = self._file
        if file is None:
            return
        if file.found is not None:
            # A correction was stopped or failed: what was understood before still stands.
            file.kind, file.choices = file.found.kind, file.found.choices
            self._show_found(file.found)
            if file.plan is None:
                self._compare()
            if not isinstance(error, Stopped):
                self.session.refuse(error)
        elif isinstance(error, Stopped):
            self._forget()
            self.opened()
        elif self.session.wording(error) is None:
            self._forget()
            self.session.refuse(error)
        else:
            file.refused = error
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.start.show_refused(self.session.wording(error) or "")
        self._stack.setCurrentWidget(self.start)
        if self.isVisible():
            self.start.take_focus()

    def _take_kind(self, kind: str) -> None:
        file = self._file
        if file is not None and kind != file.kind:
            file.kind, file.choices = kind, ()
            self.content.results.decisions.clear()
            self._read()

    def _correct(self, choice: Choice) -> None:
        """Take what somebody says a column is, and read again."""
        file = self._file
        if file is None or file.found is None:
            return
        before = len(file.choices)
        file.choices = understood.with_choice(file.found, choice)
        also = len(file.choices) - before - 1
        if also > 0:
            self.session.tell(said.also(self.session.words, also))
        self._read()

    # --- comparing --------------------------------------------------------------------------------
    def _compare(self) -> None:
        """Hold what was read against what is there; the page can be used meanwhile."""
        file = self._file
        if file is None or file.found is None:
            return
        session, read = self.session, file.found.read
        community, centre, now = session.community, session.centre, session.clock.now()
        self.content.show_comparing()
        self.work.run(
            session.words.say("Comparing with what is there"),
            lambda pace: understood.compare(read, community, centre, now, pace),
            self._show_plan,
            self._could_not_compare,
            quiet=True,
        )

    def _show_plan(self, plan: Compared) -> None:
        file = self._file
        if file is None or file.found is None:
            return
        file.plan = plan
        self.content.show_plan(file.found, plan)
        self._say_what_happens()

    def _could_not_compare(self, error: Exception) -> None:
        self.content.show_uncompared()
        if not isinstance(error, Stopped):
            self.session.refuse(error)

    def _say_what_happens(self) -> None:
        if self._file is not None and self._file.found is not None and self._file.plan is not None:
            self.content.say_what_happens(self._file.found, self._file.plan)

    # --- importing --------------------------------------------------------------------------------
    def _can_show(self) -> bool:
        return self._stack.currentWidget() is self.content

    def _can_publish(self) -> bool:
        return self._can_show() and self.content.ready and not self.work.busy

    def publish(self) -> None:
        """Import what was read, as a supervisor."""
        if self._can_publish():
            self.session.supervise(self._publish)
        elif self._can_show() and not self.work.busy and self._file and self._file.plan is None:
            self._compare()

    def _publish(self, actor: Actor) -> None:
        file = self._file
        if file is None or file.found is None or file.plan is None or self.work.busy:
            return
        session, plan, origin = self.session, file.plan.plan, file.found.opened.origin
        store, community, centre = session.store, session.community, session.centre
        now, decided = session.clock.now(), self.content.decided(file.found.kind)
        words = session.words
        title = words.say("Importing {file}", file=file.path.name)
        writing = words.say("Writing; nothing of it is seen before all of it is there")

        def write(pace: Pace) -> Imported:
            pace.say(writing)
            return understood.store(
                store, actor, now, community, plan, decided, origin, centre, pace
            )

        self.work.run(title, write, self._published, self._could_not_publish)

    def _published(self, imported: Imported) -> None:
        self._forget()
        self.session.tell(said.imported(self.session.words, imported))
        self.left.emit(_BELONGS[imported.kind])

    def _could_not_publish(self, error: Exception) -> None:
        words = self.session.words
        if isinstance(error, Stopped):
            self.session.tell(words.say("Stopped; nothing was imported."))
            return
        self.session.refuse(error)
        if isinstance(error, Refusal) and error.code.endswith(".stale"):
            self._compare()

    # --- the rest ---------------------------------------------------------------------------------
    def export(self) -> None:
        """Save the list of what was not understood and of what was of no use."""
        found = self.found
        if found is None or not self.content.results.export.isEnabled():
            return
        save_left_out(self.session, self._export, found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if self.content.results.part is Part.COLUMNS and self.content.narrow:
                self.content.results.show_part(Part.READ)
                return
            self.leave()
            return
        super().keyPressEvent(event)
