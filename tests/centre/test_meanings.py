"""The category and urgency that words mean in a centre's own terms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.centre import meanings
from desk.centre.profile import Centre
from desk.codes import Kind, Urgency
from desk.language.many import ManyReader


def read(words: str):
    """Return how words read."""
    return ManyReader().read(words)


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("厨房漏水一直滴", Kind.REPAIR, ("室内", "漏水渗水")),
        ("今天天气不错", Kind.REPAIR, None),
    ],
)
def test_the_category_is_the_one_the_words_name(begun, words, kind, name):
    found = meanings.category_of(Centre.read(), read(words), kind)
    assert (found and (found.form.scope, found.form.name)) == name


def test_a_category_of_the_kind_that_was_chosen_comes_before_the_one_that_is_named(begun):
    found = meanings.category_of(Centre.read(), read("楼上装修噪音太大"), Kind.COMPLAINT)
    assert found is not None
    assert found.form.kind is Kind.COMPLAINT


def test_words_that_say_how_urgent_it_is_come_before_the_category(begun):
    plain, burst = read("厨房漏水一直滴"), read("厨房水管爆了淹到楼下")
    found = meanings.category_of(Centre.read(), plain, Kind.REPAIR)
    assert found is not None
    slow = replace(found, form=replace(found.form, urgency=Urgency.PLANNED))
    assert meanings.urgency_of(slow, plain, Kind.REPAIR) is Urgency.PLANNED
    assert meanings.urgency_of(slow, burst, Kind.REPAIR) is Urgency.URGENT
    assert meanings.urgency_of(slow, plain, Kind.COMPLAINT) is Urgency.NORMAL
    assert meanings.urgency_of(None, plain, Kind.REPAIR) is Urgency.NORMAL
