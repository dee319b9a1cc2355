"""Whether somebody reports what must be followed up, or only asks, tells or denies."""

from __future__ import annotations

from desk.language.finding import Span
from desk.language.judging import REPORTS
from desk.language.meant import Meaning
from desk.language.weighing import Grams, Weights

#: The column of what speaks for a question.
ASKS = "asks"


def rests_on(likely: float, found: Grams, weights: Weights, meaning: Meaning) -> tuple[Span, ...]:
    """Return what says that it is a report, or that it is none."""
    if likely >= 0.5:
        return weights.rests_on(found, REPORTS)
    return (*meaning.where("over", "supposes", "drill"), *weights.rests_on(found, ASKS))
