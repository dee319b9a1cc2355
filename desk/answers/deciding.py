"""What to do with a text: answer it, offer answers, make a ticket of it, or say that one cannot."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from desk.answers.ranking import Hit
from desk.language.reading import Reading


class Decision(StrEnum):
    """What whoever hears the text should do.

    Attributes:
        ANSWER: say the first answer; it is nearly surely right, nobody need look.
        CHOOSE: offer the first three, somebody chooses.
        TICKET: it is a report: somebody must follow it up.
        DECLINE: say that the library has no answer to this.
    """

    ANSWER = "answer"
    CHOOSE = "choose"
    TICKET = "ticket"
    DECLINE = "decline"


def decide(hits: Sequence[Hit], reading: Reading) -> Decision:
    """Return what to do with a text whose answers and reading are known."""
    if reading.at_risk:
        return Decision.TICKET
    return Decision.CHOOSE if hits else Decision.DECLINE
