"""Files that no careful clerk would send: each ends in a sentence, and nothing comes in by half."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk.models.database import FILE_NAME
from tests.commands import hostile
from tests.commands.conftest import Said, environment

Run = Callable[..., Said]

SHARED = Path(__file__).parents[3] / "shared" / "rosters" / "hostile"
#: Runs a command and leaves beside its answer how much memory its process needed at most.
MEASURED = """
import resource, sys
from pathlib import Path
from desk.__main__ import main
code = main(sys.argv[2:])
try:
    status = Path("/proc/self/status").read_text().splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
Path(sys.argv[1]).write_text(str(peak // 1024))
sys.exit(code)
"""
#: What nobody may do while a file is read: reach out, start something.
_FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec")


@dataclass(frozen=True)
class Case:
    """A file and how it ends.

    Attributes:
        file: its name.
        write: makes it.
        rooms: how many rooms come in; none at all where it is refused.
        rejected: the rows that are reported.
        says: what must be said, in Chinese.
        never: what must be neither said nor stored.
        heavy: worth a process of its own, with its time and memory.
    """

    file: str
    write: hostile.Writer
    rooms: int = 0
    rejected: tuple[int, ...] = ()
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = field(default=())
    heavy: bool = False

    @property
    def refused(self) -> bool:
        """Whether the file as a whole is refused."""
        return not self.rooms


_DAMAGED, _DANGEROUS = ("不完整",), ("内容异常",)
CASES = (
    Case("01_炸弹.xlsx", hostile.bomb, says=("解压后过大",), heavy=True),
    Case("02_拷断.xlsx", hostile.truncated, says=_DAMAGED),
    Case("03_密码.xlsx", hostile.password, says=("有密码",)),
    Case("04_宏.xlsm", hostile.macros, 5, says=("宏没有运行", "没有打开")),
    Case("05_空.xlsx", hostile.empty, says=("空文件",)),
    Case("06_照片.xlsx", hostile.picture, says=("是图片",)),
    Case("07_零字节.csv", hostile.nul, 4, (4,), says=("第 4 行",), never=("\0",)),
    Case("08_一格十兆.csv", hostile.long_cell, 1, (2,), ("第 2 行", "过长"), heavy=True),
    Case("09_两种编码.csv", hostile.mixed_encodings, 3, (3, 5), ("编码",), ("\ufffd", "\u01ee")),
    Case("10_列太多.xlsx", hostile.many_columns, 5, says=("第 512 列",), heavy=True),
    Case("11_合并.xlsx", hostile.merges, 5, heavy=True),
    Case("12_公式出错.xlsx", hostile.failed_formulas, 3, (3, 6), ("#DIV/0!",)),
    Case("13_笑.xlsx", hostile.laughs, says=_DANGEROUS, heavy=True),
    Case("14_越出.xlsx", hostile.traversal, 5),
    Case("15_引号.csv", hostile.quotes, says=("第 3 行", "引号")),
    Case("16_制表符.csv", hostile.utf16, 5),
    Case("17_日期.xlsx", hostile.wrong_days, 6, says=("第 2 行",), never=("1899-", "9999-")),
    Case("18_怪名.xlsx", hostile.odd_tabs, len(hostile.ODD), never=("\u202e",)),
    Case("19_长格.xlsx", hostile.large_cells, 4, (6,), ("第 3 行", "第 6 行")),
    Case("20_看不见.xlsx", hostile.unseen_marks, 4, never=("\u200b", "\u202e", "\u200d")),
    Case("21_套娃.json", hostile.nested, says=("格式不对",), heavy=True),
    Case("22_外部实体.xlsx", hostile.foreign_entity, says=_DANGEROUS),
    Case("23_最后一格.xlsx", hostile.far_cell, 5, (1_048_576,), heavy=True),
    Case("24_公式.csv", hostile.formulas, 5),
    Case("25_文档.xlsx", hostile.word, says=("是 Word 文档",)),
    Case("26_两百万空行.csv", hostile.blank_lines, 5, heavy=True),
    Case("27_五千张表.xlsx", hostile.many_sheets, says=("1000",), heavy=True),
    Case("28_越界文字.xlsx", hostile.text_out_of_range, says=_DAMAGED),
    Case("29_自称很大.xlsx", hostile.claimed_dimension, 5, heavy=True),
    Case("..\\..\\C:probe_of_desk.xlsx", hostile.claimed_dimension, 5),
    Case("31_重复部件.xlsx", hostile.same_part_twice, says=_DANGEROUS),
    Case("32_半截.xlsx", hostile.no_end, says=_DAMAGED),
    Case("33_深.xlsx", hostile.deep_xml, 5, heavy=True),
    Case("34_空行在中间.csv", hostile.blank_lines_between, says=("太多",), heavy=True),
    Case("35_凑巧.csv", hostile.chance_encoding, 4, (5,), ("编码",), ("\u01ee", "\u0536")),
)


def stored(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that stands in the tables of a centre."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        return {
            name: database.execute(f'SELECT * FROM "{name}"').fetchall()
            for (name,) in tables.fetchall()
        }


def texts(of: dict[str, list[tuple[object, ...]]]) -> str:
    """Return every text that is stored."""
    cells = (cell for rows in of.values() for row in rows for cell in row)
    return "\n".join(cell for cell in cells if isinstance(cell, str))


def outside(folder: Path) -> dict[Path, int]:
    """Return every file around a data folder and when it was written."""
    return {
        path: path.stat().st_mtime_ns
        for path in folder.parent.rglob("*")
        if folder not in (path, *path.parents) and path.is_file()
    }


class _Watch:
    """Notes what somebody does who should only read; an audit hook stays for ever."""

    def __init__(self) -> None:
        self.done: list[str] | None = None
        sys.addaudithook(self._seen)

    def _seen(self, event: str, given: tuple[object, ...]) -> None:
        if self.done is not None and event in _FORBIDDEN:
            self.done.append(f"{event} {given}")


_WATCH: list[_Watch] = []


@pytest.fixture
def watched() -> Iterator[list[str]]:
    """What was started or reached while a test ran."""
    if not _WATCH:
        _WATCH.append(_Watch())
    done: list[str] = []
    _WATCH[0].done = done
    yield done
    _WATCH[0].done = None


def is_one_sentence(said: Said, file: str) -> bool:
    """Tell whether a refusal is a single line that names the file and shows no insides."""
    lines = said.err.splitlines()
    return len(lines) == 1 and lines[0].startswith(file) and "Traceback" not in said.out + said.err


def judge(case: Case, said: Said, before: dict[str, list[tuple[object, ...]]], data: Path) -> None:
    """Compare how an import ended with what is right."""
    after = stored(data)
    assert "Traceback" not in said.out + said.err
    for wanted in case.says:
        assert wanted in said.out + said.err
    for bad in case.never:
        assert bad not in said.out + said.err
        assert bad not in texts(after)
    if case.refused:
        assert said.code == 2
        assert is_one_sentence(said, case.file)
        assert after == before
    else:
        assert (said.code, said.err) == (0, "")
        assert len(after["room"]) - len(before["room"]) == case.rooms
        assert len(after["import"]) == 1
        for row in case.rejected:
            assert f"第 {row} 行" in said.out


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file[:2])
def test_a_hostile_file_ends_well(desk: Run, case: Case, data: Path, watched: list[str]):
    folder = data.parent / "brought" / "inner"
    folder.mkdir(parents=True)
    case.write(folder / case.file)
    before, around = stored(data), outside(data)
    read = desk("import", "roster", folder / case.file, "--dry-run", "--json", "--data", data)
    if not case.refused:
        document = json.loads(read.out)
        assert len(document["rooms"]) == case.rooms
        assert tuple(row["row"] for row in document["rejected"]) == case.rejected
    assert stored(data) == before
    judge(case, desk("import", "roster", folder / case.file, "--data", data), before, data)
    assert outside(data) == around
    assert not list(Path("/tmp").glob("probe_of_desk*"))
    assert watched == []


def measured(folder: Path, *arguments: object) -> tuple[Said, float, int]:
    """Run a command in a process of its own; return its seconds and megabytes as well."""
    note = folder / "peak"
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(note), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        timeout=30,
        check=False,
    )
    seconds = time.monotonic() - began
    return Said(done.returncode, done.stdout, done.stderr), seconds, int(note.read_text())


HEAVY = [case for case in CASES if case.heavy]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the memory so")
@pytest.mark.parametrize("case", HEAVY, ids=lambda case: case.file[:2])
def test_it_needs_little_time_and_memory(case: Case, data: Path, tmp_path: Path):
    path = tmp_path / case.file
    case.write(path)
    before = stored(data)
    said, seconds, megabytes = measured(tmp_path, "import", "roster", path, "--data", data)
    judge(case, said, before, data)
    assert seconds < 10
    assert megabytes < 300


def shared_cases() -> list[dict[str, object]]:
    expected = SHARED / "expected.json"
    return json.loads(expected.read_text("utf-8")) if expected.is_file() else []


def test_the_shared_files_are_here():
    if not shared_cases():
        pytest.skip("the hostile files are not beside this clone (../shared/rosters/hostile)")
    assert len(shared_cases()) == len(list(SHARED.glob("[0-9]*")))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the memory so")
@pytest.mark.parametrize("case", shared_cases(), ids=lambda case: case["file"])
def test_a_shared_file_ends_as_its_readme_says(case: dict[str, object], data: Path, tmp_path: Path):
    rows, file = case["rejected_rows"], str(case["file"])
    assert isinstance(rows, list)
    before = stored(data)
    said, seconds, megabytes = measured(tmp_path, "import", "roster", SHARED / file, "--data", data)
    assert "Traceback" not in said.out + said.err
    assert (seconds < 10, megabytes < 300) == (True, True)
    for row in rows:
        assert f"第 {row} 行" in said.out + said.err
    if not case["rooms"]:
        # Also where rows were reported and none was left: nothing is imported.
        assert said.code == 2
        assert is_one_sentence(said, file)
        assert stored(data) == before
        return
    assert (said.code, said.err) == (0, "")
    assert len(stored(data)["room"]) - len(before["room"]) == case["rooms"]
    assert not any(dirt in texts(stored(data)) for dirt in ("\0", "\ufffd", "\u200b", "\u202e"))


def test_a_nested_file_is_no_backup(desk: Run, data: Path, tmp_path: Path):
    hostile.nested(tmp_path / "21.json")
    before = stored(data)
    said = desk("restore", tmp_path / "21.json", "--data", data)
    assert said.code == 2
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
    assert stored(data) == before


# --- what is no file at all, or stops being one ---------------------------------------------------
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["loop", "pipe", "device", "folder", "dangling", "locked"])
def test_what_is_no_file_is_said_at_once(desk: Run, data: Path, tmp_path: Path, kind: str):
    path = tmp_path / f"{kind}.xlsx"
    if kind == "loop":
        path.symlink_to(tmp_path / "other.xlsx")
        (tmp_path / "other.xlsx").symlink_to(path)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(tmp_path / "gone.xlsx")
    else:
        path.write_text("x", "utf-8")
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("whoever runs this may read everything")
    before = stored(data)
    said = desk("import", "roster", path, "--data", data)
    assert said.code == 2
    assert is_one_sentence(said, path.name) or path.name in said.err
    assert len(said.err.splitlines()) == 1
    assert ("文件夹" in said.err) == (kind == "folder")
    assert stored(data) == before


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_that_shrinks_while_it_is_read(desk: Run, data: Path, tmp_path: Path, ending: str):
    """Somebody saves it anew on the share meanwhile: all of one state of it, or a sentence."""
    path = tmp_path / f"花名册.{ending}"
    whole = tmp_path / "whole"
    flats = [hostile.flat(n) for n in range(90)]
    if ending == "csv":
        whole.write_text(hostile.csv(*flats), "utf-8")
    else:
        hostile.workbook(whole, hostile.sheet_xml(hostile.roster(90)))
    content, stop = whole.read_bytes(), threading.Event()
    path.write_bytes(content)

    def shrink() -> None:
        while not stop.is_set():
            os.truncate(path, len(content) // 2)
            path.write_bytes(content)
            path.unlink()
            path.write_bytes(content)

    shrinking = threading.Thread(target=shrink)
    shrinking.start()
    try:
        for _ in range(12):
            before = stored(data)
            said = desk("import", "roster", path, "--data", data)
            assert "Traceback" not in said.out + said.err
            assert said.code in (0, 2)
            if said.code == 2:
                assert path.name in said.err
                assert len(said.err.splitlines()) == 1
                assert stored(data) == before
    finally:
        stop.set()
        shrinking.join()
