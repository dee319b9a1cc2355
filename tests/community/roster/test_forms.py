"""Rosters that a form made: long questions for heads, answers in any order."""

from __future__ import annotations

from tests.community.roster.clerk import read, rejected, rooms


def test_questions_with_examples_are_heads_and_no_row_of_data() -> None:
    found = read(
        """
编号|提交者(自动)|1.您的姓名(必填)|2.您的手机号(必填)|3.您的楼号单元房号,如3-2-501(必填)|4.您是(必填)|5.房屋面积|6.同住家人姓名|7.同住家人电话
1|微信用户1|马蓉|13800006806|2-2-302|我是业主|136.72|任浩|17700008776
2|微信用户2|潘立新|13300009756|7号楼2单元402号|我是租客|76.25平|没有|无
3|微信用户3|何蓉|15000002838|1-2-402|业主|不清楚|许菊仙、苗杏娟|13800003285、13800007107
"""
    )
    assert rooms(found) == [
        "2-2-302 马蓉(owner)13800006806 任浩(family)17700008776",
        "7-2-402 潘立新(tenant)13300009756",
        "1-2-402 何蓉(owner)15000002838 许菊仙(family)13800003285 苗杏娟(family)13800007107",
    ]
    assert [room.area_m2 for room in found.rooms] == [136.72, 76.25, None]
    assert rejected(found) == []


def test_users_who_are_the_owner_again_add_their_number_and_nobody_else() -> None:
    found = read(
        """
房号|业主|业主电话|使用人|使用人电话
1-1-101|王芳|13800001111|业主本人|13800001112
1-1-102|李强|13800001113|自住|
1-1-103|未租||空置|
"""
    )
    assert rooms(found) == [
        "1-1-101 王芳(owner)13800001111/13800001112",
        "1-1-102 李强(owner)13800001113",
        "1-1-103",
    ]


def test_the_number_beside_an_emergency_contact_is_not_the_owners() -> None:
    found = read(
        """
房号|业主|手机|紧急联系人|联系电话
1-1-101|王芳|13800001111|李强|13800001112
1-1-102|周杰|13800001113|吴刚|13800001114
"""
    )
    assert rooms(found) == [
        "1-1-101 王芳(owner)13800001111",
        "1-1-102 周杰(owner)13800001113",
    ]


def test_phases_are_known_by_what_stands_in_the_column() -> None:
    found = read(
        "建设批次|楼号|房号|业主\n一期|1栋|101|王芳\n一期|1栋|102|李强\n二期|1栋|101|周杰\n二期|1栋|102|吴刚"
    )
    assert len(found.rooms) == 4
