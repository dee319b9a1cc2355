"""From tokens that meet to how well an article answers: two looks at the same thing.

The first look adds up what BM25 says over all articles and keeps the best few. The second lays
these beside what was typed: how much of it they cover, how much of their question it covers, how
long the longest common run is, which concepts both have. Both are sums of numbers that do not
depend on the order in which anything was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from desk.answers.index import Part
from desk.answers.naming import Named, Naming
from desk.answers.segment import Flags, Floats, Numbers, Whole
from desk.answers.tokens import Field
from desk.answers.typed import Typed
from desk.language.vectors import Vector, together

#: Longer texts, in characters, are stories.
_STORY = 20
#: So many articles get the second look.
LOOKED_AT = 60
#: And so many that are nearest in meaning, in a library of at most so many articles.
_NEAR, _SEARCHED_BY_MEANING = 12, 20_000
#: Articles that share nothing but their meaning must be as near as this.
_NEAR_ENOUGH = 0.3
#: A word of a story that is near to so few candidates, of at least so many, tells them apart.
_FEW, _ENOUGH = 4, 12
#: What rounds up to it is as near.
_HALF = 0.00005
#: Postings that the first look adds up at most; the commonest tokens are left to the second.
_BUDGET = 150_000
#: So many vectors are multiplied at once.
_PIECE = 64
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
        ids: its tokens, in rising order; all that follows, up to ``counts``, is in the same order.
        fields: what each says.
        at: the first unit of each.
        sizes: of how many units each is made.
        sure: how sure each is.
        weights: what each is worth, for its field and its rarity.
        counts: in how many lines each stands.
        found: for each part of the library, where it has each, and whether it does.
        rarity: of each concept.
        lines: how many ways of asking there are.
        informative: for each unit how much it says.
        vector: what it means, where that is known.
        words: what each of its words means.
        about: what those words of a story mean that tell answers apart, see ``about``.
    """

    typed: Typed
    concepts: list[Named]
    spelled: list[Named]
    ids: Numbers
    fields: Whole
    at: Whole
    sizes: Whole
    sure: Floats
    weights: Floats
    counts: Whole
    found: list[tuple[Whole, Flags]]
    rarity: Floats
    lines: int
    informative: Floats
    vector: Vector | None = None
    words: Vector | None = None
    about: Vector | None = None

    @property
    def is_story(self) -> bool:
        """Whether it is so long that its question stands somewhere in a story."""
        return len(self.typed.units) > _STORY


class Candidate(NamedTuple):
    """An article for the second look: where it stands, its line that fits best, its first score."""

    part: int
    place: int
    line: int
    article: int
    score: float


def weigh(typed: Typed, naming: Naming, parts: Sequence[Part]) -> Question:
    """Find out how rare what was typed is."""
    concepts = naming.named(typed)
    numbers, of, worths, sures, places, lengths = zip(*typed.tokens, strict=True)
    ids = np.array(numbers, dtype=np.uint32)
    fields, at = np.array(of, dtype=np.int64), np.array(places, dtype=np.int64)
    sizes, sure = np.array(lengths, dtype=np.int64), np.array(sures)
    found = [part.segment.find(ids) for part in parts]
    counts = np.zeros(len(ids), dtype=np.int64)
    for part, there in zip(parts, found, strict=True):
        counts += part.segment.counted(*there)
    articles = sum(len(part.segment) for part in parts)
    lines = sum(part.segment.asking for part in parts)
    rare = rarity(counts, np.where(fields == Field.ANSWER, articles, lines))
    weights = np.where(counts > 0, np.array(worths) * rare, 0.0)
    named = [sum(len(part.asked(one.concept)) for part in parts) for one in concepts]
    concept_rarity = rarity(np.array(named, dtype=np.int64), lines)
    concept_rarity *= np.array([one.sure for one in concepts])
    says = np.full(len(typed.units), _UNKNOWN * float(rarity(np.int64(1), lines)))
    rare = rarity(counts, lines)
    sole = (sizes == 1) & (sure == 1.0) & (counts > 0)
    # By its character, or where nobody has that, by its sound.
    for by in (Field.SYLLABLE, Field.CHARACTER):
        rows = np.flatnonzero(sole & (fields == by))
        says[at[rows]] = rare[rows]
    return Question(
        typed,
        concepts,
        list(naming.by_initials(typed.letters)),
        ids,
        fields,
        at,
        sizes,
        sure,
        weights,
        counts,
        found,
        concept_rarity,
        lines,
        says,
    )


def rarity(count: Whole | np.int64, total: int | Whole) -> Floats:
    """Return how much it says that something stands in so many of all."""
    have = np.asarray(count, dtype=np.float64)
    most = np.maximum(np.asarray(total, dtype=np.float64), have)
    result: Floats = np.log1p((most - have + 0.5) / (have + 0.5))
    return result


def candidates(question: Question, parts: Sequence[Part]) -> list[Candidate]:
    """Return the best articles of the first look, the best first."""
    use = _affordable(question)
    found: list[Candidate] = []
    for number, part in enumerate(parts):
        segment = part.segment
        if not len(segment.ids):
            continue
        at, there = question.found[number]
        used = use[there[use]]
        lines = segment.scores(at[used], question.weights[used])
        for row, one in enumerate(question.concepts):
            asks = part.asked(one.concept)
            lines[asks] += _CONCEPT * question.rarity[row] * segment.worth[asks]
            lines[part.answered(one.concept)] += _CONCEPT_ANSWERS * question.rarity[row]
        for one in question.spelled:
            lines[part.asked(one.concept)] += _SPELLED * one.sure * len(one.units)
        scores = segment.best(lines)
        places, best = _best(scores)
        ways = segment.best_lines(lines, places)
        rows = (segment.ids[places].tolist(), places.tolist(), ways.tolist(), best.tolist())
        found += [
            Candidate(number, place, line, article, score)
            for article, place, line, score in zip(*rows, strict=True)
        ]
    found.sort(key=lambda one: (-one.score, one.article))
    return found[:LOOKED_AT]


def about(question: Question, found: Sequence[Candidate], parts: Sequence[Part]) -> Vector | None:
    """Return what a story is about: the meaning of those words that tell candidates apart.

    A word that is much nearer to a few candidates than to all of them is what it is about; one that
    is as near to all tells who was there and when.
    """
    words = question.words
    if words is None or not question.is_story or len(found) < _ENOUGH:
        return None
    vectors = np.array([parts[one.part].vectors[one.place] for one in found]).T
    lengths = np.sqrt((words * words).sum(axis=1, keepdims=True))
    ways = words / np.maximum(lengths, 1e-6)
    pieces = [ways[at : at + _PIECE // 2] @ vectors for at in range(0, len(ways), _PIECE // 2)]
    likeness = np.concatenate(pieces)
    few = np.partition(likeness, -_FEW, axis=1)[:, -_FEW:].mean(axis=1)
    tells = np.maximum(few - likeness.mean(axis=1), 0.0)[:, None] ** 4
    return together(words * tells / max(float(tells.max()), 1e-12))


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
        likeness = likenesses(part.vectors, question.vector)
        if len(segment) < len(segment.ids):
            likeness = np.where(segment.alive, likeness, 0.0)
        places, scores = _best(likeness, _NEAR, _NEAR_ENOUGH - _HALF, 4)
        for place, score in zip(places.tolist(), scores.tolist(), strict=True):
            near.append(Candidate(number, place, place, int(segment.ids[place]), score))
    near.sort(key=lambda one: (-one.score, one.article))
    new = [one._replace(score=0.0) for one in near[:_NEAR] if one.article not in there]
    return found + new


def likenesses(vectors: Vector, vector: Vector) -> Vector:
    """Return the products of vectors, a row each, with one.

    In pieces, because a library of linear algebra would wake threads for a large one, which takes
    longer than the product.
    """
    rows, size = vectors.shape
    whole = rows - rows % _PIECE
    result: Vector = np.empty(rows, dtype=np.float32)
    np.matmul(
        vectors[:whole].reshape(-1, _PIECE, size), vector, out=result[:whole].reshape(-1, _PIECE)
    )
    np.matmul(vectors[whole:], vector, out=result[whole:])
    return result


def _affordable(question: Question) -> Whole:
    """Return the tokens that the first look can afford, those that say most before others.

    In rising order.
    """
    order = np.lexsort((question.ids, -question.weights))
    spent = np.cumsum(question.counts[order])
    some = order[(spent <= _BUDGET) & (question.weights[order] > 0)]
    if not len(some):
        some = order[:1][question.weights[order[:1]] > 0]
    return np.sort(some)


def _best(
    scores: Floats | Vector, most: int = LOOKED_AT, above: float = 0.0, digits: int = 6
) -> tuple[Whole, Floats]:
    """Return the places of the best and their rounded scores; of equal ones, the first."""
    some = np.flatnonzero(scores > above)
    if len(some) > most:
        near = scores[some]
        # What differs by less than the rounding may be equal.
        limit = float(np.partition(near, -most)[-most]) - 10.0**-digits
        some = some[near >= limit]
    rounded = scores[some].astype(np.float64).round(digits)
    order = np.argsort(-rounded, kind="stable")[:most]
    return some[order], rounded[order]
