"""How likely the first answer is right: figures on the labelled estates, and sane coefficients."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest

from desk.answers.asking import ask
from desk.answers.confidence import FEATURES, FOLLOWED, RIGHT, confidence, features, parse
from desk.answers.deciding import Decision
from desk.language.reading import read
from desk.resources import resource
from tests.answers.estates import estate

ESTATES = ("estate1", "estate2", "estate3", "estate4")


@cache
def decided(name: str) -> Counter[tuple[str, str, bool]]:
    """Return what is done with the questions of an estate: intent, decision, first is right."""
    asked = estate(name)
    found: Counter[tuple[str, str, bool]] = Counter()
    for query in asked.queries:
        reply = ask(asked.index, query["text"])
        right = bool(reply.hits) and asked.called(reply.hits[0]) in query["gold"]
        found[query["intent"], reply.decision, right] += 1
    return found


def shared(name: str, intent: str, decision: Decision) -> float:
    count = decided(name)
    total = sum(number for one, number in count.items() if one[0] == intent)
    return sum(count[intent, decision, right] for right in (True, False)) / total


@pytest.mark.parametrize("name", ESTATES)
def test_what_is_answered_without_a_person_is_right(name: str) -> None:
    count = decided(name)
    alone = {one: number for one, number in count.items() if one[1] == Decision.ANSWER}
    right = sum(number for one, number in alone.items() if one[2])
    assert right / sum(alone.values()) >= 0.96
    assert right / sum(n for one, n in count.items() if one[0] == "faq") >= 0.3


@pytest.mark.parametrize("name", ESTATES)
def test_what_is_out_of_scope_is_not_answered(name: str) -> None:
    assert shared(name, "oos", Decision.ANSWER) <= 1 / 30
    assert shared(name, "ticket", Decision.ANSWER) == 0


@pytest.mark.parametrize("name", ESTATES)
def test_reports_become_tickets_and_questions_do_not(name: str) -> None:
    assert shared(name, "ticket", Decision.TICKET) >= 0.9
    assert shared(name, "faq", Decision.TICKET) <= 0.06


def shipped() -> dict[str, dict[str, dict[str, list[float]]]]:
    text = resource("answers", "confidence.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


@pytest.mark.parametrize(("part", "signs"), [("right", RIGHT), ("followed", FOLLOWED)])
def test_the_coefficients_are_of_these_features_and_have_their_signs(
    part: str, signs: dict[str, int]
) -> None:
    kept = shipped()[part]["features"]
    assert list(kept) == list(signs)
    for name, (_, scale, coefficient) in kept.items():
        assert scale > 0
        assert coefficient * signs[name] >= 0


def test_coefficients_of_other_features_are_refused() -> None:
    document = shipped()
    del document["right"]["features"]["covers"]
    with pytest.raises(ValueError, match="make calibrate"):
        parse(document)


def test_the_thresholds_stand_in_order() -> None:
    by = confidence()
    assert 0 < by.offers < by.answers < 1
    assert 0 < by.tickets < 1


def test_more_of_what_speaks_for_an_answer_never_makes_it_less_likely() -> None:
    asked, by = estate("estate1"), confidence()
    text = "宠物"
    found = list(features(asked.index, text, asked.index.search(text, 5), read(text)))
    for name, sign in RIGHT.items():
        more = list(found)
        more[FEATURES.index(name)] += 0.2 * sign
        assert by.right.of(more) >= by.right.of(found)


def test_a_second_answer_as_good_as_the_first_makes_it_less_sure() -> None:
    asked, by = estate("estate1"), confidence()
    text = "宠物"
    first, *others = asked.index.search(text, 5)
    reading = read(text)
    alone = by.likely(asked.index, text, [first], reading).right
    assert by.likely(asked.index, text, [first, first, *others], reading).right < alone


def test_nothing_found_is_not_likely() -> None:
    assert confidence().likely(estate("estate1").index, "啦啦啦", (), read("啦啦啦")).right == 0
