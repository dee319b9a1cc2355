"""The shared hostile files as books: refused, or their good rows and nothing else.

How much time and memory each takes is measured where the command reads it, in a process of its
own (``tests/commands/test_import_hostile.py``).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.refusals import Refusal
from desk.sheets.reading import open_book

FOLDER = Path(__file__).parents[3] / "shared" / "rosters" / "hostile"
EXPECTED = FOLDER / "expected.json"
#: Rows whose bytes are good, but whose meaning is for the readers of rosters to refuse.
BY_MEANING = {"12_formula_errors.xlsx", "19_cells_32k.xlsx"}
#: What must stand in no cell: half of a decoding, and characters nobody sees.
DIRT = ("\\x00", "\ufffd", "\\u200b", "\\u202e")


def cases():
    return json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.is_file() else []


def test_the_files_are_here():
    if not EXPECTED.is_file():
        pytest.skip("the hostile files are not beside this clone (../shared/rosters/hostile)")
    assert len(cases()) == len([file for file in FOLDER.iterdir() if file.name[0].isdigit()])


@pytest.mark.parametrize(
    "case", [one for one in cases() if one["outcome"] == "reject"], ids=lambda case: case["file"]
)
def test_what_is_no_table_is_refused_by_its_name(case):
    with pytest.raises(Refusal) as refused:
        open_book(FOLDER / case["file"])
    assert refused.value.code.startswith("sheet.")
    assert refused.value.fields["file"] == case["file"]


@pytest.mark.parametrize(
    "case", [one for one in cases() if one["outcome"] != "reject"], ids=lambda case: case["file"]
)
def test_the_good_rows_are_read_and_nothing_else(case):
    book = open_book(FOLDER / case["file"])
    assert not [sign for sign in DIRT if sign in repr(book)]
    assert sum(len(sheet.rows) for sheet in book.sheets) > case["rooms"]
    unread = [one.row for sheet in book.sheets for one in sheet.unread]
    if case["outcome"] == "partial" and case["file"] not in BY_MEANING:
        assert unread == case["rejected_rows"]
