"""Habits of offices of other places: their words, their order, what they put side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.community.roster.clerk import read, rejected, rooms
from tests.sheets.lines import sheet

HABITS = {
    "doors and floors of Beijing": (
        """
楼号|门号|楼层|户号|户主|手机|家庭成员
5号楼|1门|1层|02|王芳|13800001234|
5号楼|2门|12层|03|李强|13800001235|赵燕(妻)
""",
        [
            "5-1-102 王芳(owner)13800001234",
            "5-2-1203 李强(owner)13800001235 赵燕(family)",
        ],
    ),
    "stairs of the south": (
        "栋号|梯号|房号|业户姓名|联系电话\n1|2|101房|王芳|13800001234\n1|3|101房|李强|13800001235",
        ["1-2-101 王芳13800001234", "1-3-101 李强13800001235"],
    ),
    "floors and lettered flats": (
        """
座數|樓層|單位|業主姓名|聯絡電話
A座|2樓|A室|王芳|13800001234
A座|12樓|B室|李强|13800001235
""",
        ["A-2A 王芳(owner)13800001234", "A-12B 李强(owner)13800001235"],
    ),
    "numbered people, the room at the first of a household": (
        """
序号|姓名|身份证号码|与户主关系|联系电话|户籍地址|现居住地址
1|王芳|330102198001011234|户主|13800001234|杭州|3-1-101
2|李强|330102198001011235|配偶|13800001235|杭州|
3|李小明|330102198001011236|长子||杭州|
4|周杰|330102198001011237|户主|13800001236|杭州|3-1-102
5|赵四|330102198001011238|租客|13900001111|杭州|
6|吴刚|330102198001011239|户主|13800001237|杭州|3-1-103
""",
        [
            "3-1-101 王芳(owner)13800001234 李强(family)13800001235 李小明(family)",
            "3-1-102 周杰(owner)13800001236 赵四(tenant)13900001111",
            "3-1-103 吴刚(owner)13800001237",
        ],
    ),
    "a list of parking spaces with the rooms of their users": (
        """
车位编号|使用人|手机号码|所属房号
B1-001|王芳|13800001234|3-1-101
负一层002|李强|13800001235|3-1-102
B1003号|周杰|13800001236|3-1-103
""",
        ["B1-1 王芳13800001234", "B1-2 李强13800001235", "B1-3 周杰13800001236"],
    ),
    "phases as sections": (
        """
楼号|房号|业主|电话
一期||
1|101|王芳|13800001234
翡翠城二期住宅||
1|101|李强|13800001235
""",
        ["一期1-101 王芳(owner)13800001234", "二期1-101 李强(owner)13800001235"],
    ),
    "sections and sums in the column of names": (
        """
产权人|手机号|户室号
1栋||
王芳|13800001234|1单元101
本页小计|2户|
2幢住户||
李强|13800001235|1单元101
1单元小计||1户
""",
        ["1-1-101 王芳(owner)13800001234", "2-1-101 李强(owner)13800001235"],
    ),
    "a home's number is the owner's": (
        """
楼号|房号|房主姓名|联系号码|家庭电话|家属|租户|承租人电话
1|101|王芳|13800001234|0571-88881234|李小明||
1|102|周杰|13800001236|13800001237||赵四|13900001111
""",
        [
            "1-101 王芳(owner)13800001234/0571-88881234 李小明(family)",
            "1-102 周杰(owner)13800001236/13800001237 赵四(tenant)13900001111",
        ],
    ),
    "three heads in one": (
        """
栋号/单元/房号|产权人|电话/手机
1/1/101|王芳|13800001234
1#楼1单元102|李强|13800001235
1栋-2单元-302室|孙 佳 怡|13800001236
""",
        [
            "1-1-101 王芳(owner)13800001234",
            "1-1-102 李强(owner)13800001235",
            "1-2-302 孙佳怡(owner)13800001236",
        ],
    ),
    "houses and rooms by their signs": (
        """
号|室|屋主|常用电话|租客|租客常用电话
5|301|王芳|13800001234||
5|302|李强|13800001235|赵四|13900001111
6|301|周杰|13800001236||
""",
        [
            "5-301 王芳(owner)13800001234",
            "5-302 李强(owner)13800001235 赵四(tenant)13900001111",
            "6-301 周杰(owner)13800001236",
        ],
    ),
    "a strange name for owners beside tenants": (
        """
楼栋编号|单元别|号|掌柜|第一联系电话|租客
1栋|1单元|101|王芳|13800001234|
1#|一单元|102|李强|13800001235|赵四
2栋|1|101|周杰|13800001236|
""",
        [
            "1-1-101 王芳(owner)13800001234",
            "1-1-102 李强(owner)13800001235 赵四(tenant)",
            "2-1-101 周杰(owner)13800001236",
        ],
    ),
    "lettered doors below heads of their own": (
        """
几号楼几单元几室|房屋所有权人|宅电
A座1单元12A|王芳|13800001234
A-1-12B|李强|13800001235
B栋2单元3A室|周杰|13800001236
""",
        [
            "A-1-12A 王芳(owner)13800001234",
            "A-1-12B 李强(owner)13800001235",
            "B-2-3A 周杰(owner)13800001236",
        ],
    ),
    "shops beside floors": (
        "房号|楼层|类型|业主\n3-101|1|住宅|王芳\nS3|3|商铺|李强\n3-201|2|住宅|周杰",
        ["3-101 王芳(owner)", "S3 李强(owner)", "3-201 周杰(owner)"],
    ),
    "people with their numbers under one head": (
        """
房号|业主姓名/电话|租户姓名/电话|紧急联系人及电话|原业主|原业主电话
3-1-101|王芳 13800001234||吴刚13800008888|钱七|13800009999
3-1-102|李强13800001235|赵四/13900001111||钱七|13800009999
""",
        [
            "3-1-101 王芳(owner)13800001234",
            "3-1-102 李强(owner)13800001235 赵四(tenant)13900001111",
        ],
    ),
    "roles under a head of both": (
        "房号|业主/租户|姓名|电话\n3-1-101|业主|王芳|13800001234\n3-1-101|租户|李强|13800001235",
        ["3-1-101 王芳(owner)13800001234 李强(tenant)13800001235"],
    ),
    "the same people again": (
        "房号|业主|电话\n3-1-101|王芳|13800001234\n3-1-102|同上|〃\n3-1-103|李强|13800001235",
        [
            "3-1-101 王芳(owner)13800001234",
            "3-1-102 王芳(owner)13800001234",
            "3-1-103 李强(owner)13800001235",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HABITS.values(), ids=HABITS)
def test_a_roster_of_every_habit_is_read(text, expected):
    found = read(text)
    assert [one.replace("B1-00", "B1-") for one in rooms(found)] == expected
    assert rejected(found) == []


def test_sheets_of_several_phases_keep_them_before_their_buildings():
    heads = "楼号|单元|房号|业主|电话\n"
    first = replace(
        sheet(heads + "1#楼|1|101|王芳|13800001234\n||102|李强|13800001235"), name="一期"
    )
    second = replace(sheet(heads + "1#楼|1|101|周杰|13800001236"), name="二期")
    assert rooms(read(first, second)) == [
        "一期1-1-101 王芳(owner)13800001234",
        "一期1-1-102 李强(owner)13800001235",
        "二期1-1-101 周杰(owner)13800001236",
    ]
    assert rooms(read(second)) == ["1-1-101 周杰(owner)13800001236"]


def test_a_list_of_prices_is_no_roster():
    found = read(
        replace(sheet("房号|业主|电话\n3-1-101|王芳|13800001234"), name="名册"),
        replace(sheet("项目|单价|单位\n物业费|2.8|元/平方米\n车位费|80|元/月"), name="收费标准"),
    )
    assert rooms(found) == ["3-1-101 王芳(owner)13800001234"]
    assert [one.sheet for one in found.found.skipped] == ["收费标准"]


def test_the_only_lane_of_an_estate_is_left_out():
    one = "地址|户主\n虹桥路88弄5号301室|王芳\n88弄6号302|李强"
    assert rooms(read(one)) == ["5-301 王芳(owner)", "6-302 李强(owner)"]
    two = "地址|户主\n虹桥路88弄5号301室|王芳\n98弄5号301|李强"
    assert rooms(read(two)) == ["88弄5-301 王芳(owner)", "98弄5-301 李强(owner)"]


def test_people_without_a_room_at_the_end_are_rejected():
    rows = [
        f"3-1-{floor}01|王{'一二三四五六'[floor - 1]}|138000012{floor}0" for floor in range(1, 7)
    ]
    rows[2:2] = ["|赵四（租客）|13900001111"]
    found = read("\n".join(["房号|业主|电话", *rows, "|周杰|13800001236", "|吴刚|13800001237"]))
    assert len(found.rooms) == 6
    assert rooms(found)[1] == "3-1-201 王二(owner)13800001220 赵四(tenant)13900001111"
    assert [row for row, _ in rejected(found)] == [9, 10]
