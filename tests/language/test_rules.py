from __future__ import annotations

from desk.codes import Family
from desk.language.rules import rules


def test_every_family_has_words():
    assert {rule.family for rule in rules().rules} == set(Family)


def test_every_category_can_be_reached():
    reached = {rule.category for rule in rules().rules}
    assert [leaf.path for leaf in rules().categories if leaf not in reached] == []
