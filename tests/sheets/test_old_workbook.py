"""Workbooks of the kind xls."""

import contextlib
from datetime import date, datetime

import pytest

from desk.refusals import Refusal
from desk.sheets.book import Area, Fault
from desk.sheets.reading import open_book
from tests.sheets.made import compound, fault, label, number, old_workbook, record


def rows(path, data):
    path.write_bytes(data)
    return [(row.number, row.cells) for row in open_book(path).sheets[0].rows]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "老系统.xls"


def test_texts_numbers_and_their_places(path):
    data = old_workbook(label(4, 2, "房号") + number(6, 2, 302.0))
    assert rows(path, data) == [(5, (None, None, "房号")), (7, (None, None, 302.0))]


def test_days_are_days_also_in_chinese_formats(path):
    cells = number(0, 0, 45000.0, 1) + number(1, 0, 45000.5, 2) + number(2, 0, 45000.0, 3)
    data = old_workbook(cells, formats=(0, 14, 22, 31))
    assert rows(path, data) == [
        (1, (date(2023, 3, 15),)),
        (2, (datetime.fromisoformat("2023-03-15T12:00"),)),
        (3, (date(2023, 3, 15),)),
    ]


def test_days_counted_from_1904(path):
    data = old_workbook(number(0, 0, 43538.0, 1), formats=(0, 31), since_1904=True)
    assert rows(path, data) == [(1, (date(2023, 3, 15),))]


def test_failed_formulas_keep_their_mark(path):
    data = old_workbook(label(0, 0, "林") + fault(0, 1, 0x2A) + fault(1, 0, 0x07))
    assert rows(path, data) == [(1, ("林", Fault("#N/A"))), (2, (Fault("#DIV/0!"),))]


def test_hidden_sheets_and_merged_cells(path):
    merged = record(0x00E5, (1).to_bytes(2, "little") + bytes([0, 0, 2, 0, 0, 0, 0, 0]))
    first = label(0, 0, "3栋") + label(0, 1, "101") + label(2, 1, "102") + merged
    path.write_bytes(old_workbook(first, label(0, 0, "旧"), hidden=(1,)))
    shown, hidden = open_book(path).sheets
    assert [row.cells for row in shown.rows] == [("3栋", "101"), ("3栋", "102")]
    assert shown.merged == (Area(1, 0, 3, 0),)
    assert (shown.name, shown.hidden) == ("表1", False)
    assert (hidden.name, hidden.hidden) == ("表2", True)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (old_workbook(label(0, 0, "x"), extra=record(0x2F, bytes(6))), "sheet.password"),
        (compound(EncryptedPackage=b"x", EncryptionInfo=b"x"), "sheet.password"),
        (compound(WordDocument=b"x"), "sheet.word"),
        (compound(**{"PowerPoint Document": b"x"}), "sheet.slides"),
        (compound(Contents=b"x"), "sheet.unknown"),
        (old_workbook(label(0, 0, "x"))[:1500], "sheet.incomplete"),
        (old_workbook(label(0, 0, "x"))[:300], "sheet.incomplete"),
        (old_workbook(label(0, 0, "x") + label(65535, 255, "x")), "sheet.too_many_cells"),
    ],
)
def test_what_is_refused(path, data, code):
    path.write_bytes(data)
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert (refused.value.code, refused.value.fields["file"]) == (code, path.name)


@pytest.mark.parametrize("at", range(512, 5600, 97))
def test_a_damaged_one_is_read_or_refused(path, at):
    data = bytearray(old_workbook(label(0, 0, "林") + number(1, 1, 3.0)))
    data[at : at + 8] = b"\xff" * 8
    path.write_bytes(bytes(data))
    with contextlib.suppress(Refusal):
        open_book(path)
