"""A second order for the answers to a text, once the full sentence model has had its say.

Only the order: how likely the first answer is right is a probability of the first order, fitted
on it, and says nothing of another. So an answer that may be given alone stays first, unasked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desk.answers.deciding import Decision
from desk.answers.found import Hit
from desk.answers.ranking import Index
from desk.answers.sentence_model import SentenceModel
from desk.answers.weights import WEIGHTS
from desk.language.normal import has_han

#: So many of the first order are looked at again.
LOOKED_AT: Final = 24
#: What the model weighs beside the table of word vectors. On labelled libraries every share
#: from a fifth to one was as good as another, so it is little that is moved.
_SHARE: Final = 0.25
#: What is left of the nearness of an expired article.
_EXPIRED: Final = 0.6
#: Shorter texts are words to look up; the model wants a sentence.
_LEAST: Final = 4


def worth_it(text: str, decision: Decision) -> bool:
    """Tell whether a second look may change anything about a text and what is done with it."""
    return decision is not Decision.ANSWER and len(text) >= _LEAST and has_han(text)


def look_again(index: Index, model: SentenceModel, text: str, limit: int) -> list[Hit] | None:
    """Return the best articles in the second order; None while the model does not know them."""
    return again(index.search(text, LOOKED_AT), model, text, limit)


def again(hits: list[Hit], model: SentenceModel, text: str, limit: int) -> list[Hit] | None:
    """Return the best of the hits of a text in the second order, as ``look_again``."""
    near = model.near(text, [hit.article_id for hit in hits])
    if near is None:
        return None
    weight = _SHARE * WEIGHTS["meaning"]
    scored = [
        replace(hit, score=round(hit.score + weight * one * (_EXPIRED if hit.expired else 1.0), 5))
        for hit, one in zip(hits, near, strict=True)
    ]
    scored.sort(key=lambda hit: (-hit.score, hit.article_id))
    return scored[:limit]
