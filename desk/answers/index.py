"""The postings of a library: one large segment, and a small one of what changed since.

The small one is made anew when somebody searches after a change; when it has grown, both become
one. What is counted (in how many lines a token stands) is counted over both, so that the split
never shows in a ranking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from desk.answers.meaning import numbers
from desk.answers.meanings import Meant
from desk.answers.segment import Flags, Numbers, Segment, Stored, Whole

#: The small segment may have so many articles, and a share of the large one's.
_SMALL, _SHARE = 256, 32


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
        lines = self.asking & np.int64(0xFFFFFFFF)
        #: For each line how many concepts it has.
        self.meanings = np.bincount(lines, minlength=len(self.segment.owner))

    def meaning(self, concept: int, pairs: Whole) -> Whole:
        """Return the living lines of a concept; ``pairs`` are ``asking`` or ``answering``."""
        first, last = np.searchsorted(pairs, [concept << 32, (concept + 1) << 32])
        lines = pairs[first:last] & np.int64(0xFFFFFFFF)
        segment = self.segment
        living: Whole = lines[segment.alive[segment.owner[lines]]]
        return living

    def has(self, concepts: Whole, lines: Whole, pairs: Whole) -> Flags:
        """Return for each concept and each line whether it has it."""
        wanted = (concepts[:, None] << 32) | lines[None, :]
        if not len(pairs):
            return np.zeros(wanted.shape, dtype=np.bool_)
        at = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
        there: Flags = pairs[at] == wanted
        return there


class Postings:
    """Stored tokens of articles, searchable."""

    def __init__(self, size: int = 0) -> None:
        """Begin without articles; ``size`` is how many numbers a stored vector has."""
        self._size = size
        self._meant = Meant(())
        self._large: Part | None = None
        self._small: Part | None = None
        #: What is not in a segment yet, or in the small one.
        self._changed: dict[int, Stored] = {}
        self._stale = False

    @property
    def meant(self) -> Meant:
        """The concepts that are looked for."""
        return self._meant

    def put(self, article: Stored) -> None:
        """Add an article that is not there."""
        self._changed[article.id] = article
        self._stale = True

    def remove(self, article: int) -> None:
        """Take an article out that is there."""
        if self._changed.pop(article, None) is not None:
            self._stale = True
        elif self._large is not None:
            place = self._large.segment.place(article)
            if place is not None:
                self._large.segment.remove(place)

    def mean(self, meant: Meant) -> None:
        """Look for other concepts from now on."""
        self._meant = meant
        for part in (self._large, self._small):
            if part is not None:
                part.mean(meant)

    def parts(self) -> list[Part]:
        """Return the segments, up to date."""
        if self._stale:
            self._stale = False
            share = len(self._large.segment.ids) // _SHARE if self._large is not None else 0
            if len(self._changed) > _SMALL + share:
                self._merge()
            else:
                self._small = self._part(self._changed.values()) if self._changed else None
        return [part for part in (self._large, self._small) if part is not None]

    def _merge(self) -> None:
        everything = [*self._living(), *self._changed.values()]
        self._large, self._small = self._part(everything), None
        self._changed = {}

    def _living(self) -> Iterator[Stored]:
        if self._large is not None:
            segment = self._large.segment
            for at in np.flatnonzero(segment.alive).tolist():
                yield Stored(int(segment.ids[at]), segment.rows[at], segment.vectors[at])

    def _part(self, articles: Iterable[Stored]) -> Part:
        ordered = sorted(articles, key=lambda one: one.id)
        return Part(Segment(ordered), self._meant, self._size)


def living(parts: Iterable[Part], tokens: Numbers) -> Whole:
    """Return in how many living lines each token stands."""
    counts = np.zeros(len(tokens), dtype=np.int64)
    for part in parts:
        counts += part.segment.living(tokens)
    return counts
