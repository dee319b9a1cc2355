"""The words of ``resources/language/rules.json`` and the tree of categories that goes with them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk.codes import Family, Kind, Urgency
from desk.resources import resource

#: A piece of a pattern: any one of these words.
Part = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category of the tree of two levels as it ships, with what it means for a ticket."""

    branch: str
    leaf: str
    family: Family | None
    kind: Kind
    urgency: Urgency

    @property
    def path(self) -> str:
        """``室内/漏水渗水``."""
        return f"{self.branch}/{self.leaf}"


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns that speak for a family, perhaps for a category, perhaps for an urgency."""

    family: Family
    category: Leaf | None
    weight: float
    urgency: Urgency | None
    patterns: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class KindRule:
    """Words that say what sort of ticket is meant, whatever it is about."""

    kind: Kind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All that the resource holds."""

    categories: tuple[Leaf, ...]
    rules: tuple[Rule, ...]
    kinds: tuple[KindRule, ...]
    places: dict[str, tuple[str, ...]]
    cues: dict[str, tuple[str, ...]]
    not_meant: tuple[str, ...]
    questions: tuple[str, ...]
    requests: tuple[str, ...]

    def category(self, path: str) -> Leaf | None:
        """Return the category of that path, None where there is none."""
        return next((leaf for leaf in self.categories if leaf.path == path), None)


@dataclass(frozen=True, slots=True)
class Match:
    """Where the parts of a pattern stand in a text, in order."""

    spans: tuple[tuple[int, int], ...]


@cache
def rules() -> Rules:
    """Return what ships with the program; read once."""
    return parse(json.loads(resource("language", "rules.json").read_text(encoding="utf-8")))


def parse(data: dict[str, Any]) -> Rules:
    """Read the rules out of their JSON form."""
    leaves = tuple(
        Leaf(
            one["branch"],
            one["leaf"],
            Family(one["family"]) if one["family"] else None,
            Kind(one["kind"]),
            Urgency(one["urgency"]),
        )
        for one in data["categories"]
    )
    by_path = {leaf.path: leaf for leaf in leaves}
    sets = {name: tuple(words) for name, words in data["sets"].items()}
    return Rules(
        leaves,
        tuple(_rule(one, by_path, sets) for one in data["rules"]),
        tuple(KindRule(Kind(one["kind"]), tuple(one["words"])) for one in data["kinds"]),
        {branch: tuple(words) for branch, words in data["places"].items()},
        {name: tuple(words) for name, words in data["cues"].items()},
        tuple(data["not_meant"]),
        tuple(data["questions"]),
        tuple(data["requests"]),
    )


def _rule(data: dict[str, Any], by_path: dict[str, Leaf], sets: dict[str, Part]) -> Rule:
    leaf = by_path[data["category"]] if data["category"] else None
    family = leaf.family if leaf is not None and "family" not in data else Family(data["family"])
    if family is None:
        raise ValueError(f"a rule for {data['category']} names no family")
    urgency = Urgency(data["urgency"]) if "urgency" in data else None
    patterns = tuple(_pattern(word, sets) for word in data["words"])
    return Rule(family, leaf, float(data["weight"]), urgency, patterns)


def _pattern(word: str, sets: dict[str, Part]) -> tuple[Part, ...]:
    """Read ``<电梯>*困`` into its parts; a set that touches other words is written out."""
    parts: list[Part] = []
    for piece in word.lower().split("*"):
        ways: list[str] = [""]
        for token in re.findall(r"<[^>]+>|[^<]+", piece):
            options = sets[token[1:-1]] if token.startswith("<") else (token,)
            ways = [way + option for way in ways for option in options]
        parts.append(tuple(ways))
    return tuple(parts)


class Finder:
    """Finds patterns in one folded text; every part is looked for once."""

    _GAP = 10

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: dict[Part, list[tuple[int, int]]] = {}

    def find(self, pattern: tuple[Part, ...]) -> Match | None:
        """Return the first place where the parts stand in order and near each other."""
        first = self._places(pattern[0])
        if not first:
            return None
        for span in first:
            spans = self._follow(span, pattern[1:])
            if spans is not None:
                return Match((span, *spans))
        return None

    def _follow(
        self, before: tuple[int, int], parts: tuple[Part, ...]
    ) -> tuple[tuple[int, int], ...] | None:
        if not parts:
            return ()
        for span in self._places(parts[0]):
            if 0 <= span[0] - before[1] <= self._GAP and not self._ended(before[1], span[0]):
                rest = self._follow(span, parts[1:])
                if rest is not None:
                    return (span, *rest)
        return None

    def _ended(self, start: int, end: int) -> bool:
        return any(mark in self._text[start:end] for mark in "。!?;")

    def _places(self, part: Part) -> list[tuple[int, int]]:
        places = self._seen.get(part)
        if places is None:
            text = self._text
            places = []
            for word in part:
                at = text.find(word)
                while at >= 0:
                    places.append((at, at + len(word)))
                    at = text.find(word, at + 1)
            places.sort()
            self._seen[part] = places
        return places
