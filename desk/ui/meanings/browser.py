"""The left of the lexicon: a search line, its parts, the concepts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.ui.actions import Action, Actions
from desk.ui.browsing.chips import PartChips
from desk.ui.browsing.choosing import Choosing
from desk.ui.browsing.head import Head
from desk.ui.browsing.keys import EXPORT_KEY, NEW_KEY, SEARCH_KEY
from desk.ui.browsing.list import WalkedList
from desk.ui.browsing.searching import Searching
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.rows import RowDelegate
from desk.ui.kit.section import Section
from desk.ui.meanings import rows, said
from desk.ui.meanings.rows import Asked, Listing, Part
from desk.ui.search_line import SearchLine
from desk.ui.session import Session
from desk.ui.settings_page.keyed_rows import Keyed, KeyedRows
from desk.words.catalogue import mark

_ACTIONS: Mapping[Part, str] = {
    Part.ALL: mark("Meanings: all"),
    Part.EDITED: mark("Meanings: changed here"),
    Part.OWN: mark("Meanings: our own"),
    Part.REMOVED: mark("Meanings: removed"),
}


class MeaningBrowser(QWidget):
    """Search, parts and list; everything is read off the main thread."""

    #: The key of the chosen concept (``NEW`` for the one being written), or None.
    chosen = Signal(object)
    #: Enter or a click on it: its fields are wanted.
    opened = Signal()
    new_wanted = Signal()
    export_wanted = Signal()
    #: Other rows are shown now, or none.
    listed = Signal()

    def __init__(self, session: Session, switch: QWidget) -> None:
        """Make it; ``switch`` stands below the title."""
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self._asked = Asked()
        self.shown = Listing(self._asked)
        self.title = Section(look, words.say("Knowledge"), page=True)
        self.add = Button(look, words.say("New meaning"), "quiet", key=NEW_KEY, icon=Icon.ADD)
        self.add.clicked.connect(self.new_wanted)
        self.title.add_tool(self.add)
        self.line = SearchLine(
            look,
            name=words.say("Search the meanings"),
            placeholder=words.say("Any word, pinyin or initials"),
            key=SEARCH_KEY,
        )
        self._export = IconButton(look, Icon.EXPORT, words.say("Export the list"), key=EXPORT_KEY)
        self._export.clicked.connect(self.export_wanted)
        names = {part: words.say_in(*said.PARTS[part]) for part in Part}
        self._chips = PartChips(look, names, self.look_at)
        self.rows = KeyedRows(self)
        self.list = WalkedList(look, words.say_in("view", "Meanings"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(look, self.rows.line, self.list))
        self._empty = EmptyState(
            look, "", words.say("New meaning"), key=NEW_KEY, icon=Icon.KNOWLEDGE
        )
        self._empty.wanted.connect(self.new_wanted)
        self.list.set_empty(self._empty)
        self.list.clicked.connect(lambda _index: self.opened.emit())
        self._choosing = Choosing(self.list, lambda: self.current, self._go, self.chosen.emit)
        self._searching = Searching(self.line, self.list, self.list.keyPressEvent, self)
        self._searching.typed.connect(self._typed)
        self._searching.opened.connect(self.opened)
        self._searching.escaped.connect(self._escape)
        self._head = Head(
            look, self.title, self.line, [self._export], switch=switch, filters=self._chips.flow
        )
        self._head.above(self, self.list)

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys of this side; figures only with the focus in the list."""
        find = mark("Search the meanings")
        actions.add(Action("meanings.search", find, SEARCH_KEY, Icon.SEARCH, self.search), home)
        new = self.new_wanted.emit
        actions.add(Action("meanings.new", mark("New meaning"), NEW_KEY, Icon.ADD, new), home)
        name, export = mark("Export the meanings"), self.export_wanted.emit
        actions.add(Action("meanings.export", name, EXPORT_KEY, Icon.EXPORT, export), home)
        for action in self._chips.actions("meanings", _ACTIONS):
            actions.add(action, self.list, focused=True)

    # --- what is asked --------------------------------------------------------------------------
    @property
    def asked(self) -> Asked:
        """What is looked for now."""
        return self._asked

    @property
    def current(self) -> str | None:
        """The key of the chosen concept, None where none is."""
        row = self.rows.keyed(self.list.currentIndex())
        return None if row is None else str(row.key)

    def search(self) -> None:
        """Put the caret into the search line."""
        self._searching.begin()

    def look_at(self, part: Part) -> None:
        """Show a part of the lexicon."""
        self._choosing.wanted = None
        self._ask(replace(self._asked, part=part))
        self._show_chips()

    def set_unsaved(self, unsaved: frozenset[str], new: str | None) -> None:
        """Mark what is being written and not saved."""
        self._ask(replace(self._asked, unsaved=unsaved, new=new))

    def choose(self, key: str | None) -> None:
        """Choose a concept, at once or as soon as it is in the list."""
        self._choosing.want(key)

    def _ask(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.reload()

    def _typed(self, text: str) -> None:
        self._choosing.wanted = None
        self._ask(replace(self._asked, text=text))

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        elif self._asked.part is not Part.ALL:
            self.look_at(Part.ALL)

    # --- what is shown --------------------------------------------------------------------------
    def reload(self) -> None:
        """Read the list again."""
        asked = self._asked
        read = partial(rows.read, asked)
        self._session.read(read, self._show, owner=self, key="meanings")

    def _show(self, shown: Listing) -> None:
        words = self._session.words
        searched = shown.asked.text != self.shown.asked.text
        self.shown = shown
        self._show_chips()
        self._explain()
        before = self._choosing.before
        with self._choosing.held():
            self.rows.become([Keyed(line.key, said.row(words, line)) for line in shown.rows])
            at = None if searched and shown.asked.text else self._place(before)
            if at is None and self.rows.rows:
                at = self._first()
            if at is not None:
                self.list.setCurrentIndex(self.rows.index(at))
                if searched:
                    self.list.scrollToTop()
        self.listed.emit()

    def _first(self) -> int:
        """Return where the first concept that is stored stands; a new one if there is only that."""
        stored = (at for at, line in enumerate(self.shown.rows) if line.stored is not None)
        return next(stored, 0)

    def _place(self, key: str | None) -> int | None:
        return None if key is None else self.rows.place(key)

    def _go(self, key: str) -> bool:
        at = self._place(key)
        if at is not None:
            self.list.setCurrentIndex(self.rows.index(at))
            self.list.scrollTo(self.rows.index(at))
        return at is not None

    def _show_chips(self) -> None:
        self._chips.show(self.shown.counts, self._asked.part)

    def _explain(self) -> None:
        words, asked = self._session.words, self.shown.asked
        if self.shown.rows:
            return
        if asked.text:
            sentence = words.say(
                "No meaning has the word “{text}”. Add it to one that fits, or begin a new one.",
                text=asked.text,
            )
        elif asked.part is Part.EDITED:
            sentence = words.say("The company standard holds: no meaning was changed here.")
        elif asked.part is Part.OWN:
            sentence = words.say("The centre has no meanings of its own yet.")
        elif asked.part is Part.REMOVED:
            sentence = words.say("No meaning was removed.")
        else:
            sentence = words.say("Words that mean the same stand together here.")
        self._empty.set_sentence(sentence)
        self._empty.action.setVisible(bool(asked.text) or asked.part in (Part.ALL, Part.OWN))

    # --- this page's next life --------------------------------------------------------------------
    def state(self) -> dict[str, Any]:
        """Return what is typed and chosen."""
        part, chosen = str(self._asked.part), self._choosing.told
        return {"text": self.line.text(), "part": part, "chosen": chosen}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what an earlier life left."""
        part = str(state.get("part", ""))
        self._asked = replace(self._asked, part=Part(part) if part in list(Part) else Part.ALL)
        self.line.setText(str(state.get("text", "")))
        self._choosing.wanted = state.get("chosen")
        self.reload()
