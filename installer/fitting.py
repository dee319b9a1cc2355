"""From labelled cases to coefficients and thresholds, and what they do to cases held back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from desk.answers.confidence import FEATURES, FOLLOWED, GROWN, RIGHT, Likely, parse
from desk.answers.deciding import Decision, decide, says_enough
from installer.boosting import Shape, Tree, boost, summed
from installer.estates import Case
from installer.logistic import Fitted, Floats, chance_of, fit, shift

#: How much a coefficient costs.
PENALTY = 3.0
#: How sure answers must be that are given without a person, and how much of what is out of scope
#: they may take in. Surer than is asked for, because the cases are few.
SURE, STRAY = 0.98, 1 / 40
#: How much worse it is to withhold an answer from somebody who chooses than to offer a wrong one.
OFFERING = 2.0
#: How much worse it is to miss one in a hundred reports than to make tickets of one in a hundred
#: questions; half as bad, because what is missed is offered answers and not sent away.
FOLLOWING = 0.5
#: What the logistic regression says beside the trees, and what these look like: chosen with each
#: estate left out in turn.
PLAIN, SHAPE = 0.3, Shape()


@dataclass(frozen=True)
class Judged:
    """A case out of fold: its probability, that of its score alone, and what was decided."""

    case: Case
    chance: float
    by_score: float
    decision: Decision


def fitted(train: Sequence[Case], signs: Mapping[str, int] = RIGHT) -> Fitted:
    """Fit how likely the first answer is right, by some of the features."""
    found = [case for case in train if case.hits]
    right = [float(case.right) for case in found]
    return _fit(found, right, signs)


@dataclass(frozen=True)
class Grown:
    """A logistic regression and trees, each said with its share."""

    plain: Fitted
    trees: tuple[Tree, ...]
    bias: float = 0.0

    def total(self, cases: Sequence[Case]) -> Floats:
        """Return the logarithm of odds of each case."""
        trees = (1 - PLAIN) * summed(self.trees, _rows(cases, GROWN))
        return PLAIN * self.plain.total(_rows(cases, RIGHT)) + trees + self.bias

    def of(self, cases: Sequence[Case]) -> Floats:
        """Return how likely the first answer to each case is right."""
        return chance_of(self.total(cases))


def grown(train: Sequence[Case]) -> Grown:
    """Fit how likely the first answer is right, by all features."""
    found = [case for case in train if case.hits]
    right, weights = (
        np.array([float(one) for one in column])
        for column in zip(*((case.right, case.weight) for case in found), strict=True)
    )
    trees = boost(_rows(found, GROWN), right, weights, list(GROWN.values()), SHAPE)
    model = Grown(fitted(train), tuple(trees))
    # How often it is so, is so among what is really asked there.
    real = [at for at, case in enumerate(found) if case.weight == 1.0]
    moved = shift(model.total([found[at] for at in real]), right[real], weights[real])
    return replace(model, bias=moved)


def followed(train: Sequence[Case]) -> Fitted:
    """Fit how likely a text must be followed up."""
    return _fit(train, [float(case.intent == "ticket") for case in train], FOLLOWED)


def _fit(found: Sequence[Case], right: Sequence[float], signs: Mapping[str, int]) -> Fitted:
    rows, weights = _rows(found, signs), np.array([case.weight for case in found])
    model = fit(rows, np.array(right), weights, list(signs.values()), PENALTY)
    # How often it is so, is so among what is really asked there.
    real = [at for at, case in enumerate(found) if case.weight == 1.0]
    return model.moved(rows[real], np.array(right)[real], weights[real])


def _rows(found: Sequence[Case], names: Iterable[str]) -> Floats:
    columns = [FEATURES.index(name) for name in names]
    return np.array([case.features for case in found])[:, columns]


def document(train: Sequence[Case]) -> dict[str, Any]:
    """Return what is kept of a fit; ``confidence.parse`` reads it."""
    model = grown(train)
    plain = replace(
        model.plain,
        coefficients=PLAIN * model.plain.coefficients,
        bias=PLAIN * model.plain.bias + model.bias,
    )
    return {
        "about": "How likely the first answer is right, and that a text must be followed up. "
        "Written by make calibrate: for each feature its mean, its scale, its coefficient; each "
        "tree is a number, or the feature, up to where one goes left, and both sides.",
        "fitted_on": {
            "questions": sum(case.intent != "gone" for case in train),
            "without_their_answer": sum(case.intent == "gone" for case in train),
        },
        "thresholds": {name: round(one, 4) for name, one in _thresholds(train).items()},
        "right": _kept(plain, RIGHT),
        "trees": {
            "features": list(GROWN),
            "grown": [_scaled(one) for one in model.trees],
        },
        "followed": _kept(followed(train), FOLLOWED),
    }


def _scaled(tree: Tree) -> float | list[Any]:
    """Return a tree as it is kept, with its share."""
    if isinstance(tree, float):
        return round((1 - PLAIN) * tree, 4)
    column, edge, low, high = tree
    return [column, round(edge, 4), _scaled(low), _scaled(high)]


def _kept(model: Fitted, names: Iterable[str]) -> dict[str, Any]:
    numbers = zip(names, model.mean, model.scale, model.coefficients, strict=True)
    return {
        "bias": round(model.bias, 4),
        "features": {name: [round(float(one), 4) for one in three] for name, *three in numbers},
    }


def judged(train: Sequence[Case], held_back: Sequence[Case]) -> list[Judged]:
    """Fit on some cases, thresholds too, and judge others."""
    model, plain = parse(document(train)), fitted(train, {"score": 1})
    found = []
    for case in held_back:
        if case.intent == "gone":
            continue
        right = model.right.of(case.features) if case.hits else 0.0
        likely = Likely(right, model.followed.of(case.features))
        alone = float(plain.of(_rows([case], ["score"]))[0]) if case.hits else 0.0
        decision = decide(case.text, case.hits, case.reading, likely, model).decision
        found.append(Judged(case, likely.right, alone, decision))
    return found


def _thresholds(train: Sequence[Case]) -> dict[str, float]:
    """Return from where on to answer, to offer and to make a ticket.

    By chances that the other estates give: the next library is another one, too.

    A danger, or a question about people, is no matter of chance.
    """
    real = [case for case in train if case.intent != "gone"]
    chances = {_key(case): Likely(0.0, 0.0) for case in real}
    for library in sorted({case.library for case in train}):
        rest = [case for case in train if case.library != library]
        within = [case for case in real if case.library == library]
        right, follow = grown(rest).of(within), followed(rest).of(_rows(within, FOLLOWED))
        for case, one, other in zip(within, right.tolist(), follow.tolist(), strict=True):
            chances[_key(case)] = Likely(one, other)
    open_ = [case for case in real if not (case.reading.at_risk or case.reading.asks_about_people)]
    tickets = _tickets(open_, chances)
    asked = [case for case in open_ if chances[_key(case)].followed < tickets and case.hits]
    asked.sort(key=lambda case: -chances[_key(case)].right)
    answers, offers = _answers(asked, chances), _offers(asked, chances)
    return {"answers": answers, "offers": min(offers, answers), "tickets": tickets}


def _key(case: Case) -> tuple[str, str]:
    return case.library, case.qid


def _tickets(asked: Sequence[Case], chances: Mapping[tuple[str, str], Likely]) -> float:
    """Return the threshold that best parts reports from questions."""
    reports = sum(case.weight for case in asked if case.intent == "ticket") or 1
    questions = sum(case.weight for case in asked if case.intent != "ticket") or 1
    best, most, made, mistaken = 1.0, -1.0, 0.0, 0.0
    for case in sorted(asked, key=lambda case: -chances[_key(case)].followed):
        made += case.weight * (case.intent == "ticket")
        mistaken += case.weight * (case.intent != "ticket")
        worth = FOLLOWING * made / reports - mistaken / questions
        if worth > most:
            best, most = chances[_key(case)].followed, worth
    return best


def _answers(asked: Sequence[Case], chances: Mapping[tuple[str, str], Likely]) -> float:
    """Return the lowest threshold above which answers are sure enough."""
    # What is asked of no library in particular would only make the strays look few.
    asked = [case for case in asked if case.weight == 1.0 and says_enough(case.text)]
    outside = sum(case.intent == "oos" for case in asked)
    best, right, stray = 1.0, 0, 0
    for count, case in enumerate(asked, start=1):
        right += case.right
        stray += case.intent == "oos"
        if case.right and right / count >= SURE and stray <= STRAY * outside:
            best = chances[_key(case)].right
    return best


def _offers(asked: Sequence[Case], chances: Mapping[tuple[str, str], Likely]) -> float:
    """Return the threshold that best parts what can be offered from what is out of scope."""
    inside = sum(case.offered for case in asked) or 1
    outside = sum(case.weight for case in asked if case.intent == "oos") or 1
    best, most, offered, stray = 1.0, -1.0, 0, 0.0
    for case in asked:
        offered += case.offered
        stray += case.weight * (case.intent == "oos")
        worth = OFFERING * offered / inside - stray / outside
        if worth > most:
            best, most = chances[_key(case)].right, worth
    return best
