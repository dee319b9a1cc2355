"""One question to the library: the answers found, what the text says, and what to do with it.

The window, the command line and the butler ask through this one function.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.answers.deciding import Decision, decide
from desk.answers.ranking import Hit, Index
from desk.language.reading import Reading, read
from desk.language.rooms import Known


@dataclass(frozen=True, slots=True)
class Reply:
    """What a text leads to.

    Attributes:
        hits: articles, the best first.
        reading: what the text says.
        decision: what to do with it.
    """

    hits: tuple[Hit, ...]
    reading: Reading
    decision: Decision


def ask(index: Index, text: str, known: Known | None = None, limit: int = 10) -> Reply:
    """Ask the library.

    Args:
        index: the articles of one community.
        text: what was typed or said.
        known: the roster's rooms, see ``desk.language.rooms``.
        limit: so many articles at most.
    """
    reading = read(text, known)
    hits = tuple(index.search(text, limit))
    return Reply(hits, reading, decide(hits, reading))
