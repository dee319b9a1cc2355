"""The lexicon in the Knowledge place: the concepts at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.answers import concepts
from desk.answers.concepts import Standing, StoredConcept
from desk.language.lexicon import Lexicon
from desk.reports import lexicon as lists
from desk.ui.actions import Action, Actions
from desk.ui.catching_up import CatchingUp
from desk.ui.exporting import AskFile, ListExport
from desk.ui.icons import Icon
from desk.ui.knowledge.article_view import EDIT_KEY
from desk.ui.meanings import said, shown
from desk.ui.meanings.browser import MeaningBrowser
from desk.ui.meanings.draft import NEW
from desk.ui.meanings.editor import REMOVE_KEY, RESTORE_KEY, Editor
from desk.ui.meanings.shown import Shown
from desk.ui.meanings.turning import Turning
from desk.ui.meanings.writing import Writing
from desk.ui.panes import Panes
from desk.ui.session import Session
from desk.ui.writing.draft_file import DraftFile
from desk.ui.writing.frame import SAVE_KEY
from desk.ui.writing.next_life import NextLife
from desk.words.catalogue import mark


class Meanings(QWidget):
    """The concepts in effect, to be searched, read and edited.

    Attributes:
        browser, editor, writing, panes: what it is made of.
    """

    #: The id of an article somebody wants to read.
    article_wanted = Signal(int)

    def __init__(self, session: Session, switch: QWidget, ask: AskFile) -> None:
        """Make it; ``switch`` stands below its title, ``ask`` asks for the name of a file."""
        super().__init__()
        self.session = session
        self._current: str | None = None
        self._found: Shown | None = None
        self._caret_wanted = False
        self.browser = MeaningBrowser(session, switch)
        self.editor = Editor(session)
        self.writing = Writing(session, self.editor, self)
        self._news = CatchingUp(self, self._read_again)
        self._turning = Turning(session, self)
        self._turning.refused.connect(self._news.want)
        self.drafts = DraftFile(session, self.writing, self, "meanings")
        self._blank = QWidget()
        self.right = QStackedWidget()
        self.right.addWidget(self._blank)
        self.right.addWidget(self.editor)
        self.panes = Panes(session.look, self.browser, self.right)
        self._life = NextLife(self.browser, self.drafts, self.panes, self._show)
        self._export = ListExport(session, self, ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.browser.chosen.connect(self._show)
        self.browser.opened.connect(self.edit)
        self.browser.new_wanted.connect(self.new)
        self.browser.export_wanted.connect(self.export)
        self.browser.list.paged.connect(self.editor.page)
        self.editor.remove_wanted.connect(self.remove)
        self.editor.restore_wanted.connect(self.restore_standard)
        self.editor.touched.article_wanted.connect(self.article_wanted)
        self.writing.unsaved_changed.connect(self._mark_unsaved)
        self.writing.saved.connect(self._saved)
        self.writing.left.connect(self._left)
        self.drafts.found.connect(self._show_found)
        session.memory_changed.connect(self._news.want)
        session.centre_changed.connect(self._news.want)

    def offer(self, actions: Actions) -> None:
        """Bind the keys."""
        self.browser.offer(actions, self)
        writing = self.writing
        for action in (
            Action("meaning.edit", mark("Edit the meaning"), EDIT_KEY, Icon.EDIT, self.edit),
            Action(
                "meaning.save",
                mark("Save the meaning"),
                SAVE_KEY,
                Icon.SAVE,
                writing.save,
                lambda: writing.current is not None,
            ),
            Action(
                "meaning.restore",
                mark("Back to the company standard"),
                RESTORE_KEY,
                Icon.UNDO,
                self.restore_standard,
                self._can_restore,
            ),
        ):
            actions.add(action, self)
        text = mark("Take the meaning out of use")
        remove = Action("meaning.remove", text, REMOVE_KEY, Icon.CANCELLED, self.remove)
        actions.add(remove, self.browser.list, focused=True)

    def opened(self) -> None:
        """Read what changed while it was away, and put the caret where it is of use."""
        self.drafts.opened(self.window())
        self._news.catch_up()
        draft = self.writing.current
        if draft is not None and draft.dirty and self.panes.right_in_front:
            self.editor.begin()
        else:
            self.browser.search()

    def state(self) -> dict[str, Any]:
        """Return the search, the chosen concept and everything that is being written."""
        return self._life.state(self._current)

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
        self._life.restore(state)

    def hideEvent(self, event: QHideEvent) -> None:
        """Write down what is being written before the window goes."""
        super().hideEvent(event)
        self.drafts.write()

    def _show_found(self) -> None:
        if self._current is not None:
            self._show(self._current)

    # --- what is shown ----------------------------------------------------------------------------
    def _show(self, key: str | None) -> None:
        self._current = key
        if key is None:
            self.writing.rest()
            self.right.setCurrentWidget(self._blank)
        elif key == NEW:
            self._show_new()
        else:
            self._read(key)

    def _show_new(self) -> None:
        if NEW not in self.writing:
            return
        self._found = None
        self.writing.show_new()
        self._in_front()

    def _read(self, key: str) -> None:
        read = partial(shown.read, self.session.memory, key)
        self.session.read(read, self._take, owner=self, key="meaning")

    def _take(self, found: Shown) -> None:
        if found.stored.concept.key == self._current:
            self._found = found
            self.writing.show(found)
            self._in_front()

    def _in_front(self) -> None:
        self.right.setCurrentWidget(self.editor)
        if self._caret_wanted:
            self._caret_wanted = False
            self.editor.begin()

    def _read_again(self) -> None:
        self.browser.reload()
        self.session.read(concepts.in_effect, self._know, owner=self, key="lexicon")
        if self._current is not None and self._current != NEW:
            self._read(self._current)

    def _know(self, lexicon: Lexicon) -> None:
        self.editor.know(lexicon)

    # --- writing ----------------------------------------------------------------------------------
    def new(self, word: str = "") -> None:
        """Begin a new concept, or go on with the one that was begun.

        Args:
            word: how somebody says it; else what was searched here in vain, if anything was.
        """
        asked = self.browser.asked
        stored = any(line.stored is not None for line in self.browser.shown.rows)
        if not word and asked.text and not stored:
            word = asked.text
        self.writing.begin_new(word)
        self._turn_to(NEW)

    def edit(self) -> None:
        """Put the caret into the fields of the chosen concept."""
        if self._current is not None:
            self._turn_to(self._current)

    def _turn_to(self, key: str) -> None:
        self._caret_wanted = True
        self.panes.show_right()
        self._show(key)
        self.browser.choose(key)

    def _mark_unsaved(self) -> None:
        self.browser.set_unsaved(self.writing.unsaved, self.writing.new_name)

    def _saved(self, draft: str, key: str) -> None:
        if self._current == draft:
            self._current = key
            self.browser.choose(key)
            self._read(key)
            self._to_list()

    def _left(self, key: str) -> None:
        if key == NEW:
            # The list has chosen another one by now, unless it is empty.
            self._show(self.browser.current)
        elif key == self._current:
            self._read(key)
        if self.panes.narrow:
            self.panes.show_right(False)
        self._to_list()

    def _to_list(self) -> None:
        self.browser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the rest ---------------------------------------------------------------------------------
    def remove(self) -> None:
        """Take the concept out of use, as a supervisor; it can be brought back."""
        if self._found is not None and self._found.stored.standing is not Standing.REMOVED:
            self.writing.leave(partial(self._turn, self._turning.remove))

    def restore_standard(self) -> None:
        """Go back to the words that ship, as a supervisor; our own concept is used again."""
        if self._can_restore():
            self.writing.leave(partial(self._turn, self._turning.restore))

    def _can_restore(self) -> bool:
        found = self._found
        return found is not None and found.stored.standing in (Standing.EDITED, Standing.REMOVED)

    def _turn(self, deed: Callable[[StoredConcept], None]) -> None:
        if self._found is not None:
            self.writing.show(self._found)
            deed(self._found.stored)

    def export(self) -> None:
        """Export the concepts of the list as they are filtered now."""
        session, words = self.session, self.session.words
        rows = [line.stored for line in self.browser.shown.rows if line.stored is not None]
        title = words.say_in("view", "Meanings")
        read = partial(lists.meanings, words, session.centre.zone, title, rows)
        self._export.start(title, read, partial(said.exported, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the fields, or goes back to the list where only one is in front."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.right.currentWidget() is self.editor and self.panes.right_in_front:
            self.writing.leave()
