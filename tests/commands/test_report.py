"""``desk report day`` as a page, as a workbook and in figures."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook


def test_the_day_is_a_page_a_workbook_and_figures(desk, data: Path, tmp_path: Path):
    desk("new", "3-2-1502 厨房水管漏水", "--data", data)
    page, book = tmp_path / "day.pdf", tmp_path / "day.xlsx"
    assert desk("report", "day", "-o", page, "--data", data).code == 0
    document = pypdfium2.PdfDocument(page.read_bytes())
    assert len(document) == 1
    assert "锦绣花园" in document[0].get_textpage().get_text_bounded()
    document.close()
    assert desk("report", "day", "--on", "今天", "-o", book, "--data", data).code == 0
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["日报", "受理", "超时", "咨询"]
    assert dict(sheets["日报"].iter_rows(values_only=True))["受理"] == 1
    said = desk("report", "day", "--json", "--data", data)
    day = json.loads(said.out)
    assert (day["received"], day["by_kind"], day["by_building"]) == (1, {"repair": 1}, {"3栋": 1})
    said = desk("report", "day", "--on", "昨天", "--json", "--data", data)
    assert json.loads(said.out)["received"] == 0
    assert "受理  1" in desk("report", "day", "--data", data).out
    english = desk("report", "day", "--language", "en", "--data", data)
    assert "Received  1" in english.out


def test_bad_input_gets_one_sentence_and_writes_nothing(desk, data: Path, tmp_path: Path):
    page = tmp_path / "day.pdf"

    def report(*arguments: object):
        return desk("report", *arguments, "--data", data)

    assert report("handover", "-o", page).refused("report.handover_later")
    for wrong in ("2026-02-30", "13-45", "morgen", "", "2026-03-04 08:00"):
        assert report("day", "--on", wrong, "-o", page).refused("report.date", value=wrong)
    assert report("day", "--on", "2100-01-01", "-o", page).refused(
        "report.day_ahead", day="2100-01-01"
    )
    assert report("day", "-o", tmp_path / "day.txt").refused("report.format", file="day.txt")
    folder_file = tmp_path / "folder.pdf"
    folder_file.mkdir()
    assert report("day", "-o", folder_file).refused("file.unwritable", file=str(folder_file))
    assert not page.exists()


def test_an_old_file_stays_where_the_new_one_cannot_be_made(desk, data: Path, tmp_path: Path):
    page = tmp_path / "day.pdf"
    page.write_bytes(b"old")
    assert desk("report", "day", "--on", "2100-01-01", "-o", page, "--data", data).code == 2
    assert page.read_bytes() == b"old"
