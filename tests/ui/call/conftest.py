"""A whole desk on a small community: the real window, real keys, a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desk import settings
from desk.app import Desk, Ground
from desk.models.database import Store
from desk.settings import Settings
from desk.ui.jobs import Lane
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.conftest import MORNING
from tests.fakes import FrozenClock
from tests.garden import Garden, plant
from tests.ui.call.receptionist import HeldJobs, Receptionist

OpenDesk = Callable[..., Receptionist]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Garden]:
    """A data folder with the small community in it, to be copied."""
    folder = tmp_path_factory.mktemp("garden")
    store = Store.open(folder, MORNING)
    garden = plant(store, MORNING)
    store.close()
    settings.save(folder, Settings(desk="desk-1", sound=False))
    return folder, garden


@pytest.fixture
def data_folder(tmp_path: Path, planted: tuple[Path, Garden]) -> Path:
    """A data folder of the small community."""
    return Path(shutil.copytree(planted[0], tmp_path / "data"))


@pytest.fixture
def open_desk(
    qtbot, qapp: QApplication, look: Look, data_folder: Path, planted: tuple[Path, Garden]
) -> Iterator[OpenDesk]:
    """Return a function that opens a desk on the folder; one at a time."""
    opened: list[Desk] = []

    def build(*, width: int = 1440, height: int = 900, holding: Lane | None = None) -> Receptionist:
        clock = FrozenClock(MORNING)
        store = Store.open(data_folder, MORNING)
        words = Words(settings.load(data_folder).language)
        jobs = HeldJobs()
        ground = Ground(
            qapp, data_folder, settings.load(data_folder), clock, store, jobs, look, words
        )
        desk = Desk(ground, listen=False)
        opened.append(desk)
        if holding is not None:
            jobs.hold(holding)
        desk.window.resize(width, height)
        desk.show(ask_who=False)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        garden = Garden(
            store, planted[1].community, planted[1].rooms, planted[1].people, planted[1].articles
        )
        return Receptionist(desk, garden, clock, jobs)

    yield build
    for desk in opened:
        close(desk)


def close(desk: Desk) -> None:
    """Close a desk and give everything of it its end."""
    if not shiboken6.isValid(desk.window):
        return
    desk.window.close()
    desk.window.deleteLater()
    desk.session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Receptionist:
    """The desk as it stands in the morning, the caret in the line."""
    return open_desk()
