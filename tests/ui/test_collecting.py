"""Cycles are collected on the main thread only, and they do go."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk.ui.collecting import BULK, SWEEP_AFTER, Collecting
from desk.ui.jobs import Jobs


class Ring(QObject):
    """An object of Qt that holds itself: only the collector ends it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


class Hand:
    """A clock somebody turns; seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def collecting(qapp: QApplication, hand: Hand) -> Iterator[Collecting]:
    collecting = Collecting(qapp, seconds=hand)
    yield collecting
    collecting.stop()


def work_of_many_objects() -> None:
    """Make what the collector looks at, far more than makes it begin."""
    for _ in range(20):
        _kept = [[] for _ in range(2_000)]


def dropped_rings(count: int, ended: list[int]) -> None:
    """Make rings and let go of them; note the thread in which each one ends."""
    for _ in range(count):
        weakref.finalize(Ring(), lambda: ended.append(threading.get_ident()))


def test_an_object_of_qt_in_a_cycle_ends_on_the_main_thread(
    qtbot: QtBot, collecting: Collecting, jobs: Jobs
) -> None:
    ended: list[int] = []
    dropped_rings(20, ended)
    with qtbot.waitSignal(jobs.idle):
        jobs.run(work_of_many_objects)
    assert ended == []
    gc.collect()
    assert set(ended) == {threading.get_ident()}


def test_a_thousand_cycles_are_gone_after_the_timer(qtbot: QtBot, collecting: Collecting) -> None:
    ended: list[int] = []
    dropped_rings(1_000, ended)
    collecting.start()
    qtbot.waitUntil(lambda: len(ended) == 1_000)
    assert set(ended) == {threading.get_ident()}


def test_cycles_that_grew_old_go_when_nobody_types(
    qtbot: QtBot, collecting: Collecting, hand: Hand
) -> None:
    ended: list[int] = []
    ring = Ring()
    weakref.finalize(ring, lambda: ended.append(1))
    for _ in range(12):
        gc.collect(1)
    del ring
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    hand.now = 100.0
    for _ in range(20):
        qtbot.keyClicks(line, "x")
        collecting.tick()
    assert ended == []
    hand.now = 102.0
    collecting.tick()
    assert ended == [1]


def test_what_was_made_in_bulk_is_passed_over_until_all_is_quiet(
    collecting: Collecting, hand: Hand
) -> None:
    ended: list[int] = []
    bulk = [[] for _ in range(2 * BULK)]
    dropped_rings(1, ended)
    collecting.tick()
    assert ended == []
    assert gc.get_count()[0] < BULK
    del bulk
    hand.now = SWEEP_AFTER + 1.0
    collecting.tick()
    assert ended == [threading.get_ident()]


def test_python_collects_by_itself_before_and_after(qapp: QApplication) -> None:
    assert gc.isenabled()
    collecting = Collecting(qapp)
    assert not gc.isenabled()
    collecting.start()
    collecting.stop()
    collecting.stop()
    assert gc.isenabled()
