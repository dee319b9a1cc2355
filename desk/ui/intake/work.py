"""One long piece of work at a time: off the main thread, with progress, and it can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.ui.jobs import Lane
from desk.ui.kit.progress_sheet import ProgressSheet
from desk.ui.session import Session

T = TypeVar("T")
#: Milliseconds after which progress is shown; what is done sooner shows nothing that flashes by.
PATIENCE = 300
#: Seconds between two words of the progress.
_STRIDE = 0.1


class Stopped(Exception):  # noqa: N818 - somebody's wish, not an error
    """The work was stopped; nothing of it stays."""


class Pace(Protocol):
    """What work tells while it goes on; each call raises ``Stopped`` once somebody asked for it."""

    def __call__(self, done: int, total: int) -> None:
        """Tell how far it is."""

    def say(self, sentence: str) -> None:
        """Tell what is being done now."""


class _Pace:
    """Passes progress on to the main thread, at most ten times a second."""

    def __init__(self, stop: threading.Event, told: Callable[[object], None]) -> None:
        self._stop = stop
        self._told = told
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _STRIDE
            self._told((done, total))

    def say(self, sentence: str) -> None:
        if self._stop.is_set():
            raise Stopped
        self._told(sentence)


class Work(QObject):
    """Does one piece of work at a time; a new one stops what is still under way."""

    #: How far quiet work is: done, of how much.
    advanced = Signal(int, int)
    _told = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._host = parent
        self._stop = threading.Event()
        self._sheet: ProgressSheet | None = None
        self._title = ""
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._show)
        self._told.connect(self._tell)
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    @property
    def sheet(self) -> ProgressSheet | None:
        """The progress, while it is shown."""
        return self._sheet

    def run(
        self,
        title: str,
        work: Callable[[Pace], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        quiet: bool = False,
    ) -> None:
        """Begin something.

        Args:
            title: what the progress is called.
            work: runs in another thread and tells its pace.
            done: takes the result on the main thread.
            failed: takes what went wrong; ``Stopped`` where somebody has stopped it. Neither is
                called for what was given up for something newer.
            quiet: lay nothing over the window; ``advanced`` tells how far it is.
        """
        self.stop()
        self._close()
        stop = self._stop = threading.Event()
        self._title, self._said, self._busy = title, "", True
        # The owner's signal and nothing else of it: the work may outlive the page.
        told = self._told
        pace = _Pace(stop, lambda what: told.emit(stop, what))

        def ended(result: T) -> None:
            if stop is self._stop:
                self._end()
                done(result)

        def broke(error: Exception) -> None:
            if stop is self._stop:
                self._end()
                failed(error)

        if not quiet:
            self._timer.start()
        self._session.jobs.run(lambda: work(pace), ended, broke, lane=Lane.LONG, owner=self)

    def stop(self) -> None:
        """Ask what is under way to stop; it says so by ``failed``."""
        self._stop.set()

    def let_go(self, holder: list[Any]) -> None:
        """Empty a list in the other thread: what is large takes its time to go."""
        self._session.jobs.run(holder.clear, lane=Lane.LONG, owner=self)

    def _tell(self, run: object, what: object) -> None:
        if run is not self._stop or self._stop.is_set():
            return
        if isinstance(what, str):
            self._said = what
            if self._sheet is not None:
                self._sheet.advance(0, 0)
                self._sheet.tell(what)
        elif isinstance(what, tuple):
            if self._sheet is not None:
                self._sheet.advance(*what)
            self.advanced.emit(*what)

    def _show(self) -> None:
        if not self._busy or not self._host.isVisible():
            return
        session = self._session
        self._sheet = ProgressSheet(session.look, session.words, self._title, self._host)
        self._sheet.tell(self._said)
        self._sheet.cancelled.connect(self.stop)
        self._sheet.open()

    def _end(self) -> None:
        self._busy = False
        self._close()

    def _close(self) -> None:
        self._timer.stop()
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.dismiss()
            sheet.deleteLater()
