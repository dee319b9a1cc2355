"""The words of ``resources/language/{rules,dangers}.json`` and the tree of categories."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk.codes import Family, Kind, Urgency
from desk.language.finding import Part
from desk.resources import resource


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
    greetings: tuple[str, ...]

    def category(self, path: str) -> Leaf | None:
        """Return the category of that path, None where there is none."""
        return next((leaf for leaf in self.categories if leaf.path == path), None)


@cache
def rules() -> Rules:
    """Return what ships with the program; read once."""
    return parse(_resource("rules"), _resource("dangers"))


def _resource(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        resource("language", f"{name}.json").read_text(encoding="utf-8")
    )
    return data


def parse(data: dict[str, Any], *more: dict[str, Any]) -> Rules:
    """Read the rules out of their JSON form; ``more`` are further rules with sets of their own."""
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
    listed = []
    for one in (data, *more):
        sets = {name: tuple(words) for name, words in one["sets"].items()}
        listed += [_rule(rule, by_path, sets) for rule in one["rules"]]
    return Rules(
        leaves,
        tuple(listed),
        tuple(KindRule(Kind(one["kind"]), tuple(one["words"])) for one in data["kinds"]),
        {branch: tuple(words) for branch, words in data["places"].items()},
        {name: tuple(words) for name, words in data["cues"].items()},
        tuple(data["not_meant"]),
        tuple(data["questions"]),
        tuple(data["requests"]),
        tuple(data["greetings"]),
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
