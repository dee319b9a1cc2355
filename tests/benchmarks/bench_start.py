"""Start to a painted queue against a bare PySide6 window with the same fonts, in turn.

``python -m tests.benchmarks.bench_start FOLDER``. Both are whole processes, offscreen, started
with their bytecode compiled, as after an installation; the clock runs from before the process is
made to the first paint (of the bare label; of the queue with its rows).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from desk.models.database import FILE_NAME
from tests.benchmarks.measure import Figure, spread

_ROUNDS = 9
_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


def started(script: str, *arguments: str) -> float:
    """Return the milliseconds from nothing to the first picture of a script."""
    environment = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    environment["STARTED"] = repr(time.monotonic())
    said = subprocess.run(
        [sys.executable, str(_HERE / script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if not said.stdout.strip():
        raise RuntimeError(said.stderr)
    return float(said.stdout.split()[-1])


#: Would make Python compile everything at each start, which no installation does.
_UNWANTED = frozenset({"PYTHONDONTWRITEBYTECODE"})


def figures(folder: Path) -> list[Figure]:
    """Measure on a copy of a centre."""
    with TemporaryDirectory() as copy:
        shutil.copy(folder / FILE_NAME, Path(copy) / FILE_NAME)
        floors, ours = [], []
        for turn in range(_ROUNDS + 1):
            floor, mine = started("start_floor.py"), started("start_desk.py", copy)
            if turn:  # the first turn compiles and fills the caches of the disk
                floors.append(floor)
                ours.append(mine)
    ratio = median(ours) / median(floors)
    detail = f"ours {spread(ours)}; floor {spread(floors)}"
    return [Figure("start to a painted queue, to a bare window", ratio, "times", 2, detail)]


def main() -> None:
    """Print the figure."""
    for figure in figures(Path(sys.argv[1])):
        print(figure.line())


if __name__ == "__main__":
    main()
