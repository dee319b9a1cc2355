"""Cells that shall be rooms, read as a clerk reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import RoomKind
from desk.language.addresses import (
    Address,
    building_of_sheet,
    read_address,
    read_addresses,
    read_building,
    read_kind,
    read_unit,
)
from desk.refusals import Refusal

FLAT, VILLA, SHOP, GARAGE = RoomKind.FLAT, RoomKind.VILLA, RoomKind.SHOP, RoomKind.GARAGE


def reason(text, **around):
    with pytest.raises(Refusal) as refused:
        read_addresses(text, **around)
    return refused.value.code.removeprefix("address.")


@pytest.mark.parametrize(
    ("text", "building", "unit", "number"),
    [
        ("8号楼2-1001", "8", "2", "1001"),
        ("我家在11幢1单元1302", "11", "1", "1302"),
        ("十一栋二单元702", "11", "2", "702"),
        ("三号楼二单元十五零二", "3", "2", "1502"),
        ("01-01-0101", "1", "1", "101"),
        ("03021502", "3", "2", "1502"),
        ("03-0502", "3", "", "502"),
        ("A座1201", "A", "", "1201"),
        ("A-1201", "A", "", "1201"),
        ("A1201", "A", "", "1201"),
        ("A1栋2303", "A1", "", "2303"),
        ("A-3-1201", "A", "3", "1201"),
        ("12#-2-3A02", "12", "2", "3A02"),
        ("3-0-1502", "3", "", "1502"),
        ("一期5栋2单元1201", "一期5", "2", "1201"),
        ("1期5栋2单元1201", "一期5", "2", "1201"),
        ("Ⅱ期12-3-401", "二期12", "3", "401"),
        ("北区3号楼1201", "北区3", "", "1201"),
        ("东1-201", "东1", "", "201"),
        ("C区12栋301", "C区12", "", "301"),
        ("5号院3号楼2门501", "5号院3", "2", "501"),
        ("5号院301", "5", "", "301"),
        ("55弄3号201室", "55弄3", "", "201"),
        ("东楼301", "东", "", "301"),
        ("老楼3单元201", "老楼", "3", "201"),
        ("紫薇阁1502", "紫薇阁", "", "1502"),
        ("3幢甲单元201", "3", "甲", "201"),
        ("锦绣苑3栋2单元1502", "3", "2", "1502"),
        ("三里屯3栋2单元1502", "3", "2", "1502"),
        ("五一小区3-2-101", "3", "2", "101"),
        ("中山路88号翠湖苑3幢2单元1502室", "3", "2", "1502"),
        ("1502室(3栋2单元)", "3", "2", "1502"),
        ("3栋2单元1502(复式)", "3", "2", "1502"),
        ("3-2-1502 13800001234", "3", "2", "1502"),
        ("3-2-301-2", "3", "2", "301-2"),
        ("3-2-1201甲", "3", "2", "1201甲"),
        ("3-2-1502a", "3", "2", "1502A"),
        ("3-2-1502-A", "3", "2", "1502A"),
        ("3-2-15-02", "3", "2", "1502"),
        ("3栋2单元15-02", "3", "2", "1502"),
        ("3-15-02", "3", "", "1502"),
        ("1栋1单元3层2号", "1", "1", "302"),
        ("东苑3栋1502", "东苑3", "", "1502"),
        ("201室 2单元 3栋", "3", "2", "201"),
        ("3栋2单元5楼东户", "3", "2", "5东"),
        ("3-2-1701/1801", "3", "2", "1701"),
        ("3-2-1701-1801", "3", "2", "1701"),
        ("Bldg 3 Unit 2 Rm 1502", "3", "2", "1502"),
        ("Tower A, 12B", "A", "", "12B"),
        ("Flat 12B, Block 3", "3", "", "12B"),
    ],
)
def test_a_flat_says_its_building_unit_and_number(text, building, unit, number):
    assert read_address(text) == Address(building, unit, number, FLAT)


def _han(number: int) -> str:
    ones = "零一二三四五六七八九"
    if number < 10:
        return ones[number]
    tens = "十" if number < 20 else ones[number // 10] + "十"
    return tens + (ones[number % 10] if number % 10 else "")


FORMS = [
    "{b}-{u}-{n}",
    " {b} - {u} - {n} ",
    "{b:02}-{u:02}-{n:04}",
    "{b}－{u}－{n}",
    "{b}—{u}—{n}",
    "{b}/{u}/{n}",
    "{b}.{u}.{n}",
    "{b}_{u}_{n}",
    "{b} {u} {n}",
    "{b}、{u}、{n}",
    "{b}#{u}-{n}",
    "{b}#{u}单元{n}",
    "{b}#楼{u}单元{n}室",
    "{b}栋{u}单元{n}",
    "{b:02}幢{u:02}单元{n}室",
    "{b}栋 {u}单元 {n}室",
    "{b} 栋 {u} 单元 {n} 室",
    "{b}幢{h}单元 {n}",
    "{B}栋{h}单元{n}",
    "{b}号楼{u}-{n}",
    "{b}号楼{u}门{n}",
    "{b}号{u}单元{n}",
    "{b}座{u}单元{n}",
    "第{b}栋第{u}单元{n}号",
    "我家在{b}幢{u}单元{n}",
    "锦绣苑{b}栋{u}单元{n}",
    "{b}栋{u}单元{f}楼{d:02}",
    "{b}栋,{u}单元,{n}",
    "{B}-{h}-{n}",
    "{b}栋-{u}-{n}.0",
    "Building {b} Unit {u} Room {n}",
]


def _full_width(text: str) -> str:
    return "".join(
        chr(ord(one) + 0xFEE0) if one.isdigit() and one.isascii() else one for one in text
    )


@given(
    form=st.sampled_from(FORMS),
    building=st.integers(1, 39),
    unit=st.integers(1, 9),
    floor=st.integers(1, 33),
    door=st.integers(1, 12),
    wide=st.booleans(),
)
def test_every_way_of_writing_reads_back_to_the_same_room(form, building, unit, floor, door, wide):
    number = floor * 100 + door
    text = form.format(
        b=building, u=unit, n=number, f=floor, d=door, B=_han(building), h=_han(unit)
    )
    room = read_address(_full_width(text) if wide else text)
    assert room == Address(str(building), str(unit), str(number), FLAT)
    assert read_address(room.label) == room


@pytest.mark.parametrize(
    ("text", "around", "label"),
    [
        ("1-102", {"building": "2"}, "2-1-102"),
        ("一单元102", {"building": "2"}, "2-1-102"),
        ("2单元101室", {"building": "3"}, "3-2-101"),
        ("101室", {"building": "3", "unit": "2"}, "3-2-101"),
        ("302.0", {"building": "3", "unit": "2"}, "3-2-302"),
        ("0101", {"building": "3"}, "3-101"),
        ("15楼02", {"building": "3", "unit": "1"}, "3-1-1502"),
        ("301-2", {"building": "3", "unit": "1"}, "3-1-301-2"),
        ("12-1502", {"building": "12"}, "12-1502"),
        ("C1-101", {"building": "3"}, "C1-101"),
        ("三期-5-101", {"building": "3"}, "三期5-101"),
        ("A-1201", {"building": "A"}, "A-1201"),
        ("A1201", {"building": "A"}, "A-1201"),
        ("3-1502", {"building": "3", "unit": "2"}, "3-2-1502"),
        ("3栋101", {"building": "一期3"}, "一期3-101"),
        ("8", {"building": "3"}, "3-8"),
        ("3-2-1502", {"building": "5", "unit": "1"}, "3-2-1502"),
        ("3栋1502", {"building": "5", "unit": "1"}, "3-1502"),
        ("1502", {"require_building": False}, "1502"),
    ],
)
def test_what_the_cell_leaves_out_comes_from_around_it(text, around, label):
    assert read_address(text, **around).label == label


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("别墅8号", VILLA, "8"),
        ("12号别墅", VILLA, "12"),
        ("别墅03", VILLA, "3"),
        ("西区别墅4号", VILLA, "4"),
        ("一期别墅4号", VILLA, "一期-4"),
        ("联排3号", VILLA, "3"),
        ("联排3栋2号", VILLA, "3-2"),
        ("叠墅2-上", VILLA, "2上"),
        ("叠墅8栋101", VILLA, "8-101"),
        ("商铺S12", SHOP, "S12"),
        ("S6号商铺", SHOP, "S6"),
        ("S07", SHOP, "S7"),
        ("s1", SHOP, "S1"),
        ("S-12", SHOP, "S12"),
        ("商铺3-101", SHOP, "3-101"),
        ("排屋3-2", VILLA, "3-2"),
        ("底商3号", SHOP, "3"),
        ("3栋底商2", SHOP, "3-2"),
        ("3-S2", SHOP, "3-S2"),
        ("地库B1-103", GARAGE, "B1-103"),
        ("地下车库B1-101号", GARAGE, "B1-101"),
        ("B1-109车位", GARAGE, "B1-109"),
        ("负一层103", GARAGE, "B1-103"),
        ("负1-058", GARAGE, "B1-58"),
        ("地下二层A区058", GARAGE, "B2-A58"),
        ("车位A032", GARAGE, "A32"),
    ],
)
def test_villas_shops_and_parking_spaces_have_numbers_of_their_own(text, kind, label):
    room = read_address(text)
    assert (room.kind, room.label) == (kind, label)


def test_the_kind_comes_from_its_column_where_the_cell_names_none():
    assert read_address("8", kind=VILLA) == Address("", "", "8", VILLA)
    assert read_address("058", kind=GARAGE) == Address("", "", "58", GARAGE)
    assert read_address("B1-102", building="3", kind=GARAGE) == Address("", "", "B1-102", GARAGE)
    assert read_address("2", building="3", kind=SHOP) == Address("3", "", "2", SHOP)


@pytest.mark.parametrize(
    ("text", "around", "labels"),
    [
        ("101、102", {"building": "2", "unit": "1"}, ["2-1-101", "2-1-102"]),
        ("101/102", {"building": "2", "unit": "1"}, ["2-1-101", "2-1-102"]),
        ("1701/1801", {"building": "2", "unit": "1"}, ["2-1-1701"]),
        ("3-2-1502，1503", {}, ["3-2-1502", "3-2-1503"]),
        ("3-2-1502/3-2-1503", {}, ["3-2-1502", "3-2-1503"]),
        ("S12、13", {}, ["S12", "S13"]),
        ("车位B1-103、B1-104", {}, ["B1-103", "B1-104"]),
    ],
)
def test_a_cell_may_name_several_rooms(text, around, labels):
    assert [room.label for room in read_addresses(text, **around)] == labels


def test_several_rooms_are_not_read_as_one():
    with pytest.raises(Refusal) as refused:
        read_address("101、102", building="3")
    assert refused.value.code == "address.several"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_number"),
        ("无", "no_number"),
        ("——", "no_number"),
        ("业主未提供", "no_number"),
        ("3栋", "only_building"),
        ("甲栋", "only_building"),
        ("2栋外墙", "only_building"),
        ("3栋2单元", "only_unit"),
        ("01-02-", "only_unit"),
        ("以下为2号门进", "only_unit"),
        ("别墅", "only_kind"),
        ("1502", "no_building"),
        ("2单元602", "no_building"),
        ("待核实", "unreadable"),
        ("3-2-15??", "unreadable"),
        ("就是原来那套", "unreadable"),
        ("测试", "unreadable"),
        ("44户", "unreadable"),
        ("201(2-1)", "unreadable"),
        ("3-1-301-305", "unreadable"),
        ("3栋2单元5-1502", "unreadable"),
        ("1号楼负101", "unreadable"),
        ("3-2-(-101)", "unreadable"),
        ("1-1-1-1-1-1-101", "unreadable"),
        ("商铺一层", "only_kind"),
        ("5栋车库", "only_building"),
        ("00-00-0000", "placeholder"),
        ("3-2-0000", "placeholder"),
        ("#REF!", "fault"),
        ("2003-02-01", "date"),
        ("2003-02-01 00:00:00", "date"),
        ("2月1日", "date"),
        ("1-Feb", "date"),
        ("13800001234", "phone"),
        ("0571-88881234", "phone"),
        ("3-2-1502" + "啊" * 80, "too_long"),
    ],
)
def test_what_is_no_room_is_refused_with_its_reason(text, code):
    assert reason(text) == code


@pytest.mark.parametrize(
    "text",
    ["44户", "共110条记录", "张三", "??", "37653", "1502王芳", "301-305", "3-5楼", "13800001234"],
)
def test_a_known_building_makes_no_room_of_other_words(text):
    assert reason(text, building="3") in {"unreadable", "only_unit", "phone"}


def test_a_refusal_names_what_is_written_short_and_no_telephone():
    with pytest.raises(Refusal) as refused:
        read_address("待核实" * 15)
    assert len(refused.value.fields["text"]) == 30
    with pytest.raises(Refusal) as refused:
        read_address("问13800001234的人")
    assert "0000" not in refused.value.fields["text"]


@given(
    st.text(
        alphabet="0123456789栋幢楼号单元室层门-#/. 一二十ABs别墅商铺车位、,负期区东(", max_size=24
    )
)
def test_whatever_is_written_is_read_or_refused(text):
    for around in ({}, {"building": "3", "unit": "1"}):
        try:
            rooms = read_addresses(text, **around)
        except Refusal:
            continue
        assert rooms
        assert all(room.number for room in rooms)
    read_building(text)
    read_unit(text)
    building_of_sheet(text)


@pytest.mark.parametrize(
    ("text", "building"),
    [
        ("3栋", "3"),
        ("3#", "3"),
        ("３号楼", "3"),
        ("三幢", "3"),
        ("第3栋", "3"),
        ("03", "3"),
        ("3.0", "3"),
        ("1#楼", "1"),
        ("3号", "3"),
        ("A座", "A"),
        ("b1栋", "B1"),
        ("一期5栋", "一期5"),
        ("北区3号楼", "北区3"),
        ("综合楼", "综合楼"),
        ("Tower A", "A"),
        ("3栋2单元", "3"),
        ("地库", ""),
        ("商铺", ""),
        ("无", ""),
        ("0", ""),
        ("#N/A", ""),
    ],
)
def test_the_cell_of_a_building(text, building):
    assert read_building(text) == building


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1单元", "1"),
        ("一单元", "1"),
        ("01", "1"),
        ("1.0", "1"),
        ("1门", "1"),
        ("甲单元", "甲"),
        ("3栋2单元", "2"),
        ("3栋", ""),
        ("0", ""),
        ("/", ""),
        ("无", ""),
    ],
)
def test_the_cell_of_a_unit(text, unit):
    assert read_unit(text) == unit


def test_the_cell_of_a_kind():
    assert [read_kind(one) for one in ("住宅", "商业", "地下车位", "别墅", "3室2厅")] == [
        FLAT,
        SHOP,
        GARAGE,
        VILLA,
        None,
    ]
