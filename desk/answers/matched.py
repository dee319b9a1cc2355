"""Which parts of a question answer to what was typed, for the eye."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise

from desk.answers.found import Span
from desk.language.normal import Folded, fold, has_han, normalise
from desk.language.pinyin import fuzzy, readings, sounds, split

_SHORT = 2


class Query:
    """What was typed, ready to be laid beside questions."""

    def __init__(self, text: str) -> None:
        self._normal = normalise(text).replace(" ", "")
        self._han = has_han(self._normal)
        self._text = text
        self._pairs = {self._normal[at : at + 2] for at in range(len(self._normal) - 1)}

    @cached_property
    def _heard(self) -> list[str]:
        heard = sounds(self._text) if self._han else split(self._text) or []
        return [fuzzy(one) for one in heard]

    def spans(self, question: str) -> tuple[Span, ...]:
        """Return the half-open spans of the question that match, joined, in order."""
        folded = _folded(question)
        marked = self._same(folded.text) if self._han else set()
        if not marked:
            marked = self._sounding(folded.text) or self._single(folded.text)
        spans: list[Span] = []
        for at in sorted(marked):
            start, end = folded.span(at, at + 1)
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return tuple(spans)

    def _same(self, text: str) -> set[int]:
        """Return the places of characters that stand in pairs as typed."""
        found: set[int] = set()
        for at in range(len(text) - 1):
            if text[at : at + 2] in self._pairs:
                found.update((at, at + 1))
        return found

    def _single(self, text: str) -> set[int]:
        """Return the places of single characters of a text of one or two."""
        short = self._han and len(self._normal) <= _SHORT
        return {at for at, one in enumerate(text) if one in self._normal} if short else set()

    def _sounding(self, text: str) -> set[int]:
        """Return the places of characters that sound as typed, or begin with its letters."""
        spoken = _spoken(text)
        if self._han:
            return self._pairwise(spoken)
        return (
            _run(spoken, self._heard) or self._pairwise(spoken) or _run(spoken, list(self._normal))
        )

    def _pairwise(self, spoken: list[tuple[int, str]]) -> set[int]:
        heard = set(pairwise(self._heard))
        found: set[int] = set()
        for (at, first), (after, second) in pairwise(spoken):
            if (first, second) in heard:
                found.update((at, after))
        return found


# The same articles stand before the eye key after key.
@lru_cache(maxsize=1024)
def _folded(question: str) -> Folded:
    return fold(question)


@lru_cache(maxsize=1024)
def _spoken(text: str) -> list[tuple[int, str]]:
    """Return the places of the characters of a folded text and how they sound."""
    return [(at, fuzzy(one)) for at, one in enumerate(readings(text)) if one]


def _run(spoken: list[tuple[int, str]], asked: list[str]) -> set[int]:
    """Return the places of the first run of syllables that begin as was asked.

    All but the last must be whole syllables, unless every one is a single letter.
    """
    letters = all(len(one) == 1 for one in asked)
    for start in range(len(spoken) - len(asked) + 1 if asked else 0):
        part = spoken[start : start + len(asked)]
        if all(
            heard == one or ((letters or at == len(asked) - 1) and heard.startswith(one))
            for at, ((_, heard), one) in enumerate(zip(part, asked, strict=True))
        ):
            return {at for at, _ in part}
    return set()
