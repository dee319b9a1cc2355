"""Words for nobody in all their combinations, and names in which such words stand."""

from __future__ import annotations

import pytest

from desk.codes import Relation
from desk.language.addresses import read_address
from desk.language.nobody_words import is_the_same
from desk.language.people_written import is_nobody, read_people, read_relation
from desk.refusals import Refusal


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "开发商未售",
            "精装空置",
            "已售未入住",
            "空房未售",
            "尚未交付",
            "未领钥匙",
            "未交房",
            "暂未入住",
        ),
        *(
            "未租",
            "空铺",
            "招租中",
            "待出租",
            "未入伙",
            "已退租",
            "锁门",
            "空(待售)",
            "空置(已售)",
            "尾盘",
        ),
        *(
            "抵债房",
            "开发商自留",
            "物业用房",
            "未办理入住",
            "业主:无",
            "已售，未交付",
            "毛坯未装修",
        ),
        *("(跳过)", "就我一个人", "没有其他人"),
    ],
)
def test_states_of_a_room_are_nobody(cell: str) -> None:
    assert is_nobody(cell)


@pytest.mark.parametrize(
    "cell", ["张空", "武空", "米售", "常在租", "于在香", "陈可", "社区居委会", "中国移动通信公司"]
)
def test_names_with_such_words_are_somebody(cell: str) -> None:
    assert not is_nobody(cell)


@pytest.mark.parametrize("cell", ["张三 已售未入住", "已售未入住 张三", "张三(已售未入住)"])
def test_a_name_beside_the_state_stays(cell: str) -> None:
    (person,) = read_people(cell).people
    assert (person.name, person.remark) == ("张三", "已售未入住")


def test_the_owner_again_is_told_from_a_name() -> None:
    assert all(map(is_the_same, ("本人", "业主本人", "自住", "同业主", "业主自住")))
    assert not any(map(is_the_same, ("本田", "张自住", "同心", "业主")))


@pytest.mark.parametrize(
    ("names", "phones", "read"),
    [
        ("钱水根 凤菊仙", "13800001111 13800001112", ["钱水根", "凤菊仙"]),
        ("欧阳 娜娜", "13800001111 13800001112", ["欧阳娜娜"]),
        ("孟 娜", "13800001111 13800001112", ["孟娜"]),
        ("毛杰和凤菊仙", "", ["毛杰", "凤菊仙"]),
        ("王建和父母", "", ["王建和父母"]),
        ("业主:邵广发 租户:黄凤英", "", ["邵广发", "黄凤英"]),
        ("业主 邵广发 租户 黄凤英", "", ["邵广发", "黄凤英"]),
        ("业主邵广发 租户黄凤英", "", ["邵广发", "黄凤英"]),
    ],
)
def test_two_people_parted_by_a_blank(names: str, phones: str, read: list[str]) -> None:
    assert [person.name for person in read_people(names, phones).people] == read


@pytest.mark.parametrize(
    ("word", "relation"),
    [
        ("承租户", Relation.TENANT),
        ("租赁客户", Relation.TENANT),
        ("租客(合租)", Relation.TENANT),
        ("其他〖业主的父亲〗", Relation.FAMILY),
        ("出租方", None),
        ("租金", None),
    ],
)
def test_more_words_for_what_somebody_is(word: str, relation: Relation | None) -> None:
    assert read_relation(word) is relation


@pytest.mark.parametrize("cell", ["1-1-储藏室3", "1#楼储藏室8", "2-1-杂物间12"])
def test_a_store_room_is_nobodys_home(cell: str) -> None:
    with pytest.raises(Refusal):
        read_address(cell)
    assert read_address("1-1-101(带储藏室)").label == "1-1-101"
