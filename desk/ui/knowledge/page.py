"""The Knowledge page: the approved answers searched, read, written, and kept in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.answers import library, upkeep
from desk.codes import Topic
from desk.models.journal import Actor
from desk.reports import lists
from desk.sheets.tables import Table
from desk.ui.actions import Action, Actions
from desk.ui.catching_up import CatchingUp
from desk.ui.exporting import AskFile, ListExport, ask_file
from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.knowledge import shown
from desk.ui.knowledge.article_view import COPY_KEY, EDIT_KEY, RETIRE_KEY, ArticleView
from desk.ui.knowledge.browser import ArticleBrowser
from desk.ui.knowledge.draft import NEW, Draft
from desk.ui.knowledge.editor import Editor
from desk.ui.knowledge.rows import Line
from desk.ui.knowledge.shown import Shown
from desk.ui.knowledge.views import View, Views
from desk.ui.knowledge.writing import Writing
from desk.ui.meanings.view import Meanings
from desk.ui.page import Page
from desk.ui.panes import Panes
from desk.ui.session import Session
from desk.ui.writing.draft_file import DraftFile
from desk.ui.writing.frame import SAVE_KEY
from desk.ui.writing.next_life import NextLife
from desk.words.catalogue import mark


class KnowledgePage(Page):
    """The library of the centre: the list at the left, one article at the right.

    Attributes:
        browser, view, editor, writing, panes: what it is made of.
        views: the articles and, behind them, what words mean.
        meanings: the second of them.
    """

    #: A list of questions is to be brought in: the kind of the file.
    import_wanted = Signal(str)

    def __init__(self, session: Session, *, ask: AskFile = ask_file) -> None:
        super().__init__(session)
        look, words = session.look, session.words
        self._names: Mapping[int, str] = {}
        self._current: int | None = None
        self._caret_wanted = False
        self.views = Views(session)
        self.browser = ArticleBrowser(session, self.views.switch(View.ARTICLES))
        self.view = ArticleView(session)
        self.editor = Editor(session, self._categories)
        self.writing = Writing(session, self.editor, self)
        self.drafts = DraftFile(session, self.writing, self, "articles")
        self.nothing = EmptyState(
            look,
            words.say("Choose an article at the left to read its approved answer."),
            icon=Icon.ARTICLE,
        )
        self.right = QStackedWidget()
        # Where there is nothing to choose from the left says how to begin, and nobody else.
        self._blank = QWidget()
        for widget in (self.nothing, self._blank, self.view, self.editor):
            self.right.addWidget(widget)
        self.panes = Panes(look, self.browser, self.right)
        self.meanings = Meanings(session, self.views.switch(View.MEANINGS), ask)
        self.views.hold(self.panes, self.meanings)
        self._news = CatchingUp(self, self._read_again)
        self._life = NextLife(self.browser, self.drafts, self.panes, self._show)
        self._export = ListExport(session, self, ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.views.turned.connect(self._turned)
        self.meanings.article_wanted.connect(self.read_article)
        self.browser.chosen.connect(self._show)
        self.browser.listed.connect(self._explain)
        self.browser.opened.connect(self._open)
        self.browser.new_wanted.connect(self.new)
        self.browser.export_wanted.connect(self.export)
        self.browser.import_wanted.connect(lambda: self.import_wanted.emit("knowledge"))
        self.browser.list.paged.connect(self.view.page)
        self.view.copied.connect(self.copy)
        self.view.edit_wanted.connect(self.edit)
        self.view.retire_wanted.connect(self.retire)
        self.writing.filled.connect(self._show_fields)
        self.writing.unsaved_changed.connect(self._mark_unsaved)
        self.writing.saved.connect(self._saved)
        self.writing.left.connect(self._left)
        self.drafts.found.connect(self._show_found)
        session.changed.connect(self._hear)
        session.memory_changed.connect(self._news.want)
        session.centre_changed.connect(self._news.want)

    # --- the window's contract --------------------------------------------------------------------
    def offer(self, actions: Actions) -> None:
        """Bind the keys of the page."""
        self.views.offer(actions, self)
        self.meanings.offer(actions)
        self.browser.offer(actions, self.panes)
        can = self._can_read
        for action in (
            Action("article.copy", mark("Copy the answer"), COPY_KEY, Icon.COPY, self.copy, can),
            Action(
                "article.edit",
                mark("Edit the article"),
                EDIT_KEY,
                Icon.EDIT,
                self.edit,
                self._can_edit,
            ),
            Action(
                "article.save",
                mark("Save the article"),
                SAVE_KEY,
                Icon.SAVE,
                self.writing.save,
                lambda: self.draft is not None,
            ),
        ):
            actions.add(action, self.panes)
        text = mark("Retire the article, or use it again")
        retire = Action("article.retire", text, RETIRE_KEY, Icon.CANCELLED, self.retire, can)
        actions.add(retire, self.browser.list, focused=True)

    def opened(self) -> None:
        """Read what changed while the page was away, and put the caret where it is of use."""
        self.drafts.opened(self.window())
        self._news.catch_up()
        self._turned()

    def _turned(self) -> None:
        """Put the caret into the view that is in front."""
        if self.views.view is View.MEANINGS:
            self.meanings.opened()
        elif self.draft is None:
            self.browser.search()
        else:
            self.editor.begin()

    def state(self) -> dict[str, Any]:
        """Return the search, the chosen article and everything that is being written."""
        return {
            **self._life.state(self._current),
            "view": str(self.views.view),
            "meanings": self.meanings.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
        self._life.restore(state)
        if "meanings" in state:
            self.meanings.restore(state["meanings"])
        self.views.show_view(View(state.get("view", View.ARTICLES)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Write down what is being written before the window goes."""
        super().hideEvent(event)
        self.drafts.write()

    def _show_found(self) -> None:
        if self._current is not None:
            self._show(self._current)

    # --- what is shown ----------------------------------------------------------------------------
    @property
    def draft(self) -> Draft | None:
        """The draft that stands in the fields now, None while an article is read."""
        in_front = self.right.currentWidget() is self.editor
        return self.writing.current if in_front else None

    def _can_read(self) -> bool:
        return self.right.currentWidget() is self.view and self.view.shown is not None

    def _can_edit(self) -> bool:
        return self._can_read() and self.view.shown is not None and not self.view.shown.retired

    def _show(self, article: int | None) -> None:
        """Show the chosen article: its fields where it is being written, else to be read."""
        self._current = article
        if article is not None and article in self.writing:
            self.writing.show(article, self._names)
            return
        self.writing.rest()
        if article is None or article == NEW:
            self.right.setCurrentWidget(self.nothing)
            self._explain()
        else:
            self._read(article)

    def _explain(self) -> None:
        """Say what to do where nothing is shown, unless the list says it already."""
        if self.right.currentWidget() in (self.nothing, self._blank):
            self.right.setCurrentWidget(self._blank if self.browser.empty else self.nothing)

    def _read(self, article: int) -> None:
        read = partial(shown.read, article)
        self.session.read(read, self._show_article, owner=self, key="article")

    def _show_article(self, found: Shown) -> None:
        self._names = found.staff
        if found.article.id != self._current:
            return
        if found.article.id in self.writing:
            self.writing.warn_of_theirs(found)
            return
        line = self.browser.table.line(self.browser.list.currentIndex().row())
        used = line.used if line is not None and line.id == found.article.id else found.article.used
        self.view.show_article(found, used)
        self.right.setCurrentWidget(self.view)

    def _show_fields(self, article: int) -> None:
        if article != self._current:
            return
        self.right.setCurrentWidget(self.editor)
        if self._caret_wanted:
            self._caret_wanted = False
            self.editor.begin()
        if article != NEW:
            self._read(article)

    def read_article(self, article: int) -> None:
        """Bring an article to the front, whatever was looked for before."""
        self.views.show_view(View.ARTICLES)
        self.browser.seek(article)
        self.panes.show_right()
        self.browser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        """Bring the chosen article to the front; where it is being written, the caret too."""
        if self._current is None:
            return
        self.panes.show_right()
        if self.draft is not None:
            self.editor.begin()

    # --- reading again ----------------------------------------------------------------------------
    def _hear(self, topics: frozenset[Topic]) -> None:
        # A call that was answered counts; articles themselves come by the memory.
        if topics & {Topic.CALLS, Topic.STAFF}:
            self._news.want()

    def _read_again(self) -> None:
        self.browser.reload()
        if self._current is not None and self._current != NEW:
            self._read(self._current)

    def _categories(self) -> list[str]:
        with self.session.memory.reading() as memory:
            count = Counter(one.form.category for one in memory.articles.values())
        return [name for name, _ in count.most_common() if name]

    # --- writing ----------------------------------------------------------------------------------
    def new(self, question: str = "") -> None:
        """Begin a new article, or go on with the one that was begun.

        Args:
            question: what somebody asked; else what was searched here in vain, if anything was.
        """
        self.views.show_view(View.ARTICLES)
        asked = self.browser.asked
        if not question and asked.text and self.browser.table.first() is None:
            question = asked.text
        category = ""
        if not question and self._can_read() and self.view.shown is not None:
            category = self.view.shown.article.form.category
        self.writing.begin_new(question, category)
        self._turn_to(NEW)

    def edit(self) -> None:
        """Begin to edit the article that is read."""
        if self._can_edit() and self.view.shown is not None:
            self.writing.begin(self.view.shown.article)
            self._turn_to(self.view.shown.article.id)

    def _turn_to(self, article: int) -> None:
        self._caret_wanted = True
        self.panes.show_right()
        self._show(article)
        self.browser.choose(article)

    def _mark_unsaved(self) -> None:
        self.browser.set_unsaved(self.writing.unsaved, self.writing.new_question)

    def _saved(self, draft: int, article: int) -> None:
        if self._current != draft:
            return
        self._current = article
        self.browser.choose(article)
        self._read(article)
        self.browser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self, article: int) -> None:
        if article == NEW:
            # The list has chosen another one by now, unless it is empty.
            self._show(self.browser.current)
            self.panes.show_right(not self.panes.narrow)
        elif article == self._current:
            self._read(article)
        self.browser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the rest ---------------------------------------------------------------------------------
    def copy(self) -> None:
        """Copy the answer that is read."""
        if self._can_read() and self.view.shown is not None:
            QGuiApplication.clipboard().setText(self.view.shown.article.form.answer)
            self.session.tell(self.session.words.say("The answer is copied."))

    def retire(self) -> None:
        """Take the article out of the answers, or into them again, as a supervisor."""
        found = self.view.shown
        if self._can_read() and found is not None:
            self.session.supervise(partial(self._retire, found))

    def _retire(self, found: Shown, actor: Actor) -> None:
        article, session = found.article, self.session
        turn = upkeep.bring_back if found.retired else library.retire
        session.write(
            lambda write: turn(write, article.id, article.version),
            partial(self._retired, found),
            owner=self,
            actor=actor,
        )

    def _retired(self, found: Shown, _version: int) -> None:
        words = self.session.words
        if found.retired:
            self.session.tell(words.say("The article answers again."))
        else:
            self.session.tell(
                words.say("The article is retired; under Retired it can be used again.")
            )
        self._news.want()

    def export(self) -> None:
        """Export the articles of the list as they are filtered now."""
        session, words = self.session, self.session.words
        zone, title = session.centre.zone, words.say("Knowledge")
        today = session.clock.now().astimezone(zone).date()
        lines = [one for one in self.browser.shown.rows if isinstance(one, Line)]

        def read() -> Table:
            articles = [one.article for one in lines if one.article is not None]
            retired = {one.id for one in lines if one.retired}
            used = {one.id: one.used for one in lines}
            return lists.library(words, zone, title, articles, today, retired=retired, used=used)

        def told(count: int, path: Path) -> str:
            return words.say_n(
                "{n} article exported to {file}",
                "{n} articles exported to {file}",
                count,
                file=path,
            )

        self._export.start(title, read, told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the fields, or goes back to the list where only one is in front."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.draft is not None:
            self.writing.leave()
        elif self.panes.narrow:
            self.panes.show_right(False)
            self.browser.list.setFocus(Qt.FocusReason.OtherFocusReason)
