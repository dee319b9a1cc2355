"""Whether somebody reports what must be followed up, or only asks, tells or denies."""

from __future__ import annotations

import math

from desk.language.finding import Span
from desk.language.meant import Meaning
from desk.language.weighing import Grams, Weights

#: The labels of the weights.
ASKS, REPORTS = "asks", "reports"
#: What it adds when a flat is named, and when the words say that it is over or only supposed.
_AT_HOME, _NOT_MEANT = 1.0, -1.5


def chance(found: Grams, weights: Weights, meaning: Meaning, *, at_home: bool) -> float:
    """Return how likely a text reports something, from 0 to 1."""
    scores = weights.scores(found)
    reports = weights.labels.index(REPORTS)
    sum_ = scores[reports] - scores[1 - reports]
    sum_ += _AT_HOME * at_home + _NOT_MEANT * (meaning.over or meaning.supposed)
    return 1 / (1 + math.exp(-sum_))


def rests_on(likely: float, found: Grams, weights: Weights, meaning: Meaning) -> tuple[Span, ...]:
    """Return what says that it is a report, or that it is none."""
    label = weights.labels.index(REPORTS if likely >= 0.5 else ASKS)
    spans = weights.rests_on(found, label)
    return spans if likely >= 0.5 else (*meaning.where("over", "supposes", "drill"), *spans)
