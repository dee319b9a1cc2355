"""Patterns of things and troubles in one text."""

from __future__ import annotations

from desk.language.finding import Patterns


def found(text: str, *patterns: tuple[tuple[str, ...], ...]) -> list[int]:
    """Return the numbers of the patterns that stand in a text."""
    return sorted(number for number, _ in Patterns(patterns).found(text))


def test_the_parts_of_a_pattern_stand_in_order_and_near_each_other():
    pattern = (("水管",), ("爆",))
    assert found("厨房水管突然爆了", pattern) == [0]
    assert found("爆了的水管", pattern) == []
    assert found("水管旧。气球爆了", pattern) == []
    assert found("水管" + "旧" * 20 + "爆了", pattern) == []


def test_several_patterns_are_found_at_once_and_each_at_every_place():
    patterns = ((("漏水", "漏"),), (("冒烟",),), (("漏",), ("冒烟",)))
    assert found("厨房漏水，插座冒烟", *patterns) == [0, 1, 2]
    ((_, matches),) = Patterns(((("漏",),),)).found("这里漏，那里也漏")
    assert [match.spans for match in matches] == [((2, 3),), ((7, 8),)]


def test_a_word_cut_off_at_the_end_is_none():
    assert found("厨房漏", (("漏水",),)) == []
