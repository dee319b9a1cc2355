"""Whether a cell names one room or a public place, and a sheet a building."""

from __future__ import annotations

import pytest

from desk.language.addresses import building_of_sheet, is_room


@pytest.mark.parametrize(
    "text",
    [
        "8#1-101",
        "地下车位B1-113",
        "别墅9号",
        "商铺S8",
        "3-2-1502门口",
        "1号楼301电表箱",
        "1502",
        "8幢3单元2梯201",
    ],
)
def test_one_room_is_no_public_place(text):
    assert is_room(text)


@pytest.mark.parametrize(
    "text",
    [
        "3栋1单元大堂",
        "5栋2单元电梯",
        "水泵房",
        "2栋外墙",
        "1栋屋面",
        "地下车库B区",
        "5栋地库入口",
        "2号车库入口",
        "3栋15楼走廊",
        "7栋门口",
        "南门2号岗",
        "2号配电房",
        "3、4号楼之间",
        "3栋负一楼",
        "B1电梯",
        "6栋1单元2号梯",
        "3栋1单元1号电梯",
        "3-2 1号客梯轿厢",
        "",
    ],
)
def test_a_public_place_is_no_room(text):
    assert not is_room(text)


@pytest.mark.parametrize(
    ("name", "building"),
    [
        ("1幢", "1"),
        ("3号楼", "3"),
        ("A座住户", "A"),
        ("二期5栋", "二期5"),
        ("金桂里1幢住户登记", "1"),
        ("高层3#", "3"),
        ("Sheet1", ""),
        ("花名册", ""),
        ("2019旧表", ""),
        ("汇总", ""),
        ("1月", ""),
        ("1-3栋", ""),
        ("共3栋", ""),
        ("商铺", ""),
    ],
)
def test_a_sheet_may_be_named_for_its_building(name, building):
    assert building_of_sheet(name) == building
