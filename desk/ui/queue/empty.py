"""What the queue says when there is nothing in it."""

from __future__ import annotations

from typing import Final

from desk.tickets.queue import Chip
from desk.words.catalogue import Words, mark

_SENTENCES: Final = {
    None: mark("Nothing is waiting. Press F2 when the telephone rings: a new ticket appears here."),
    Chip.OVERDUE: mark("Nothing is overdue."),
    Chip.SOON: mark("Nothing is due soon."),
    Chip.RECEIVED: mark("Everything has been dispatched."),
    Chip.IN_PROGRESS: mark("Nobody is on the way."),
    Chip.HOLD: mark("Nothing is on hold."),
    Chip.TO_VISIT: mark("No return visit is due."),
    Chip.DONE: mark("Nothing is done and still open."),
}


def empty_sentence(words: Words, chip: Chip | None) -> str:
    """Say why nothing is shown for a filter."""
    return words.say(_SENTENCES[chip])
