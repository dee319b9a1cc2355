"""Which lines of a segment mean what: the words of concepts, found through the postings.

A word stands in a line that has all its pairs of characters; so an edit of the lexicon needs no
new tokens, and no text is looked through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from desk.answers.tokens import Field, token, units

if TYPE_CHECKING:
    from desk.answers.segment import Flags, Numbers, Segment, Whole


class Meant:
    """The words of all concepts as tokens, ready to be looked for."""

    def __init__(self, concepts: Iterable[Sequence[str]]) -> None:
        """Take the words of each concept, plain; elsewhere a concept is its place here."""
        owners: list[int] = []
        texts: list[str] = []
        asking: list[list[int]] = []
        answering: list[list[int]] = []
        #: How many concepts there are.
        self.concepts = 0
        for place, words in enumerate(concepts):
            self.concepts = place + 1
            for word in words:
                cut = [one.text for one in units(word)]
                if cut:
                    owners.append(place)
                    texts.append("".join(cut))
                    asking.append(_tokens(cut, Field.CHARACTER, Field.PAIR))
                    answering.append(_tokens(cut, Field.ANSWER, Field.ANSWER))
        self._owners = owners
        self._longer = _longer(texts)
        self._asking, self._answering = _Words(asking), _Words(answering)

    def lines(self, segment: Segment) -> tuple[Whole, Whole]:
        """Return pairs (concept, line) of the ways of asking, and of the answers.

        A pair is ``concept << 32 | line``; they are in order, none is there twice.
        """
        return self._pairs(segment, self._asking), self._pairs(segment, self._answering)

    def _pairs(self, segment: Segment, words: _Words) -> Whole:
        lines = dict(words.found(segment))
        found = []
        for word, stands in lines.items():
            # A word inside a longer one is not meant: 物业费 is no 物业.
            inside = [lines[one] for one in self._longer.get(word, ()) if one in lines]
            if inside:
                stands = np.setdiff1d(stands, np.concatenate(inside))
            found.append((np.int64(self._owners[word]) << 32) | stands.astype(np.int64))
        return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


class _Words:
    """Words as runs of tokens."""

    def __init__(self, words: list[list[int]]) -> None:
        self._words = words
        self._flat: Numbers = np.array([one for word in words for one in word], dtype=np.uint32)
        lengths = [len(word) for word in words]
        self._starts = np.cumsum([0, *lengths])[:-1]
        self._order = np.argsort(self._flat, kind="stable")
        self._sorted = self._flat[self._order]

    def found(self, segment: Segment) -> Iterable[tuple[int, Numbers]]:
        """Yield the words that stand in a segment, and their lines."""
        if not self._words:
            return
        there = np.minimum.reduceat(self._standing(segment), self._starts) > 0
        for word in np.flatnonzero(there).tolist():
            lines: Numbers | None = None
            for one in self._words[word]:
                posting = segment.posting(one)
                lines = posting if lines is None else np.intersect1d(lines, posting, True)
            if lines is not None and len(lines):
                yield word, lines

    def _standing(self, segment: Segment) -> Flags:
        """Return which tokens stand in a segment, looking up the fewer ones among the more."""
        if len(segment.words) > len(self._flat):
            return segment.living(self._flat) > 0
        words = segment.words[segment.living_words(np.arange(len(segment.words))) > 0]
        begins = np.searchsorted(self._sorted, words, "left")
        ends = np.searchsorted(self._sorted, words, "right")
        change = np.zeros(len(self._flat) + 1, dtype=np.int64)
        np.add.at(change, begins, 1)
        np.add.at(change, ends, -1)
        standing = np.empty(len(self._flat), dtype=np.bool_)
        standing[self._order] = np.cumsum(change[:-1]) > 0
        return standing


def _tokens(cut: list[str], single: Field, pair: Field) -> list[int]:
    if len(cut) == 1:
        return [token(single, cut[0])]
    return [token(pair, first + second) for first, second in pairwise(cut)]


def _longer(texts: list[str]) -> dict[int, list[int]]:
    """Return for each word the longer words that it is a part of."""
    by_text: dict[str, list[int]] = {}
    for word, text in enumerate(texts):
        by_text.setdefault(text, []).append(word)
    longer: dict[int, list[int]] = {}
    for word, text in enumerate(texts):
        parts = {text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)}
        for part in parts - {text}:
            for one in by_text.get(part, ()):
                longer.setdefault(one, []).append(word)
    return longer
