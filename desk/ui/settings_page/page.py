"""Settings: a quiet list of sections at the left, the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.codes import Topic
from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.intake.imports_list import ImportsSection
from desk.ui.kit.label import Label
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import OneLine, RowDelegate
from desk.ui.look import Look
from desk.ui.page import Page
from desk.ui.session import Session
from desk.ui.settings_page.categories import CategoriesSection
from desk.ui.settings_page.centre import CentreSection
from desk.ui.settings_page.computer import ComputerSection
from desk.ui.settings_page.crews import CrewsSection
from desk.ui.settings_page.hours import HoursSection
from desk.ui.settings_page.keyed_rows import Keyed, KeyedRows
from desk.ui.settings_page.people import StaffSection
from desk.ui.settings_page.policy import PolicySection
from desk.ui.settings_page.section import Section
from desk.ui.theme import Text, Tone
from desk.words.catalogue import mark


@dataclass(frozen=True)
class Entry:
    """One entry of the list at the left."""

    id: str
    name: str
    icon: Icon
    build: Callable[[Session], Section]


ENTRIES = (
    Entry("centre", mark("Centre"), Icon.BUILDING, CentreSection),
    Entry("hours", mark("Service hours"), Icon.CALENDAR, HoursSection),
    Entry("policy", mark("Deadlines"), Icon.SOON, PolicySection),
    Entry("crews", mark("Crews"), Icon.CREW, CrewsSection),
    Entry("categories", mark("Categories"), Icon.TAG, CategoriesSection),
    Entry("staff", mark("Staff"), Icon.USER, StaffSection),
    Entry("imports", mark("Imports"), Icon.IMPORT, ImportsSection),
    Entry("computer", mark("This computer"), Icon.SYSTEM, ComputerSection),
)


class SettingsPage(Page):
    """Everything that was said on the first day, to be changed, and this computer."""

    #: Somebody chose a language; connect it to the window's ``speak``.
    language_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._actions: Actions | None = None
        self._here = ENTRIES[0].id
        self._restored: dict[str, dict[str, Any]] = {}
        self._dirty: set[str] = set()
        self.sections: dict[str, Section] = {}
        self.rows = KeyedRows(self)
        self._side = _Side(session.look)
        self._heading = Label(session.look, session.words.say("Settings"), Text.EMPHASIS, bold=True)
        self.list = ListView(
            session.look, session.words.say("Sections of the settings"), on="ground"
        )
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(session.look, self.rows.line, self.list))
        self._side.column.addWidget(self._heading)
        self._side.column.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.stack, 1)
        self._show_list()
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.selectionModel().currentChanged.connect(self._chose)
        self.list.activated.connect(lambda _index: self.enter())
        session.changed.connect(self._heard)
        session.look.changed.connect(self.restyle)
        self.restyle()

    @property
    def section(self) -> Section:
        """The section in front."""
        return self.sections[self._here]

    def offer(self, actions: Actions) -> None:
        """Go from section to section by keys; each section adds its own."""
        self._actions = actions
        for entry in ENTRIES:
            actions.add(
                Action(
                    f"settings.go.{entry.id}", entry.name, "", entry.icon, self._going(entry.id)
                ),
                home=self,
            )
        actions.add(
            Action(
                "settings.next",
                mark("Next section"),
                "Ctrl+PgDown",
                Icon.CHEVRON_DOWN,
                lambda: self._by(1),
            ),
            home=self,
        )
        actions.add(
            Action(
                "settings.previous",
                mark("Previous section"),
                "Ctrl+PgUp",
                Icon.CHEVRON_UP,
                lambda: self._by(-1),
            ),
            home=self,
        )
        for section in self.sections.values():
            section.offer(actions)

    def opened(self) -> None:
        """Build and read the section in front."""
        focus: QWidget | None = self.window().focusWidget()
        self.go(self._here)
        if focus is None or not self.isAncestorOf(focus):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, name: str) -> Section:
        """Bring a section to the front, building it when it is first asked for."""
        self._here = name
        section = self.sections.get(name)
        if section is None:
            section = self._build(name)
        at = self.rows.place(name)
        if at is not None and self.list.currentIndex().row() != at:
            self.list.setCurrentIndex(self.rows.index(at))
        self.stack.setCurrentWidget(section)
        section.opened()
        return section

    def enter(self) -> None:
        """Go from the list into the section."""
        field = self.section.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def state(self) -> dict[str, Any]:
        """Return what is typed in every section, and which one is in front."""
        states = {**self._restored}
        states |= {name: section.state() for name, section in self.sections.items()}
        return {"here": self._here, "sections": states}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left; a section takes its part when it is built."""
        self._restored = dict(state.get("sections", {}))
        for name, section in self.sections.items():
            if (kept := self._restored.pop(name, None)) is not None:
                section.restore(kept)
        # What was typed and not saved must be seen, so those are built at once.
        for name in list(self._restored):
            if self._restored[name].get("draft"):
                self._build(name)
        here = str(state.get("here", self._here))
        if any(entry.id == here for entry in ENTRIES):
            self.go(here)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._side.restyle()

    # --- building -----------------------------------------------------------------------------
    def _build(self, name: str) -> Section:
        entry = next(entry for entry in ENTRIES if entry.id == name)
        section = self.sections[name] = entry.build(self.session)
        section.dirtied.connect(lambda dirty: self._mark(name, dirty))
        if isinstance(section, ComputerSection):
            section.language_chosen.connect(self.language_chosen)
        self.stack.addWidget(section)
        if self._actions is not None:
            section.offer(self._actions)
        if (kept := self._restored.pop(name, None)) is not None:
            section.restore(kept)
        return section

    def _show_list(self) -> None:
        words = self.session.words
        self.rows.become(
            [
                Keyed(
                    entry.id,
                    OneLine(
                        words.say(entry.name),
                        icon=Icon.EDIT if entry.id in self._dirty else entry.icon,
                        tone=Tone.ACCENT if entry.id in self._dirty else Tone.PLAIN,
                    ),
                    spoken=words.say("not saved") if entry.id in self._dirty else "",
                )
                for entry in ENTRIES
            ]
        )

    def _mark(self, name: str, dirty: bool) -> None:
        before = set(self._dirty)
        self._dirty = self._dirty | {name} if dirty else self._dirty - {name}
        if before != self._dirty:
            self._show_list()

    # --- going --------------------------------------------------------------------------------
    def _going(self, name: str) -> Callable[[], object]:
        def go() -> None:
            self.go(name)
            self.enter()

        return go

    def _by(self, by: int) -> None:
        at = [entry.id for entry in ENTRIES].index(self._here) + by
        if 0 <= at < len(ENTRIES):
            self.go(ENTRIES[at].id)
            self.enter()

    def _chose(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.keyed(now)
        if row is not None and row.key != self._here:
            self.go(str(row.key))

    def _heard(self, topics: frozenset[Topic]) -> None:
        if self.isVisible() and self._here in self.sections:
            self.section.heard(topics)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right goes from the list into the section."""
        if event.key() == Qt.Key.Key_Right and self.list.hasFocus():
            self.enter()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lie on paper."""
        QPainter(self).fillRect(self.rect(), self.session.look.colours.paper)


class _Side(QWidget):
    """The ground of the list, with the hairline that parts it from the section."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self.setFixedWidth(s.least_field + s.wide)
        self.column.setContentsMargins(s.small, s.wide, s.small, s.small)
        self.column.setSpacing(s.middle)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and hairline."""
        c, s = self._look.colours, self._look.sizes
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.ground)
        painter.fillRect(self.width() - s.hair, 0, s.hair, self.height(), c.line)
