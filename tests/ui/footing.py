"""A real session for the tests of a page: a database, a clock that stands still, jobs at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.calls.memory import Memory
from desk.centre import staff
from desk.centre.profile import Centre
from desk.codes import Role
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, Staff
from desk.settings import Settings
from desk.ui.actions import Actions
from desk.ui.look import Look
from desk.ui.page import Page
from desk.ui.session import Session
from desk.words.catalogue import Words
from tests.conftest import MORNING
from tests.fakes import FrozenClock
from tests.ui.inline_jobs import InlineJobs


class Place:
    """One community with two people at its desk, and the window's footing on it.

    Attributes:
        supervisor, receptionist: who may sit down (``session.sit_down``).
        told: every sentence the window would have shown, and whether it was a fault.
        asked_for: what waits for a supervisor's PIN.
    """

    def __init__(self, store: Store, look: Look, words: Words, folder: Path) -> None:
        self.store = store
        self.clock = FrozenClock(MORNING)
        self.community = int(Community.insert(name="锦绣花园", telephone="021-1").execute())
        for name, initial, role in (
            ("李主管", "L", Role.SUPERVISOR),
            ("陈静", "C", Role.RECEPTIONIST),
        ):
            Staff.insert(name=name, initial=initial, role=role, pin_hash="-").execute()
        self.supervisor, self.receptionist = staff.active()
        self.jobs = InlineJobs()
        self.session = self._session(look, words, folder)
        self.told: list[tuple[str, bool]] = []
        self.asked_for: list[object] = []
        self.session.told.connect(lambda text, fault: self.told.append((text, fault)))
        self.session.supervisor_wanted.connect(self.asked_for.append)
        self.session.sit_down(self.supervisor)
        self._windows: list[QWidget] = []

    def _session(self, look: Look, words: Words, folder: Path) -> Session:
        return Session(
            store=self.store,
            clock=self.clock,
            jobs=self.jobs,
            words=words,
            look=look,
            folder=folder,
            settings=Settings(sound=False),
            centre=Centre.read(),
            memory=Memory(self.store, self.community),
            papers=None,  # type: ignore[arg-type]
            community=self.community,
        )

    def write(self, fn, *args, by=None, **named):
        """Run one function of a floor in a transaction, as another desk would."""
        actor = Actor((by or self.supervisor).id, "other")
        with self.store.write(actor, self.clock.now()) as write:
            result = fn(write, *args, **named)
        self.settle()
        return result

    def settle(self) -> None:
        """Let what was heard of a commit reach the page."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()

    def load(self) -> None:
        """Read roster and library into memory, as the window does after its first picture."""
        self.session.memory.load(self.session.today())
        self.session.memory_changed.emit()

    def pass_time(self, **by: float) -> None:
        self.clock.advance(timedelta(**by))

    def show(self, page: Page, width: int = 944, height: int = 700) -> Actions:
        """Show a page as the window would and return its actions."""
        window = QWidget()
        window.resize(width, height)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        actions = Actions(window, self.session.words)
        page.offer(actions)
        self._windows.append(window)
        window.show()
        window.activateWindow()
        page.opened()
        self.settle()
        return actions

    def close(self) -> None:
        for window in self._windows:
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.session.close()
        shiboken6.delete(self.session)
        shiboken6.delete(self.jobs)


@contextmanager
def place(store: Store, look: Look, words: Words, folder: Path) -> Iterator[Place]:
    """Open a place and close it again."""
    made = Place(store, look, words, folder)
    try:
        yield made
    finally:
        made.close()
