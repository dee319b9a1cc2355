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
from desk.answers.naming import Named
from desk.answers.scoring import Candidate, Question, rarity
from desk.answers.segment import Flags, Floats, Whole
from desk.answers.tokens import Field, token

#: How far a unit is covered by its sound alone, by a concept.
_BY_SOUND, _BY_CONCEPT = 0.75, 0.8
#: How far tokens cover the units they are made of, and whether by their sound; in Latin letters.
_COVERS = {
    Field.CHARACTER: (0.6, False),
    Field.PAIR: (1.0, False),
    Field.SYLLABLE: (0.25, True),
    Field.SOUND_PAIR: (0.8, True),
}
_LATIN = {Field.CHARACTER: 1.0, Field.PAIR: 1.0, Field.SYLLABLE: 0.5, Field.SOUND_PAIR: 1.0}
_BY_ANSWER = 0.8
_LONG_RUN = 6
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
    "run",
    "concepts",
    "concepts_back",
    "concepts_answer",
    "answer",
    "initials",
    "whole",
    "meaning",
    "named",
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
    asks, told = _meeting(question, found, parts)
    shared = _having(question.concepts, found, parts)
    concepts_told = _having(question.concepts, found, parts, answers=True)
    laid = Laid(asks, told, shared, concepts_told, np.zeros((len(found), len(MEASURES))))
    columns = _columns(question, found, parts, laid)
    laid.measures = np.stack([columns[name] for name in MEASURES], axis=1)
    return laid


def _columns(
    question: Question,
    found: Sequence[Candidate],
    parts: Sequence[Part],
    laid: Laid,
) -> dict[str, Floats]:
    first = np.array([one.score for one in found])
    covering, paired = _covering(question, laid)
    says = question.informative
    fields = _fields(question)
    ask_weights = np.where(fields == Field.ANSWER, 0.0, question.weights)
    answer_weights = np.where(fields == Field.ANSWER, question.weights, 0.0)
    total = float(ask_weights.sum()) or 1.0
    lexical = (ask_weights @ laid.asks) / total
    answer = (answer_weights @ laid.answers) / (float(answer_weights.sum()) or 1.0)
    named = float(question.rarity.sum()) or 1.0
    initials, whole = _initials(question, found, parts, laid)
    return {
        "lexical": lexical,
        "relative": first / (float(first.max()) or 1.0),
        "covers": (says @ covering) / (float(says.sum()) or 1.0),
        "covers_all": (says @ _with_answers(question, laid, covering)) / (float(says.sum()) or 1.0),
        "covered": _covered(question, found, parts),
        "run": _runs(covering, paired, says),
        "concepts": (question.rarity @ laid.shared) / named,
        "concepts_back": _concepts_back(found, parts, laid),
        "concepts_answer": (question.rarity @ laid.told) / named,
        "answer": answer,
        "initials": initials,
        "whole": whole,
        "named": np.minimum((question.rarity @ laid.shared) / _MUCH_NAMED, 1.5),
        "meaning": _meaning(question, found, parts),
    }


def _meeting(
    question: Question, found: Sequence[Candidate], parts: Sequence[Part]
) -> tuple[Flags, Flags]:
    """Return for each token and each candidate whether its line has it, and its answer."""
    asks = np.zeros((len(question.ids), len(found)), dtype=np.bool_)
    told = np.zeros_like(asks)
    for part, here, lines in _standing(found, parts):
        segment = part.segment
        answers = segment.answers[segment.owner[lines]]
        for met, at in ((asks, lines), (told, answers)):
            flat, sizes = segment.line_tokens(at)
            column = np.repeat(here, sizes)
            row = np.minimum(np.searchsorted(question.ids, flat), len(question.ids) - 1)
            same = question.ids[row] == flat
            met[row[same], column[same]] = True
    return asks, told


def _standing(
    found: Sequence[Candidate], parts: Sequence[Part]
) -> Iterator[tuple[Part, Whole, Whole]]:
    """Yield the parts that have candidates, which these are, and their lines."""
    for number, part in enumerate(parts):
        here = [at for at, one in enumerate(found) if one.part == number]
        if here:
            lines = np.array([found[at].line for at in here], dtype=np.int64)
            yield part, np.array(here, dtype=np.int64), lines


def _fields(question: Question) -> Whole:
    tokens = question.typed.tokens
    return np.array([tokens[at].field for at in question.order], dtype=np.int64)


def _covering(question: Question, laid: Laid) -> tuple[Floats, Floats]:
    """Return how far each unit, and each pair of neighbours, is covered by each candidate."""
    typed = question.typed
    covering = np.zeros((len(typed.units), laid.asks.shape[1]))
    paired = np.zeros_like(covering)
    for row, at in enumerate(question.order):
        one = typed.tokens[at]
        if not question.counts[row] or one.field not in _COVERS:
            continue
        alone, sounds = _COVERS[one.field]
        worth = one.sure * (_LATIN[one.field] if typed.latin else alone)
        if len(typed.units) == 1 and not sounds:
            worth = one.sure
        met = laid.asks[row] * worth
        if one.size > 1 and one.field in (Field.PAIR, Field.SOUND_PAIR):
            np.maximum(paired[one.at], met, out=paired[one.at])
        for unit in range(one.at, one.at + one.size):
            np.maximum(covering[unit], met, out=covering[unit])
    for row, named in enumerate(question.concepts):
        for unit in named.units:
            np.maximum(covering[unit], _BY_CONCEPT * laid.shared[row], out=covering[unit])
    return covering, paired


def _with_answers(question: Question, laid: Laid, covering: Floats) -> Floats:
    """Return how far each unit is covered by a candidate's line or by its answer."""
    covered = covering.copy()
    for row, at in enumerate(question.order):
        one = question.typed.tokens[at]
        if one.field is Field.ANSWER and one.size > 1 and question.counts[row]:
            for unit in range(one.at, one.at + one.size):
                np.maximum(covered[unit], _BY_ANSWER * laid.answers[row], out=covered[unit])
    for row, named in enumerate(question.concepts):
        for unit in named.units:
            np.maximum(covered[unit], _BY_ANSWER * laid.told[row], out=covered[unit])
    return covered


def _covered(question: Question, found: Sequence[Candidate], parts: Sequence[Part]) -> Floats:
    """Return how much of each candidate's line was typed: by character, or by sound."""
    result = np.zeros(len(found))
    for field, worth in ((Field.CHARACTER, 1.0), (Field.SYLLABLE, _BY_SOUND)):
        for part, here, lines in _standing(found, parts):
            flat, sizes = part.segment.line_tokens(lines, field)
            owner = np.repeat(np.arange(len(here)), sizes)
            # In order and once each: much quicker to look up.
            tokens, which = np.unique(flat, return_inverse=True)
            rare = rarity(living(parts, tokens), question.lines)[which]
            at = np.minimum(np.searchsorted(question.ids, flat), len(question.ids) - 1)
            there = np.bincount(owner, rare * (question.ids[at] == flat), minlength=len(here))
            total = np.bincount(owner, rare, minlength=len(here))
            share = (1.0 if question.typed.latin else worth) * there / np.maximum(total, 1e-9)
            result[here] = np.maximum(result[here], share)
    return result


def _runs(covering: Floats, paired: Floats, says: Floats) -> Floats:
    """Return how much the longest run of neighbours says that a candidate has as typed."""
    best = np.zeros(covering.shape[1])
    run = np.zeros(covering.shape[1])
    for unit in range(len(covering)):
        joined = paired[unit - 1] if unit else np.zeros_like(run)
        run = np.where(joined > 0, run, 0.0) + says[unit] * covering[unit]
        np.maximum(best, run, out=best)
    usual = float(says.mean()) * min(len(says), _LONG_RUN) if len(says) else 1.0
    return np.minimum(best / (usual or 1.0), 1.0)


def _concepts_back(found: Sequence[Candidate], parts: Sequence[Part], laid: Laid) -> Floats:
    """Return how many of a line's concepts were typed."""
    have = np.array([parts[one.part].meanings[one.line] for one in found])
    return np.asarray(laid.shared.sum(axis=0) / np.maximum(have, 1), dtype=np.float64)


def _meaning(question: Question, found: Sequence[Candidate], parts: Sequence[Part]) -> Floats:
    """Return how near in meaning each candidate is."""
    near = np.zeros(len(found))
    if question.vector is not None:
        rows = np.array([parts[one.part].vectors[one.place] for one in found], dtype=np.float64)
        # Row by row, so that a product does not depend on how many rows there are.
        near = (rows * question.vector).sum(axis=1)
    return np.maximum(near, 0.0).round(5)


def _initials(
    question: Question, found: Sequence[Candidate], parts: Sequence[Part], laid: Laid
) -> tuple[Floats, Floats]:
    """Return how much of the letters are initials of each line, and whether they are all of it."""
    letters = question.typed.letters
    count = len(found)
    if not letters:
        return np.zeros(count), np.zeros(count)
    ids = {int(one): row for row, one in enumerate(question.ids)}
    whole = laid.asks[ids[token(Field.INITIALS, f"={letters}")]].astype(np.float64)
    worth: dict[tuple[int, int], Floats] = {}
    for length in (2, 3, 4):
        for start in range(len(letters) - length + 1):
            row = ids[token(Field.INITIALS, letters[start : start + length])]
            worth[start, start + length] = laid.asks[row] * (length - _JOINT)
    having = _having(question.spelled, found, parts)
    for at, one in enumerate(question.spelled):
        span = one.units.start, one.units.stop
        has = having[at] * (len(one.units) - _JOINT) * _BY_CONCEPT
        worth[span] = np.maximum(worth.get(span, 0.0), has)
    best = [np.zeros(count)]
    for end in range(1, len(letters) + 1):
        ways = [best[start] + worth[start, end] for start in range(end) if (start, end) in worth]
        best.append(np.max([best[-1], *ways], axis=0))
    return best[-1] / (len(letters) - _JOINT), whole


def _having(
    named: Sequence[Named],
    found: Sequence[Candidate],
    parts: Sequence[Part],
    *,
    answers: bool = False,
) -> Flags:
    """Return for each concept and each candidate whether its line has it, or its answer."""
    result = np.zeros((len(named), len(found)), dtype=np.bool_)
    concepts = np.array([one.concept for one in named], dtype=np.int64)
    for part, here, lines in _standing(found, parts):
        if answers:
            last = part.segment.answers[part.segment.owner[lines]]
            result[:, here] = part.has(concepts, last, part.answering)
        else:
            result[:, here] = part.has(concepts, lines, part.asking)
    return result
