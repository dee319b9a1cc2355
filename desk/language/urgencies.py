"""How urgent a text is: dangers by the rules that are meant, the rest by what is usual."""

from __future__ import annotations

import math
from collections.abc import Sequence

from desk.codes import Urgency
from desk.language.finding import Span
from desk.language.heard import ORDER, Hit
from desk.language.weighing import Grams, Weights

#: From which chance on the fragments alone raise the alarm, and up to which chance of a report
#: an alarm of the rules is taken for talk of one.
_ALARM, _TALK = 0.25, 0.06
#: How likely a report must be for the fragments alone to raise anything, and below which chance
#: of an ordinary matter it is urgent.
_REPORTED, _ORDINARY = 0.45, 0.5


def of_rules(hits: Sequence[Hit]) -> Urgency | None:
    """Return the most urgent of what rules say and mean, None where they say nothing."""
    said = [hit.urgency for hit in hits if hit.urgency not in (None, Urgency.NORMAL)]
    return max((one for one in said if one), key=ORDER.index, default=None)


def chances(by_rules: Urgency | None, found: Grams, weights: Weights) -> dict[str, float]:
    """Return how likely each urgency is."""
    scores = weights.scores(found)
    if by_rules is not None and by_rules.value in weights.labels:
        scores[weights.labels.index(by_rules.value)] += weights.rules
    highest = max(scores)
    shares = [math.exp(one - highest) for one in scores]
    return {label: one / sum(shares) for label, one in zip(weights.labels, shares, strict=True)}


def urgency_of(
    hits: Sequence[Hit], found: Grams, weights: Weights, reported: float
) -> tuple[Urgency, list[Span]]:
    """Return how urgent it is and what it rests on; nothing: it is assumed to be normal."""
    by_rules = of_rules(hits)
    if by_rules is Urgency.CRITICAL and reported > _TALK:
        return by_rules, _spans(hits, by_rules)
    likely = chances(by_rules, found, weights)
    urgency = Urgency.NORMAL
    if reported > _REPORTED:
        if likely[Urgency.CRITICAL] > _ALARM:
            urgency = Urgency.CRITICAL
        elif likely[Urgency.NORMAL] < _ORDINARY:
            urgency = Urgency.URGENT
    if urgency is not Urgency.NORMAL:
        spans = _spans(hits, urgency)
        spans = spans or list(weights.rests_on(found, weights.labels.index(urgency.value)))
        if spans:
            return urgency, spans
    if by_rules is Urgency.PLANNED:
        return by_rules, _spans(hits, by_rules)
    return Urgency.NORMAL, []


def _spans(hits: Sequence[Hit], urgency: Urgency) -> list[Span]:
    return [span for hit in hits if hit.urgency is urgency for span in hit.spans]
