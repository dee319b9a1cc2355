"""Which kind of file it is, guessed from what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.intake.files import guess
from desk.intake.record import KNOWLEDGE, ROSTER, TICKETS
from desk.sheets.reading import open_book


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (KNOWLEDGE, "问:怎么交费?\n答:微信。\n\n问:几点上班?\n答:八点。\n"),
        (KNOWLEDGE, "Q1: How do I pay?\nA1: By card.\nQ2: When do you open?\nA2: At eight.\n"),
        (
            KNOWLEDGE,
            "事项名称,常见说法,办理说明\n补卡,卡丢了,带身份证来前台。\n装修,我要装修,先来填表。\n",
        ),
        (TICKETS, "日期,哪里,谁报的,什么问题,怎么处理的\n2023-1-2,3-1-502,王芳,水管漏,已处理\n"),
        (ROSTER, "楼栋,单元,房号,业主姓名,联系电话\n3,1,502,王芳,13800001111\n"),
    ],
)
def test_kinds_of_files(tmp_path: Path, kind: str, text: str) -> None:
    path = tmp_path / "file.txt"
    path.write_text(text, encoding="utf-8")
    assert guess(open_book(path)) == kind


@pytest.mark.timeout(10)
def test_cells_that_never_end_are_guessed_by_their_beginning(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    endless = "1" * 32_000
    rows = "".join(f"3,1,50{n},{endless},13800001111,{endless}\n" for n in range(1, 6))
    path.write_text(f"楼栋,单元,房号,业主姓名,联系电话,备注\n{rows}", encoding="utf-8")
    assert guess(open_book(path)) == ROSTER
