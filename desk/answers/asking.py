"""One question to the library: the answers found, what the text says, and what to do with it.

The window, the command line and the butler ask through this one function.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.answers.confidence import confidence
from desk.answers.deciding import Decision, Declined, decide
from desk.answers.ranking import Hit, Index
from desk.language.reading import Reading, read
from desk.language.rooms import Known

#: So many articles are looked at before it is said how likely the first is right.
_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class Reply:
    """What a text leads to.

    Attributes:
        hits: articles, the best first; the first carries its probability.
        reading: what the text says.
        decision: what to do with it.
        probability: how likely the first hit answers it, 0 to 1; 0 where nothing was found.
        declined: why nothing is offered, where the decision is to decline.
    """

    hits: tuple[Hit, ...]
    reading: Reading
    decision: Decision
    probability: float = 0.0
    declined: Declined | None = None


def ask(index: Index, text: str, known: Known | None = None, limit: int = 10) -> Reply:
    """Ask the library.

    Args:
        index: the articles of one community.
        text: what was typed or said.
        known: the roster's rooms, see ``desk.language.rooms``.
        limit: so many articles at most.
    """
    reading = read(text, known)
    hits = tuple(index.search(text, max(limit, _LOOKED_AT)))
    by = confidence()
    likely = by.likely(index, text, hits, reading)
    verdict = decide(text, hits, reading, likely, by)
    if hits:
        hits = (replace(hits[0], probability=likely.right), *hits[1:limit])
    return Reply(hits, reading, verdict.decision, likely.right, verdict.declined)
