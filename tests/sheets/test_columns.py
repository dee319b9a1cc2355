from __future__ import annotations

import re
from time import perf_counter

import pytest

from desk.sheets.book import Area, Row, Sheet
from desk.sheets.cells import plain
from desk.sheets.columns import Choice, Field, classify, nearest_left, understand
from desk.sheets.matching import best_matching
from tests.sheets.lines import book, filled, sheet


def share(pattern):
    def fits(values):
        return sum(re.fullmatch(pattern, plain(value)) is not None for value in values) / len(
            values
        )

    return fits


FIELDS = (
    Field("serial", ("序号", "编号"), share(r"\d{1,2}")),
    Field("building", ("楼栋", "楼号"), share(r"\d+[栋幢]")),
    Field("room", ("房号", "室号", "编号", "room"), share(r".*\d{3,4}")),
    Field("name", ("姓名", "业主", "承租人"), share(r"[\u4e00-\u9fff]{2,3}"), repeats=True),
    Field("phone", ("电话", "联系电话", "手机", "phone"), share(r"1\d{10}"), repeats=True),
    Field("area", ("面积", "建筑面积"), share(r"\d+\.\d+")),
    Field("total", ("总户数", "入住率"), repeats=True),
    Field("note", ("备注",), repeats=True),
)
OTHERS = (
    Field("room", ("房号",)),
    Field("day", ("报修时间",)),
    Field("text", ("报修内容",)),
    Field("phone", ("电话",)),
)


def read(one, choices=()):
    found = understand(one, FIELDS, choices)
    return found and [column.field for column in found.columns]


def test_heads_below_titles_are_found():
    found = understand(
        sheet("""
阳光花园
制表:小周|日期:2023年5月|

序号|楼栋|房 号|建筑面积(㎡)|姓  名|联系电话
1|1栋|101|88.5|王芳|13800001234
"""),
        FIELDS,
    )
    assert found is not None
    assert found.heads == (4,)
    assert [one.field for one in found.columns] == [
        *("serial", "building", "room", "area", "name", "phone")
    ]
    assert found.columns[3].head == "建筑面积(㎡)"
    assert found.columns[4].examples == ("王芳",)


def test_heads_that_stand_again_are_counted():
    found = understand(sheet("房号|姓名\n101|王芳\n房号|姓名\n102|李强"), FIELDS)
    assert found is not None
    assert found.heads == (1, 3)


TWO_ROWS = """
房号|业主信息||租户信息||备注
|姓名|电话|姓名|电话|
101|王芳|13800001234|李强|13900001111|
"""


@pytest.mark.parametrize("merged", [False, True])
def test_groups_stand_over_their_columns(merged):
    one = sheet(TWO_ROWS)
    if merged:
        for area in (Area(1, 0, 2, 0), Area(1, 1, 1, 2), Area(1, 3, 1, 4), Area(1, 5, 2, 5)):
            one = filled(one, area)
    found = understand(one, FIELDS)
    assert found is not None
    assert found.heads == (1, 2)
    assert [one.field for one in found.columns] == [
        *("room", "name", "phone", "name", "phone", "note")
    ]
    assert [one.group for one in found.columns][1:5] == ["业主信息"] * 2 + ["租户信息"] * 2
    owner, tenant = (nearest_left(found.columns, at, {"name"}) for at in (2, 4))
    assert owner is not None
    assert tenant is not None
    assert (owner.index, tenant.index) == (1, 3)


def test_a_row_of_units_belongs_to_the_heads():
    found = understand(sheet("房号|面积|姓名\n|(㎡)|\n101|88.5|王芳"), FIELDS)
    assert found is not None
    assert found.heads == (1, 2)


def test_one_head_of_two_meanings_is_told_by_content():
    assert read(sheet("编号|姓名\n1|王芳\n2|李强")) == ["serial", "name"]
    assert read(sheet("编号|姓名\n1501|王芳\n1502|李强")) == ["room", "name"]


def test_a_nameless_column_is_told_by_content():
    assert read(sheet("房号|姓名|\n101|王芳|13800001234\n102|李强|13800001235")) == [
        *("room", "name", "phone")
    ]


def test_of_two_columns_alike_the_left_one_is_meant():
    assert read(sheet("房号|姓名|房号\n101|王芳|101")) == ["room", "name", None]


def test_a_sheet_without_heads_is_told_by_content():
    assert read(sheet("101|王芳|13800001234\n102|李强|13800001235")) == ["room", "name", "phone"]


def test_strange_heads_are_heads():
    found = understand(
        sheet("哪家|谁|怎么找\n1栋101|王芳|13800001234\n1栋102|李强|13800001235"), FIELDS
    )
    assert found is not None
    assert found.heads == (1,)
    assert [one.field for one in found.columns] == ["room", "name", "phone"]


@pytest.mark.parametrize("text", ["1. 不要改表头。\n2. 手机写11位。", "说明", "2023|2024\n5|6"])
def test_what_is_no_table_is_none(text):
    assert read(sheet(text)) is None


def test_an_empty_sheet_is_none():
    assert understand(Sheet("Sheet1", ()), FIELDS) is None


def test_statistics_can_be_recognised():
    assert read(sheet("楼栋|总户数|入住率\n1栋|36|0.83")) == ["building", "total", "total"]


def test_a_choice_wins():
    one = sheet("房号|姓名|小名\n101|王芳|阿花")
    assert read(one) == ["room", "name", None]
    choices = [Choice("Sheet1", 2, "name"), Choice("Sheet1", 1, None), Choice("Other", 0, None)]
    found = understand(one, FIELDS, choices)
    assert found is not None
    assert [column.field for column in found.columns] == ["room", None, "name"]
    assert found.chosen == (1, 2)


def test_a_chosen_field_is_taken_from_the_column_that_had_it():
    one = sheet("房号|姓名|门\n101|王芳|201")
    assert read(one, [Choice("Sheet1", 2, "room")]) == [None, "name", "room"]


def test_traditional_heads_are_known():
    assert read(sheet("樓號|電話\n1栋|13800001234")) == ["building", "phone"]


def test_sixteen_thousand_columns_are_no_burden():
    heads = ("房号", "姓名", "电话", *(f"列{n}" for n in range(16_381)))
    rows = [Row(1, heads), *(Row(n, (f"10{n}", "王芳", 13800001234.0)) for n in range(2, 8))]
    begun = perf_counter()
    found = understand(Sheet("Sheet1", tuple(rows)), FIELDS)
    assert perf_counter() - begun < 5
    assert found is not None
    assert [one.field for one in found.columns[:4]] == ["room", "name", "phone", None]


def test_the_kind_of_a_file_is_what_understands_most_of_it():
    kinds = {"roster": FIELDS, "tickets": OTHERS}
    roster = sheet("房号|姓名|电话|面积\n101|王芳|13800001234|88.5")
    ledger = sheet("报修时间|房号|电话|报修内容\n2023-1-5|101|13800001234|灯坏了")
    assert classify(book(roster), kinds) == "roster"
    assert classify(book(ledger), kinds) == "tickets"
    assert classify(book(sheet("说明")), kinds) is None


def test_the_best_matching_is_not_first_come():
    # The first would take a, and leave the second with nothing.
    assert best_matching([{"a": 1.0, "b": 0.9}, {"a": 0.8}], [0.0, 0.0]) == ["b", "a"]
    assert best_matching([{"a": 0.2}], [0.5]) == [None]
    assert best_matching([], []) == []


def test_heads_of_three_rows_say_whose_a_number_is():
    merged = """
房屋|房屋|业主|业主|业主|承租人|承租人|承租人|备注
楼栋|房号|姓名|联系方式|联系方式|姓名|联系方式|联系方式|备注
楼栋|房号|姓名|手机|电话|姓名|手机|电话|备注
1栋|101|王芳|13800001234|13800001235|李强|13800001236||
"""
    found = understand(sheet(merged), FIELDS)
    assert found is not None
    assert found.heads == (1, 2, 3)
    assert [(one.group, one.field) for one in found.columns] == [
        ("房屋", "building"),
        ("房屋", "room"),
        ("业主", "name"),
        ("业主", "phone"),
        ("业主", "phone"),
        ("承租人", "name"),
        ("承租人", "phone"),
        ("承租人", "phone"),
        ("", "note"),
    ]


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Tenant 承租人", "name"),
        ("承租人\nTenant", "name"),
        ("Tel. 电话", "phone"),
        ("面积㎡", "area"),
        ("建筑面积 m²", "area"),
    ],
)
def test_heads_in_two_languages_or_with_a_unit_are_known(head, field):
    rows = f"楼栋|房号|{head}\n1栋|101|\n1栋|102|".replace("\n1", "\x001").replace("\n", " ")
    assert read(sheet(rows.replace("\x00", "\n"))) == ["building", "room", field]
