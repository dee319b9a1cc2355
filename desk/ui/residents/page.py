"""The Residents page: rooms walked or searched, households read and kept right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desk.codes import Topic
from desk.community import register
from desk.community.rooms import RoomDetails
from desk.models.journal import Actor
from desk.reports import lists
from desk.sheets.tables import Table
from desk.tickets.rows import TicketRow
from desk.ui.actions import Action, Actions
from desk.ui.browsing.keys import EXPORT_KEY, SEARCH_KEY
from desk.ui.exporting import AskFile, ListExport, ask_file
from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.page import Page
from desk.ui.panes import Panes
from desk.ui.residents import reading
from desk.ui.residents.browser import (
    BUILDING_KEY,
    PERSON_KEY,
    ROOM_KEY,
    Browser,
    Place,
)
from desk.ui.residents.building_sheet import BuildingSheet
from desk.ui.residents.export_sheet import ExportSheet
from desk.ui.residents.household_view import NOTE_KEY, HouseholdView
from desk.ui.residents.member_row import CORRECT_KEY, DIAL_KEY, MOVE_KEY, RETIRE_KEY
from desk.ui.residents.note_sheet import NoteSheet
from desk.ui.residents.people import People
from desk.ui.residents.reading import Household
from desk.ui.residents.room_sheet import RoomSheet
from desk.ui.session import Session
from desk.words.catalogue import mark

PEOPLE_KEY = "F6"
_HOUSEHOLD = frozenset({Topic.RESIDENTS, Topic.ROOMS, Topic.TICKETS})
_ROOMS = frozenset({Topic.ROOMS, Topic.COMMUNITIES})


class ResidentsPage(Page):
    """Whom the centre serves: the rooms at the left, one household at the right.

    Attributes:
        browser, view, people, panes: what it is made of.
        room, building, note, exporting: the sheets it asks with.
    """

    #: A ticket (its id) is to be shown on the Desk page.
    ticket_opened = Signal(int)
    #: A roster is to be brought in: the kind of the file.
    import_wanted = Signal(str)

    def __init__(self, session: Session, *, ask: AskFile = ask_file) -> None:
        super().__init__(session)
        look, words = session.look, session.words
        self._place: Place | None = None
        self._stale_tree = self._stale_rooms = self._stale_household = True
        self._actions: Actions | None = None
        self.browser = Browser(session)
        self.view = HouseholdView(session)
        self.nothing = EmptyState(
            look,
            words.say("Choose a room at the left, or type a name, a room or a telephone."),
            icon=Icon.RESIDENTS,
        )
        self.right = QStackedWidget()
        # Where there is nothing to choose from the left says how to begin, and nobody else.
        self._blank = QWidget()
        self.right.addWidget(self._blank)
        self.right.addWidget(self.nothing)
        self.right.addWidget(self.view)
        self.panes = Panes(look, self.browser, self.right)
        self.room = RoomSheet(session, self)
        self.building = BuildingSheet(session, self)
        self.note = NoteSheet(session, self)
        self.people = People(session, self.view, self)
        self.exporting = ExportSheet(session, self)
        self._export = ListExport(session, self, ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()

    def _connect(self) -> None:
        session, browser, view = self.session, self.browser, self.view
        browser.chosen.connect(self._show)
        browser.listed.connect(self._explain)
        browser.opened.connect(self._open)
        browser.left.connect(self.browser.search)
        browser.add_wanted.connect(self._open_menu)
        browser.import_wanted.connect(lambda: self.import_wanted.emit("roster"))
        browser.export_wanted.connect(self.export)
        view.add_wanted.connect(self.add_person)
        view.note_wanted.connect(self.change_note)
        view.room_wanted.connect(browser.choose_room)
        view.person_wanted.connect(self._go_to_person)
        view.ticket_chosen.connect(self._open_ticket)
        self.people.saved.connect(self._person_saved)
        self.people.outdated.connect(self._read)
        self.room.added.connect(browser.choose_room)
        self.exporting.submitted.connect(self._choose_export)
        session.changed.connect(self._hear)
        session.memory_changed.connect(browser.find_again)

    # --- the window's contract --------------------------------------------------------------------
    def offer(self, actions: Actions) -> None:
        """Bind the keys of the page."""
        self._actions = actions
        browser, people = self.browser, self.people
        some, room = self._somebody, self._in_room
        for action in (
            Action(
                "residents.search",
                mark("Search rooms and residents"),
                SEARCH_KEY,
                Icon.SEARCH,
                browser.search,
            ),
            Action(
                "residents.people",
                mark("Between rooms and household"),
                PEOPLE_KEY,
                Icon.RESIDENTS,
                self.turn,
            ),
            Action(
                "residents.add", mark("Add a resident"), PERSON_KEY, Icon.PERSON, self.add_person
            ),
            Action("residents.room", mark("Add a room"), ROOM_KEY, Icon.ROOM, self.add_room),
            Action(
                "residents.building",
                mark("Add a building"),
                BUILDING_KEY,
                Icon.BUILDING,
                self.add_building,
            ),
            Action(
                "residents.note",
                mark("Change the note and details of the room"),
                NOTE_KEY,
                Icon.COMMENT,
                self.change_note,
                room,
            ),
            Action(
                "residents.dial",
                mark("Show and copy the number"),
                DIAL_KEY,
                Icon.EYE,
                people.dial,
                some,
            ),
            Action(
                "residents.correct",
                mark("Correct the resident"),
                CORRECT_KEY,
                Icon.EDIT,
                people.correct,
                some,
            ),
            Action(
                "residents.move",
                mark("Move to another room"),
                MOVE_KEY,
                Icon.TRANSFER,
                people.move,
                some,
            ),
            Action(
                "residents.export",
                mark("Export rooms and residents"),
                EXPORT_KEY,
                Icon.EXPORT,
                self.export,
            ),
        ):
            actions.add(action, self)
        text = mark("Remove from the register")
        remove = Action("residents.remove", text, RETIRE_KEY, Icon.TRASH, people.remove, some)
        actions.add(remove, self.view, focused=True)

    def opened(self) -> None:
        """Read what changed while the page was away, and put the caret into the search line."""
        self._catch_up()
        self.browser.search()

    def state(self) -> dict[str, Any]:
        """Return the search, the household and what stands open in the tree."""
        member = self.view.current
        return {
            "browser": self.browser.state(),
            "member": member.id if member is not None else None,
            "front": self.panes.right_in_front,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life of this page left."""
        self.browser.restore(state.get("browser", {}))
        if (member := state.get("member")) is not None:
            self._show(Place(self._place.room if self._place else None, member))
        self.panes.show_right(bool(state.get("front")))

    # --- what is shown ----------------------------------------------------------------------------
    def _somebody(self) -> bool:
        return self._shown() is not None and self.view.current is not None

    def _in_room(self) -> bool:
        found = self._shown()
        return found is not None and found.card.room is not None

    def _shown(self) -> Household | None:
        return self.view.shown if self.right.currentWidget() is self.view else None

    def _show(self, place: Place) -> None:
        """Show the household of a place."""
        self._place = place
        self._read()

    def _read(self) -> None:
        place, session = self._place, self.session
        if place is None:
            return
        database, now = session.store.database, session.clock.now()
        session.read(
            partial(reading.read, database, now, room=place.room, person=place.person),
            partial(self._show_household, place),
            owner=self,
            key="household",
        )

    def _show_household(self, place: Place, found: Household | None) -> None:
        if found is None:
            self.right.setCurrentWidget(self.nothing)
            self._explain()
            return
        self.view.show_household(found, place.person)
        self.right.setCurrentWidget(self.view)

    def _explain(self) -> None:
        """Say what to do where nothing is shown, unless the list says it already."""
        if self._shown() is None:
            self.right.setCurrentWidget(self._blank if self.browser.empty else self.nothing)

    def _open(self) -> None:
        """Bring the household to the front, and the keyboard to it."""
        if self._shown() is not None:
            self.panes.show_right()
            self.view.take_focus()

    def turn(self) -> None:
        """Go from the rooms to the household, and back."""
        focus: QWidget | None = self.window().focusWidget()
        inside = focus is not None and self.view.isAncestorOf(focus)
        if inside or self._shown() is None:
            self.panes.show_right(False)
            self.browser.focus_rooms()
        else:
            self._open()

    def _go_to_person(self, person: int) -> None:
        self._show(Place(None, person))

    def _open_ticket(self, row: TicketRow) -> None:
        self.ticket_opened.emit(row.ticket_id)

    # --- hearing ----------------------------------------------------------------------------------
    def _hear(self, topics: frozenset[Topic]) -> None:
        if topics & (_ROOMS | {Topic.RESIDENTS}):
            self._stale_tree = True
        if topics & _ROOMS:
            self._stale_rooms = True
        if topics & _HOUSEHOLD:
            self._stale_household = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale_tree:
            rooms, self._stale_tree, self._stale_rooms = self._stale_rooms, False, False
            self.browser.reload(rooms=rooms)
        if self._stale_household:
            self._stale_household = False
            self._read()

    # --- rooms ------------------------------------------------------------------------------------
    def add_room(self) -> None:
        """Ask for a room, in the building and unit somebody looks at."""
        building, unit = self.browser.here()
        self.room.ask(building, unit)

    def add_building(self) -> None:
        """Ask for a whole building."""
        self.building.ask()

    def change_note(self) -> None:
        """Ask for the note and the details of the room."""
        found = self._shown()
        if found is not None and found.card.room is not None:
            card = found.card
            known = RoomDetails(card.room_note, found.area_m2, found.moved_in)
            self.note.ask(found.card.room, card.room_version, card.room_label, known)

    # --- people -----------------------------------------------------------------------------------
    def add_person(self) -> None:
        """Ask for a person of the room somebody looks at, or of none."""
        found = self._shown()
        room = found.card.room if found is not None else None
        self.people.person.add_resident(room, found.card.room_label if found is not None else "")

    def _person_saved(self, person: int) -> None:
        place = self._place or Place()
        self._show(Place(place.room, person))

    # --- the rest ---------------------------------------------------------------------------------
    def _open_menu(self) -> None:
        """Offer what can be added, each with its key."""
        if self._actions is None:
            return
        menu = QMenu(self)
        ids = ["residents.add", "residents.room", "residents.building"]
        self._actions.fill(menu, self.session.look, ids)
        menu.aboutToHide.connect(menu.deleteLater)
        below: QWidget = self.browser.add
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def export(self) -> None:
        """Ask how the numbers are to be written."""
        self.exporting.ask()

    def _choose_export(self) -> None:
        whole = self.exporting.whole
        self.exporting.dismiss()
        if whole:
            self.session.supervise(self._export_whole)
        else:
            self._start_export(whole=False)

    def _export_whole(self, _actor: Actor) -> None:
        self._start_export(whole=True)

    def _start_export(self, *, whole: bool) -> None:
        session, words = self.session, self.session.words
        community, zone, title = session.community, session.centre.zone, words.say("Residents")

        def read() -> Table:
            return lists.residents(words, zone, title, register.read(community), with_phones=whole)

        def told(count: int, path: Path) -> str:
            return words.say_n(
                "{n} line exported to {file}", "{n} lines exported to {file}", count, file=path
            )

        self._export.start(title, read, told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the rooms."""
        if event.key() == Qt.Key.Key_Escape:
            self.panes.show_right(False)
            self.browser.focus_rooms()
            return
        super().keyPressEvent(event)
