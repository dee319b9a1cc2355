"""What to do with a text: answer it, offer answers, make a ticket of it, or say that one cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.answers.confidence import Confidence, Likely
from desk.answers.found import Hit
from desk.language.normal import has_han, normalise
from desk.language.pinyin import known_syllables, split
from desk.language.reading import Reading

#: Who so likely reports something is not left alone with an answer, nor merely declined.
_REPORTS = 0.7
_TWO_LETTERS = 2


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


class Declined(StrEnum):
    """Why nothing is offered.

    Attributes:
        PEOPLE: it asks about somebody; that is nobody's business.
        NOTHING: the library has nothing like it.
        UNSURE: something is a little like it, but hardly what was asked.
    """

    PEOPLE = "people"
    NOTHING = "nothing"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision, and where it is to decline, why."""

    decision: Decision
    declined: Declined | None = None


def says_enough(text: str) -> bool:
    """Tell whether a text says enough to be answered without a person.

    One character does not, nor do two letters; nor does pinyin whose last syllable is unfinished.
    """
    typed = normalise(text).replace(" ", "")
    if has_han(typed) or not typed.isascii():
        return len(typed) > 1
    if len(typed) <= _TWO_LETTERS:
        return False
    *_, last = normalise(text).split()
    syllables = split(last) if last.isalpha() else None
    return syllables is None or syllables[-1] in known_syllables()


def decide(
    text: str, hits: Sequence[Hit], reading: Reading, likely: Likely, by: Confidence
) -> Verdict:
    """Return what to do with a text whose answers and reading are known.

    Args:
        text: what was typed or said.
        hits: what was found, the best first.
        reading: what the text says.
        likely: how likely the first of the hits is right, and that it must be followed up.
        by: from which probability on what is done.
    """
    if reading.at_risk:
        return Verdict(Decision.TICKET)
    if reading.asks_about_people:
        return Verdict(Decision.DECLINE, Declined.PEOPLE)
    if likely.followed >= by.tickets:
        return Verdict(Decision.TICKET)
    if not hits:
        return Verdict(Decision.DECLINE, Declined.NOTHING)
    vouched = not hits[0].expired and reading.reports.value < _REPORTS
    if likely.right >= by.answers and vouched and says_enough(text):
        return Verdict(Decision.ANSWER)
    if likely.right >= by.offers:
        return Verdict(Decision.CHOOSE)
    if reading.family is not None and reading.reports.value >= _REPORTS:
        return Verdict(Decision.TICKET)
    return Verdict(Decision.DECLINE, Declined.UNSURE)
