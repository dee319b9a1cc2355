"""Blank cells of buildings and units: filled where the list says it, never by a guess."""

from __future__ import annotations

import pytest

from tests.community.roster.clerk import read, rejected, rooms

HEADS = "楼号|房号|业主\n"


def _list(houses: str, first: int = 801) -> str:
    """Return rows of rooms that count on; "-" stands for a blank."""
    lines = [
        f"{'' if house == '-' else house + '座'}|{first + at}|王芳"
        for at, house in enumerate(houses)
    ]
    return HEADS + "\n".join(lines)


@pytest.mark.parametrize("houses", ["AAAAA-----", "A-A-A-AA-A", "AAAAAAAAA-", "AA-AAA-AAA"])
def test_a_blank_within_a_house_in_order_is_that_house(houses: str) -> None:
    found = read(_list(houses))
    assert rooms(found) == [f"A-{801 + at} 王芳(owner)" for at in range(10)]


def test_a_blank_before_the_next_house_goes_with_the_rooms() -> None:
    found = read(
        HEADS + "A座|801|王\nA座|802|李\n|803|周\nB座|801|吴\nB座|802|郑\n|901|孙\nB座|902|钱"
    )
    assert [one.split()[0] for one in rooms(found)] == [
        *("A-801", "A-802", "A-803", "B-801", "B-802", "B-901", "B-902"),
    ]


def test_where_the_rooms_begin_again_a_blank_stays_a_question() -> None:
    found = read(HEADS + "A座|801|王\nA座|802|李\nA座|803|周\n|801|吴\nB座|802|郑\nB座|803|孙")
    assert rejected(found) == [(5, "address.no_building")]


def test_an_export_of_a_form_is_in_no_order() -> None:
    found = read(
        HEADS
        + "3|502|王\n1|301|李\n3|102|周\n|603|吴\n3|704|郑\n2|205|孙\n1|601|钱\n|602|冯\n1|603|陈"
    )
    assert [row for row, _ in rejected(found)] == [5, 9]


def test_units_are_filled_within_their_building() -> None:
    found = read(
        "楼号|单元|房号|业主\n"
        "1|1|101|王\n1||102|李\n|1|103|周\n1|1|104|吴\n|1|105|郑\n1||106|孙\n1|1|107|钱\n|1|108|冯"
    )
    assert [one.split()[0] for one in rooms(found)] == [f"1-1-{101 + at}" for at in range(8)]
