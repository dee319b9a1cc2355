"""Whole imports: a roster of 50,000 rooms, a ledger of 100,000 tickets, beside a desk that works.

``python -m tests.benchmarks.bench_import [--rooms N] [--tickets N]``. Every figure is a whole
process, ``desk import …``, with its peak of memory. The floor is of the same run: the file read by
python-calamine (or the csv module) and the rows that came of it written by plain sqlite3 in one
commit, all of it in one process too, with the same indexes.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from desk.models.database import FILE_NAME
from tests.benchmarks import import_data
from tests.benchmarks.floor_tables import connect
from tests.benchmarks.measure import Figure

_ROOT = Path(__file__).parents[2]
_PEAK = """
import sys
from desk.__main__ import main
code = main(sys.argv[1:])
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
print("peak", peak, file=sys.stderr)
sys.exit(code)
"""
_OF_ROSTER = ("room", "resident", "phone", "occupancy", "imported_row", "journal_entry")
_OF_LEDGER = ("ticket", "ticket_text", "imported_row", "journal_entry", "hold")


class _Ran(NamedTuple):
    """A command that ended: its seconds, megabytes at most, and seconds of processor time."""

    seconds: float
    megabytes: float
    processor: float

    def said(self) -> str:
        return f"{self.processor:.1f} s of processor time, {self.megabytes:.0f} MB at most"


def ran(*arguments: object) -> _Ran:
    """Run a command in a process of its own."""
    before = os.times()
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = perf_counter() - began
    if done.returncode:
        raise RuntimeError(done.stderr)
    after = os.times()
    processor = after.children_user - before.children_user
    processor += after.children_system - before.children_system
    return _Ran(seconds, int(done.stderr.split()[-1]) / 1024, processor)


class _OtherDesk:
    """Makes tickets one after another in a process of its own and notes how long each took."""

    def __init__(self, folder: Path) -> None:
        self._desk = subprocess.Popen(
            [sys.executable, "-m", "desk", "new", "-", "--data", str(folder)],
            env=os.environ | {"PYTHONPATH": str(_ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.waits: list[float] = []
        self._stop = threading.Event()
        self._ticket()
        self.waits.clear()  # the first was the start of the program
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def _work(self) -> None:
        while not self._stop.wait(0.05):
            self._ticket()

    def _ticket(self) -> None:
        assert self._desk.stdin is not None
        assert self._desk.stdout is not None
        began = perf_counter()
        self._desk.stdin.write("楼道灯不亮\n")
        self._desk.stdin.flush()
        if not self._desk.stdout.readline():
            raise RuntimeError("the other desk was refused")
        self.waits.append(perf_counter() - began)

    def end(self) -> None:
        self._stop.set()
        self._thread.join()
        self._desk.communicate()


def written(begun: Path, imported: Path, tables: Iterable[str]) -> float:
    """Write what an import wrote by plain sqlite3 into a centre as it was; return the seconds."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    with closing(sqlite3.connect(imported / FILE_NAME)) as theirs:
        for table in tables:
            columns = "rowid, body" if table == "ticket_text" else "*"
            rows[table] = theirs.execute(f"SELECT {columns} FROM {table}").fetchall()
    with TemporaryDirectory() as folder:
        shutil.copy(begun / FILE_NAME, Path(folder) / FILE_NAME)
        plain = connect(Path(folder) / FILE_NAME)
        plain.execute("PRAGMA foreign_keys = OFF")
        for table in tables:
            plain.execute(f"DELETE FROM {table}")
        began = perf_counter()
        plain.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            if values:
                names = "(rowid, body)" if table == "ticket_text" else ""
                marks = ", ".join("?" * len(values[0]))
                plain.executemany(f"INSERT INTO {table} {names} VALUES ({marks})", values)
        plain.execute("COMMIT")
        seconds = perf_counter() - began
        plain.close()
    return seconds


def of_roster(folder: Path, rooms: int) -> Iterable[Figure]:
    """Import a roster, once more, and take it back."""
    import python_calamine

    path = import_data.roster(folder / "花名册.xlsx", rooms)
    begun, data = folder / "begun", folder / "roster"
    shutil.copytree(begun, data)
    first = ran("import", "roster", path, "--data", data)
    began = perf_counter()
    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    cells = sum(map(len, sheet.to_python()))
    read = perf_counter() - began
    wrote = written(begun, data, _OF_ROSTER)
    with closing(sqlite3.connect(data / FILE_NAME)) as database:
        people = database.execute("SELECT count(*) FROM resident").fetchone()[0]
    what = f"{rooms:,} rooms, {people:,} people"
    floor = f"floor: {cells:,} cells {read:.1f} s, rows {wrote:.1f} s"
    yield Figure(f"roster of {what}", first.seconds, "s", 60, first.said())
    yield Figure("  its memory", first.megabytes, "MB", 400)
    yield Figure(
        "  to reading and writing alone", first.seconds / (read + wrote), "times", 25, floor
    )
    again = ran("import", "roster", path, "--data", data)
    yield Figure("  the same once more", again.seconds, "s", 60, again.said())
    yield Figure("  its memory", again.megabytes, "MB", 400)
    back = ran("import", "undo", path.name, "--data", data)
    yield Figure("  taken back", back.seconds, "s", 60, back.said())


def of_ledger(folder: Path, tickets: int) -> Iterable[Figure]:
    """Import a ledger; once more beside a desk that makes tickets."""
    path, made_by = import_data.ledger(folder, tickets)
    begun, data = folder / "begun", folder / "ledger"
    shutil.copytree(begun, data)
    first = ran("import", "tickets", path, "--data", data)
    began = perf_counter()
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = sum(map(len, csv.reader(file)))
    read = perf_counter() - began
    wrote = written(begun, data, _OF_LEDGER)
    floor = f"floor: {cells:,} cells {read:.1f} s, rows with search index {wrote:.1f} s"
    rate = tickets / first.seconds
    yield Figure(
        f"ledger of {tickets:,} rows",
        1e6 / rate,
        "ms/k",
        333,
        f"{rate:,.0f} rows a second; {first.said()}; {made_by}",
    )
    yield Figure("  its memory", first.megabytes, "MB", 400)
    yield Figure(
        "  to reading and writing alone", first.seconds / (read + wrote), "times", 25, floor
    )
    back = ran("import", "undo", path.name, "--data", data)
    yield Figure("  taken back", back.seconds, "s", 60, back.said())
    beside = folder / "beside"
    shutil.copytree(begun, beside)
    other = _OtherDesk(beside)
    try:
        ran("import", "tickets", path, "--data", beside)
    finally:
        other.end()
    waits = sorted(other.waits)
    detail = (
        f"{len(waits)} tickets were made meanwhile, median {1_000 * waits[len(waits) // 2]:.0f} ms"
    )
    yield Figure("  longest wait of another desk's ticket", waits[-1], "s", 30, detail)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=50_000)
    parser.add_argument("--tickets", type=int, default=100_000)
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        import_data.begin(folder / "begun")
        for figure in of_roster(folder, options.rooms):
            print(figure.line(), flush=True)
        for figure in of_ledger(folder, options.tickets):
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main()
