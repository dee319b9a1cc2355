"""A window with the settings in it, a supervisor at the desk, a real database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMainWindow

from desk.centre import first_day, staff
from desk.centre.crews import CrewForm
from desk.centre.first_day import FirstDay, NewCrew, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import ClockRun, Family, Role
from desk.models.database import Store
from desk.models.journal import Actor
from desk.ui.actions import Actions
from desk.ui.look import Look
from desk.ui.session import Session
from desk.ui.settings_page.page import SettingsPage
from desk.ui.settings_page.section import Section
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.ui.sessions import opened

FIRST_DAY = FirstDay(
    community="桂语花园",
    telephone="0571-88881234",
    centre="桂语花园服务中心",
    staff=(
        NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), "1234"),
        NewStaff(StaffForm("何静", "H", Role.RECEPTIONIST), "2345"),
    ),
    crews=(
        NewCrew(CrewForm("水电班", (Family.LEAK,), ClockRun.ROUND), (("王师傅", "13800000001"),)),
        NewCrew(CrewForm("电梯维保", (Family.LIFT,), ClockRun.ROUND)),
        NewCrew(CrewForm("保洁班", (Family.CLEANING,))),
    ),
)


@pytest.fixture
def session(
    qapp, look: Look, words: Words, sqlite_store: Store, frozen_clock: FrozenClock, tmp_path
) -> Iterator[Session]:
    community = first_day.begin(sqlite_store, Actor(), frozen_clock.now(), FIRST_DAY)
    with opened(
        sqlite_store, community, frozen_clock, look, words, tmp_path / "data", desk="desk-1"
    ) as session:
        session.sit_down(staff.active()[0])
        yield session


@dataclass
class Shown:
    """The page on screen."""

    window: QMainWindow
    page: SettingsPage
    actions: Actions

    def go(self, name: str) -> Section:
        return self.page.go(name)


def settle() -> None:
    """Let bursts of commits be heard."""
    for _ in range(4):
        QCoreApplication.processEvents()


@pytest.fixture
def show(qtbot, session: Session) -> Iterator[Callable[..., Shown]]:
    """Return a function that shows the settings in a window."""
    windows: list[QMainWindow] = []

    def build(width: int = 1024, height: int = 700) -> Shown:
        window = QMainWindow()
        windows.append(window)
        actions = Actions(window, session.words)
        page = SettingsPage(session)
        window.setCentralWidget(page)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.offer(actions)
        page.opened()
        return Shown(window, page, actions)

    yield build
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


@pytest.fixture
def shown(show: Callable[..., Shown]) -> Shown:
    return show()


@pytest.fixture
def supervisor(session: Session) -> Actor:
    """The supervisor at another desk."""
    return Actor(staff.active()[0].id, "desk-2")
