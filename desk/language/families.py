"""What a text is about: the rules that speak, and the fragments it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desk.codes import Family
from desk.language.finding import Span
from desk.language.heard import Hit
from desk.language.weighing import Grams, Weighed, Weights

#: How much of the other rules of a family counts beside its loudest.
_CHORUS = 0.35
#: Below this, and with no rule, nothing is said.
_LEAST = 0.32


def of_rules(hits: Iterable[Hit]) -> dict[Family, float]:
    """Weigh what speaks for each family: the loudest rule, and a part of what joins in."""
    scores: dict[Family, list[float]] = {}
    for hit in hits:
        scores.setdefault(hit.rule.family, []).append(hit.score)
    return {one: max(all_) + _CHORUS * (sum(all_) - max(all_)) for one, all_ in scores.items()}


def family_of(
    hits: Sequence[Hit], found: Grams, weighed: Weighed, weights: Weights
) -> tuple[Family, list[Span]] | None:
    """Return the family that is most likely meant and what speaks for it; None: nothing does."""
    by_rules = of_rules(hits)
    if not by_rules and not weighed.words:
        return None
    best = likeliest(by_rules, weighed, weights.columns, weights.rules)
    spans = [span for hit in hits if hit.rule.family is best for span in hit.spans]
    if not spans:
        if weighed.sums[weights.columns[best.value]] < _LEAST:
            return None
        spans = list(weights.rests_on(found, best.value))
    return (best, spans) if spans else None


def likeliest(
    by_rules: Mapping[Family, float], weighed: Weighed, columns: Mapping[str, int], point: float
) -> Family:
    """Return the family that fragments and rules speak most for; ``point``: of the rules."""
    return max(
        Family,
        key=lambda one: weighed.sums[columns[one.value]] + point * by_rules.get(one, 0.0),
    )
