"""A key in the call box to painted results, stalls, and a ticket's way to the queue on screen.

``python -m tests.benchmarks.bench_window FOLDER``, offscreen. Keys are real key events to the
real window on a copy of the centre; a result counts as painted when the list has painted the
reading of exactly what stands in the line. The stalls are how late a 1 ms heartbeat of the main
thread comes while keys are typed as fast as a fast typist types (12 a second).
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.app import Desk, lay_ground, new_application
from desk.clock import SystemClock
from desk.models.database import FILE_NAME
from desk.ui.desk_page import DeskPage
from tests.benchmarks.measure import Figure, percentile, spread

_TYPED = (
    "3-2-1502",
    "5678",
    "zhangshu",
    "wyf",
    "物业费怎么交",
    "厨房漏水一直滴 3-2-1502",
    "5号楼电梯困人了快来",
    "明天停水吗",
    "门禁卡坏了怎么办",
)
_KEY_EVERY = 83
_WAIT = 5_000
_TICKETS = 8


class _Painted(QObject):
    """Calls back after each paint of a widget."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._then)
        return False


def until(holds: Callable[[], bool]) -> None:
    """Run the event loop until something holds."""
    loop, check, limit = QEventLoop(), QTimer(), QTimer()
    check.setInterval(1)
    check.timeout.connect(lambda: loop.quit() if holds() else None)
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    check.start()
    limit.start(_WAIT)
    if not holds():
        loop.exec()
    if not holds():
        raise TimeoutError("waited in vain")


def type_into(widget: QWidget, character: str) -> None:
    """Type a character: a key where the keyboard has it, else what an input method gives."""
    if character.isascii():
        QTest.keyClicks(widget, character)
        return
    event = QInputMethodEvent()
    event.setCommitString(character)
    QApplication.sendEvent(widget, event)


class _Bench:
    """One open desk to be typed at."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.desk = Desk(lay_ground(app, folder, SystemClock()))
        self.desk.window.resize(1440, 900)
        self.desk.show(ask_who=False)
        page = self.desk.window.pages["desk"]
        assert isinstance(page, DeskPage)
        self.page = page
        until(lambda: self.desk.session.memory.loaded and page.queue.table.rowCount() > 0)
        self.painted_at = 0.0
        self._watch = _Painted(self._painted)
        page.call_side.list.viewport().installEventFilter(self._watch)
        # Painted also where the results are the same as before: the key is answered only then.
        self.desk.conversation.sight_changed.connect(page.call_side.list.viewport().update)
        self.queue_painted_at = 0.0
        self._queue_watch = _Painted(self._queue_painted)
        page.queue.list.viewport().installEventFilter(self._queue_watch)

    def _painted(self) -> None:
        self.painted_at = perf_counter()

    def _queue_painted(self) -> None:
        self.queue_painted_at = perf_counter()

    def shown(self, since: float) -> bool:
        """Whether the results of what stands in the line have been painted since then."""
        sight = self.desk.conversation.sight
        text = self.page.bar.line.text().strip()
        return sight is not None and sight.text == text and self.painted_at > since

    def key(self, key: str) -> float:
        """Type one character; return the milliseconds until its results are painted."""
        begin = perf_counter()
        type_into(self.page.bar.line, key)
        until(lambda: self.shown(begin))
        return 1_000 * (self.painted_at - begin)

    def clear(self) -> None:
        """Empty the line and wait until that is read."""
        self.page.bar.line.setText("")
        until(self._read)

    def keys(self) -> list[float]:
        """Type everything three times; the first time only warms up."""
        taken: list[float] = []
        for turn in range(3):
            for text in _TYPED:
                self.page.bar.take_focus()
                times = [self.key(key) for key in text]
                if turn:
                    taken += times
                self.clear()
        return taken

    def stalls(self) -> list[float]:
        """Return how late each beat of a 1 ms heartbeat came while a fast typist typed."""
        late: list[float] = []
        last = perf_counter()

        def beat() -> None:
            nonlocal last
            now = perf_counter()
            late.append(max(0.0, 1_000 * (now - last) - 1))
            last = now

        pulse = QTimer()
        pulse.setInterval(1)
        pulse.timeout.connect(beat)
        pulse.start()
        for text in _TYPED * 2:
            for key in text:
                type_into(self.page.bar.line, key)
                self._rest(_KEY_EVERY)
            self.page.bar.line.setText("")
        pulse.stop()
        return late

    @staticmethod
    def _rest(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def tickets(self) -> list[float]:
        """Make tickets; return the milliseconds from durable to painted in the queue."""
        durable: list[float] = []
        self.desk.conversation.ticket_made.connect(lambda _made: durable.append(perf_counter()))
        # Critical ones stand on top: no more of them than the window shows, or none is painted.
        return [self._ticket(number, durable) for number in range(_TICKETS)][2:]

    def _ticket(self, number: int, durable: list[float]) -> float:
        durable.clear()
        self.page.bar.line.setText(f"5号楼电梯困人 {number}")
        until(self._read)
        # The list holds what is being read where it is: new rows above it would not be painted.
        self.page.queue.list.scrollToTop()
        before = {row.ticket_id for row in self.page.queue.table.rows}
        QTest.keyClick(self.page.bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        until(lambda: bool(durable))
        until(lambda: self.queue_painted_at > durable[0] and self._new_row(before))
        self._rest(120)
        return max(0.0, 1_000 * (self.queue_painted_at - durable[0]))

    def _read(self) -> bool:
        sight = self.desk.conversation.sight
        return sight is not None and sight.text == self.page.bar.line.text().strip()

    def _new_row(self, before: set[int]) -> bool:
        return any(row.ticket_id not in before for row in self.page.queue.table.rows)


def resident_megabytes() -> float:
    """Return the memory this process holds."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def figures(folder: Path) -> list[Figure]:
    """Measure on a copy of a centre."""
    app = new_application()
    with TemporaryDirectory() as copy:
        shutil.copy(folder / FILE_NAME, Path(copy) / FILE_NAME)
        bench = _Bench(app, Path(copy))
        keys = bench.keys()
        late = bench.stalls()
        tickets = bench.tickets()
        memory = resident_megabytes()
        bench.desk.window.close()
    found = [
        Figure("a key to painted results, p95", percentile(keys, 95), "ms", 30, spread(keys)),
        Figure(
            "stalls of the main thread, p99",
            percentile(late, 99),
            "ms",
            16,
            f"{spread(late)}, worst {max(late):.1f} ms",
        ),
        Figure("a durable ticket to painted", median(tickets), "ms", 50, spread(tickets)),
    ]
    if memory:
        found.append(Figure("resident memory", memory, "MB", 150))
    return found


def main() -> None:
    """Print the figures."""
    for figure in figures(Path(sys.argv[1])):
        print(figure.line())


if __name__ == "__main__":
    main()
