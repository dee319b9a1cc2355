from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import RoomKind
from desk.language.rooms import RoomMention, callers_room, find_rooms


class Room(NamedTuple):
    building: str
    unit: str
    number: str
    kind: RoomKind = RoomKind.FLAT


ROSTER = [
    Room("3", "2", "1502"),
    Room("5", "1", "1502"),
    Room("3", "2", "1602"),
    Room("12", "3", "401"),
    Room("7", "", "304"),
    Room("A3", "1", "1601"),
    Room("一期5", "2", "301"),
    Room("", "", "8", RoomKind.VILLA),
    Room("", "", "S12", RoomKind.SHOP),
    Room("", "", "B1-103", RoomKind.GARAGE),
]


def known(building, unit, number):
    return [
        room
        for room in ROSTER
        if building in ("", room.building)
        and unit in ("", room.unit)
        and number in ("", room.number)
    ]


def only(text, roster=None) -> RoomMention:
    (mention,) = find_rooms(text, roster)
    return mention


@pytest.mark.parametrize(
    "typed",
    [
        "3-2-1502",
        "3#2-1502",
        "3栋2单元1502",
        "3栋2-1502",
        "三号楼二单元十五零二",
        "三栋二单元幺五零二",
        "3幢2单元1502室",
        "3号楼2门1502",
        "3 2 1502",
        "３－２－１５０２",
        "3—2—1502",
        "3.2.1502",
        "三杠二杠一五零二",
        "3栋，2单元，1502",
        "3号楼2单元15楼02室",
        "3座2单元一千五百零二",
    ],
)
@pytest.mark.parametrize("around", ["{}", "我家{}漏水了", "漏水 {}", "您好，{}，马桶堵了"])
def test_every_way_of_saying_a_room_is_the_same_room(typed, around):
    text = around.format(typed)
    mention = only(text)
    assert (mention.building, mention.unit, mention.number) == ("3", "2", "1502")
    assert mention.complete
    assert text[mention.start : mention.end].strip(" ，") == typed


CHINESE = "零一二三四五六七八九"


def spoken(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number < 10:
        return CHINESE[number]
    return ("" if tens == 1 else CHINESE[tens]) + "十" + (CHINESE[ones] if ones else "")


def figure_by_figure(number: int) -> str:
    return "".join(CHINESE[int(one)] for one in str(number))


@given(
    st.integers(1, 40),
    st.integers(1, 6),
    st.integers(1, 33),
    st.integers(1, 12),
    st.data(),
)
def test_a_written_room_comes_back_from_every_spelling(building, unit, floor, door, data):
    number = floor * 100 + door
    said = [str(number), figure_by_figure(number)]
    if door < 10:
        said.append(f"{spoken(floor)}零{spoken(door)}")
    spellings = [
        f"{building}-{unit}-{number}",
        f"{building}#{unit}-{number}",
        f"{building} {unit} {number}",
        *(f"{building}栋{unit}单元{one}" for one in said),
        *(f"{spoken(building)}号楼{spoken(unit)}单元{one}室" for one in said),
        f"{building}幢{unit}单元{floor}楼{door:02d}室",
    ]
    mention = only(data.draw(st.sampled_from(spellings)))
    assert (mention.building, mention.unit, mention.number) == (
        str(building),
        str(unit),
        str(number),
    )


@pytest.mark.parametrize(
    ("typed", "number", "kind"),
    [
        ("别墅8号", "8", RoomKind.VILLA),
        ("8号别墅漏水", "8", RoomKind.VILLA),
        ("商铺S12", "S12", RoomKind.SHOP),
        ("商铺12号门口的灯", "S12", RoomKind.SHOP),
        ("S12的卷帘门", "S12", RoomKind.SHOP),
        ("地库B1-103", "B1-103", RoomKind.GARAGE),
        ("车位b1-103被占", "B1-103", RoomKind.GARAGE),
    ],
)
def test_villas_shops_and_garages_have_no_building(typed, number, kind):
    mention = only(typed, known)
    assert (mention.building, mention.unit, mention.number, mention.kind) == ("", "", number, kind)
    assert mention.complete


@pytest.mark.parametrize(
    ("typed", "room"),
    [
        ("401马桶堵了", ("12", "3", "401")),
        ("我是12栋的401", ("12", "3", "401")),
        ("3栋1602", ("3", "2", "1602")),
        ("7栋1单元304", ("7", "", "304")),
        ("A3栋1601", ("A3", "1", "1601")),
        ("一期5栋2单元301", ("一期5", "2", "301")),
        ("3号楼的，我是1502", ("3", "2", "1502")),
    ],
)
def test_a_room_that_only_one_can_be_is_taken(typed, room):
    mention = only(typed, known)
    assert (mention.building, mention.unit, mention.number) == room
    assert mention.complete


def test_a_number_that_several_have_is_a_candidate():
    mention = only("1502漏水", known)
    assert not mention.complete
    assert [room.building for room in mention.candidates] == ["3", "5"]


def test_a_room_that_is_not_in_the_roster_is_said_but_not_complete():
    mention = only("9-9-909", known)
    assert (mention.label, mention.complete, mention.candidates) == ("9-9-909", False, ())
    assert find_rooms("909漏水", known) == []


def test_a_house_without_a_number_is_still_a_place():
    mention = only("3栋2单元电梯坏了")
    assert (mention.building, mention.unit, mention.number, mention.complete) == (
        "3",
        "2",
        "",
        False,
    )
    assert only("3单元门口地砖翘起来了").unit == "3"


def _said() -> list[tuple[str, str, str, str]]:
    lines = (Path(__file__).parent / "rooms.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (text, *("" if one == "-" else one for one in room))
        for text, *room in (line.split("\t") for line in lines if not line.startswith("#"))
    ]


@pytest.mark.parametrize(("text", "building", "unit", "number"), _said())
def test_without_a_roster_the_callers_own_room_is_read(text, building, unit, number):
    room = callers_room(find_rooms(text))
    got = (room.building, room.unit, room.number) if room is not None else ("", "", "")
    assert got == (building, unit, number)


def test_a_house_is_written_as_the_roster_has_it():
    assert callers_room(find_rooms("1期5栋2单元301", known)).building == "一期5"
    assert callers_room(find_rooms("东区12栋3单元401", known)).building == "12"


def test_the_house_of_the_neighbour_above_is_the_callers_too():
    theirs, mine = find_rooms("楼上3栋1602漏到我家1502了", known)
    assert theirs.neighbour
    assert mine.own
    assert (mine.label, mine.complete) == ("3-2-1502", True)


def test_the_neighbours_room_is_told_from_the_callers():
    first, second = find_rooms("隔壁1602把鞋柜堆在走廊，我是3-2-1502", known)
    assert first.neighbour
    assert not second.neighbour


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "电话138-1234-5678",
        "WX20251122-0037",
        "0037",
        "单号1502",
        "10分钟前",
        "等了3-4天",
        "2025-11-22 下午",
        "11月22日",
        "19:30以后",
        "200元",
        "电费3500块",
        "打了110",
        "两栋楼中间",
        "这栋楼",
        "二楼",
        "从3楼到5楼",
        "密码1502",
        "热水器1500瓦",
        "",
        "漏水",
    ],
)
@pytest.mark.parametrize("roster", [None, known])
def test_other_figures_are_no_room(text, roster):
    assert find_rooms(text, roster) == []


@pytest.mark.parametrize("text", ["1502张女士", "1502天花板掉了", "3-2-1502次卧", "1502室外机"])
def test_what_follows_a_room_does_not_make_it_an_amount(text):
    assert only(text).number == "1502"


@given(st.text(alphabet="0123456789一二三十百零栋单元号楼-# 别墅商铺B车位漏水,。", max_size=24))
def test_any_text_is_read_without_fail_and_spans_lie_in_it(text):
    for mention in find_rooms(text) + find_rooms(text, known):
        assert 0 <= mention.start < mention.end <= len(text)
