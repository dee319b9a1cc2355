from __future__ import annotations

import pytest

from desk.codes import Relation, RoomKind
from desk.community.directory import By, Directory, PersonRow, RoomRow
from desk.language.pinyin import name_keys
from desk.language.reading import read


def room(number, building, unit, door, kind=RoomKind.FLAT, label=""):
    return RoomRow(number, building, unit, door, kind, label or f"{building}-{unit}-{door}")


def person(number, name, phones, *homes):
    keys = name_keys(name)
    return PersonRow(number, name, keys.pinyin, keys.initials, phones, homes)


@pytest.fixture
def directory() -> Directory:
    return Directory(
        [
            room(1, "3", "2", "1502"),
            room(2, "5", "1", "1502"),
            room(3, "3", "2", "1602"),
            room(4, "", "", "8", RoomKind.VILLA, "别墅8号"),
            room(5, "", "", "S12", RoomKind.SHOP, "商铺S12"),
            room(6, "12", "3", "401"),
        ],
        [
            person(1, "张淑芬", ("13812345678",), (1, Relation.OWNER)),
            person(2, "单雄", ("13912345678", "0571-88881234"), (1, Relation.FAMILY)),
            person(3, "王伟", ("13800001502",), (2, Relation.OWNER)),
            person(4, "张伟", ("13712340037",), (3, Relation.OWNER), (6, Relation.OWNER)),
            person(5, "欧阳修", (), (4, Relation.OWNER)),
            person(6, "李雷", ("13812345678",), (3, Relation.TENANT)),
        ],
    )


def names(directory, text):
    return [one.name or one.room_label for one in directory.find(text)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("3-2-1502", "3-2-1502"),
        ("三号楼二单元十五零二", "3-2-1502"),
        ("3-2-16", "3-2-1602"),
        ("321602", "3-2-1602"),
        ("401", "12-3-401"),
        ("别墅8号", "别墅8号"),
        ("s12", "商铺S12"),
        ("0571-88881234", "单雄"),
        ("057188881234", "单雄"),
        ("13712340037", "张伟"),
        ("王伟", "王伟"),
        ("淑芬", "张淑芬"),
        ("张淑", "张淑芬"),
        ("欧阳", "欧阳修"),
        ("zsf", "张淑芬"),
        ("zhangshuf", "张淑芬"),
        ("zhang shu", "张淑芬"),
        ("shufen", "张淑芬"),
        ("shanxiong", "单雄"),
        ("单女士", "单雄"),
        ("张淑芬家里马桶堵了", "张淑芬"),
        ("厨房漏水 3-2-1502 张女士", "张淑芬"),
        ("张伟 12-3-401", "张伟"),
    ],
)
def test_whoever_calls_is_found_while_typing(directory, typed, first):
    assert names(directory, typed)[0] == first


def test_a_room_brings_everybody_who_lives_there(directory):
    assert names(directory, "3-2-1502") == ["3-2-1502", "张淑芬", "单雄"]


def test_a_number_that_several_rooms_have_offers_each_in_order(directory):
    assert names(directory, "1502")[:2] == ["3-2-1502", "5-1-1502"]
    assert "王伟" in names(directory, "1502")


def test_several_people_on_one_number_are_all_offered(directory):
    assert names(directory, "13812345678") == ["张淑芬", "李雷"]
    assert set(names(directory, "5678")) == {"张淑芬", "李雷", "单雄"}


def test_the_number_that_was_typed_is_the_one_shown(directory):
    (found,) = directory.find("88881234", 1)
    assert found.phone == "0571-88881234"


def test_the_home_that_is_named_is_the_one_meant(directory):
    best = directory.find("张伟 12-3-401")[0]
    assert (best.room_label, best.relation) == ("12-3-401", Relation.OWNER)
    assert directory.find("张伟")[0].room_label == "3-2-1602"


def test_what_was_found_rests_on_the_words_that_were_typed(directory):
    text = "厨房漏水 3-2-1502 张女士"
    best = directory.find(text)[0]
    assert [text[start:end] for start, end in best.spans] == ["3-2-1502", "张女士"]
    assert directory.find("zsf")[0].by is By.INITIALS


@pytest.mark.parametrize(
    "text",
    [
        "3-2-1502",
        "1502",
        "3-2",
        "5678",
        "0037",
        "zsf",
        "张淑芬",
        "张女士",
        "3-2-1502张女士",
        "WX20251122-0037",
        "单号0037",
        "zhangsh",
        "别墅8号",
        "我是3-2-1502的",
    ],
)
def test_rooms_people_and_tickets_are_looked_up(directory, text):
    assert directory.is_lookup(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "漏水",
        "wyf",
        "wuyefei",
        "明天停水吗",
        "3-2-1502厨房漏水",
        "张伟家的灯坏了",
        "wifi",
    ],
)
def test_sentences_and_questions_are_not(directory, text):
    assert not directory.is_lookup(text)


@pytest.mark.parametrize("text", ["", "   ", "？", "zzzz", "9999999", "\n", "0"])
def test_what_fits_nobody_finds_nobody(directory, text):
    assert directory.find(text) == []


def test_a_corrected_name_is_found_at_once_and_the_old_one_no_more(directory):
    directory.put_person(person(1, "章淑芬", ("13812345678",), (1, Relation.OWNER)))
    assert names(directory, "章淑芬") == ["章淑芬"]
    assert "张淑芬" not in names(directory, "zsf")
    directory.remove_person(1)
    assert names(directory, "章淑芬") == []


def test_a_room_that_is_gone_is_known_no_more(directory):
    directory.remove_room(6)
    directory.remove_room(6)
    assert directory.known("12", "", "401") == []
    assert names(directory, "张伟") == ["张伟"]


def test_reading_a_sentence_asks_the_directory(directory):
    reading = read("401马桶堵了", directory.known)
    assert reading.room is not None
    assert reading.room.label == "12-3-401"
    assert reading.room.complete


def test_no_more_than_asked_for_come_back(directory):
    assert len(directory.find("1", 2)) <= 2
    assert len(directory.find("张", 1)) == 1
