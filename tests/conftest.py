"""Fixtures of all tests: no display, a clock that stands still, both databases."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.fakes import FrozenClock

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
    with_qt = "qapp" in request.fixturenames
    threads = set(threading.enumerate())
    objects = _running_objects() if with_qt else {}
    yield
    left = [repr(t) for t in threading.enumerate() if t not in threads and not t.daemon]
    if with_qt:
        left += [name for key, name in _running_objects().items() if key not in objects]
    if left:
        pytest.fail("left running: " + ", ".join(left), pytrace=False)


def pytest_collection_finish() -> None:
    """Set what is loaded by now apart, so that looking through live objects stays cheap."""
    gc.collect()
    gc.freeze()


def _running_objects() -> dict[int, str]:
    from tests.running import running_objects  # Qt is loaded only for tests that use it

    return running_objects()
