"""Lists whose heads are nobody's usual words, and wordings below a question with its answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.answers.questions.short import asked, read, rejected, text

PAIRS = (
    ("物业费怎么收", "高层每平方米3.8元每月。"),
    ("停车月卡", "地下340元每月，一户限办两张。"),
    ("门禁卡丢了", "带身份证到前台补办，15元一张。"),
    ("装修要办什么", "先到前台登记，再交押金。"),
)


@pytest.mark.parametrize(
    "heads",
    [
        *("业主怎么问,我们怎么答", "问法,话术", "疑问,应对", "客户关心,前台回", "甲,乙"),
        *("业主常说的话,标准说辞", "情形,说辞", "客户怎么问,我方口径", "Asked,Told"),
    ],
)
def test_questions_and_answers_under_any_heads(tmp_path: Path, heads: str) -> None:
    rows = "".join(f"{question},{answer}\n" for question, answer in PAIRS)
    found = read(text(tmp_path, f"{heads}\n{rows}", name="list.csv"))
    assert [(one.question, one.answer) for one in found.articles] == list(PAIRS)


def test_columns_of_the_office_are_no_answers(tmp_path: Path) -> None:
    rows = "".join(
        f"收费,{q},{a},这一句很长很长，只有前台自己才能知道，不能说出去的\n" for q, a in PAIRS
    )
    found = read(text(tmp_path, f"类,业主怎么问,怎么说,备注(内部)\n{rows}", name="list.csv"))
    assert [(one.question, one.answer) for one in found.articles] == list(PAIRS)


@pytest.mark.parametrize(
    "content",
    [
        "日期,修改内容,修改人\n2023-1-5,补充了停车收费口径,小王\n2023-2-6,修改了装修答复,小李\n",
        "序号,说明\n1,本表供前台使用，请勿外传给业主。\n2,有疑问请联系小王。\n",
        "部门,姓名,电话\n客服部,王芳,13800001111\n工程部,李强,13800002222\n",
    ],
)
def test_what_is_no_list_of_questions_is_left_out(tmp_path: Path, content: str) -> None:
    found = read(text(tmp_path, content, name="list.csv"))
    assert not found.articles
    assert len(found.found.skipped) == 1


def test_blank_answers_below_a_question_are_wordings_in_both_kinds_of_file(tmp_path: Path) -> None:
    rows = [
        ("类别", "问题", "答复"),
        ("收费", "物业费怎么收？", "每年两次。"),
        (None, "一平米多少钱", None),
        (None, "管理费标准", None),
        (None, "能刷卡吗？", "可以刷卡。"),
        (None, "支付宝能交吗", None),
        (None, "网上缴费", None),
    ]
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.active.merge_cells("A2:A7")
    made.save(tmp_path / "list.xlsx")
    lines = "".join(",".join(one or "" for one in row) + "\n" for row in rows)
    for path in (tmp_path / "list.xlsx", text(tmp_path, lines, name="list.csv")):
        found = read(path)
        assert asked(found) == [
            ("物业费怎么收？", ("一平米多少钱", "管理费标准"), "每年两次。"),
            ("能刷卡吗？", ("支付宝能交吗", "网上缴费"), "可以刷卡。"),
        ]
        assert rejected(found) == []
