"""Which kind of file it is."""

from __future__ import annotations

import pytest

from desk.intake import files
from desk.sheets.book import Book, Row, Sheet

ROSTER = (
    ("楼栋", "单元", "房号", "业主", "电话"),
    ("3栋", "1单元", "101", "张伟", "13800000001"),
    ("3栋", "1单元", "102", "李娜", "13800000002"),
)
LEDGER = (
    ("日期", "房号", "问题", "处理结果"),
    ("2025-01-03", "3-1-101", "厨房漏水", "已修好"),
    ("2025-01-04", "3-1-102", "灯不亮", "已修好"),
)
QUESTIONS = (
    ("问题", "答复", "分类"),
    ("宽带怎么报装?", "拨打运营商电话预约。", "报修"),
    ("健身房几点开?", "早上六点到晚上十点。", "会所"),
)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [(ROSTER, "roster"), (LEDGER, "tickets"), (QUESTIONS, "knowledge")],
)
def test_a_file_is_known_by_its_columns(rows, kind):
    sheet = Sheet("Sheet1", tuple(Row(at, cells) for at, cells in enumerate(rows, start=1)))
    assert files.guess(Book("file.xlsx", (sheet,))) == kind


def test_columns_of_nothing_make_no_ledger_of_a_roster():
    crosses = 40
    rows = (
        (*ROSTER[0], *(f"列{n}" for n in range(crosses))),
        *((*cells, *("x",) * crosses) for cells in ROSTER[1:]),
    )
    sheet = Sheet("Sheet1", tuple(Row(at, cells) for at, cells in enumerate(rows, start=1)))
    assert files.guess(Book("file.xlsx", (sheet,))) == "roster"


def test_what_looks_like_none_is_none():
    rows = (Row(1, ("会议纪要",)), Row(2, ("大家都来了",)))
    assert files.guess(Book("file.txt", (Sheet(None, rows),))) is None
