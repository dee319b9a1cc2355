"""The day's copy is made by the centre's day; its failure is told once."""

from __future__ import annotations

import errno
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.models import backup, daily
from desk.models.daily import DailyBackup
from desk.refusals import Refusal
from tests.conftest import MORNING

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_a_day_begins_at_midnight_of_the_centre(sqlite_store):
    path = sqlite_store.path
    before_midnight = datetime(2026, 3, 4, 15, 59, 59, tzinfo=UTC)
    tending = DailyBackup(path)
    made = tending.tend(before_midnight, SHANGHAI)
    assert made is not None
    assert made.name == "desk-2026-03-04.sqlite"
    assert not daily.due(path, before_midnight, SHANGHAI)
    midnight = before_midnight + timedelta(seconds=1)
    assert daily.due(path, midnight, SHANGHAI)
    made = tending.tend(midnight, SHANGHAI)
    assert made is not None
    assert made.name == "desk-2026-03-05.sqlite"


def test_the_rest_of_the_day_has_nothing_to_do(sqlite_store):
    tending = DailyBackup(sqlite_store.path)
    made = [tending.tend(MORNING + timedelta(hours=hour), SHANGHAI) for hour in range(12)]
    assert [copy is not None for copy in made] == [True] + [False] * 11


@pytest.fixture
def failing(monkeypatch):
    """Let every copy fail with what is set here; None lets it succeed."""
    real, failure = backup.copy, {"error": None}

    def copy(*args: object) -> object:
        if failure["error"] is not None:
            raise failure["error"]
        return real(*args)

    monkeypatch.setattr(backup, "copy", copy)
    return failure


def told(tending: DailyBackup, now: datetime) -> bool:
    try:
        tending.tend(now, SHANGHAI)
    except (OSError, Refusal):
        return True
    return False


def test_a_failure_is_told_once_a_day_and_tried_again_every_hour(sqlite_store, failing):
    tending = DailyBackup(sqlite_store.path)
    failing["error"] = OSError(errno.ENOSPC, "full")
    hours = [told(tending, MORNING + timedelta(hours=hour)) for hour in range(5)]
    assert hours == [True, False, False, False, False]
    assert told(tending, MORNING + timedelta(days=1))
    failing["error"] = None
    assert not told(tending, MORNING + timedelta(days=1, hours=1))
    assert not daily.due(sqlite_store.path, MORNING + timedelta(days=1), SHANGHAI)


def test_another_failure_of_the_same_day_is_told_too(sqlite_store, failing):
    tending = DailyBackup(sqlite_store.path)
    failing["error"] = OSError(errno.ENOSPC, "full")
    assert told(tending, MORNING)
    failing["error"] = Refusal("database.damaged", file="desk.sqlite")
    assert told(tending, MORNING + timedelta(hours=1))
    assert not told(tending, MORNING + timedelta(hours=2))
