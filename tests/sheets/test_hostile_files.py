"""The files with which people test an import, where they lie beside this clone."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "rosters" / "hostile"
EXPECTED = FOLDER / "expected.json"
#: Reads a file in a process of its own and tells what came of it and how much memory it took.
READ = """
import json, resource, sys
from pathlib import Path
from desk.refusals import Refusal
from desk.sheets.reading import open_book
found = {}
try:
    book = open_book(Path(sys.argv[1]))
    found["rows"] = sum(len(sheet.rows) for sheet in book.sheets)
    found["unread"] = [unread.row for sheet in book.sheets for unread in sheet.unread]
    found["dirt"] = any(c in repr(book) for c in ("\\\\x00", "\\ufffd", "\\u200b", "\\u202e"))
except Refusal as refusal:
    found["refused"] = refusal.code
    found["file"] = refusal.fields["file"]
found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps(found))
"""
#: Rows whose bytes are good, but whose meaning is for the readers of rosters to refuse.
BY_MEANING = {"12_formula_errors.xlsx", "19_cells_32k.xlsx"}


def cases():
    return json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.is_file() else []


def test_the_files_are_here():
    if not EXPECTED.is_file():
        pytest.skip("the hostile files are not beside this clone (../shared/rosters/hostile)")
    assert len(cases()) == len([file for file in FOLDER.iterdir() if file.name[0].isdigit()])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the memory so")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["file"])
def test_it_ends_well(case):
    began = time.monotonic()
    said = subprocess.run(
        [sys.executable, "-c", READ, str(FOLDER / case["file"])],
        capture_output=True,
        check=True,
        text=True,
    )
    found = json.loads(said.stdout)
    assert time.monotonic() - began < 10
    assert found["megabytes"] < 300
    assert not said.stderr
    if case["outcome"] == "reject":
        assert found["file"] == case["file"]
        assert found["refused"].startswith("sheet.")
        return
    assert not found["dirt"]
    assert found["rows"] > case["rooms"]
    if case["outcome"] == "partial" and case["file"] not in BY_MEANING:
        assert found["unread"] == case["rejected_rows"]
