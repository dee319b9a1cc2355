"""What the window does by itself: a backup a day, and its failure told once a day."""

from __future__ import annotations

import errno

import pytest

from desk.models import backup
from desk.ui.keeping import Keeping
from tests.ui.footing import Place


@pytest.fixture
def place(sqlite_store, look, words, tmp_path):
    made = Place(sqlite_store, look, words, tmp_path)
    yield made
    made.close()


def days(place: Place) -> list[str]:
    return [copy.day.isoformat() for copy in backup.kept(place.store.path)]


def test_each_day_of_the_centre_gets_its_backup(place):
    keeping = Keeping(place.session)
    keeping.start()
    for _ in range(20):  # nine in the morning in Shanghai, then every hour
        place.pass_time(hours=1)
        keeping.keep()
    keeping.stop()
    assert days(place) == ["2026-03-05", "2026-03-04"]
    assert place.told == []


def test_a_backup_that_fails_is_told_once_a_day_and_tried_again(place, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(backup, "copy", full)
    keeping = Keeping(place.session)
    for _ in range(3):
        keeping.keep()
        place.pass_time(hours=1)
    assert [fault for _, fault in place.told] == [True]
    assert "磁盘已满" in place.told[0][0]
    place.pass_time(days=1)
    keeping.keep()
    assert len(place.told) == 2
    monkeypatch.undo()
    keeping.keep()
    assert days(place) == ["2026-03-05"]


def test_a_server_keeps_its_own_backups(postgres_store, look, words, tmp_path):
    place = Place(postgres_store, look, words, tmp_path)
    Keeping(place.session).keep()
    assert place.told == []
    place.close()
