"""The left of the Residents page: a search line, and below it the tree of rooms or the finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from desk.community import estate
from desk.community.found import Found
from desk.ui.browsing.head import Head
from desk.ui.browsing.keys import EXPORT_KEY, IMPORT_KEY, NEW_KEY, SEARCH_KEY
from desk.ui.browsing.searching import Searching
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import RowDelegate
from desk.ui.kit.section import Section
from desk.ui.residents import nodes
from desk.ui.residents.finds import MOST_FOUND, FindTable
from desk.ui.residents.nodes import Sort, Tree
from desk.ui.residents.tree_table import EstateTable
from desk.ui.residents.tree_view import EstateTree
from desk.ui.search_line import SearchLine
from desk.ui.session import Session

PERSON_KEY, ROOM_KEY = NEW_KEY, "Ctrl+Shift+N"
BUILDING_KEY = "Ctrl+B"
#: Up to so many rooms the whole tree stands open.
_FEW = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody looks: a room, a person, or a person of a room."""

    room: int | None = None
    person: int | None = None


class Browser(QWidget):
    """Search and tree; everything is read off the main thread.

    Attributes:
        line, tree, table, list, finds: what it is made of.
    """

    #: Another ``Place`` is looked at.
    chosen = Signal(object)
    #: Enter or a click on it: it is wanted in front.
    opened = Signal()
    add_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    left = Signal()
    #: The rooms were read.
    listed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self._told: Place | None = None
        self._state: dict[str, Any] = {}
        self._loaded = False
        self._rooms_wanted = True
        self.title = Section(look, words.say("Residents"), page=True)
        self.add = Button(look, words.say_in("button", "Add"), "quiet", icon=Icon.ADD)
        self.add.clicked.connect(self.add_wanted)
        self.title.add_tool(self.add)
        self.line = SearchLine(
            look,
            name=words.say("Search rooms and residents"),
            placeholder=words.say("Room, name, initials or telephone"),
            key=SEARCH_KEY,
        )
        self._export = IconButton(
            look, Icon.EXPORT, words.say("Export rooms and residents"), key=EXPORT_KEY
        )
        self._export.clicked.connect(self.export_wanted)
        self.bring = IconButton(look, Icon.IMPORT, words.say("Import a roster"), key=IMPORT_KEY)
        self.bring.clicked.connect(self.import_wanted)
        self.table = EstateTable(words, self._read_names, self)
        self.tree = EstateTree(look, words, self.table)
        self._no_rooms = EmptyState(
            look,
            words.say(
                "Rooms and who lives in them stand here: bring the roster you have, or drop its "
                "file on the window. Without one, begin with a whole building (Ctrl+B)."
            ),
            words.say("Import a roster"),
            key=IMPORT_KEY,
            icon=Icon.BUILDING,
        )
        self._no_rooms.wanted.connect(self.import_wanted)
        self.tree.set_empty(self._no_rooms)
        self.finds = FindTable(words, self)
        self.list = ListView(look, words.say("Found rooms and residents"), on="ground")
        self.list.setModel(self.finds)
        self.list.setItemDelegate(RowDelegate(look, self.finds.line, self.list))
        self._nothing = EmptyState(look, words.say("No room and no resident was found."))
        self._nothing.action.hide()
        self.list.set_empty(self._nothing)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.list)
        self._searching = Searching(self.line, self.tree, self._walk, self)
        self._searching.typed.connect(self._typed)
        self._searching.opened.connect(self.opened)
        self._searching.escaped.connect(self._escape)
        self._head = Head(look, self.title, self.line, [self.bring, self._export])
        self._head.above(self, self.stack)
        self.tree.moved.connect(self._tell)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.clicked.connect(self.opened)
        self.list.installEventFilter(self)

    # --- for the page -----------------------------------------------------------------------------
    @property
    def searching(self) -> bool:
        """Whether finds are shown instead of the tree."""
        return self.stack.currentWidget() is self.list

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return self.table.rowCount() == 0

    @property
    def view(self) -> QAbstractItemView:
        """The tree, or the list of finds."""
        return self.list if self.searching else self.tree

    def search(self) -> None:
        """Put the caret into the search line."""
        self._searching.begin()

    def focus_rooms(self) -> None:
        """Bring the keyboard to the rooms, or to what was found."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def here(self) -> tuple[str, str]:
        """Return the building and the unit somebody looks at, '' for none."""
        node = self.tree.chosen
        building = unit = ""
        while node is not None and node.sort is not Sort.ROOT:
            if node.sort is Sort.BUILDING:
                building = node.title
            elif node.sort is Sort.UNIT:
                unit = node.title
            node = self.table.nodes[node.parent]
        return building, unit

    def choose_room(self, room: int) -> None:
        """Go to a room in the tree; what was searched is cleared."""
        self.line.clear()
        self._state = {"room": room, **({"open": self.tree.open_keys()} if self._loaded else {})}
        if self._loaded and self.tree.choose(f"r{room}"):
            self._state = {}

    # --- the tree ---------------------------------------------------------------------------------
    def reload(self, *, rooms: bool = True) -> None:
        """Read again who lives in the rooms on screen, and where need be the rooms."""
        self.table.forget_names()
        community, before = self._session.community, self.table.tree
        # A read that is overtaken by the next one must not take its rooms with it.
        self._rooms_wanted = rooms = rooms or self._rooms_wanted
        read = partial(nodes.read, community, before, rooms=rooms)
        self._session.read(read, self._show, owner=self, key="estate")

    def _show(self, found: Tree) -> None:
        self._rooms_wanted = False
        first, self._loaded = not self._loaded, True
        chosen = self.tree.chosen
        opened = list(self._state.get("open", ())) or self.tree.open_keys()
        bar = self.tree.verticalScrollBar()
        scroll = int(self._state.get("scroll", bar.value()))
        blocked = self.tree.blockSignals(True)
        if self.table.become(found):
            self.tree.open_all(opened)
            if first and not opened and found.rooms <= _FEW:
                self.tree.expandAll()
            if chosen is not None:
                self.tree.choose(chosen.key)
            self.tree.executeDelayedItemsLayout()
            bar.setValue(scroll)
        rooms = found.rooms
        self.title.set_note(self._session.words.say_n("{n} room", "{n} rooms", rooms))
        self.tree.blockSignals(blocked)
        self._take_up()
        self._tell()
        self.listed.emit()

    def _take_up(self) -> None:
        state, self._state = self._state, {}
        if (room := state.get("room")) is not None:
            self.tree.choose(f"r{room}")
        elif (person := state.get("person")) is not None:
            self.tree.choose(f"p{person}")

    def _read_names(self, rooms: Sequence[int]) -> None:
        wanted = list(rooms)
        self._session.read(
            lambda: estate.living(wanted),
            lambda names: self.table.put_names(wanted, names),
            owner=self,
        )

    # --- searching --------------------------------------------------------------------------------
    def find_again(self) -> None:
        """Search again: the roster in memory has moved on."""
        if self.searching:
            self._typed(self._searching.text)

    def _typed(self, text: str) -> None:
        if not text:
            self._leave_finds()
            return
        self._session.read(partial(self._find, text), self._show_finds, owner=self, key="find")

    def _find(self, text: str) -> list[Found]:
        """Look for a text, off the main thread."""
        with self._session.memory.reading() as memory:
            return memory.directory.find(text, MOST_FOUND)

    def _show_finds(self, found: Sequence[Found]) -> None:
        if not self.line.text().strip() and not self.line.composing:
            return
        blocked = self.list.selectionModel().blockSignals(True)
        self.finds.become(found)
        self.stack.setCurrentWidget(self.list)
        self.list.selectionModel().blockSignals(blocked)
        if found:
            self.list.setCurrentIndex(self.finds.index(0))
            self.list.scrollToTop()
        self._tell()

    def _leave_finds(self) -> None:
        """Go back to the tree, to the room that was found."""
        if not self.searching:
            return
        place = self._told
        self.stack.setCurrentWidget(self.tree)
        if place is not None and place.room is not None:
            self.tree.choose(f"r{place.room}")
        elif place is not None and place.person is not None:
            self.tree.choose(f"p{place.person}")
        self._tell()

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.left.emit()

    # --- what is chosen ---------------------------------------------------------------------------
    def _place(self) -> Place | None:
        if self.searching:
            found = self.finds.at(self.list.currentIndex())
            return None if found is None else Place(found.room_id, found.person_id)
        node = self.tree.chosen
        if node is not None and node.sort is Sort.ROOM:
            return Place(room=node.id)
        if node is not None and node.sort is Sort.PERSON:
            return Place(person=node.id)
        return self._told

    def _tell(self) -> None:
        if self.tree.signalsBlocked():
            return
        place = self._place()
        if place is not None and place != self._told:
            self._told = place
            self.chosen.emit(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter open and Escape clear in the finds too, and letters search on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._in_finds(event)
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> None:
        if self.searching:
            self.list.keyPressEvent(event)
        else:
            self.focus_rooms()

    def _in_finds(self, event: QKeyEvent) -> bool:
        if self._searching.answers(event):
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().isprintable() and event.text().strip():
            self._searching.take(self.line.text() + event.text())
            return True
        return False

    # --- this page's next life --------------------------------------------------------------------
    def state(self) -> dict[str, Any]:
        """Return what is typed, chosen, open and scrolled."""
        place = self._told or Place()
        return {
            "text": self.line.text(),
            "room": place.room,
            "person": place.person,
            "open": self.tree.open_keys(),
            "scroll": self.tree.verticalScrollBar().value(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what an earlier life left, as soon as the rooms are there."""
        self._state = dict(state)
        if state.get("room") is not None or state.get("person") is not None:
            self._told = Place(state.get("room"), state.get("person"))
            self.chosen.emit(self._told)
        self.line.setText(str(state.get("text", "")))
        if self._loaded:
            self.reload()
