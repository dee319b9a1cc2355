"""How likely it is that the first answer found is the right one.

Out of a few numbers about what was typed, what is read in it, how the first answers were measured
and how far the first explains it. None of them grows with the library. A logistic regression says
one part, some small trees the other; both are held to what makes sense, so that more evidence
never makes an answer less likely. What was fitted lies in ``resources/answers/confidence.json``,
which ``make calibrate`` writes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from desk.answers.explained import Explained, explain
from desk.answers.found import Hit, Why, WhyBy
from desk.answers.measures import MEASURES
from desk.answers.ranking import Index
from desk.answers.weights import WEIGHTS
from desk.language.normal import fold, has_han
from desk.language.reading import Reading
from desk.resources import resource

#: Neighbours in the ranking that are as good as the first one: so near is as good.
_AS_GOOD = 0.8
#: However many are asked for, so many are looked at.
_LOOKED_AT = 5
#: Measures in which it counts how far the others stay behind.
_GAPS = {"covers": "covers_all", "meaning": "meaning"}
#: Of what was typed only so many characters make a difference.
_LONG_TEXT, _SHORT_TEXT = 24, 8
#: Beyond this nothing is surer.
_STEEPEST = 30.0
#: How unlikely a report can be read at most.
_LEAST = 0.02

#: What is looked at, in this order.
FEATURES: Final = (
    "score",
    "margin",
    "alike",
    "covers",
    "covers_all",
    "covers_gap",
    "covered",
    "concepts",
    "concepts_back",
    "concepts_answer",
    "answer",
    "initials",
    "whole",
    "meaning",
    "meaning_gap",
    "by_concept",
    "explained",
    "explained_asked",
    "explained_least",
    "explained_ahead",
    "missing",
    "left",
    "left_short",
    "length",
    "long",
    "latin",
    "latin_score",
    "latin_margin",
    "asks",
    "tells",
    "room",
    "alarm",
    "reports",
)
_AGAINST = ("alike", "missing", "left", "left_short", "tells", "room", "alarm", "reports")
_EITHER = ("length", "long", "latin", "asks")
#: What speaks for the first answer, and the sign that its coefficient may have; 0 is either.
RIGHT: Final = {name: 0 if name in _EITHER else -1 if name in _AGAINST else 1 for name in FEATURES}
#: What the trees look at: they find by themselves what holds of Latin letters, of long texts.
GROWN: Final = {
    name: 0 if name in ("tells", "reports") else sign
    for name, sign in RIGHT.items()
    if name not in ("long", "latin_score", "latin_margin")
}
#: What speaks for a ticket.
FOLLOWED: Final = {
    "reports": 1,
    "room": 1,
    "alarm": 1,
    "tells": 1,
    "asks": -1,
    "covered": -1,
    "covers": -1,
    "margin": -1,
    "latin": -1,
    "length": 0,
}


@dataclass(frozen=True, slots=True)
class _Cues:
    asks: tuple[str, ...]
    tells: tuple[str, ...]
    little: frozenset[str]


@cache
def _cues() -> _Cues:
    """Read the words that tell a question from a report, once."""
    data = json.loads(resource("answers", "cues.json").read_text(encoding="utf-8"))
    return _Cues(tuple(data["asks"]), tuple(data["tells"]), frozenset(data["little"]))


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over ``FEATURES``; what it does not look at weighs nothing."""

    bias: float
    weights: tuple[float, ...]

    def total(self, found: Sequence[float]) -> float:
        """Return what some features add up to: the logarithm of odds."""
        return self.bias + sum(
            weight * one for weight, one in zip(self.weights, found, strict=True)
        )

    def of(self, found: Sequence[float]) -> float:
        """Return the probability for some features, between nought and one."""
        return _chance(self.total(found))


#: A leaf's value, or the feature, up to where one goes left, and both sides.
Tree: TypeAlias = float | tuple[int, float, "Tree", "Tree"]


@dataclass(frozen=True, slots=True)
class Grown:
    """A logistic regression, and small trees that are added to it."""

    plain: Logistic
    trees: tuple[Tree, ...]

    def of(self, found: Sequence[float]) -> float:
        """Return the probability for some features, between nought and one."""
        return _chance(self.plain.total(found) + sum(_said(one, found) for one in self.trees))


def _said(tree: Tree, found: Sequence[float]) -> float:
    while not isinstance(tree, float):
        feature, edge, low, high = tree
        tree = low if found[feature] <= edge else high
    return tree


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(total, _STEEPEST))))


@dataclass(frozen=True, slots=True)
class Likely:
    """What is likely of a text: that the first answer is right, that it must be followed up."""

    right: float
    followed: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """Coefficients, and from which probability on what is done.

    Attributes:
        right: whether the first answer is right.
        followed: whether the text must be followed up.
        answers: from this probability on the first answer may be given without a person.
        offers: from this one on the first three are offered.
        tickets: from this one on a ticket is made.
    """

    right: Grown
    followed: Logistic
    answers: float
    offers: float
    tickets: float

    def likely(self, index: Index, text: str, hits: Sequence[Hit], reading: Reading) -> Likely:
        """Return what is likely of a text, its answers and its reading."""
        found = features(index, text, hits, reading)
        return Likely(self.right.of(found) if hits else 0.0, self.followed.of(found))


@cache
def confidence() -> Confidence:
    """Return the coefficients that ship; read once."""
    path = resource("answers", "confidence.json")
    return parse(json.loads(path.read_text(encoding="utf-8")))


def parse(data: dict[str, Any]) -> Confidence:
    """Read coefficients out of their JSON form.

    Raises:
        ValueError: they were fitted on other features.
    """
    if list(data["right"]["features"]) != list(RIGHT):
        raise ValueError("the coefficients are of other features: run make calibrate")
    if list(data["followed"]["features"]) != list(FOLLOWED):
        raise ValueError("the coefficients are of other features: run make calibrate")
    if list(data["trees"]["features"]) != list(GROWN):
        raise ValueError("the trees are of other features: run make calibrate")
    from_on = data["thresholds"]
    return Confidence(
        Grown(
            _logistic(data["right"]),
            tuple(_tree(one, data["trees"]["features"]) for one in data["trees"]["grown"]),
        ),
        _logistic(data["followed"]),
        from_on["answers"],
        from_on["offers"],
        from_on["tickets"],
    )


def _logistic(data: dict[str, Any]) -> Logistic:
    weights, bias = [0.0] * len(FEATURES), float(data["bias"])
    for name, (mean, scale, coefficient) in data["features"].items():
        weights[FEATURES.index(name)] = coefficient / scale
        bias -= coefficient / scale * mean
    return Logistic(bias, tuple(weights))


def _tree(data: float | list[Any], names: Sequence[str]) -> Tree:
    """Read a tree, whose features are numbered as these names are."""
    if not isinstance(data, list):
        return float(data)
    feature, edge, low, high = data
    return FEATURES.index(names[feature]), edge, _tree(low, names), _tree(high, names)


def features(index: Index, text: str, hits: Sequence[Hit], reading: Reading) -> tuple[float, ...]:
    """Return what the probability is reckoned from, in the order of ``FEATURES``.

    Args:
        index: where it was found.
        text: what was typed or said.
        hits: what was found, the best first.
        reading: what the text says.
    """
    plain = fold(text).text
    found = dict.fromkeys(FEATURES, 0.0)
    if hits:
        found |= _measured(hits)
    found |= _covering(plain, hits[0].why if hits else ())
    found |= _explained(explain(index, text, hits, _cues().little))
    latin = float(not has_han(plain))
    found["latin"] = latin
    found["latin_score"] = latin * found["score"]
    found["latin_margin"] = latin * found["margin"]
    cues = _cues()
    found["asks"] = float(any(one in plain for one in cues.asks))
    found["tells"] = min(sum(one in plain for one in cues.tells), 3) / 3
    found["room"] = float(reading.room is not None or reading.phone is not None)
    found["alarm"] = float(bool(reading.urgency.spans))
    likely = min(max(reading.reports.value, _LEAST), 1 - _LEAST)
    found["reports"] = math.log(likely / (1 - likely)) / math.log(1 / _LEAST)
    return tuple(found[name] for name in FEATURES)


def _measured(hits: Sequence[Hit]) -> dict[str, float]:
    """Return how well the first answer fits, and how far the others stay behind."""
    hits = hits[:_LOOKED_AT]
    scores = [hit.score for hit in hits]
    best, second = scores[0], scores[1] if len(scores) > 1 else 0.0
    near = [one for one in scores[1:] if one >= _AS_GOOD * best]
    first, *others = (dict(zip(MEASURES, hit.measures, strict=True)) for hit in hits)
    return (
        first
        | {
            "score": best / sum(WEIGHTS.values()),
            "margin": 1 - second / best if best > 0 else 0.0,
            "alike": len(near) / (_LOOKED_AT - 1),
        }
        | {
            f"{name}_gap": first[of] - max((one[of] for one in others), default=0.0)
            for name, of in _GAPS.items()
        }
    )


def _explained(first: Explained) -> dict[str, float]:
    return {
        "explained": first.share,
        "explained_asked": first.asked,
        "explained_least": first.least,
        "explained_ahead": first.ahead,
        "missing": first.missing,
    }


def _covering(plain: str, reasons: Sequence[Why]) -> dict[str, float]:
    """Return how much of what a text is about the answer has, by what, and what it leaves."""
    little = _cues().little
    about = [one for one in plain if has_han(one) and one not in little]
    by = dict.fromkeys(WhyBy, "")
    for why in reasons:
        by[why.by] += fold(why.said).text
    concepts = set(by[WhyBy.CONCEPT]) - set(by[WhyBy.WORDS])
    everything = set("".join(by.values()))
    share = 1 / max(len(about), 1)
    left = share * sum(one not in everything for one in about)
    length = math.log1p(min(len(plain.replace(" ", "")), _LONG_TEXT)) / math.log1p(_LONG_TEXT)
    return {
        "by_concept": share * sum(one in concepts for one in about),
        "left": left,
        # A long sentence tells much that matters little; a short one does not.
        "left_short": left * math.exp(-len(about) / _SHORT_TEXT),
        "length": length,
        "long": length**2,
    }
