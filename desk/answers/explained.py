"""How much of what was typed an article explains, word by word.

Every word of a text is held against all words of the article, its question, its phrasings and its
answer, and the nearest in meaning says how far it is explained. What a word counts is what it
says in the language, from the table of word vectors, and not how rare it is in this library: a
small library does not know what is rare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desk.answers.found import Hit
from desk.answers.meaning import table
from desk.answers.ranking import Index
from desk.answers.tokens import Field, lines_of, token
from desk.language.spoken import plainly
from desk.language.vectors import LONGEST, Vector, parts

_Places = NDArray[np.int64]
#: Tokens are made of single characters and words, and of two characters.
_PAIR = 2
#: So many answers are held against the text.
_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class Explained:
    """How far the first answer explains a text.

    Attributes:
        share: of what the text says, by all of the article, 0 to 1.
        asked: the same by its question and phrasings alone.
        least: how far the word is explained that is explained least.
        missing: how much is said by the word that says most without being explained.
        ahead: how much more is explained by the first answer than by any other.
    """

    share: float = 0.0
    asked: float = 0.0
    least: float = 0.0
    missing: float = 0.0
    ahead: float = 0.0


def explain(index: Index, text: str, hits: Sequence[Hit], little: frozenset[str]) -> Explained:
    """Return how far the first of some hits explains a text.

    Args:
        index: where the hits were found.
        text: what was typed or said.
        hits: the best first.
        little: characters that say nothing by themselves.
    """
    said = [one for one in _cut(plainly(text)) if len(one) > 1 or one not in little]
    if not said or not hits:
        return Explained()
    rows = table().rows(np.array([table().places[one] for one in said]))
    worth, words = rows[:, 0], rows[:, 1:]
    share = worth / max(float(worth.sum()), 1e-6)
    first, *others = (_words(index.stored(hit.article_id)) for hit in hits[:_LOOKED_AT])
    asked = np.maximum(_met(words, first.asking), _has(first, said, Field.PAIR))
    met = np.maximum(asked, _everything(first, said, words))
    best = max((float(share @ _everything(one, said, words)) for one in others), default=0.0)
    return Explained(
        float(share @ met),
        float(share @ asked),
        float(met.min()),
        float((worth * (1 - met)).max()),
        float(share @ met) - best,
    )


def _everything(article: _Words, said: Sequence[str], words: Vector) -> Vector:
    """Return how far each word is met by an article's ways of asking and its answer."""
    stands = np.maximum(_has(article, said, Field.PAIR), _has(article, said, Field.ANSWER))
    both: Vector = np.maximum(_met(words, article.everything), stands)
    return both


def _has(article: _Words, said: Sequence[str], field: Field) -> Vector:
    """Return 1 for each long word all of whose pairs of characters stand in an article."""
    tokens = article.tokens
    found = [
        len(word) > _PAIR
        and not word.isascii()
        and all(token(field, word[at : at + _PAIR]) in tokens for at in range(len(word) - 1))
        for word in said
    ]
    return np.array(found, dtype=np.float32)


def _met(words: Vector, others: Vector) -> Vector:
    """Return for each word how near the nearest other is."""
    if not len(others):
        return np.zeros(len(words), dtype=np.float32)
    nearest: Vector = np.clip((words @ others.T).max(axis=1), 0.0, 1.0)
    return nearest


def _cut(plain: str) -> list[str]:
    """Cut a text into words of the table, rather long ones than short ones."""
    places, found = table().places, []
    for part in parts(plain):
        if part.isascii():
            found += [part] if part in places else []
            continue
        best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
        for end in range(1, len(part) + 1):
            ways = [best[end - 1]]
            for start in range(max(0, end - LONGEST), end):
                word = part[start:end]
                if word in places:
                    ways.append((best[start][0] + len(word) ** 2, (*best[start][1], word)))
            best.append(max(ways, key=lambda one: one[0]))
        found += best[-1][1]
    return found


class _Words(NamedTuple):
    """The words of an article: of its ways of asking, and of its answer too; and its tokens."""

    asking: Vector
    everything: Vector
    tokens: frozenset[int]


@lru_cache(maxsize=64)
def _words(stored: bytes) -> _Words:
    """Read the words of an article out of its stored tokens."""
    _, begin = lines_of(stored)
    tokens = np.unique(np.frombuffer(stored, dtype="<u4", offset=begin))
    asking, answering = (_known(tokens, field) for field in (False, True))
    everything = np.unique(np.concatenate([asking, answering]))
    return _Words(
        table().rows(asking)[:, 1:], table().rows(everything)[:, 1:], frozenset(tokens.tolist())
    )


def _known(tokens: NDArray[np.uint32], answer: bool) -> _Places:
    ids, places = _tokens(answer)
    at = np.searchsorted(ids, tokens)
    at[at == len(ids)] = 0
    return np.unique(places[at[ids[at] == tokens]])


@cache
def _tokens(answer: bool) -> tuple[NDArray[np.uint32], _Places]:
    """Return the tokens that words of the table become, in rising order, and their rows."""
    found: dict[int, int] = {}
    for word, place in table().places.items():
        single = len(word) == 1 or word.isascii()
        if single or len(word) == _PAIR:
            field = Field.CHARACTER if single else Field.PAIR
            found[token(Field.ANSWER if answer else field, word)] = place
    ids = np.array(sorted(found), dtype=np.uint32)
    return ids, np.array([found[one] for one in ids.tolist()], dtype=np.int64)
