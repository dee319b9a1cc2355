"""What a receptionist sees who opens an exported list in Excel."""

import csv
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from desk.refusals import Refusal
from desk.sheets.tables import Table, write, write_book

NOON = datetime(2026, 11, 22, 4, 0, 30, tzinfo=UTC)
TABLE = Table(
    title="工单 [待派]",
    heads=("单号", "内容", "时间", "催单"),
    rows=[("WX20261122-0001", "=1+1", NOON, 2), ("WX20261122-0002", "漏水\n一直滴", None, 0)],
    zone=ZoneInfo("Asia/Shanghai"),
)


def test_csv_opens_as_utf8_with_local_times_and_no_formula(tmp_path):
    path = tmp_path / "工单.csv"
    write(TABLE, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["单号", "内容", "时间", "催单"]
    assert rows[1] == ["WX20261122-0001", "'=1+1", "2026-11-22 12:00", "2"]
    assert rows[2][1] == "漏水\n一直滴"


def test_workbook_keeps_numbers_times_and_texts_apart(tmp_path):
    path = tmp_path / "tickets.xlsx"
    write(TABLE, path)
    sheet = load_workbook(path).active
    assert sheet.title == "工单 待派"
    assert [cell.value for cell in sheet[1]] == list(TABLE.heads)
    assert sheet["B2"].value == "=1+1"
    assert sheet["B2"].data_type == "s"
    assert sheet["C2"].value == datetime(2026, 11, 22, 12, 0, 30)  # noqa: DTZ001
    assert sheet["D2"].value == 2
    assert sheet.freeze_panes == "A2"


def test_another_ending_is_refused_and_nothing_stays_behind(tmp_path):
    with pytest.raises(Refusal) as refused:
        write(TABLE, tmp_path / "tickets.doc")
    assert refused.value.code == "export.format"
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_keeps_the_old_file(tmp_path):
    path = tmp_path / "tickets.csv"
    path.write_text("old", encoding="utf-8")
    broken = Table("t", ("a",), [(object(),)], TABLE.zone)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever openpyxl says
        write(broken, tmp_path / "tickets.xlsx")
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["tickets.csv"]


def test_a_book_has_a_sheet_for_each_table(tmp_path):
    path = tmp_path / "day.xlsx"
    other = Table("工单 [待派]", ("数",), [(1,), (2,)], TABLE.zone)
    write_book([TABLE, other], path)
    book = load_workbook(path)
    assert book.sheetnames == ["工单 待派", "工单 待派 2"]
    assert [row[0].value for row in book["工单 待派 2"]] == ["数", 1, 2]
    assert book["工单 待派"]["B2"].data_type == "s"
    assert book["工单 待派"]["C2"].number_format == "yyyy-mm-dd hh:mm"
    assert book["工单 待派"]["A1"].font.b


def test_a_book_is_a_workbook_and_nothing_else(tmp_path):
    with pytest.raises(Refusal) as refused:
        write_book([TABLE], tmp_path / "day.csv")
    assert refused.value.code == "export.book_format"
    assert list(tmp_path.iterdir()) == []
