"""``make bench``: every figure of the program, each in a process of its own, in one run.

``python -m tests.benchmarks [--folder DIR] [--tickets N]``. The centre (100,000 tickets, 3,000
rooms, 1,000 articles) is made in a temporary folder unless one is named that holds it already.
The figures are told, never judged by an exit code: these machines are noisy.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.models.database import FILE_NAME
from tests.benchmarks.data import make_centre

#: With a centre to work on, and without.
_ON_A_CENTRE = ("bench_start", "bench_window", "bench_tables")
_ALONE = ("bench_slip", "bench_due", "bench_search", "bench_import", "bench_import_window")


def run(module: str, *arguments: str) -> None:
    """Run one benchmark in a process of its own."""
    print(f"\n{module}", flush=True)
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    subprocess.run(command, check=False, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})


def main() -> None:
    """Make the centre and run everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="a folder with a centre, or where to make it")
    parser.add_argument("--tickets", type=int, default=100_000)
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {sys.platform}")
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        if not (folder / FILE_NAME).exists():
            now = datetime.now(UTC)  # noqa: TID251 - a benchmark, not the program
            make_centre(folder, now, tickets=options.tickets, rooms=3_000, articles=1_000)
        for module in _ON_A_CENTRE:
            run(module, str(folder))
    for module in _ALONE:
        run(module)


if __name__ == "__main__":
    main()
