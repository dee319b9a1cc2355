"""Stalls of the main thread while a ledger or a roster is imported in the real window.

``python -m tests.benchmarks.bench_import_window [--rooms N] [--tickets N]``, offscreen. A file is
taken by the page that a dropped one opens; a 1 ms heartbeat of the main thread tells how late it
comes while the file is read, compared and imported, each with its progress on screen; and before
that, while the window does nothing, which is the noise of the machine.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desk.app import Desk, lay_ground, new_application
from desk.centre import staff
from desk.clock import SystemClock
from desk.codes import Role
from desk.ui.intake.page import ImportPage
from tests.benchmarks import import_data
from tests.benchmarks.measure import Figure, percentile, spread

_LONGEST = 300.0


class _Pulse:
    """A 1 ms heartbeat of the main thread that notes how late each beat comes, by what goes on."""

    def __init__(self) -> None:
        self.late: dict[str, list[float]] = {}
        self._doing = ""
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def during(self, doing: str) -> None:
        """Note what follows under a name; "" for nothing."""
        self._doing = doing
        self._last = perf_counter()
        if doing:
            self._timer.start()
        else:
            self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter()
        late = max(0.0, 1_000 * (now - self._last) - 1)
        self.late.setdefault(self._doing, []).append(late)
        self._last = now


class _Bench:
    """One open window to import into."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.desk = Desk(lay_ground(app, folder, SystemClock()))
        self.desk.window.resize(1440, 900)
        self.desk.show(ask_who=False)
        supervisor = next(one for one in staff.active() if one.role == Role.SUPERVISOR)
        self.desk.session.sit_down(supervisor)
        self.pulse = _Pulse()
        self._loop, self._alarm = QEventLoop(), QTimer()
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._loop.quit)
        self._rest(500)

    def brought(self, kind: str, path: Path) -> list[Figure]:
        """Import a file as somebody does who drops it and presses Ctrl+Return."""
        self.desk.window.go("import")
        page = self.desk.window.pages["import"]
        assert isinstance(page, ImportPage)
        self.pulse.during("idle, the noise of this machine")
        self._rest(2_000)
        began = perf_counter()
        self.pulse.during("read")
        page.take(path)
        self._until(lambda: page.found is not None)
        read = perf_counter()
        self.pulse.during("compare")
        self._until(lambda: page.content.ready and not page.work.busy)
        compared = perf_counter()
        self._rest(300)
        self.pulse.during("import")
        left: list[str] = []
        page.left.connect(left.append)
        publishing = perf_counter()
        page.publish()
        self._until(lambda: bool(left))
        imported = perf_counter()
        self._rest(1_000)  # what is shown afterwards reads what came in
        self.pulse.during("")
        late, self.pulse.late = self.pulse.late, {}
        seconds = (
            f"read {read - began:.1f}, compared {compared - read:.1f}, "
            f"imported {imported - publishing:.1f} s"
        )
        _, *rest = late.values()
        every = [one for many in rest for one in many]
        figures = [
            Figure(
                f"{kind} in the window, stalls, p99",
                percentile(every, 99),
                "ms",
                16,
                f"{spread(every)}, worst {max(every):.0f} ms; {seconds}",
            )
        ]
        for doing, many in late.items():
            detail = f"worst {max(many):.0f} ms of {len(many)} beats"
            figures.append(Figure(f"  {doing}", percentile(many, 99), "ms", 16, detail))
        return figures

    def _until(self, holds: Callable[[], bool]) -> None:
        """Run the event loop until something holds, looked at every 5 ms."""
        began = perf_counter()
        while not holds():
            self._rest(5)
            if perf_counter() - began > _LONGEST:
                raise TimeoutError("waited in vain")

    def _rest(self, milliseconds: int) -> None:
        # One loop and one timer: what is made here for a moment may be collected in another thread.
        self._alarm.start(milliseconds)
        self._loop.exec()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=50_000)
    parser.add_argument("--tickets", type=int, default=100_000)
    options = parser.parse_args()
    app = new_application()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        import_data.begin(folder / "begun")
        roster = import_data.roster(folder / "花名册.xlsx", options.rooms)
        ledger, made_by = import_data.ledger(folder, options.tickets)
        shutil.copytree(folder / "begun", folder / "data")
        bench = _Bench(app, folder / "data")
        print(f"ledger made by {made_by}", flush=True)
        for kind, path in (("roster", roster), ("ledger", ledger)):
            for figure in bench.brought(kind, path):
                print(figure.line(), flush=True)
        bench.desk.window.close()


if __name__ == "__main__":
    main()
