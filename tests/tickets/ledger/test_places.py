"""Rooms and public places, as they stand in one cell of a ledger or in several."""

from __future__ import annotations

import pytest

from desk.tickets.ledger.places import Places, leading_room


@pytest.mark.parametrize(
    ("cell", "room", "place", "name", "phones"),
    [
        ("3栋2单元1502室", "3-2-1502", "3栋2单元1502室", "", ()),
        ("阳光花园3-2-1502", "3-2-1502", "阳光花园3-2-1502", "", ()),
        ("S12", "S12", "S12", "", ()),
        ("别墅11号", "11", "别墅11号", "", ()),
        ("地下车位B1-103", "B1-103", "地下车位B1-103", "", ()),
        ("5栋2单元301厨房", "5-2-301", "5栋2单元301厨房", "", ()),
        ("3栋1单元大堂", "", "3栋1单元大堂", "", ()),
        ("5栋2单元电梯", "", "5栋2单元电梯", "", ()),
        ("3号楼2单元", "", "3号楼2单元", "", ()),
        ("3-2", "", "3-2", "", ()),
        ("3-2-1502楼下", "", "3-2-1502楼下", "", ()),
        ("3-2-1502门口", "", "3-2-1502门口", "", ()),
        ("B1-103旁边", "", "B1-103旁边", "", ()),
        ("3-1-601、602", "", "3-1-601、602", "", ()),
        ("1502", "", "1502", "", ()),
        ("——", "", "", "", ()),
        ("3-1-601 13800001111", "3-1-601", "3-1-601", "", ("13800001111",)),
        ("3-2-1502张女士", "3-2-1502", "3-2-1502", "张女士", ()),
        ("张女士3-2-1502", "3-2-1502", "3-2-1502", "张女士", ()),
        ("3-2-1502 (租户)", "3-2-1502", "3-2-1502", "", ()),
        ("3栋2单元1502室 王芳 13800001234", "3-2-1502", "3栋2单元1502室", "王芳", ("13800001234",)),
    ],
)
def test_one_cell(cell, room, place, name, phones):
    found = Places().read(cell)
    assert (found.room.label if found.room else "") == room
    assert (found.place, found.name, found.phones) == (place, name, phones)


@pytest.mark.parametrize(
    ("place", "building", "unit", "door", "room", "written"),
    [
        ("", "3", "2", "1502", "3-2-1502", "3-2-1502"),
        ("", "3栋", "2单元", "0301", "3-2-301", "3栋2单元0301"),
        ("大堂", "3", "2", "", "", "3-2大堂"),
        ("", "3栋", "", "", "", "3栋"),
        ("3栋2单元1502", "", "", "1502", "3-2-1502", "3栋2单元1502"),
        ("厨房", "3", "2", "1502", "3-2-1502", "3-2-1502"),
        ("5-1-101", "", "", "7", "5-1-101", "5-1-101"),
        ("", "商铺", "", "12", "12", "商铺12"),
        ("", "", "2", "1502", "", "2-1502"),
    ],
)
def test_several_columns(place, building, unit, door, room, written):
    found = Places().read(place, building, unit, door)
    assert (found.room.label if found.room else "", found.place) == (room, written)


def test_the_building_of_a_sheet_completes_a_room_but_makes_none_of_a_place():
    places = Places()
    assert places.read("2-1502", around="3").room.label == "3-2-1502"
    assert places.read("2单元电梯", around="3").room is None


def test_a_text_may_begin_with_a_room():
    room, rest = leading_room("5栋1单元302厨房漏水")
    assert (room.label, rest) == ("5-1-302", "厨房漏水")
    for text in ("2-3天没水了", "1-2-3号楼停水", "3栋电梯坏了", "10-15分钟后到"):
        assert leading_room(text) is None
