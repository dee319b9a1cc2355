"""The list of residents that this program writes: whoever has no room stands in it, too."""

from __future__ import annotations

import pytest

from tests.community.roster.clerk import read, rejected
from tests.sheets.lines import sheet

CHINESE = "房号|楼栋|单元|室号|房屋类型|面积（㎡）|入住日期|房屋备注|姓名|身份|电话|住户备注"
ENGLISH = (
    "Room|Building|Unit|Door|Room kind|Area (m²)|Moved in|Room note|Name|Relation|Telephone"
    "|Note on the person"
)
ROOMS = "3-2-101|3|2|101|住宅|||不吃辣|张伟|业主|13800000001|\n3-2-102|3|2|102|住宅|||||||\n"


@pytest.mark.parametrize("heads", [CHINESE, ENGLISH])
def test_whoever_has_no_room_comes_in_as_that(heads):
    found = read(sheet(f"{heads}\n{ROOMS}||||||||路人甲||13700002222|常来\n||||||||李四|||"))
    assert [(one.person.name, one.person.phones, one.person.note) for one in found.strangers] == [
        ("路人甲", ("13700002222",), "常来"),
        ("李四", (), ""),
    ]
    assert [one.source.row for one in found.strangers] == [4, 5]
    assert rejected(found) == []
    assert [[one.name for one in room.people] for room in found.rooms] == [["张伟"], []]


def test_a_row_that_says_something_of_a_room_but_not_which_is_rejected():
    found = read(sheet(f"{CHINESE}\n{ROOMS}|3|||||||王芳||13700003333|"))
    assert found.strangers == ()
    assert rejected(found) == [(4, "roster.no_room")]


def test_in_a_list_of_others_a_row_without_a_room_is_rejected():
    heads = CHINESE.replace("住户备注", "备注")
    found = read(sheet(f"{heads}\n{ROOMS}||||||||路人甲||13700002222|常来"))
    assert found.strangers == ()
    assert rejected(found) == [(4, "roster.no_room")]


def test_a_building_a_name_and_a_remark_are_what_is_written():
    rows = "88弄5-1-101|88弄5|1|101|住宅|||同上|张伟、李娜|租户|13800000001|无"
    found = read(sheet(f"{CHINESE}\n{rows}"))
    assert [(one.building, one.note) for one in found.rooms] == [("88弄5", "同上")]
    assert [(one.name, one.note) for one in found.rooms[0].people] == [("张伟、李娜", "无")]


def test_a_row_that_somebody_wrote_into_it_is_read_like_any_other():
    found = read(sheet(f"{CHINESE}\n{ROOMS}3栋2单元103||||||||周杰、孙丽||13800000009|"))
    written = found.rooms[2]
    assert (written.building, written.unit, written.number) == ("3", "2", "103")
    assert [one.name for one in written.people] == ["周杰", "孙丽"]
