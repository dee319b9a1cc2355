"""Postings of some articles: token -> the lines it stands in, in two flat arrays.

A segment is made in one go and never grows. Who is taken out of it stays in the arrays and is
masked; the numbers of lines a token stands in are kept true, so that a ranking does not depend on
what once was there.
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
        first: for each article its first line; its lines end where those of the next begin.
        owner: for each line the place of its article.
        asks: whether a line is a way of asking, and alive.
        answers: for each article its last line, which is its answer.
        alive: for each article whether it is still there.
        counts: for each line how many tokens each field has.
    """

    def __init__(self, articles: Sequence[Stored]) -> None:
        """Index articles; they must be in the order of their ids."""
        self.ids: Whole = np.array([one.id for one in articles], dtype=np.int64)
        self.rows = [one.row for one in articles]
        self.vectors = [one.vector for one in articles]
        heads = [lines_of(row) for row in self.rows]
        flat = [count for counts, _ in heads for count in counts]
        self.counts = np.array(flat, dtype=np.uint16).reshape(-1, len(Field))
        lines = np.array([len(counts) // len(Field) for counts, _ in heads], dtype=np.int64)
        ends = np.cumsum(lines)
        self.first: Whole = ends - lines
        self.answers: Whole = ends - 1
        self.owner: Whole = np.repeat(np.arange(len(self.rows)), lines)
        self.alive: Flags = np.ones(len(self.rows), dtype=np.bool_)
        self.asks: Flags = np.ones(len(self.owner), dtype=np.bool_)
        self.asks[self.answers] = False
        self.worth = self._worth()
        #: The articles that have a first way of asking, a second, and so on, and these lines.
        most = int(lines.max(initial=1)) - 1
        having = [np.flatnonzero(lines > nth + 1) for nth in range(most)]
        self._ways = [(places, self.first[places] + nth) for nth, places in enumerate(having)]
        body = b"".join(row[at:] for row, (_, at) in zip(self.rows, heads, strict=True))
        self._tokens: Numbers = np.frombuffer(body, dtype="<u4")
        #: Where the tokens of each line begin, field by field, and where the last of them ends.
        lengths = self.counts.sum(axis=1, dtype=np.int64)
        self._begins: Whole = np.concatenate([[0], np.cumsum(lengths)])
        self._index(lengths)

    def _worth(self) -> Floats:
        """Return what a match in each line is worth: BM25's norm for its length."""
        size = self.counts[:, Field.CHARACTER] / _ASKING
        size[self.answers] = self.counts[self.answers, Field.ANSWER] / _ANSWER
        worth: Floats = (_K1 + 1) / (1 + _K1 * (1 - _B + _B * size))
        return worth

    def _index(self, lengths: Whole) -> None:
        keys = self._tokens.astype(np.uint64)
        keys <<= np.uint64(32)
        keys |= np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
        keys.sort()
        self.lines: Numbers = (keys & _LOW).astype(np.uint32)
        keys >>= np.uint64(32)
        sorted_tokens = keys.astype(np.uint32)
        del keys
        new = np.ones(len(sorted_tokens), dtype=np.bool_)
        np.not_equal(sorted_tokens[1:], sorted_tokens[:-1], out=new[1:])
        self._starts = np.append(np.flatnonzero(new), len(sorted_tokens)).astype(np.uint32)
        self._words: Numbers = sorted_tokens[new]
        self._living = np.diff(self._starts).astype(np.uint32)

    def __len__(self) -> int:
        """Return the number of articles that are still there."""
        return int(self.alive.sum())

    @property
    def size(self) -> int:
        """The number of postings, dead ones included."""
        return len(self.lines)

    def place(self, article: int) -> int | None:
        """Return where a living article stands."""
        at = int(np.searchsorted(self.ids, article))
        found = at < len(self.ids) and self.ids[at] == article and self.alive[at]
        return at if found else None

    def remove(self, place: int) -> None:
        """Take the article at a place out."""
        self.alive[place] = False
        first, last = int(self.first[place]), int(self.answers[place])
        self.asks[first : last + 1] = False
        # A token stands several times in an article, but once in a line.
        np.subtract.at(self._living, self._find(self.tokens_of(place))[0], 1)

    def tokens_of(self, place: int) -> Numbers:
        """Return all tokens of an article, line by line, with repetition."""
        first, last = self.first[place], self.answers[place] + 1
        return self._tokens[self._begins[first] : self._begins[last]]

    def line_tokens(self, lines: Whole, field: Field | None = None) -> tuple[Numbers, Whole]:
        """Return the tokens of some lines, of one field or all, and how many each line has."""
        begins = self._begins[lines]
        if field is None:
            sizes = self._begins[lines + 1] - begins
        else:
            counts = self.counts[lines]
            begins = begins + counts[:, :field].sum(axis=1, dtype=np.int64)
            sizes = counts[:, field].astype(np.int64)
        ends = np.cumsum(sizes)
        at = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins - ends + sizes, sizes)
        return self._tokens[at], sizes

    def best(self, lines: Floats) -> Floats:
        """Return for each article the best score of its ways of asking, and its answer's."""
        scores: Floats = np.zeros(len(self.ids))
        for places, ways in self._ways:
            scores[places] = np.maximum(scores[places], lines[ways])
        return np.where(self.alive, scores + lines[self.answers], 0.0)

    def living(self, tokens: Numbers) -> Whole:
        """Return in how many living lines each token stands."""
        if not len(self._words):
            return np.zeros(len(tokens), dtype=np.int64)
        at, there = self._find(tokens)
        return np.where(there, self._living[at], 0).astype(np.int64)

    def scores(self, tokens: Numbers, worth: Floats) -> Floats:
        """Return for each line the sum of what its tokens are worth, for its length."""
        at, there = self._find(tokens)
        at, worth = at[there], worth[there]
        if not len(at):
            return np.zeros(len(self.owner))
        starts, ends = self._starts[at], self._starts[at + 1]
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        lines = np.concatenate([self.lines[start:end] for start, end in spans])
        weights = np.repeat(worth, ends - starts)
        summed: Floats = np.bincount(lines, weights, len(self.owner)) * self.worth
        return summed

    def posting(self, token: int) -> Numbers:
        """Return the lines of a token, dead ones included."""
        at = int(np.searchsorted(self._words, np.uint32(token)))
        if at == len(self._words) or self._words[at] != token:
            return self.lines[:0]
        return self.lines[int(self._starts[at]) : int(self._starts[at + 1])]

    def _find(self, tokens: Numbers) -> tuple[Whole, Flags]:
        """Return where tokens stand in the vocabulary, and whether they do."""
        if not len(self._words):
            return np.zeros(len(tokens), dtype=np.int64), np.zeros(len(tokens), dtype=np.bool_)
        at = np.minimum(np.searchsorted(self._words, tokens), len(self._words) - 1)
        there: Flags = self._words[at] == tokens
        return at, there
