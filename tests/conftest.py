"""Fixtures of all tests: no display, a clock that stands still, both databases."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import threading
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.models.database import Store
from tests import disks, running
from tests.fakes import FrozenClock
from tests.postgres import PostgresUnavailableError, TestServer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

# A Wednesday, nine in the morning in Shanghai, an ordinary working day.
MORNING = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)


@pytest.fixture
def frozen_clock() -> FrozenClock:
    """A clock that stands at nine in the morning of an ordinary working day in Shanghai."""
    return FrozenClock(MORNING)


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread or a timer behind: the next test would pay for it."""
    threads = set(threading.enumerate())
    objects = weakref.WeakSet(_running_objects(request))
    yield
    left = [repr(t) for t in threading.enumerate() if t not in threads and not t.daemon]
    left += [running.name(o) for o in _running_objects(request) if o not in objects]
    if left:
        pytest.fail("left running: " + ", ".join(left), pytrace=False)


def pytest_collection_finish() -> None:
    """Set what is loaded by now apart, so that looking through live objects stays cheap."""
    gc.collect()
    gc.freeze()


def _running_objects(request: pytest.FixtureRequest) -> list[QObject]:
    return running.running_objects() if "qapp" in request.fixturenames else []


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[TestServer]:
    """The PostgreSQL server of this run; where there can be none the tests are skipped."""
    workers = getattr(request.config, "workerinput", None)
    run = workers["testrunuid"] if workers else str(os.getpid())

    def prepare(address: str) -> None:
        Store.open_url(address, MORNING).close()

    try:
        server = TestServer(run, prepare).__enter__()
    except PostgresUnavailableError as error:
        pytest.skip(f"no PostgreSQL on this machine: {error}")
    with contextlib.ExitStack() as stack:
        stack.push(server)
        yield server


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an up-to-date and empty database, to be copied."""
    folder = tmp_path_factory.mktemp("template")
    Store.open(folder, MORNING).close()
    return folder


@pytest.fixture
def sqlite_store(tmp_path: Path, empty_sqlite: Path) -> Iterator[Store]:
    """An empty SQLite database in ``tmp_path / "data"``."""
    folder = shutil.copytree(empty_sqlite, tmp_path / "data")
    store = Store.open(folder, MORNING)
    yield store
    store.close()


@pytest.fixture
def postgres_store(postgres: TestServer) -> Iterator[Store]:
    """An empty PostgreSQL database."""
    address = postgres.fresh_database()
    store = Store.open_url(address, MORNING)
    yield store
    store.close()
    postgres.drop(address)


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty database, up to date: the test runs on SQLite and again on PostgreSQL."""
    opened: Store = request.getfixturevalue(f"{request.param}_store")
    return opened


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 4 MB of its own; skipped where this user may not mount one."""
    with disks.mounted(tmp_path / "disk") as folder:
        yield folder
