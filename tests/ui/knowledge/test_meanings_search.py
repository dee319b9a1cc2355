"""Finding concepts, and taking pasted lists apart."""

from __future__ import annotations

import pytest

from desk.answers.concepts import Standing, StoredConcept
from desk.language.lexicon import Concept
from desk.ui.fields.word_list import take_apart
from desk.ui.meanings.search import find

CONCEPTS = [
    StoredConcept(one, 0, Standing.SHIPPED)
    for one in (
        Concept("fee", "物业费", ("物业费", "管理费", "property fee"), "Property fee"),
        Concept("water", "停水", ("停水", "没水", "no water"), "Water outage"),
        Concept("garage", "车位", ("车位", "停车"), "Garage"),
        Concept("parking", "停车", ("停车", "停车位"), "Parking"),
    )
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("管理费", ["物业费"]),
        ("没水", ["停水"]),
        ("wyf", ["物业费"]),
        ("wuyef", ["物业费"]),
        ("guanli", ["物业费"]),
        ("ts", ["停水"]),
        ("ting", ["停水", "停车", "车位"]),
        ("停车", ["停车", "车位"]),
        ("水", ["停水"]),
        ("water", ["停水"]),
        ("Parking", ["停车"]),
        ("家里没水了怎么办", ["停水"]),
        ("zzqq", []),
        ("", ["物业费", "停水", "车位", "停车"]),
    ],
)
def test_any_word_its_sound_or_its_initials_find_a_concept(typed, found):
    assert [one.stored.concept.name for one in find(CONCEPTS, typed)] == found


def test_the_words_that_answer_are_told():
    (found,) = find(CONCEPTS, "meishui")
    assert found.words == ("没水",)


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("没水，停水、断水 没有水\n水停了", ["没水", "停水", "断水", "没有水", "水停了"]),
        ("no water, water off", ["no water", "water off"]),
        ("没水 no water 停水", ["没水", "no water", "停水"]),
        ("没水/停水;断水；没水", ["没水", "停水", "断水"]),
        ("24/7 服务", ["24/7", "服务"]),
        ("没水\u3000停水", ["没水", "停水"]),
        (" 、\n ", []),
    ],
)
def test_a_list_is_taken_apart_however_it_is_set_apart(pasted, words):
    assert take_apart(pasted) == words
