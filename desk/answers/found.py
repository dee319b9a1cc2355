"""What a search for an answer brings: hits, and why each of them was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


class WhyBy(StrEnum):
    """What in an article answered to what was typed."""

    WORDS = "words"
    SOUND = "sound"
    INITIALS = "initials"
    CONCEPT = "concept"
    ANSWER = "answer"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a hit, enough to say “没水” is read as 停水.

    Attributes:
        by: in what way it was found.
        said: the piece of what was typed.
        means: the words of the article, or the name of the concept.
    """

    by: WhyBy
    said: str
    means: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that may answer.

    Attributes:
        article_id: whose answer it is.
        score: comparable within one search only.
        probability: how likely it is the right answer, 0 to 1; None where nobody reckoned it.
        spans: the parts of the article's question that were matched (half-open).
        expired: its wording is no longer vouched for.
        why: the reasons, the strongest first.
        measures: how it was measured against the text, in the order of ``measures.MEASURES``.
    """

    article_id: int
    score: float
    probability: float | None
    spans: tuple[Span, ...]
    expired: bool
    why: tuple[Why, ...] = ()
    measures: tuple[float, ...] = ()
