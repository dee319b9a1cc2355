"""Sheets that are of one building and unit, by their name, their neighbours' or their rooms'."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.community.roster.clerk import read, rejected, rooms
from tests.sheets.lines import sheet

HEADS = "房号|业主|电话\n"


def of(name: str, *numbers: str):
    """Return a sheet with nothing but rooms and the same person in each."""
    lines = "\n".join(f"{number}|王芳|13800001234" for number in numbers)
    return replace(sheet(HEADS + lines), name=name)


def labels(*sheets) -> list[str]:
    """Return the rooms that are read from sheets."""
    return [one.split()[0] for one in rooms(read(*sheets))]


@pytest.mark.parametrize(
    "name", ["2号楼2单元", "2#2单元", "2栋二单元", "二号楼二单元", "2座2梯", "2号楼2门"]
)
def test_name_says_the_unit(name: str) -> None:
    assert labels(of("1号楼1单元", "101"), of(name, "101", "2-2-102")) == [
        "1-1-101",
        "2-2-101",
        "2-2-102",
    ]


def test_short_names_count_on() -> None:
    sheets = [of(name, "101") for name in ("1-1", "1-2", "2-1")]
    assert labels(*sheets) == ["1-1-101", "1-2-101", "2-1-101"]
    assert labels(of("A", "101"), of("B", "101", "B102")) == ["A-101", "B-101", "B-102"]


@pytest.mark.parametrize(
    ("name", "label"),
    [("3栋(1单元)", "3-1-101"), ("2号楼-1单元", "2-1-101"), ("5栋甲单元", "5-甲-101")],
)
def test_units_in_brackets_and_with_letters(name: str, label: str) -> None:
    assert labels(of(name, "101")) == [label]
    assert labels(f"房号|业主|电话\n{name}\n101|王芳|13800001234") == [label]


def test_units_need_not_be_without_gaps() -> None:
    assert labels(of("1-1", "101"), of("1-3", "101")) == ["1-1-101", "1-3-101"]


def test_ranges_and_days_are_no_units() -> None:
    assert labels(of("1-3", "101"), of("4-6", "201")) == ["101", "201"]
    assert labels(of("1-5", "101"), of("6-10", "201")) == ["101", "201"]


def test_short_name_that_a_room_repeats() -> None:
    assert labels(of("名册", "3-1-101"), of("2-2", "2-2-101", "201")) == [
        "3-1-101",
        "2-2-101",
        "2-2-201",
    ]


def test_bare_rooms_are_where_all_others_are() -> None:
    assert labels(of("表", "3-1-101", "3-1-102", "3-1-201", "202")) == [
        "3-1-101",
        "3-1-102",
        "3-1-201",
        "3-1-202",
    ]


def test_bare_room_among_several_buildings_is_nowhere() -> None:
    found = read(of("表", "3-1-101", "3-1-102", "3-2-201", "202"))
    assert rejected(found) == [(5, "address.no_building")]
