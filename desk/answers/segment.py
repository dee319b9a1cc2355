"""Postings of some articles: token -> the lines it stands in, in two flat arrays.

A segment is made in one go and never grows. Who is taken out of it stays in the arrays and is
masked; the numbers of lines a token stands in are kept true, so that a ranking does not depend on
what once was there.

Lines are numbered by what they are: first the questions in the order of their articles, then the
second way of asking of those that have one, the third, and last the answers. So the scores of all
questions are one slice of the scores of all lines, and so are those of the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desk.answers.tokens import Field, lines_of

Numbers = npt.NDArray[np.uint32]
Whole = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_K1, _B = 1.2, 0.5
#: Usual lengths in characters and in tokens; fixed, so that no article changes another's score.
_ASKING, _ANSWER = 10.0, 60.0
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it comes from the library: its id, its stored tokens and vector."""

    id: int
    row: bytes
    vector: bytes | None = None


class Segment:
    """Articles that were indexed together.

    Attributes:
        ids: the articles, in order.
        rows: their stored tokens.
        vectors: their stored vectors.
        answers: for each article the line of its answer; that of its question is its own place.
        owner: for each line the place of its article.
        alive: for each article whether it is still there.
        living_articles: how many of them are.
        asking: how many of their lines are ways of asking.
        counts: for each line how many tokens each field has.
        worth: for each line what a match in it is worth.
    """

    def __init__(self, articles: Sequence[Stored]) -> None:
        """Index articles; they must be in the order of their ids."""
        self.ids: Whole = np.array([one.id for one in articles], dtype=np.int64)
        self.rows = [one.row for one in articles]
        self.vectors = [one.vector for one in articles]
        heads = [lines_of(row) for row in self.rows]
        flat = b"".join(counts for counts, _ in heads)
        written = np.frombuffer(flat, dtype="<u2").reshape(-1, len(Field))
        sizes = np.array([len(counts) for counts, _ in heads], dtype=np.int64)
        self._number(sizes // (2 * len(Field)))
        self.counts = written[self._written]
        self.worth = self._worth()
        body = b"".join(row[at:] for row, (_, at) in zip(self.rows, heads, strict=True))
        tokens: Numbers = np.frombuffer(body, dtype="<u4")
        #: Where the tokens of each article begin, and of each line, field by field.
        lengths = written.sum(axis=1, dtype=np.int64)
        begins = np.concatenate([[0], np.cumsum(lengths)])
        self._articles: Whole = begins[np.concatenate([[0], np.cumsum(sizes)]) // (2 * len(Field))]
        self._begins: Whole = begins[self._written]
        self._sizes: Whole = lengths[self._written]
        numbers = np.empty(len(lengths), dtype=np.uint32)
        numbers[self._written] = np.arange(len(lengths), dtype=np.uint32)
        self._index(tokens, np.repeat(numbers, lengths))

    def _number(self, lines: Whole) -> None:
        """Number the lines of articles that have so many each."""
        articles = len(lines)
        ends = np.cumsum(lines)
        owner = np.repeat(np.arange(articles), lines)
        nth = np.arange(len(owner)) - np.repeat(ends - lines, lines)
        nth[ends - 1] = lines.max(initial=0)
        #: For each line which it was as they were written.
        self._written: Whole = np.argsort(nth, kind="stable")
        self.owner: Whole = owner[self._written]
        self.answers: Whole = np.arange(len(owner) - articles, len(owner))
        self.alive: Flags = np.ones(articles, dtype=np.bool_)
        self._dead: list[int] = []
        self._ways = lines - 1
        self.living_articles, self.asking = articles, len(owner) - articles
        #: Of those that have a second way of asking, a third, ...: their places and the first line.
        self._others: list[tuple[Whole, int]] = []
        first = articles
        for way in range(1, int(self._ways.max(initial=1))):
            places = np.flatnonzero(self._ways > way)
            self._others.append((places, first))
            first += len(places)

    def _worth(self) -> Floats:
        """Return what a match in each line is worth: BM25's norm for its length."""
        size = self.counts[:, Field.CHARACTER] / _ASKING
        size[self.answers] = self.counts[self.answers, Field.ANSWER] / _ANSWER
        worth: Floats = (_K1 + 1) / (1 + _K1 * (1 - _B + _B * size))
        return worth

    def _index(self, tokens: Numbers, lines: Numbers) -> None:
        keys = tokens.astype(np.uint64)
        keys <<= np.uint64(32)
        keys |= np.arange(len(tokens), dtype=np.uint64)
        keys.sort()
        at = (keys & _LOW).astype(np.uint32)
        keys >>= np.uint64(32)
        sorted_tokens = keys.astype(np.uint32)
        del keys
        self.lines: Numbers = lines[at]
        new = np.ones(len(sorted_tokens), dtype=np.bool_)
        np.not_equal(sorted_tokens[1:], sorted_tokens[:-1], out=new[1:])
        self._starts = np.append(np.flatnonzero(new), len(sorted_tokens)).astype(np.uint32)
        self.words: Numbers = sorted_tokens[new]
        self._living = np.diff(self._starts).astype(np.uint32)
        #: The tokens as they stand in the lines: which word each is.
        self._tokens: Numbers = np.empty(len(tokens), dtype=np.uint32)
        self._tokens[at] = np.repeat(np.arange(len(self.words), dtype=np.uint32), self._living)

    def __len__(self) -> int:
        """Return the number of articles that are still there."""
        return self.living_articles

    def place(self, article: int) -> int | None:
        """Return where a living article stands."""
        at = int(np.searchsorted(self.ids, article))
        found = at < len(self.ids) and self.ids[at] == article and self.alive[at]
        return at if found else None

    def remove(self, place: int) -> None:
        """Take the article at a place out."""
        self.alive[place] = False
        self._dead.append(place)
        self.living_articles -= 1
        self.asking -= int(self._ways[place])
        # A token stands several times in an article, but once in a line.
        np.subtract.at(self._living, self._words_of(place), 1)

    def tokens_of(self, place: int) -> Numbers:
        """Return all tokens of an article, line by line, with repetition."""
        return self.words[self._words_of(place)]

    def _words_of(self, place: int) -> Numbers:
        return self._tokens[self._articles[place] : self._articles[place + 1]]

    def line_words(self, lines: Whole, field: Field | None = None) -> tuple[Numbers, Whole]:
        """Return the words of some lines, of one field or all, and how many each line has.

        A word is a place in ``words``.
        """
        begins = self._begins[lines]
        if field is None:
            sizes = self._sizes[lines]
        else:
            counts = self.counts[lines]
            if field:
                begins = begins + counts[:, :field].sum(axis=1, dtype=np.int64)
            sizes = counts[:, field].astype(np.int64)
        ends = np.cumsum(sizes)
        at = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins - ends + sizes, sizes)
        return self._tokens[at], sizes

    def best(self, lines: Floats) -> Floats:
        """Return for each article the best score of its ways of asking, and its answer's."""
        count = len(self.ids)
        scores: Floats = lines[:count].copy()
        for places, first in self._others:
            scores[places] = np.maximum(scores[places], lines[first : first + len(places)])
        scores += lines[len(lines) - count :]
        if self._dead:
            scores[self._dead] = 0.0
        return scores

    def best_lines(self, lines: Floats, places: Whole) -> Whole:
        """Return of some articles the ways of asking that score best, of equal ones the first."""
        best, found = lines[places], places.copy()
        for having, first in self._others:
            at = np.minimum(np.searchsorted(having, places), len(having) - 1)
            scores = np.where(having[at] == places, lines[first + at], -1.0)
            better = scores > best
            found[better] = first + at[better]
            best = np.maximum(best, scores)
        return found

    def living(self, tokens: Numbers) -> Whole:
        """Return in how many living lines each token stands."""
        return self.counted(*self.find(tokens))

    def counted(self, at: Whole, there: Flags) -> Whole:
        """Return in how many living lines words stand that were looked for with ``find``."""
        if not len(self.words):
            return np.zeros(len(at), dtype=np.int64)
        return np.where(there, self._living[at], 0).astype(np.int64)

    def living_words(self, words: Numbers | Whole) -> Whole:
        """Return in how many living lines words of the segment stand."""
        return self._living[words].astype(np.int64)

    def scores(self, at: Whole, worth: Floats) -> Floats:
        """Return for each line the sum of what its words are worth, for its length."""
        if not len(at):
            return np.zeros(len(self.owner))
        starts, ends = self._starts[at], self._starts[at + 1]
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        lines = np.concatenate([self.lines[start:end] for start, end in spans])
        weights = np.repeat(worth, ends - starts)
        summed: Floats = np.bincount(lines, weights, len(self.owner)).astype(np.float64, copy=False)
        summed *= self.worth
        return summed

    def posting(self, token: int) -> Numbers:
        """Return the lines of a token, dead ones included."""
        at = int(np.searchsorted(self.words, np.uint32(token)))
        if at == len(self.words) or self.words[at] != token:
            return self.lines[:0]
        return self.lines[int(self._starts[at]) : int(self._starts[at + 1])]

    def find(self, tokens: Numbers) -> tuple[Whole, Flags]:
        """Return where tokens stand among the words, and whether they do."""
        if not len(self.words):
            return np.zeros(len(tokens), dtype=np.int64), np.zeros(len(tokens), dtype=np.bool_)
        at = np.minimum(np.searchsorted(self.words, tokens), len(self.words) - 1)
        there: Flags = self.words[at] == tokens
        return at, there
