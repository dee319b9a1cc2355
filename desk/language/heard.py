"""Which rules speak in a text, how loudly, and whether what they say is meant."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes import Urgency
from desk.language.finding import Match, Patterns, Span
from desk.language.meant import Meaning
from desk.language.rules import Rule, Rules

#: From the least to the most urgent.
ORDER = (Urgency.PLANNED, Urgency.NORMAL, Urgency.URGENT, Urgency.CRITICAL)
#: What a further pattern of the same rule adds, what a fitting place adds, what a denial leaves.
_MORE, _PLACE, _DENIED = 0.25, 0.8, 0.5
_HOME = "室内"


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that spoke, how loudly, and what it rests on."""

    rule: Rule
    score: float
    spans: tuple[Span, ...]
    urgency: Urgency | None


class Ear:
    """Listens to one text after another with all the rules at once."""

    def __init__(self, by: Rules) -> None:
        self._by = by
        self._of = [rule for rule in by.rules for _ in rule.patterns]
        self._patterns = Patterns([one for rule in by.rules for one in rule.patterns])

    def heard(self, plain: str, meaning: Meaning, *, at_home: bool) -> list[Hit]:
        """Return what is heard in a folded text; ``at_home``: the caller names a flat."""
        here = self._places(plain, at_home=at_home)
        matches: dict[int, list[list[Match]]] = {}
        rules: dict[int, Rule] = {}
        for number, found in self._patterns.found(plain):
            rule = self._of[number]
            rules[id(rule)] = rule
            matches.setdefault(id(rule), []).append(found)
        return [_hit(rules[one], found, meaning, here) for one, found in matches.items()]

    def _places(self, plain: str, *, at_home: bool) -> dict[str, int]:
        """Return 1 for a branch whose places are named, -1 for one that only others' are."""
        named = {
            branch
            for branch, words in self._by.places.items()
            if any(one in plain for one in words)
        }
        if not named and at_home:
            named = {_HOME}
        return {one: (one in named) - (one not in named) for one in self._by.places if named}


def _hit(rule: Rule, found: list[list[Match]], meaning: Meaning, here: dict[str, int]) -> Hit:
    matches = [match for of_pattern in found for match in of_pattern]
    score = rule.weight + _MORE * (min(len(found), 5) - 1)
    if all(meaning.denied(match) for match in matches):
        score *= _DENIED
    if rule.category is not None:
        score += _PLACE * here.get(rule.category.branch, 0)
    if rule.urgency is None:
        return Hit(rule, score, _spans(matches), None)
    meant = [(meaning.urgency(match, rule.urgency), match) for match in matches]
    urgency = max((one for one, _ in meant if one), key=ORDER.index, default=None)
    if urgency is None:
        return Hit(rule, score * _DENIED, _spans(matches), None)
    # What is not meant is not what it rests on.
    return Hit(rule, score, _spans([match for one, match in meant if one is urgency]), urgency)


def _spans(matches: list[Match]) -> tuple[Span, ...]:
    return tuple(span for match in matches for span in match.spans)
