"""An import that is killed leaves all or nothing, and holds up no other desk while it runs."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desk.models.database import FILE_NAME, PATIENCE
from tests.commands.conftest import Said, command, environment

Run = Callable[..., Said]

ROOMS = 3_000
#: Rounds that are killed anywhere, and rounds that are killed while it writes.
ANYWHERE, WRITING = 3, 5
TABLES = ("room", "resident", "phone", "occupancy", "import", "imported_row", "journal_entry")


def roster(path: Path, rooms: int) -> Path:
    """Write a roster with an owner and a tenant of each flat."""
    lines = ["楼栋,单元,房号,业主,业主电话,租户,租户电话"]
    for n in range(rooms):
        building, rest = 20 + n // 200, n % 200
        number = f"{1 + rest % 100 // 4}{1 + rest % 4:02}"
        people = f"江诗涵,1380{n:07},陶春梅,1390{n:07}"
        lines.append(f"{building}栋,{1 + rest // 100}单元,{number},{people}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def counted(data: Path) -> dict[str, int]:
    """Count the rows that an import writes."""
    with closing(sqlite3.connect(data / FILE_NAME)) as database:
        return {
            table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in TABLES
        }


def started(path: Path, data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("import", "roster", path, "--data", data),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )


def is_writing(data: Path) -> bool:
    """Tell whether somebody has begun to write."""
    with closing(sqlite3.connect(data / FILE_NAME, timeout=0, isolation_level=None)) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        database.execute("ROLLBACK")
        return False


def wait_for_writing(importing: subprocess.Popen[bytes], data: Path) -> None:
    while importing.poll() is None and not is_writing(data):
        with suppress(subprocess.TimeoutExpired):
            importing.wait(0.005)


@pytest.mark.timeout(120)
def test_all_or_nothing_is_there_whenever_it_is_killed(desk: Run, data: Path, tmp_path: Path):
    chance = random.Random(20260512)
    path = roster(tmp_path / "花名册.csv", ROOMS)
    before = counted(data)
    killed = 0
    for turn in range(ANYWHERE + WRITING):
        importing = started(path, data)
        if turn < ANYWHERE:
            moment = chance.uniform(0.3, 2.0)
        else:
            wait_for_writing(importing, data)
            moment = chance.uniform(0.0, 0.4)
        with suppress(subprocess.TimeoutExpired):
            importing.wait(moment)
        importing.kill()
        killed += importing.wait() != 0
        after = counted(data)
        if after != before:
            # It was through: all of it is there, and it can be taken back and done again.
            assert after["room"] - before["room"] == ROOMS
            assert after["resident"] - before["resident"] == 2 * ROOMS
            assert after["phone"] - before["phone"] == 2 * ROOMS
            assert after["occupancy"] - before["occupancy"] == 2 * ROOMS
            assert after["import"] - before["import"] == 1
            assert desk("import", "undo", path.name, "--data", data).code == 0
            before = counted(data)
        said = desk("check", "--data", data)
        assert (said.code, said.err) == (0, "")
    assert killed >= ANYWHERE
    assert desk("import", "roster", path, "--data", data).code == 0
    assert counted(data)["room"] - before["room"] == ROOMS
    said = desk("check", "--data", data)
    assert (said.code, said.err) == (0, "")


@pytest.mark.timeout(120)
def test_another_desk_goes_on_making_tickets(desk: Run, data: Path, tmp_path: Path):
    path = roster(tmp_path / "花名册.csv", 2 * ROOMS)
    other = subprocess.Popen(
        command("new", "-", "--data", data),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
        encoding="utf-8",
    )
    assert other.stdin is not None
    assert other.stdout is not None
    given: list[str] = []
    waits: list[float] = []

    def ticket() -> None:
        assert other.stdin is not None
        assert other.stdout is not None
        began = time.monotonic()
        other.stdin.write("楼道灯不亮\n")
        other.stdin.flush()
        given.append(other.stdout.readline().strip())
        waits.append(time.monotonic() - began)

    ticket()
    importing = started(path, data)
    while importing.poll() is None:
        ticket()
    ticket()
    _, wrong = other.communicate(timeout=60)
    assert (importing.returncode, other.returncode, wrong) == (0, 0, "")
    with closing(sqlite3.connect(data / FILE_NAME)) as database:
        there = {number for (number,) in database.execute("SELECT number FROM ticket")}
    assert len(set(given)) == len(given) > 2
    assert set(given) == there
    assert max(waits) < PATIENCE / 2
    assert counted(data)["room"] == 2 * ROOMS + 1
    said = desk("check", "--data", data)
    assert (said.code, said.err) == (0, "")
