"""What a text is about: the rules that speak, and the fragments it is made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from desk.codes import Family
from desk.language.finding import Span
from desk.language.heard import Hit
from desk.language.weighing import Grams, Weights

#: How much of the other rules of a family counts beside its loudest.
_CHORUS = 0.35
#: Below this share of certainty, and with no rule, nothing is said.
_LEAST = 0.12


def of_rules(hits: Iterable[Hit]) -> dict[Family, float]:
    """Weigh what speaks for each family: the loudest rule, and a part of what joins in."""
    scores: dict[Family, list[float]] = {}
    for hit in hits:
        scores.setdefault(hit.rule.family, []).append(hit.score)
    return {one: max(all_) + _CHORUS * (sum(all_) - max(all_)) for one, all_ in scores.items()}


def family_of(
    hits: Sequence[Hit], found: Grams, weights: Weights
) -> tuple[Family, list[Span]] | None:
    """Return the family that is most likely meant and what speaks for it; None: nothing does."""
    by_rules = of_rules(hits)
    known = [gram for gram in found if gram in weights.of]
    if not by_rules and not any(len(gram) > 1 for gram in known):
        # One character alone says nothing.
        return None
    scores = weights.scores(known)
    for family, score in by_rules.items():
        scores[weights.labels.index(family.value)] += weights.rules * score
    best = max(range(len(scores)), key=scores.__getitem__)
    family = Family(weights.labels[best])
    spans = [span for hit in hits if hit.rule.family is family for span in hit.spans]
    if not spans:
        if 1 / sum(math.exp(one - scores[best]) for one in scores) < _LEAST:
            return None
        spans = list(weights.rests_on(found, best))
    return (family, spans) if spans else None
