"""A desk with a real database on which a day can be played."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.calls import log
from desk.calls.drafts import Draft
from desk.codes import Outcome
from desk.models.database import Store
from desk.paper.day import day
from desk.paper.raster import rasterise_all
from desk.reports.day_report import DayReport
from desk.ui.actions import Actions
from desk.ui.look import Look
from desk.ui.reports.page import ReportsPage
from desk.ui.session import Session
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.tickets.office import Office
from tests.ui.sessions import opened


class Paper:
    """Sets the day as the program does."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def day(self, report: DayReport) -> bytes:
        return day(report, self._words)

    def pages(self, pdf: bytes, dpi: int) -> list[object]:
        return list(rasterise_all(pdf, dpi))


@dataclass
class Desk:
    """The office and the page that looks at it."""

    office: Office
    session: Session
    page: ReportsPage
    actions: Actions
    told: list[tuple[str, bool]]

    def later(self, **by: float) -> None:
        """Let time pass for everybody."""
        before = self.office.now
        self.office.later(**by)
        clock = self.session.clock
        assert isinstance(clock, FrozenClock)
        clock.advance(self.office.now - before)

    def call(self, words: str, outcome: Outcome) -> None:
        """Let somebody call."""
        office = self.office
        with office.store.write(office.actor, office.now) as write:
            draft = Draft.new(office.now)
            draft.text = words
            log.end(write, office.community, draft, outcome)

    def settle(self) -> None:
        """Let what was heard of a commit reach the page."""
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()


class Choice:
    """Stands for somebody at the file dialog."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.asked: list[str] = []

    def __call__(self, _parent: object, _title: str, name: str, _kinds: str) -> Path | None:
        self.asked.append(name)
        return self.path


@pytest.fixture
def choice() -> Choice:
    return Choice()


@pytest.fixture
def desk(
    qtbot, sqlite_store: Store, look: Look, words: Words, choice: Choice, tmp_path: Path
) -> Iterator[Desk]:
    """The page on screen, at nine in the morning."""
    office = Office(sqlite_store)
    with opened(
        office.store,
        office.community,
        FrozenClock(office.now),
        look,
        words,
        tmp_path,
        centre=office.centre,
        papers=Paper(words),
    ) as session:
        told: list[tuple[str, bool]] = []
        session.told.connect(lambda text, fault: told.append((text, fault)))
        window = QWidget()
        window.resize(look.sizes.window_wide_least - look.sizes.rail, look.sizes.window_high_least)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        page = ReportsPage(session, ask=choice)
        column.addWidget(page)
        actions = Actions(window, words)
        page.offer(actions)
        window.show()
        window.activateWindow()
        page.opened()
        yield Desk(office, session, page, actions, told)
        window.close()
        shiboken6.delete(window)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
