"""The postings of a library: a large segment, and smaller ones of what changed since.

The smallest is made anew when somebody searches after a change. When it has grown, it goes up into
the next one, and that at last into the large one: the work that this is can be done aside, while
others search (``Postings.due``). What is counted (in how many lines a token stands) is counted over
all, so that the split never shows in a ranking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from desk.answers.meaning import numbers
from desk.answers.meanings import Meant
from desk.answers.segment import Flags, Numbers, Segment, Stored, Whole

#: The smallest segment may have so many articles, and the next a share of the large one's more.
_SMALL, _SHARE = 256, 16
#: Who is never told to do the work aside does it when the smallest has grown so much larger.
_PATIENCE = 4
_LOW = np.int64(0xFFFFFFFF)


class Part:
    """A segment and what its lines mean."""

    def __init__(self, segment: Segment, meant: Meant, size: int) -> None:
        self.segment = segment
        #: For each article its vector; of no length where there is no table.
        self.vectors = numbers(segment.vectors, size)
        self.mean(meant)

    def mean(self, meant: Meant) -> None:
        """Look through the lines for the words of other concepts."""
        self.asking, self.answering = meant.lines(self.segment)
        borders = np.arange(meant.concepts + 1) << 32
        self._asking, self._answering = (
            np.searchsorted(pairs, borders).tolist() for pairs in (self.asking, self.answering)
        )
        both = np.concatenate([self.asking, self.answering])
        lines = both & _LOW
        order = np.argsort(lines, kind="stable")
        self._concepts = meant.concepts
        #: For each line how many concepts it has, where they begin, and which they are.
        self.meanings = np.bincount(lines, minlength=len(self.segment.owner))
        self._begins = np.cumsum(self.meanings) - self.meanings
        self._of_lines = (both[order] >> 32).astype(np.int32)

    def asked(self, concept: int) -> Whole:
        """Return the living ways of asking that speak of a concept."""
        return self._alive(self.asking[self._asking[concept] : self._asking[concept + 1]])

    def answered(self, concept: int) -> Whole:
        """Return the living answers that speak of a concept."""
        return self._alive(self.answering[self._answering[concept] : self._answering[concept + 1]])

    def _alive(self, pairs: Whole) -> Whole:
        lines = pairs & _LOW
        segment = self.segment
        if len(segment) == len(segment.ids):
            return lines
        living: Whole = lines[segment.alive[segment.owner[lines]]]
        return living

    def has(self, concepts: Sequence[int], lines: Whole) -> Flags:
        """Return for each concept, none named twice, and each line whether it has it."""
        found = np.zeros((len(concepts), len(lines)), dtype=np.bool_)
        rows = np.full(self._concepts, -1, dtype=np.int32)
        rows[list(concepts)] = np.arange(len(concepts))
        sizes = self.meanings[lines]
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(self._begins[lines] - ends + sizes, sizes)
        row = rows[self._of_lines[at]]
        column = np.repeat(np.arange(len(lines)), sizes)
        there = row >= 0
        found[row[there], column[there]] = True
        return found


class Work:
    """Segments that become one: made by ``Postings.due``, done by ``do``, taken by ``take``."""

    def __init__(
        self, parts: Iterable[Part], changed: Iterable[Stored], meant: Meant, size: int
    ) -> None:
        segments = [part.segment for part in parts]
        #: What becomes one, and which of its articles were there.
        self.segments = [(one, one.alive.copy()) for one in segments]
        self.changed = list(changed)
        self.meant = meant
        self._size = size
        self.part: Part | None = None

    def do(self) -> None:
        """Do it; nothing is touched that somebody searches."""
        articles = self.changed.copy()
        for segment, alive in self.segments:
            for at in np.flatnonzero(alive).tolist():
                articles.append(Stored(int(segment.ids[at]), segment.rows[at], segment.vectors[at]))
        self.part = _part(articles, self.meant, self._size)

    def gone(self) -> Iterator[int]:
        """Yield the articles that were taken out of the segments meanwhile."""
        for segment, alive in self.segments:
            yield from segment.ids[alive & ~segment.alive].tolist()


class Postings:
    """Stored tokens of articles, searchable."""

    def __init__(self, size: int = 0) -> None:
        """Begin without articles; ``size`` is how many numbers a stored vector has."""
        self._size = size
        self._meant = Meant(())
        #: The large segment, and where there is one the next smaller.
        self._levels: list[Part] = []
        self._small: Part | None = None
        #: What is not in a segment yet, or in the smallest one.
        self._changed: dict[int, Stored] = {}
        self._stale = False

    def put(self, article: Stored) -> None:
        """Add an article that is not there."""
        self._changed[article.id] = article
        self._stale = True

    def remove(self, article: int) -> None:
        """Take an article out that is there."""
        if self._changed.pop(article, None) is not None:
            self._stale = True
            return
        for part in self._levels:
            place = part.segment.place(article)
            if place is not None:
                part.segment.remove(place)
                return

    def mean(self, meant: Meant) -> None:
        """Look for other concepts from now on."""
        self._meant = meant
        for part in (*self._levels, self._small):
            if part is not None:
                part.mean(meant)

    def parts(self) -> list[Part]:
        """Return the segments, up to date."""
        grown = len(self._changed) > (_PATIENCE * _SMALL if self._levels else 0)
        work = self.due(at_once=True) if self._stale and grown else None
        if work is not None:
            work.do()
            self.take(work)
        if self._stale:
            self._stale = False
            self._small = (
                _part(self._changed.values(), self._meant, self._size) if self._changed else None
            )
        return [part for part in (*self._levels, self._small) if part is not None]

    def due(self, *, at_once: bool = False) -> Work | None:
        """Return the work that is due, if any: to be done aside and then handed to ``take``."""
        if len(self._changed) <= _SMALL and not at_once:
            return None
        grown = len(self._changed) + sum(len(one.segment) for one in self._levels[1:])
        share = len(self._levels[0].segment) // _SHARE if self._levels else 0
        level = 0 if grown > _SMALL + share else 1
        return Work(self._levels[level:], self._changed.values(), self._meant, self._size)

    def take(self, work: Work) -> None:
        """Take up work that is done; what was changed meanwhile stays changed."""
        if work.part is None:
            return
        gone = list(work.gone())
        for one in work.changed:
            if self._changed.get(one.id) is one:
                del self._changed[one.id]
            else:
                gone.append(one.id)
        segment = work.part.segment
        for article in gone:
            place = segment.place(article)
            if place is not None:
                segment.remove(place)
        if work.meant is not self._meant:
            work.part.mean(self._meant)
        merged = {id(one) for one, _ in work.segments}
        left = [one for one in self._levels if id(one.segment) not in merged]
        self._levels = [*left, work.part]
        self._stale = True


def _part(articles: Iterable[Stored], meant: Meant, size: int) -> Part:
    ordered = sorted(articles, key=lambda one: one.id)
    return Part(Segment(ordered), meant, size)


def living(parts: Iterable[Part], tokens: Numbers) -> Whole:
    """Return in how many living lines each token stands."""
    counts = np.zeros(len(tokens), dtype=np.int64)
    for part in parts:
        counts += part.segment.living(tokens)
    return counts
