"""Rows that head a floor, and those that look alike and head a building."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.sheets.book import Area
from tests.community.roster.clerk import read, rejected, rooms
from tests.sheets.lines import filled, sheet

HEADS = "房号|业主|电话|面积\n"
WRITTEN = (
    "二楼",
    "2楼",
    "第2层",
    "2层",
    "2F",
    "2层(共2户)",
    "以下为2楼",
    "楼层:2",
    "【2层】",
    "二层住户",
)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("text", WRITTEN)
def test_floor_is_no_building_room_or_person(text: str, wide: bool) -> None:
    lines = f"望湖大厦B座住户表\n{HEADS}{text}\n201|王芳|13800001234|80\nB202|李强|13800001235|80"
    whole = sheet(f"{lines}\n低区\n301|周杰|13800001236|80")
    if wide:
        whole = filled(whole, Area(3, 0, 3, 3))
    found = read(replace(whole, name="B座"))
    assert rooms(found) == [
        "B-201 王芳(owner)13800001234",
        "B-202 李强(owner)13800001235",
        "B-301 周杰(owner)13800001236",
    ]
    assert rejected(found) == []


def test_floor_names_its_building() -> None:
    found = read(f"{HEADS}A座二楼\n201|王芳|13800001234|80\nB座二楼\n201|李强|13800001235|80")
    assert rooms(found) == ["A-201 王芳(owner)13800001234", "B-201 李强(owner)13800001235"]


def test_storey_is_a_building_where_rooms_begin_otherwise() -> None:
    lines = (
        f"{HEADS}2楼\n101|王芳|13800001234|80\n201|李强|13800001235|80\n3楼\n101|周杰|13800001236|"
    )
    assert rooms(read(lines)) == [
        "2-101 王芳(owner)13800001234",
        "2-201 李强(owner)13800001235",
        "3-101 周杰(owner)13800001236",
    ]


def test_sixth_flat_of_a_floor_is_no_heading() -> None:
    lines = "A座住户表\n房号|业主|电话\n4E|王芳|13800001234\n4F\n5E|李强|13800001235\n5F|周杰|"
    assert [one.split()[0] for one in rooms(read(lines))] == ["A-4E", "A-4F", "A-5E", "A-5F"]


def test_doors_are_on_the_floor_above_them() -> None:
    lines = f"A座住户表\n{HEADS}2层\n01|王芳|13800001234|80\nB室|周杰|13800001236|80"
    found = read(f"{lines}\n十二层\n01|李强|13800001235|80")
    assert [one.split()[0] for one in rooms(found)] == ["A-201", "A-2B", "A-1201"]


def test_letter_of_the_building_alone_is_no_flat() -> None:
    lines = f"B座住户表\n{HEADS}2层\n201|王芳|13800001234|80\n202|周杰|13800001236|80"
    found = read(f"{lines}\nB|李强|13800001235|80")
    assert [row for row, _ in rejected(found)] == [6]
