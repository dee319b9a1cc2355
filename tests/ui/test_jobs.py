"""Background work: on another thread, back on this one, only the latest, nothing for the dead."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.refusals import Refusal
from desk.ui.jobs import Jobs, Lane
from tests.ui.inline_jobs import InlineJobs


class Listener(QObject):
    """Somebody who waits for results."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[threading.Thread] = []

    def hear(self, what: object) -> None:
        self.heard.append(what)
        self.threads.append(threading.current_thread())


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def listener(qtbot: QtBot) -> Listener:
    return Listener()


def wait(qtbot: QtBot, jobs: Jobs) -> None:
    if jobs.busy:
        with qtbot.waitSignal(jobs.idle):
            pass


def test_work_is_done_elsewhere_and_its_result_heard_here(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    jobs.run(threading.current_thread, listener.hear)
    wait(qtbot, jobs)
    assert listener.heard != [threading.main_thread()]
    assert listener.threads == [threading.main_thread()]


def test_one_lane_works_in_order_and_lanes_do_not_wait_for_each_other(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    gate = threading.Event()
    jobs.run(lambda: (gate.wait(5), "first")[1], listener.hear)
    jobs.run(lambda: "second", listener.hear)
    jobs.run(lambda: (gate.set(), "other")[1], listener.hear, lane=Lane.OTHER)
    wait(qtbot, jobs)
    assert listener.heard.index("first") < listener.heard.index("second")
    assert len(listener.heard) == 3


def test_a_refusal_and_a_fault_both_come_back_as_they_were(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    def refuse() -> None:
        raise Refusal("ticket.stale")

    jobs.run(refuse, listener.hear, listener.hear)
    jobs.run(lambda: 1 // 0, listener.hear, listener.hear)
    wait(qtbot, jobs)
    assert [type(trouble) for trouble in listener.heard] == [Refusal, ZeroDivisionError]
    assert listener.threads == [threading.main_thread()] * 2


def test_a_fault_nobody_takes_is_raised_here(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.captureExceptions() as caught:
        jobs.run(lambda: 1 // 0)
        wait(qtbot, jobs)
        # Delivering goes on after it.
        jobs.run(lambda: None)
        wait(qtbot, jobs)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_job_cannot_end_its_worker(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    def leave() -> None:
        raise SystemExit

    jobs.run(leave, listener.hear, listener.hear)
    jobs.run(lambda: "after", listener.hear)
    wait(qtbot, jobs)
    assert isinstance(listener.heard[0], RuntimeError)
    assert listener.heard[1] == "after"


def test_only_the_latest_of_a_key_is_done_and_heard(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    started, gate = threading.Event(), threading.Event()
    done: list[int] = []

    def hold() -> None:
        started.set()
        gate.wait(5)

    def search(number: int) -> int:
        done.append(number)
        return number

    # The worker is busy before anything of the key comes, so none of them can be under way.
    jobs.run(hold)
    assert started.wait(5)
    for number in range(5):
        jobs.run(lambda number=number: search(number), listener.hear, key="typing")
    gate.set()
    wait(qtbot, jobs)
    assert listener.heard == [4]
    assert done == [4]


def test_a_key_is_somebodys_own(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    other = Listener()
    jobs.run(lambda: 1, listener.hear, key="page")
    jobs.run(lambda: 2, other.hear, key="page")
    wait(qtbot, jobs)
    assert (listener.heard, other.heard) == ([1], [2])


def test_nobody_calls_what_was_destroyed(qtbot: QtBot, jobs: Jobs, listener: Listener) -> None:
    gate = threading.Event()
    heard: list[object] = []
    jobs.run(lambda: gate.wait(5), listener.hear)
    jobs.run(lambda: gate.wait(5), heard.append, owner=listener)
    shiboken6.delete(listener)
    gate.set()
    wait(qtbot, jobs)
    assert not heard


def test_closing_finishes_the_writes_and_hands_them_over(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    gate = threading.Event()
    stored: list[str] = []
    jobs.run(lambda: gate.wait(5), listener.hear, key="search")
    jobs.run(lambda: stored.append("ticket"), listener.hear)
    jobs.run(lambda: "a search nobody needs", listener.hear, key="other")
    opener = threading.Timer(0.01, gate.set)
    opener.start()
    jobs.close()
    opener.join()
    assert stored == ["ticket"]
    assert "a search nobody needs" not in listener.heard
    jobs.run(lambda: stored.append("late"))
    jobs.close()
    assert stored == ["ticket"]
    assert not jobs.busy


def test_a_worker_says_goodbye_in_its_own_thread(qtbot: QtBot) -> None:
    left: list[tuple[Lane, threading.Thread]] = []
    jobs = Jobs(leaving=lambda lane: left.append((lane, threading.current_thread())))
    jobs.run(lambda: None)
    jobs.close()
    assert [lane for lane, _ in left] == [Lane.DATABASE]
    assert left[0][1] is not threading.main_thread()


def test_a_door_nobody_used_has_no_thread(qtbot: QtBot) -> None:
    before = threading.active_count()
    jobs = Jobs()
    assert threading.active_count() == before
    jobs.close()


def test_an_error_of_a_callback_leaves_the_others_their_turn(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    def fail(_result: object) -> None:
        raise ValueError

    with qtbot.captureExceptions() as caught:
        jobs.run(lambda: 1, fail)
        jobs.run(lambda: 2, listener.hear)
        wait(qtbot, jobs)
    assert len(caught) == 1
    assert listener.heard == [2]


def test_inline_jobs_are_done_before_run_returns(qtbot: QtBot, listener: Listener) -> None:
    jobs: Jobs = InlineJobs()
    jobs.run(lambda: 1, listener.hear, key="typing")
    jobs.run(lambda: 1 // 0, listener.hear, listener.hear)
    assert listener.heard[0] == 1
    assert isinstance(listener.heard[1], ZeroDivisionError)
    with pytest.raises(ZeroDivisionError):
        jobs.run(lambda: 1 // 0)
    assert not jobs.busy
    jobs.close()


def test_what_a_callback_held_ends_on_the_main_thread(
    qtbot: QtBot, jobs: Jobs, listener: Listener
) -> None:
    ended: list[int] = []

    def ask() -> None:
        held = QObject()
        weakref.finalize(held, lambda: ended.append(threading.get_ident()))
        jobs.run(lambda: None, lambda _none: held.objectName(), owner=listener)

    gc.collect()
    # The worker lets go of a job while its result is handed over: now one, now the other is last.
    jobs.idle.connect(lambda: ask() if len(ended) < 500 else None)
    ask()
    qtbot.waitUntil(lambda: len(ended) == 500)
    assert len(ended) == 500
    assert set(ended) == {threading.get_ident()}
