"""The second look: what was typed and some articles laid beside each other, in numbers.

Every measure lies between nought and about one, means the same in every library, and is the same
whatever else the index holds, but for how rare a character is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desk.answers.index import Part, living
from desk.answers.scoring import Candidate, Question, rarity
from desk.answers.segment import Flags, Floats, Whole
from desk.answers.tokens import Field, token
from desk.language.vectors import Vector

#: How far a unit is covered by its sound alone, by a concept.
_BY_SOUND, _BY_CONCEPT = 0.75, 0.8
#: How far tokens cover the units they are made of: in Chinese, in Latin letters; by ``Field``.
_COVERING: Final = np.array([[0.6, 1.0, 0.25, 0.8, 0.0, 0.0], [1.0, 1.0, 0.5, 1.0, 0.0, 0.0]])
_BY_ANSWER = 0.8
#: Concepts as rare as this together say much, however long the text is.
_MUCH_NAMED = 8.0
#: What every further run of initials costs, in letters.
_JOINT = 0.5

#: The names of the measures, in the order of the columns.
MEASURES: Final = (
    "lexical",
    "relative",
    "covers",
    "covers_all",
    "covered",
    "concepts",
    "concepts_back",
    "concepts_answer",
    "answer",
    "initials",
    "whole",
    "meaning",
    "named",
    "salient",
)


@dataclass(slots=True)
class Laid:
    """Candidates laid beside a question.

    Attributes:
        asks: for each of the question's tokens and each candidate, whether its line has it.
        answers: the same of its answer.
        shared: for each of the question's concepts, whether the line has it.
        told: the same of its answer.
        measures: a row for each candidate, a column for each of ``MEASURES``.
    """

    asks: Flags
    answers: Flags
    shared: Flags
    told: Flags
    measures: Floats


def lay(question: Question, found: Sequence[Candidate], parts: Sequence[Part]) -> Laid:
    """Measure candidates against what was typed."""
    stands = list(_standing(question, found, parts))
    tokens, concepts = len(question.ids), [one.concept for one in question.concepts]
    laid = Laid(
        np.zeros((tokens, len(found)), dtype=np.bool_),
        np.zeros((tokens, len(found)), dtype=np.bool_),
        np.zeros((len(concepts), len(found)), dtype=np.bool_),
        np.zeros((len(concepts), len(found)), dtype=np.bool_),
        np.zeros((len(found), len(MEASURES))),
    )
    for one in stands:
        _meet(question, one, laid)
        if concepts:
            both = one.part.has(concepts, np.concatenate([one.lines, one.answers]))
            laid.shared[:, one.here] = both[:, : len(one.lines)]
            laid.told[:, one.here] = both[:, len(one.lines) :]
    columns = _columns(question, found, stands, laid)
    for at, name in enumerate(MEASURES):
        laid.measures[:, at] = columns[name]
    return laid


@dataclass(frozen=True, slots=True)
class _Standing:
    """The candidates of one part.

    Attributes:
        part: the part.
        others: the other parts.
        here: which candidates these are.
        places: where they stand.
        lines: their ways of asking.
        answers: their answers.
        rows: for each word of the segment its token of the question plus one, 0 where it is none.
    """

    part: Part
    others: list[Part]
    here: Whole
    places: Whole
    lines: Whole
    answers: Whole
    rows: Whole


def _standing(
    question: Question, found: Sequence[Candidate], parts: Sequence[Part]
) -> Iterator[_Standing]:
    numbers, places, lines, _, _ = zip(*found, strict=True)
    owner, place, line = np.array(numbers), np.array(places), np.array(lines)
    for number, part in enumerate(parts):
        here = np.flatnonzero(owner == number)
        if not len(here):
            continue
        at, there = question.found[number]
        rows = np.zeros(len(part.segment.words), dtype=np.int64)
        rows[at[there]] = np.flatnonzero(there) + 1
        standing = place[here]
        others = [one for one in parts if one is not part]
        answers = part.segment.answers[standing]
        yield _Standing(part, others, here, standing, line[here], answers, rows)


def _meet(question: Question, stands: _Standing, laid: Laid) -> None:
    """Fill in for each token and each candidate whether its line has it, and its answer."""
    count = len(stands.lines)
    words, sizes = stands.part.segment.line_words(np.concatenate([stands.lines, stands.answers]))
    met = np.zeros((len(question.ids) + 1, 2 * count), dtype=np.bool_)
    met[stands.rows[words], np.repeat(np.arange(2 * count), sizes)] = True
    laid.asks[:, stands.here] = met[1:, :count]
    laid.answers[:, stands.here] = met[1:, count:]


def _columns(
    question: Question,
    found: Sequence[Candidate],
    stands: Sequence[_Standing],
    laid: Laid,
) -> dict[str, Floats]:
    first = np.array([one.score for one in found])
    by_line, by_both = _covering(question, laid)
    says = question.informative
    told = question.fields == Field.ANSWER
    ask_weights = np.where(told, 0.0, question.weights)
    answer_weights = np.where(told, question.weights, 0.0)
    said = float(says.sum()) or 1.0
    named = float(question.rarity.sum()) or 1.0
    shared = question.rarity @ laid.shared
    initials, whole = _initials(question, stands, laid)
    vectors = _vectors(question, len(found), stands)
    near = _meaning(question, vectors)
    return {
        "lexical": (ask_weights @ laid.asks) / (float(ask_weights.sum()) or 1.0),
        "relative": first / (float(first.max()) or 1.0),
        "covers": (says @ by_line) / said,
        "covers_all": (says @ by_both) / said,
        "covered": _covered(question, len(found), stands),
        "concepts": shared / named,
        "concepts_back": _concepts_back(stands, laid),
        "concepts_answer": (question.rarity @ laid.told) / named,
        "answer": (answer_weights @ laid.answers) / (float(answer_weights.sum()) or 1.0),
        "initials": initials,
        "whole": whole,
        "named": np.minimum(shared / _MUCH_NAMED, 1.5),
        "meaning": near,
        "salient": _salient(question, vectors, near),
    }


def _covering(question: Question, laid: Laid) -> tuple[Floats, Floats]:
    """Return how far each unit is covered by each candidate's line, and by it or its answer."""
    latin, units = question.typed.latin, len(question.typed.units)
    worth = _COVERING[1 if latin else 0][question.fields] * question.sure
    if units == 1:
        plain = (question.fields == Field.CHARACTER) | (question.fields == Field.PAIR)
        worth = np.where(plain, question.sure, worth)
    known = question.counts > 0
    rows = np.flatnonzero(known & (worth > 0))
    told = np.flatnonzero(known & (question.fields == Field.ANSWER) & (question.sizes > 1))
    spans = [one.units for one in question.concepts]
    begins = np.array([one.start for one in spans], dtype=np.int64)
    lengths = np.array([len(one) for one in spans], dtype=np.int64)
    covered = np.zeros((units, laid.asks.shape[1]))
    _cover(
        covered,
        np.concatenate([question.at[rows], begins]),
        np.concatenate([question.sizes[rows], lengths]),
        np.concatenate([laid.asks[rows] * worth[rows, None], laid.shared * _BY_CONCEPT]),
    )
    both = covered.copy()
    _cover(
        both,
        np.concatenate([question.at[told], begins]),
        np.concatenate([question.sizes[told], lengths]),
        np.concatenate([laid.answers[told], laid.told]) * _BY_ANSWER,
    )
    return covered, both


def _cover(covered: Floats, begins: Whole, sizes: Whole, met: Floats) -> None:
    """Raise how far units are covered to what tokens say that begin and end there."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    if not total:
        return
    row = np.repeat(np.arange(len(sizes)), sizes)
    unit = np.arange(total) + np.repeat(begins - ends + sizes, sizes)
    order = np.argsort(unit, kind="stable")
    unit = unit[order]
    starts = np.flatnonzero(np.concatenate([[True], unit[1:] != unit[:-1]]))
    there = unit[starts]
    covered[there] = np.maximum(covered[there], np.maximum.reduceat(met[row[order]], starts))


def _covered(question: Question, count: int, stands: Sequence[_Standing]) -> Floats:
    """Return how much of each candidate's line was typed: by character, or by sound."""
    result = np.zeros(count)
    for one in stands:
        segment, mine = one.part.segment, len(one.lines)
        for field, worth in ((Field.CHARACTER, 1.0), (Field.SYLLABLE, _BY_SOUND)):
            words, sizes = segment.line_words(one.lines, field)
            counts = segment.living_words(words)
            if one.others:
                counts = counts + living(one.others, segment.words[words])
            rare = rarity(counts, question.lines)
            owner = np.repeat(np.arange(mine), sizes)
            there = np.bincount(owner, rare * (one.rows[words] > 0), minlength=mine)
            total = np.bincount(owner, rare, minlength=mine)
            share = (1.0 if question.typed.latin else worth) * there / np.maximum(total, 1e-9)
            result[one.here] = np.maximum(result[one.here], share)
    return result


def _concepts_back(stands: Sequence[_Standing], laid: Laid) -> Floats:
    """Return how many of a line's concepts were typed."""
    shared: Floats = laid.shared.sum(axis=0).astype(np.float64)
    for one in stands:
        shared[one.here] /= np.maximum(one.part.meanings[one.lines], 1)
    return shared


def _vectors(question: Question, count: int, stands: Sequence[_Standing]) -> Vector:
    """Return what each candidate means; of no length where that is not known."""
    if question.vector is None:
        return np.zeros((count, 0), dtype=np.float32)
    rows = np.zeros((count, len(question.vector)), dtype=np.float32)
    for one in stands:
        rows[one.here] = one.part.vectors[one.places]
    return rows


def _meaning(question: Question, vectors: Vector) -> Floats:
    """Return how near in meaning each candidate is."""
    if question.vector is None:
        return np.zeros(len(vectors))
    # Row by row, so that a product does not depend on how many rows there are.
    near: Floats = (vectors.astype(np.float64) * question.vector).sum(axis=1)
    near = np.maximum(near, 0.0)
    return near.round(5)


def _salient(question: Question, vectors: Vector, near: Floats) -> Floats:
    """Return how near in meaning each candidate is to what a story is about."""
    if not question.is_story:
        return np.zeros(len(vectors))
    if question.about is None:
        return near
    about: Floats = (vectors @ question.about).astype(np.float64)
    about = np.maximum(about, 0.0)
    return about.round(4)


def _initials(question: Question, stands: Sequence[_Standing], laid: Laid) -> tuple[Floats, Floats]:
    """Return how much of the letters are initials of each line, and whether they are all of it."""
    letters = question.typed.letters
    count = laid.asks.shape[1]
    if not letters:
        return np.zeros(count), np.zeros(count)
    ids = {one: row for row, one in enumerate(question.ids.tolist())}
    whole = laid.asks[ids[token(Field.INITIALS, f"={letters}")]].astype(np.float64)
    worth: dict[tuple[int, int], Floats] = {}
    for length in (2, 3, 4):
        for start in range(len(letters) - length + 1):
            row = ids[token(Field.INITIALS, letters[start : start + length])]
            worth[start, start + length] = laid.asks[row] * (length - _JOINT)
    concepts = list(dict.fromkeys(one.concept for one in question.spelled))
    having = np.zeros((len(concepts), count), dtype=np.bool_)
    for part in stands:
        having[:, part.here] = part.part.has(concepts, part.lines)
    for one in question.spelled:
        span = one.units.start, one.units.stop
        has = having[concepts.index(one.concept)] * (len(one.units) - _JOINT) * _BY_CONCEPT
        worth[span] = np.maximum(worth.get(span, 0.0), has)
    best = [np.zeros(count)]
    for end in range(1, len(letters) + 1):
        ways = [best[start] + worth[start, end] for start in range(end) if (start, end) in worth]
        best.append(np.max([best[-1], *ways], axis=0))
    return best[-1] / (len(letters) - _JOINT), whole
