"""Reads many sentences by one set of rules: what cannot match is not looked for.

A sentence on its own is looked through for each of some thousand patterns. Of a ledger's hundred
thousand most share their words, so the patterns of which nothing stands in a sentence are left out
by one look at its pairs of characters, and sentences that differ in figures only are read once.
"""

from __future__ import annotations

import re
from dataclasses import replace

from desk.language.normal import fold
from desk.language.reading import Reader, Reading
from desk.language.rules import Part, Rule, Rules, rules

_FIGURE = re.compile(r"[0-9]")
#: Sentences that are kept; a ledger of more different ones is rare.
_KEPT = 50_000


class ManyReader:
    """Reads a sentence as ``reading.read`` does without a roster, only sooner.

    The spans of what it gives are those of a sentence with other figures of the same length.
    """

    def __init__(self, by: Rules | None = None) -> None:
        self._by = by or rules()
        self._starting = _starting(self._by.rules)
        self._read: dict[str, Reading] = {}

    def read(self, text: str) -> Reading:
        """Read a sentence."""
        alike = _FIGURE.sub("1", text)
        reading = self._read.get(alike)
        if reading is None:
            if len(self._read) >= _KEPT:
                self._read.clear()
            reading = self._read[alike] = Reader(self._narrowed(alike)).read(alike)
        return reading

    def _narrowed(self, text: str) -> Rules:
        """Return the rules with only those patterns of which something may stand in the text."""
        plain = fold(text).text
        pairs = {plain[at : at + 2] for at in range(len(plain))} | set(plain)
        wanted: dict[int, set[int]] = {}
        for pair in pairs & self._starting.keys():
            for place, pattern in self._starting[pair]:
                wanted.setdefault(place, set()).add(pattern)
        narrowed = []
        for at in sorted(wanted):
            rule = self._by.rules[at]
            kept = tuple(rule.patterns[one] for one in sorted(wanted[at]))
            narrowed.append(Rule(rule.family, rule.category, rule.weight, rule.urgency, kept))
        return replace(self._by, rules=tuple(narrowed))


def _starting(listed: tuple[Rule, ...]) -> dict[str, list[tuple[int, int]]]:
    """Return the patterns, by rule and place in it, for each beginning of their rarest part."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, rule in enumerate(listed):
        for place, pattern in enumerate(rule.patterns):
            for word in {word[:2] for word in _telling(pattern)}:
                found.setdefault(word, []).append((at, place))
    return found


def _telling(pattern: tuple[Part, ...]) -> Part:
    """Return the part of a pattern that is the least likely to stand in any text."""
    return min(pattern, key=_commonness)


def _commonness(part: Part) -> tuple[bool, int]:
    return any(len(word) == 1 for word in part), len(part)
