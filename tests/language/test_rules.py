from __future__ import annotations

from desk.codes import Family
from desk.language.rules import Finder, rules


def test_every_family_has_words():
    assert {rule.family for rule in rules().rules} == set(Family)


def test_every_category_can_be_reached():
    reached = {rule.category for rule in rules().rules}
    assert [leaf.path for leaf in rules().categories if leaf not in reached] == []


def test_the_parts_of_a_pattern_stand_in_order_and_near_each_other():
    pattern = (("水管",), ("爆",))
    assert Finder("厨房水管突然爆了").find(pattern) is not None
    assert Finder("爆了的水管").find(pattern) is None
    assert Finder("水管旧。气球爆了").find(pattern) is None
    assert Finder("水管" + "旧" * 20 + "爆了").find(pattern) is None
