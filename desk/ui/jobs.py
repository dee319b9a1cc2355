"""The one door to background work: one worker for the database, few for everything else.

A result comes back on the main thread. Lanes have a single worker each, so writes of this desk
happen in the order they were asked for.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")

#: Seconds a worker may hold the interpreter before the window gets it back. Measured with a worker
#: searching in pure Python and a heartbeat of 4 ms: with Python's own 5 ms it came late by 5.3 ms
#: at p99 and 23 ms at worst, with this by 0.8 and 2.5; the search takes as long as before.
TURN = 0.0005


class Lane(StrEnum):
    """Which worker does a job."""

    DATABASE = "database"
    OTHER = "other"
    #: What a keystroke is answered by, from memory alone: nothing else may stand before it.
    LOOK = "look"
    #: What is being typed, on its way to the disk: it waits for nothing but the disk.
    DRAFTS = "drafts"
    #: What takes seconds and nobody waits for (a backup, an export): it never holds up a read.
    LONG = "long"
    #: What the sentence model thinks, where one is installed: tens of milliseconds each.
    MEANING = "meaning"


@dataclass(eq=False, slots=True)
class _Job:
    """One piece of work and who waits for it."""

    work: Callable[[], object]
    done: Callable[..., object] | None
    failed: Callable[[Exception], object] | None
    key: Hashable
    owner: QObject | None
    dropped: bool = False
    result: object = None
    trouble: Exception | None = field(default=None)

    def deliver(self) -> None:
        """Hand the result over, unless it is no longer wanted."""
        if self.dropped or (self.owner is not None and not shiboken6.isValid(self.owner)):
            return
        if self.trouble is None:
            if self.done is not None:
                self.done(self.result)
        elif self.failed is not None:
            self.failed(self.trouble)
        else:
            raise self.trouble

    def end(self) -> None:
        """Let go of everything, on the main thread: the worker may be the last to hold the job.

        What somebody's callback holds, widgets too, would end in the worker's thread with it.
        """
        self.work, self.done, self.failed, self.owner = _nothing, None, None, None
        self.result, self.trouble = None, None


def _nothing() -> None:
    """Stand where the work of a job that is over stood."""


def owner_of(owner: QObject | None, *callbacks: object) -> QObject | None:
    """Return whose end ends the wish: who is named, else the object the callback is a method of."""
    if owner is not None:
        return owner
    for callback in callbacks:
        bound = getattr(callback, "__self__", None)
        if isinstance(bound, QObject):
            return bound
    return None


class _Worker:
    """One thread with a line of jobs; it starts with the first."""

    def __init__(
        self, lane: Lane, finished: Callable[[_Job], None], leaving: Callable[[Lane], None] | None
    ) -> None:
        self._lane = lane
        self._finished = finished
        self._leaving = leaving
        self._line: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None

    def put(self, job: _Job) -> None:
        with self._wake:
            self._line.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=f"desk-{self._lane}")
                self._thread.start()
            self._wake.notify()

    def forget(self, job: _Job) -> bool:
        """Take a job out of the line; say whether it had not been started."""
        with self._wake:
            waiting = job in self._line
            if waiting:
                self._line.remove(job)
            return waiting

    def close(self) -> None:
        """Do what was asked for, forget what was only the latest of its kind, and end."""
        with self._wake:
            self._closing = True
            self._line = deque(job for job in self._line if job.key is None)
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job.result = job.work()
            except Exception as trouble:
                job.trouble = trouble
            except BaseException as trouble:
                # Such as SystemExit: it must end neither the worker nor the program from here.
                job.trouble = RuntimeError("a job tried to end the program")
                job.trouble.__cause__ = trouble
            self._finished(job)
            # Keep no result alive while waiting for the next job.
            job = None
        if self._leaving is not None:
            self._leaving(self._lane)

    def _next(self) -> _Job | None:
        with self._wake:
            while not self._line and not self._closing:
                self._wake.wait()
            return self._line.popleft() if self._line else None


class Jobs(QObject):
    """Runs functions in the background and brings what they return to the main thread.

    Belongs to the main thread. ``idle`` is emitted when nothing is under way any more.
    """

    idle = Signal()
    _came = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        leaving: Callable[[Lane], None] | None = None,
        turn: float = TURN,
    ) -> None:
        """Open the door.

        Args:
            parent: the Qt parent.
            leaving: called in a worker's own thread as it ends, to close its connection.
            turn: seconds until a busy worker lets the window go on (``sys.setswitchinterval``).
        """
        super().__init__(parent)
        sys.setswitchinterval(turn)
        self._workers = {lane: _Worker(lane, self._finished, leaving) for lane in Lane}
        self._latest: dict[tuple[Lane, Hashable, int], _Job] = {}
        self._results: deque[_Job] = deque()
        self._under_way = 0
        self._closed = False
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._under_way > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        lane: Lane = Lane.DATABASE,
        key: Hashable = None,
        owner: QObject | None = None,
    ) -> None:
        """Run ``work`` in a lane; ``done`` or ``failed`` is called later on the main thread.

        Args:
            work: runs in the worker's thread and touches nothing of Qt's widgets.
            done: gets what ``work`` returned.
            failed: gets what it raised, a Refusal or our own fault; without it the exception is
                raised on the main thread.
            lane: which worker.
            key: only the latest job of a key (and owner) matters: an older one is not started any
                more, or its result is dropped. Never give a key to a write.
            owner: when this object is destroyed nobody is called. Without it, the object whose
                method ``done`` or ``failed`` is.
        """
        if self._closed:
            return
        job = _Job(work, done, failed, key, owner_of(owner, done, failed))
        if key is not None:
            self._supersede((lane, key, id(job.owner)), job)
        self._under_way += 1
        self._workers[lane].put(job)

    def close(self) -> None:
        """Wait for what was asked for, hand it over, and take nothing more.

        What had a key and was not started is forgotten: it would have changed nothing.
        """
        if self._closed:
            return
        self._closed = True
        for worker in self._workers.values():
            worker.close()
        troubles: list[Exception] = []
        while self._results:
            try:
                self._deliver()
            except Exception as trouble:
                troubles.append(trouble)
        self._latest.clear()
        self._under_way = 0
        if troubles:
            raise troubles[0]

    def _supersede(self, name: tuple[Lane, Hashable, int], job: _Job) -> None:
        """Want the older job of this name no more."""
        older = self._latest.get(name)
        self._latest[name] = job
        if older is not None:
            older.dropped = True
            if self._workers[name[0]].forget(older):
                self._under_way -= 1

    def _finished(self, job: _Job) -> None:
        """Take a result in the worker's thread."""
        self._results.append(job)
        self._came.emit()

    def _deliver(self) -> None:
        """Hand one result over; each has its own turn, so one fault stops no other."""
        if not self._results:
            return
        job = self._results.popleft()
        self._under_way -= 1
        for name in [name for name, latest in self._latest.items() if latest is job]:
            del self._latest[name]
        try:
            job.deliver()
        finally:
            job.end()
            if not self._under_way:
                self.idle.emit()
