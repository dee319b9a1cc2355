"""Long work in real threads: it is stopped by Escape, and nothing of it stays."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import tests.ui.footing as footing
from desk.models.database import Store
from desk.models.tables import Import, Room
from desk.ui.intake.page import ImportPage
from desk.ui.intake.work import Stopped, Work
from desk.ui.jobs import Jobs
from desk.words.catalogue import Words
from tests.ui.footing import Place, place
from tests.ui.intake import papers
from tests.ui.pressing import press

Key = Qt.Key
PATIENCE = 60_000


@pytest.fixture
def centre(
    sqlite_store: Store, look, words: Words, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    """A footing whose jobs are done in threads, as in the program."""
    jobs = lambda: Jobs(leaving=lambda _lane: sqlite_store.release())  # noqa: E731
    monkeypatch.setattr(footing, "InlineJobs", jobs)
    with place(sqlite_store, look, words, tmp_path) as made:
        yield made
        made.jobs.close()


@pytest.fixture
def page(centre: Place) -> ImportPage:
    page = ImportPage(centre.session)
    centre.show(page, 1200, 800)
    return page


def test_reading_twenty_thousand_rows_is_stopped_by_escape(page: ImportPage, tmp_path: Path, qtbot):
    page.take(papers.long_roster(tmp_path, 20_000))
    qtbot.waitUntil(lambda: page.work.sheet is not None, timeout=PATIENCE)
    press(qtbot, page.work.sheet, Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.work.busy, timeout=PATIENCE)
    assert page.found is None
    assert page.start.isVisible()
    assert page.work.sheet is None


def test_an_import_that_is_stopped_leaves_nothing(page: ImportPage, tmp_path: Path, qtbot):
    page.take(papers.long_roster(tmp_path, 2_000))
    qtbot.waitUntil(lambda: page.content.ready, timeout=PATIENCE)
    page.publish()
    page.work.stop()
    qtbot.waitUntil(lambda: not page.work.busy, timeout=PATIENCE)
    assert not Room.select().exists()
    assert not Import.select().exists()
    assert page.found is not None
    page.publish()
    qtbot.waitUntil(lambda: page.found is None, timeout=PATIENCE)
    assert Room.select().count() == 2_000


def test_another_language_while_it_is_read_begins_again(
    page: ImportPage, centre: Place, tmp_path: Path, qtbot
):
    page.take(papers.long_roster(tmp_path, 3_000))
    state = page.state()
    centre.session.words = Words("en")
    again = ImportPage(centre.session)
    centre.show(again, 1200, 800)
    again.restore(state)
    page.window().hide()
    qtbot.waitUntil(lambda: again.content.ready, timeout=PATIENCE)
    assert again.content._say.text().startswith("New: 3000 rooms")


def test_what_is_newer_stops_what_is_older(centre: Place, page: ImportPage, qtbot):
    work = Work(centre.session, page)
    began, told = threading.Event(), []

    def endless(pace):
        began.set()
        while True:
            pace(0, 0)

    work.run("old", endless, told.append, told.append)
    assert began.wait(10)
    work.run("new", lambda _pace: "new", told.append, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == ["new"]
    assert not work.busy


def test_stopped_work_says_so_once(centre: Place, page: ImportPage, qtbot):
    work = Work(centre.session, page)
    began, done, failed = threading.Event(), [], []

    def endless(pace):
        began.set()
        while True:
            pace(0, 0)

    work.run("it", endless, done.append, failed.append)
    assert began.wait(10)
    work.stop()
    qtbot.waitUntil(lambda: bool(failed), timeout=PATIENCE)
    assert done == []
    assert [type(one) for one in failed] == [Stopped]
