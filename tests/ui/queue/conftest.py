"""A desk with a real database and a clock that stands still, and the queue on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desk.centre.policy import company_standard
from desk.models.database import Store
from desk.ui.look import Look
from desk.ui.queue.list import QueueList
from desk.ui.queue.said import Speaker
from desk.ui.queue.table import QueueTable
from desk.ui.queue.view import QueueView
from desk.ui.session import Session
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.tickets.office import Office
from tests.ui.queue.tickets import NOW
from tests.ui.sessions import opened

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def speaker(words: Words) -> Speaker:
    return Speaker(words, SHANGHAI, company_standard().soon)


@pytest.fixture
def table(qapp, speaker: Speaker) -> QueueTable:
    return QueueTable(speaker, NOW)


@pytest.fixture
def listed(qtbot, look: Look, words: Words, table: QueueTable) -> QueueList:
    """The list on screen, ten rows high."""
    shown = QueueList(look, words, table)
    qtbot.addWidget(shown)
    shown.resize(780, 10 * look.sizes.row_two)
    shown.show()
    return shown


@pytest.fixture
def office(sqlite_store: Store) -> Office:
    return Office(sqlite_store)


@pytest.fixture
def clock(office: Office) -> FrozenClock:
    return FrozenClock(office.now)


@pytest.fixture
def session(
    qapp, look: Look, words: Words, office: Office, clock: FrozenClock, tmp_path
) -> Iterator[Session]:
    with opened(
        office.store, office.community, clock, look, words, tmp_path, centre=office.centre
    ) as session:
        yield session


@pytest.fixture
def open_queue(qtbot, session: Session) -> Iterator[Callable[..., QueueView]]:
    """Return a function that shows the queue of the session."""
    views: list[QueueView] = []

    def build(width: int = 780, height: int = 700, **how: object) -> QueueView:
        view = QueueView(session, **how)  # type: ignore[arg-type]
        views.append(view)
        view.resize(width, height)
        view.show()
        return view

    yield build
    for view in views:
        view.close()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def pass_time(office: Office, clock: FrozenClock) -> Callable[..., None]:
    """Return a function that lets time pass for the clock and for the office."""

    def wait(**by: float) -> None:
        office.now = clock.advance(timedelta(**by))

    return wait
