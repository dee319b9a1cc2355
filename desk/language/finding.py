"""Finds many patterns in one text at once: each stands for words in order and near each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A piece of a pattern: any one of these words.
Part = tuple[str, ...]
Pattern = tuple[Part, ...]
Span = tuple[int, int]
#: How far apart the parts of a pattern may stand, and how often one pattern is looked for.
_GAP, _TIMES = 10, 4
_ENDS = "。!?;"


@dataclass(frozen=True, slots=True)
class Match:
    """Where the parts of a pattern stand in a text, in order."""

    spans: tuple[Span, ...]


class Patterns:
    """Patterns compiled so that one walk over a text finds them all."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        parts: dict[Part, int] = {}
        self._patterns = [
            tuple(parts.setdefault(part, len(parts)) for part in pattern) for pattern in patterns
        ]
        self._by_first: dict[int, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            self._by_first.setdefault(pattern[0], []).append(number)
        in_parts: dict[str, list[int]] = {}
        for part, number in parts.items():
            for word in dict.fromkeys(part):
                in_parts.setdefault(word, []).append(number)
        # By the first character: how long the words are that begin so.
        self._lengths: dict[str, tuple[int, ...]] = {}
        for word in in_parts:
            known = self._lengths.get(word[0], ())
            if len(word) not in known:
                self._lengths[word[0]] = tuple(sorted((*known, len(word))))
        self._in_parts = in_parts

    def found(self, text: str) -> list[tuple[int, list[Match]]]:
        """Return by its number each pattern that stands in a folded text, and where."""
        places = self._places(text)
        hits = []
        for part in places:
            for number in self._by_first.get(part, ()):
                pattern = self._patterns[number]
                if all(one in places for one in pattern):
                    matches = _matches(pattern, places, text)
                    if matches:
                        hits.append((number, matches))
        return hits

    def _places(self, text: str) -> dict[int, list[Span]]:
        places: dict[int, list[Span]] = {}
        for at, character in enumerate(text):
            for length in self._lengths.get(character, ()):
                if at + length > len(text):
                    break
                for part in self._in_parts.get(text[at : at + length], ()):
                    places.setdefault(part, []).append((at, at + length))
        return places


def _matches(pattern: Sequence[int], places: dict[int, list[Span]], text: str) -> list[Match]:
    matches = []
    for span in places[pattern[0]]:
        rest = _follow(span, pattern[1:], places, text)
        if rest is not None:
            matches.append(Match((span, *rest)))
            if len(matches) == _TIMES:
                break
    return matches


def _follow(
    before: Span, parts: Sequence[int], places: dict[int, list[Span]], text: str
) -> tuple[Span, ...] | None:
    if not parts:
        return ()
    for span in places[parts[0]]:
        if 0 <= span[0] - before[1] <= _GAP and not ended(text[before[1] : span[0]]):
            rest = _follow(span, parts[1:], places, text)
            if rest is not None:
                return (span, *rest)
    return None


def ended(between: str) -> bool:
    """Tell whether a sentence ends in these characters."""
    return any(mark in between for mark in _ENDS)
