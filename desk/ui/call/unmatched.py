"""The piece of what was typed that nothing was found for: the word that may be new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desk.answers.found import Why
from desk.community.found import By
from desk.language.lexicon import Lexicon, shipped
from desk.language.pieces import Span, new_piece
from desk.language.spoken import plainly

if TYPE_CHECKING:
    from desk.calls.assist import Sight


class Asked(NamedTuple):
    """What is asked about a text.

    Attributes:
        piece: the part that matched nothing.
        question: of the answer that was found, "" without one.
        why: why it was found.
        near: the keys of the concepts that it speaks of.
    """

    piece: str
    question: str
    why: tuple[Why, ...]
    near: tuple[str, ...]


def asked_about(sight: Sight, article: int | None) -> Asked:
    """Return what to ask about a text.

    Args:
        sight: what was read of it.
        article: the answer that is pointed at; None for the first, where there is one.
    """
    answer = next((one for one in sight.answers if one.id == article), None)
    if answer is None:
        answer = next(iter(sight.answers), None)
    why = answer.why if answer is not None else ()
    question = answer.question if answer is not None else ""
    near = dict.fromkeys(found.concept.key for found in _shipped().found(plainly(question)))
    piece = new_piece(
        sight.text, (*_private(sight), *_places(sight.text, (one.said for one in why)))
    )
    return Asked(piece, question, why, tuple(near))


def _private(sight: Sight) -> Iterator[Span]:
    """Yield rooms, names and what is said of people: what is taught is read by everybody."""
    reading = sight.reading
    yield from ((room.start, room.end) for room in reading.rooms)
    for found in sight.found:
        if found.by is not By.INITIALS:
            yield from found.spans
    for said in (reading.when, reading.who):
        if said is not None:
            yield from said.spans
    if sight.caller is not None:
        yield from sight.caller.spans


def _places(text: str, pieces: Iterable[str]) -> Iterator[Span]:
    for piece in filter(None, pieces):
        yield from (match.span() for match in re.finditer(re.escape(piece), text))


@cache
def _shipped() -> Lexicon:
    return Lexicon(shipped())
