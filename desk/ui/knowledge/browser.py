"""The left of the Knowledge page: a search line, the parts of the library, the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from desk.answers.upkeep import Which
from desk.ui.actions import Action, Actions
from desk.ui.browsing.chips import PartChips
from desk.ui.browsing.choosing import Choosing
from desk.ui.browsing.head import Head
from desk.ui.browsing.keys import EXPORT_KEY, IMPORT_KEY, NEW_KEY, SEARCH_KEY
from desk.ui.browsing.searching import Searching
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.section import Section
from desk.ui.knowledge import rows, said
from desk.ui.knowledge.list import ArticleList
from desk.ui.knowledge.rows import Asked, Line, Listing
from desk.ui.knowledge.table import ArticleTable
from desk.ui.search_line import SearchLine
from desk.ui.session import Session
from desk.words.catalogue import mark

_ACTIONS: Mapping[Which, str] = {
    Which.ALL: mark("Articles: all"),
    Which.LAPSING: mark("Articles: expired or running out"),
    Which.UNUSED: mark("Articles: never used"),
    Which.RETIRED: mark("Articles: retired"),
}


class ArticleBrowser(QWidget):
    """Search, filters and list; everything is read off the main thread.

    Attributes:
        line, list, table: what it is made of.
    """

    #: The chosen article (its id, ``NEW`` for the one being written), or None.
    chosen = Signal(object)
    #: Enter or a click on it: it is wanted in front.
    opened = Signal()
    new_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    #: Escape with nothing left to clear.
    left = Signal()
    #: Other rows are shown now, or none.
    listed = Signal()

    def __init__(self, session: Session, switch: QWidget) -> None:
        """Make it; ``switch`` stands below the title."""
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self._asked = Asked()
        self._scroll = 0
        self.shown = Listing(self._asked)
        self.title = Section(look, words.say("Knowledge"), page=True)
        self.add = Button(look, words.say("New article"), "quiet", key=NEW_KEY, icon=Icon.ADD)
        self.add.clicked.connect(self.new_wanted)
        self.title.add_tool(self.add)
        self.line = SearchLine(
            look,
            name=words.say("Search the library"),
            placeholder=words.say("Question, key word or pinyin"),
            key=SEARCH_KEY,
        )
        self._export = IconButton(look, Icon.EXPORT, words.say("Export the list"), key=EXPORT_KEY)
        self._export.clicked.connect(self.export_wanted)
        self.bring = IconButton(
            look, Icon.IMPORT, words.say("Import a list of questions"), key=IMPORT_KEY
        )
        self.bring.clicked.connect(self.import_wanted)
        names = {which: words.say_in(*said.WHICH[which]) for which in Which}
        self._chips = PartChips(look, names, self.look_at)
        self.table = ArticleTable(words, self)
        self.list = ArticleList(look, words, self.table)
        self._empty = EmptyState(
            look, "", words.say("New article"), key=NEW_KEY, icon=Icon.KNOWLEDGE
        )
        self._empty.wanted.connect(self.new_wanted)
        self.list.set_empty(self._empty)
        self.list.clicked.connect(self._clicked)
        self._choosing = Choosing(self.list, lambda: self.current, self._go, self.chosen.emit)
        self._searching = Searching(self.line, self.list, self.list.keyPressEvent, self)
        self._searching.typed.connect(self._typed)
        self._searching.opened.connect(self.opened)
        self._searching.escaped.connect(self._escape)
        tools = [self.bring, self._export]
        filters = self._chips.flow
        self._head = Head(look, self.title, self.line, tools, switch=switch, filters=filters)
        self._head.above(self, self.list)

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of this side; figures only with the focus in the list."""
        for action in (
            Action(
                "articles.search", mark("Search the library"), SEARCH_KEY, Icon.SEARCH, self.search
            ),
            Action("articles.new", mark("New article"), NEW_KEY, Icon.ADD, self.new_wanted.emit),
            Action(
                "articles.export",
                mark("Export the articles"),
                EXPORT_KEY,
                Icon.EXPORT,
                self.export_wanted.emit,
            ),
        ):
            actions.add(action, home)
        for action in self._chips.actions("articles", _ACTIONS):
            actions.add(action, self.list, focused=True)

    # --- what is asked --------------------------------------------------------------------------
    @property
    def asked(self) -> Asked:
        """What is looked for now."""
        return self._asked

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return not self.shown.rows

    @property
    def current(self) -> int | None:
        """The chosen article, None where none is."""
        line = self.table.line(self.list.currentIndex().row())
        return None if line is None else line.id

    def search(self) -> None:
        """Put the caret into the search line."""
        self._searching.begin()

    def look_at(self, which: Which) -> None:
        """Show a part of the library."""
        self._choosing.wanted = None
        self._ask(replace(self._asked, which=which))
        self._show_chips()

    def set_unsaved(self, unsaved: frozenset[int], new: str | None) -> None:
        """Mark what is being written and not saved."""
        self._ask(replace(self._asked, unsaved=unsaved, new=new))

    def seek(self, article: int) -> None:
        """Choose an article, whatever was looked for before."""
        self.line.clear()
        self.look_at(Which.ALL)
        self.choose(article)

    def choose(self, article: int | None) -> None:
        """Choose an article, at once or as soon as it is in the list."""
        self._choosing.want(article)

    def _ask(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.reload()

    def _typed(self, text: str) -> None:
        if text != self._asked.text:
            self._choosing.wanted = None
            self._ask(replace(self._asked, text=text))

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        elif self._asked.which is not Which.ALL:
            self.look_at(Which.ALL)
        else:
            self.left.emit()

    # --- what is shown --------------------------------------------------------------------------
    def reload(self) -> None:
        """Read the list again."""
        session = self._session
        memory, community = session.memory, session.community
        asked, today = self._asked, session.today()
        session.read(
            lambda: rows.read(memory, community, asked, today),
            self._show,
            owner=self,
            key="articles",
        )

    def _show(self, shown: Listing) -> None:
        searched = shown.asked.text != self.shown.asked.text
        moved = shown.asked.which is not self.shown.asked.which
        before = self._choosing.before
        self.shown = shown
        self._show_chips()
        self._explain()
        bar = self.list.verticalScrollBar()
        scroll = self._scroll or bar.value()
        self._scroll = 0
        wanted = self._choosing.wanted
        with self._choosing.held():
            if self.table.become(shown.rows, self._session.today()):
                at = None if before is None else self.table.place_of(before)
                if wanted is None and (at is None or (searched and shown.asked.text)):
                    at = self.table.first()
                self._set_current(at)
                if searched or moved:
                    self.list.scrollToTop()
                else:
                    self.list.executeDelayedItemsLayout()
                    bar.setValue(scroll)
        self.listed.emit()

    def _go(self, article: int) -> bool:
        at = self.table.place_of(article)
        if at is not None:
            self._set_current(at)
            self.list.scrollTo(self.table.index(at))
        return at is not None

    def _set_current(self, at: int | None) -> None:
        if at is None:
            self.list.setCurrentIndex(QModelIndex())
            return
        self.table.reach(at)
        self.list.selectionModel().setCurrentIndex(
            self.table.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _show_chips(self) -> None:
        self._chips.show(self.shown.counts, self._asked.which)

    def _explain(self) -> None:
        words, asked = self._session.words, self.shown.asked
        if any(isinstance(row, Line) for row in self.shown.rows):
            return
        icon_way = asked.which is Which.ALL
        if asked.text:
            sentence = words.say(
                "No article answers “{text}” yet: write the approved answer.", text=asked.text
            )
        elif asked.which is Which.LAPSING:
            sentence = words.say("No answer has expired or expires in the next 30 days.")
        elif asked.which is Which.UNUSED:
            sentence = words.say("Every answer has been used at least once.")
        elif asked.which is Which.RETIRED:
            sentence = words.say("No article was retired.")
        else:
            sentence = words.say(
                "Approved answers stand here: one question, its other phrasings, one wording to "
                "read aloud. A whole list comes in when its file is dropped on the window (Ctrl+I)."
            )
        self._empty.set_sentence(sentence)
        self._empty.action.setVisible(icon_way)

    def _clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()

    # --- this page's next life --------------------------------------------------------------------
    def state(self) -> dict[str, Any]:
        """Return what is typed, chosen and scrolled."""
        return {
            "text": self.line.text(),
            "which": str(self._asked.which),
            "chosen": self._choosing.told,
            "scroll": self.list.verticalScrollBar().value(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what an earlier life left."""
        which = str(state.get("which", ""))
        self._asked = replace(
            self._asked, which=Which(which) if which in list(Which) else Which.ALL
        )
        self._scroll = int(state.get("scroll", 0))
        self.line.setText(str(state.get("text", "")))
        self._choosing.wanted = state.get("chosen")
        self.reload()
