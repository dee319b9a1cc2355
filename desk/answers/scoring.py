"""From tokens that meet to how well an article answers: two looks at the same thing.

The first look adds up what BM25 says over all articles and keeps the best few. The second lays
these beside what was typed: how much of it they cover, how much of their question it covers, how
long the longest common run is, which concepts both have. Both are sums of numbers that do not
depend on the order in which anything was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from desk.answers.index import Part, living
from desk.answers.naming import Named, Naming
from desk.answers.segment import Flags, Floats, Numbers, Whole
from desk.answers.tokens import Field
from desk.answers.typed import Typed
from desk.language.vectors import Vector

#: So many articles get the second look.
LOOKED_AT = 60
#: And so many that are nearest in meaning, in a library of at most so many articles.
_NEAR, _SEARCHED_BY_MEANING = 12, 20_000
#: Articles that share nothing but their meaning must be as near as this.
_NEAR_ENOUGH = 0.3
#: Postings that the first look adds up at most; the commonest tokens are left to the second.
_BUDGET = 150_000
#: What a concept is worth beside a pair of characters, in a way of asking and in an answer.
_CONCEPT, _CONCEPT_ANSWERS = 3.0, 1.5
#: And where only letters may be its initials.
_SPELLED = 0.5
#: How informative something is that no article has, beside what only one has.
_UNKNOWN = 0.3


@dataclass(slots=True)
class Question:
    """What was typed, and how rare in this library each part of it is.

    Attributes:
        typed: the text, cut.
        concepts: what it names.
        spelled: what its letters name as initials.
        ids: its tokens, in rising order; all that follows is in the same order.
        order: where each of them stands in ``typed.tokens``.
        weights: what each is worth, for its field and its rarity.
        rarity: of each concept.
        lines: how many ways of asking there are.
        informative: for each unit how much it says.
        vector: what it means, where that is known.
    """

    typed: Typed
    concepts: list[Named]
    spelled: list[Named]
    ids: Numbers = field(init=False)
    order: Whole = field(init=False)
    weights: Floats = field(init=False)
    counts: Whole = field(init=False)
    rarity: Floats = field(init=False)
    lines: int = 0
    informative: Floats = field(init=False)
    vector: Vector | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article for the second look: where it stands, its line that fits best, its first score."""

    part: int
    place: int
    line: int
    article: int
    score: float


def weigh(typed: Typed, naming: Naming, parts: Sequence[Part]) -> Question:
    """Find out how rare what was typed is."""
    question = Question(typed, naming.named(typed), list(naming.by_initials(typed.letters)))
    ids = np.array([one.id for one in typed.tokens], dtype=np.uint32)
    question.order = np.argsort(ids, kind="stable")
    question.ids = ids[question.order]
    tokens = [typed.tokens[at] for at in question.order]
    question.counts = living(parts, question.ids)
    articles = sum(len(part.segment) for part in parts)
    question.lines = sum(int(part.segment.asks.sum()) for part in parts)
    answers = np.array([one.field is Field.ANSWER for one in tokens], dtype=np.bool_)
    rare = rarity(question.counts, np.where(answers, articles, question.lines))
    worth = np.array([one.worth for one in tokens])
    question.weights = np.where(question.counts > 0, worth * rare, 0.0)
    named = [
        sum(len(part.meaning(concept, part.asking)) for part in parts)
        for concept in (one.concept for one in question.concepts)
    ]
    question.rarity = rarity(np.array(named, dtype=np.int64), question.lines)
    question.rarity *= np.array([one.sure for one in question.concepts])
    question.informative = _informative(question)
    return question


def rarity(count: Whole, total: int | Whole) -> Floats:
    """Return how much it says that something stands in so many of all."""
    have = np.asarray(count, dtype=np.float64)
    most = np.maximum(np.asarray(total, dtype=np.float64), have)
    result: Floats = np.log1p((most - have + 0.5) / (have + 0.5))
    return result


def _informative(question: Question) -> Floats:
    """Return for each unit how much it says: by its character, or if nobody has it, its sound."""
    typed = question.typed
    says = np.zeros(len(typed.units))
    best = float(rarity(np.ones(1, dtype=np.int64), question.lines)[0])
    rare = rarity(question.counts, question.lines)
    for by in (Field.SYLLABLE, Field.CHARACTER):
        for place, at in enumerate(question.order):
            one = typed.tokens[at]
            if one.field is by and one.size == 1 and one.sure == 1.0 and question.counts[place]:
                says[one.at] = rare[place]
    says[says == 0.0] = _UNKNOWN * best
    return says


def candidates(question: Question, parts: Sequence[Part]) -> list[Candidate]:
    """Return the best articles of the first look, the best first."""
    use = _affordable(question)
    found: list[Candidate] = []
    for number, part in enumerate(parts):
        segment = part.segment
        if not len(segment.ids):
            continue
        lines = segment.scores(question.ids[use], question.weights[use])
        for at, one in enumerate(question.concepts):
            concept = one.concept
            asks = part.meaning(concept, part.asking)
            lines[asks] += _CONCEPT * question.rarity[at] * segment.worth[asks]
            answers = part.meaning(concept, part.answering)
            lines[answers] += _CONCEPT_ANSWERS * question.rarity[at]
        for one in question.spelled:
            asks = part.meaning(one.concept, part.asking)
            lines[asks] += _SPELLED * one.sure * len(one.units)
        scores = segment.best(lines).round(6)
        for place in _best(scores).tolist():
            first, last = int(segment.first[place]), int(segment.answers[place])
            line = first + int(lines[first:last].argmax())
            score = float(scores[place])
            found.append(Candidate(number, place, line, int(segment.ids[place]), score))
    found.sort(key=lambda one: (-one.score, one.article))
    return found[:LOOKED_AT]


def by_meaning(
    question: Question, found: list[Candidate], parts: Sequence[Part]
) -> list[Candidate]:
    """Return further candidates, those nearest in meaning, where the library is not too large."""
    articles = sum(len(part.segment) for part in parts)
    if question.vector is None or articles > _SEARCHED_BY_MEANING:
        return found
    there = {one.article for one in found}
    near: list[Candidate] = []
    for number, part in enumerate(parts):
        segment = part.segment
        # Not by matmul: a library of linear algebra would wake threads for so little.
        likeness = np.einsum("ij,j->i", part.vectors, question.vector)
        scores = np.where(segment.alive, likeness, 0.0).round(4)
        scores[scores < _NEAR_ENOUGH] = 0.0
        for place in _best(np.asarray(scores, dtype=np.float64), _NEAR).tolist():
            article, line = int(segment.ids[place]), int(segment.first[place])
            near.append(Candidate(number, place, line, article, float(scores[place])))
    near.sort(key=lambda one: (-one.score, one.article))
    new = [replace(one, score=0.0) for one in near[:_NEAR] if one.article not in there]
    return found + new


def _affordable(question: Question) -> Flags:
    """Return the tokens that the first look can afford, those that say most before others."""
    order = np.lexsort((question.ids, -question.weights))
    spent = np.cumsum(question.counts[order])
    use = np.zeros(len(order), dtype=np.bool_)
    use[order[(spent <= _BUDGET) & (question.weights[order] > 0)]] = True
    if not use.any() and len(order):
        use[order[0]] = question.weights[order[0]] > 0
    return use


def _best(scores: Floats, most: int = LOOKED_AT) -> Whole:
    """Return the places of the best; of equal ones, the first."""
    some = np.flatnonzero(scores > 0)
    if len(some) > most:
        limit = np.partition(scores[some], -most)[-most]
        some = some[scores[some] >= limit]
    return some[np.argsort(-scores[some], kind="stable")[:most]]
