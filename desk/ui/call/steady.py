"""An order that stays: rows change places only where the new order is really better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.calls.assist import Answer

#: What share of its score an answer must be ahead to pass one that stands above it.
_REALLY_BETTER = 0.05


def steady(found: Sequence[Answer], shown: Sequence[int], *, sure: bool) -> list[Answer]:
    """Return answers in the order in which they stood, where the new one is hardly better.

    Args:
        found: the best first.
        shown: the ids of the answers that are on the screen, from the top.
        sure: the first one is nearly surely right, so it goes first whatever stood there.
    """
    place = {article: at for at, article in enumerate(shown)}
    order = list(found)
    for _ in order:
        for at in range(1 if sure else 0, len(order) - 1):
            upper, lower = order[at], order[at + 1]
            stood = upper.id in place and place.get(lower.id, len(place)) < place[upper.id]
            if stood and upper.score - lower.score <= _REALLY_BETTER * abs(upper.score):
                order[at], order[at + 1] = lower, upper
    return order
