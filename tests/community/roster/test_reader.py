"""What becomes of every row, cell and sheet of a roster."""

from __future__ import annotations

import pytest

from desk.codes import RoomKind
from desk.refusals import Refusal
from desk.sheets.book import Fault, Row, Sheet, Unread
from desk.sheets.columns import Choice
from tests.community.roster.clerk import read, rejected, rooms, warned
from tests.sheets.lines import sheet


def test_rows_without_a_room_are_rejected_with_why():
    found = read("""
房号|姓名|电话
3-1-101|王芳|13800001234
|李强|13800001235
3栋|周杰|13800001236
待核实|吴刚|13800001237
2单元602|郑红|13800001238
1502|钱七|13800001239
3-1-102|孙八|13800001240
3-1-103|孙九|13800001241
3-1-104|孙十|13800001242
""")
    assert len(found.rooms) == 4
    assert rejected(found) == [
        (3, "roster.no_room"),
        (4, "address.only_building"),
        (5, "address.unreadable"),
        (6, "address.no_building"),
        (7, "address.no_building"),
    ]
    assert found.found.rejected[0].text == "李强 | 13800001235"


def test_every_row_is_accounted_for():
    found = read("""
阳光花园业主花名册

房号|姓名|电话
3-1-101|王芳|13800001234

|李强|13800001235
小计|1户|
说明:空置房每月巡查一次。
""")
    assert rooms(found) == ["3-1-101 王芳(owner)13800001234"]
    assert rejected(found) == [(6, "roster.no_room")]
    assert found.found.ignored == 6


def test_a_useless_cell_is_warned_of_and_the_row_is_read():
    one = sheet("""
房号|姓名|电话|面积|入住时间
3-1-101|王芳|138000012|待测|前年底
3-1-102|?|13800001235|88|2021年3月
""")
    broken = Row(4, ("3-1-103", Fault("#N/A"), Fault("#REF!"), Fault("#N/A"), None))
    found = read(Sheet(one.name, (*one.rows, broken)))
    assert [room.number for room in found.rooms] == ["101", "102", "103"]
    assert [room.moved_in for room in found.rooms] == ["", "2021-03", ""]
    assert [room.area_m2 for room in found.rooms] == [None, 88.0, None]
    assert [(row, field) for row, field, _ in warned(found)] == [
        *((2, "phone"), (2, "area"), (2, "moved_in")),
        (3, "phone"),
        *((4, "name"), (4, "phone"), (4, "area")),
    ]


def test_hidden_sheets_statistics_and_instructions_are_left_out():
    table = "房号|姓名\n3-1-101|王芳"
    found = read(
        sheet(table, "名册"),
        sheet("房号|姓名\n3-1-102|李强", "旧表", hidden=True),
        sheet("楼栋|总户数|入住率\n1栋|36|0.83\n合计|36|", "汇总"),
        sheet("1. 不要改表头。\n2. 手机写11位。", "说明"),
        Sheet("Sheet3", ()),
    )
    assert rooms(found) == ["3-1-101 王芳"]
    assert [(one.sheet, one.why.code) for one in found.found.skipped] == [
        ("旧表", "roster.sheet_hidden"),
        ("汇总", "roster.sheet_statistics"),
        ("说明", "roster.sheet_no_table"),
        ("Sheet3", "roster.sheet_empty"),
    ]


def test_a_hidden_sheet_is_read_where_somebody_chose_its_columns():
    one = sheet("房号|姓名\n3-1-102|李强", "旧表", hidden=True)
    assert rooms(read(one, choices=(Choice("旧表", 1, "owner"),))) == ["3-1-102 李强(owner)"]


def test_a_column_corrected_by_hand_is_read_as_that():
    text = "房号|姓名|甲\n3-1-101|王芳|李强"
    assert rooms(read(text)) == ["3-1-101 王芳"]
    choices = (Choice("Sheet1", 2, "tenant"),)
    assert rooms(read(text, choices=choices)) == ["3-1-101 王芳(owner) 李强(tenant)"]


def test_a_room_listed_again_is_one_room():
    found = read("""
房号|业主|电话|面积|备注
3-1-101|王芳|13800001234|88|养狗
3栋1单元101室|王 芳|13900001111|88|有地暖
03-01-0101|李强|13900001112||养狗
""")
    assert rooms(found) == ["3-1-101 王芳(owner)13800001234/13900001111 李强(owner)13900001112"]
    (room,) = found.rooms
    assert room.area_m2 == 88
    assert room.note == "养狗; 有地暖"
    assert [place.row for place in room.source] == [2, 3, 4]


def test_a_form_that_was_sent_twice_is_one_household():
    found = read(
        sheet(
            """
提交时间|您的姓名|您的手机号|您家住几栋几单元几室|您是
2023-04-01 17:48:00|杨女士|13300004779|5栋 2单元 701室|
2023-04-02 09:31:00|杨女士|13300004779|五栋二单元701|业主本人
2023-04-03 10:42:00|蔡伟|17700001784|我家在11幢1单元1302|我是租客
2023-04-03 10:44:00|郑嘉禾|18600000887|就是原来那套|业主
""",
            None,
        )
    )
    assert rooms(found) == [
        "5-2-701 杨女士(owner)13300004779",
        "11-1-1302 蔡伟(tenant)17700001784",
    ]
    assert [row for row, _ in rejected(found)] == [5]


def test_an_empty_room_has_nobody():
    found = read("房号|业主|电话\n3-1-101|空置|\n3-1-102|未售|——\n3-1-103|/|13800001234")
    assert rooms(found) == ["3-1-101", "3-1-102", "3-1-103"]
    assert warned(found) == [(4, "phone", "roster.phone_alone")]


def test_the_title_says_what_people_are():
    table = "房号|姓名\n3-1-101|王芳"
    assert rooms(read(f"阳光花园业主花名册\n{table}")) == ["3-1-101 王芳(owner)"]
    assert rooms(read(table, file="租户登记.xlsx")) == ["3-1-101 王芳(tenant)"]
    assert rooms(read(f"业主住户一览\n{table}")) == ["3-1-101 王芳"]


def test_a_parking_space_beside_a_flat_stays_with_it():
    found = read("房号|业主|车位号|备注\n3-1-101|王芳|B1-023|养猫\n|李强|B1-024|")
    assert rooms(found) == ["3-1-101 王芳(owner)", "B1-24 李强(owner)"]
    assert [room.kind for room in found.rooms] == [RoomKind.FLAT, RoomKind.GARAGE]
    assert found.rooms[0].note == "养猫; 车位号:B1-023"


def test_the_kind_of_a_room_has_a_column():
    found = read("""
楼号|单元|房号|用途|业主
3|1|101|住宅|王芳
||S1|商业|李强
地库||B1-101|地下车位|周杰
||8|别墅|吴刚
""")
    assert [(room.number, room.kind.value) for room in found.rooms] == [
        *(("101", "flat"), ("S1", "shop"), ("B1-101", "garage"), ("8", "villa"))
    ]


def test_a_remark_that_is_no_section_changes_nothing():
    found = read("""
门牌|住户|电话
9-1-101|王芳|13800001234
以下为2号门进||
9-1-102|李强|13800001235
""")
    assert rooms(found) == ["9-1-101 王芳13800001234", "9-1-102 李强13800001235"]
    assert rejected(found) == []


def test_rows_that_could_not_be_decoded_are_rejected():
    one = sheet("房号|姓名\n3-1-101|王芳\n\n3-1-102|李强", None)
    unread = (Unread(3, Refusal("sheet.row_encoding")),)
    found = read(Sheet(None, one.rows, unread=unread))
    assert rejected(found) == [(3, "sheet.row_encoding")]
    assert found.found.ignored == 1


def test_somebody_above_the_heads_is_not_taken_for_a_title():
    found = read("""
3-1-100|孙八|13800001299
房号|姓名|电话
3-1-101|王芳|13800001234
""")
    assert rejected(found) == [(1, "roster.above_heads")]


def test_a_long_remark_is_cut_and_a_long_room_rejected():
    one = sheet("房号|姓名|备注\n3-1-101|王芳|有狗")
    long_note = Row(3, ("3-1-102", "李强", "长" * 5000))
    long_room = Row(4, ("1" * 32_000, "周杰", None))
    found = read(Sheet(one.name, (*one.rows, long_note, long_room)))
    assert len(found.rooms[1].note) == 2000
    assert warned(found) == [(3, "note", "roster.note_cut")]
    assert rejected(found) == [(4, "address.too_long")]


def test_whoever_waits_may_stop_it():
    class StoppedError(Exception):
        pass

    def stop(done, every):
        assert 0 < done <= every
        raise StoppedError

    from desk.community.roster import reader
    from tests.sheets.lines import book

    rows = "\n".join(f"3-1-{number}|王芳" for number in range(101, 999))
    with pytest.raises(StoppedError):
        reader.read(book(sheet(f"房号|姓名\n{rows}")), progress=stop)
