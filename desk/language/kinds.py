"""What sort of ticket a text means and which leaf of the tree of categories fits it."""

from __future__ import annotations

from collections.abc import Sequence

from desk.codes import Family, Kind, Urgency
from desk.language.finding import Span
from desk.language.heard import Hit
from desk.language.normal import Folded
from desk.language.rules import Leaf, Rules
from desk.language.said import Said, places, typed


def said_kind(plain: str, folded: Folded, by: Rules) -> Said[Kind] | None:
    """Return the kind that is said in so many words: 我要投诉, 感谢."""
    for one in by.kinds:
        spans = places(plain, one.words)
        if spans:
            return Said(one.kind, typed(spans, folded))
    return None


def only_asks(plain: str, urgency: Said[Urgency], by: Rules, *, at_home: bool) -> bool:
    """Tell whether a text is a question and no more: no flat, no alarm, no request."""
    if at_home or urgency.spans or any(word in plain for word in by.requests):
        return False
    return any(word in plain for word in by.questions)


def category_of(
    hits: Sequence[Hit],
    family: Said[Family] | None,
    kind: Kind | None,
    folded: Folded,
    by: Rules,
) -> Said[Leaf] | None:
    """Return the leaf that fits family and kind; of the family alone where none does."""
    if family is None:
        return None
    scores: dict[Leaf, tuple[float, tuple[Span, ...]]] = {}
    for hit in hits:
        leaf = hit.rule.category
        if leaf is not None and hit.rule.family is family.value:
            score, spans = scores.get(leaf, (0.0, ()))
            scores[leaf] = (score + hit.score, spans + hit.spans)
    kin = [leaf for leaf in by.categories if leaf.family is family.value]
    if kind is not None:
        fitting = {leaf: one for leaf, one in scores.items() if leaf.kind is kind}
        if not fitting and kind is Kind.COMPLAINT:
            fitting = {leaf: (0.0, ()) for leaf in kin if leaf.kind is Kind.COMPLAINT}
        scores = fitting or scores
    if scores:
        best = max(scores, key=lambda leaf: scores[leaf][0])
        return Said(best, typed(scores[best][1], folded))
    # No rule speaks: the first of the family's leaves, on what the family rests on.
    usual = [leaf for leaf in kin if leaf.kind is (kind or Kind.REPAIR)]
    usual = usual or [leaf for leaf in kin if leaf.kind is Kind.COMPLAINT] or kin
    return Said(usual[0], family.spans) if usual else None


def questions(plain: str, folded: Folded, by: Rules) -> tuple[Span, ...]:
    """Return the words that ask."""
    return typed(places(plain, by.questions), folded)
