"""Ticket numbers in a sentence: ``WX20251122-0037``, ``20251122-0037``, 单号0037."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.codes import NUMBER_PREFIX
from desk.language.normal import fold

_PREFIX = "|".join(prefix.lower() for prefix in NUMBER_PREFIX.values())
_TICKET = re.compile(
    rf"(?<![a-z0-9])(?:(?P<full>(?:{_PREFIX}) ?20\d{{6}}) ?-? ?(?P<a>\d{{4,}})"
    r"|(?P<day>20\d{6})-(?P<b>\d{4,})"
    rf"|(?:{_PREFIX})-? ?(?P<c>\d{{4,7}})"
    r"|(?:工单号?|单号|编号)(?:是|为|尾号|后四位)?[ :#]*(?P<d>\d{4,7}))(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class TicketMention:
    """A ticket number in a text: the whole number where it is said ("" else), and its serial."""

    number: str
    serial: str
    start: int
    end: int


def find_tickets(text: str) -> list[TicketMention]:
    """Return the ticket numbers that stand in a text, in order.

    Four figures alone may be the end of one; that is for the desk to look up, not found here.
    """
    folded = fold(text)
    found: list[TicketMention] = []
    for match in _TICKET.finditer(folded.text):
        serial = next(part for part in match.group("a", "b", "c", "d") if part)
        full = match.group("full")
        number = f"{full.replace(' ', '').upper()}-{serial}" if full else ""
        found.append(TicketMention(number, serial, *folded.span(*match.span())))
    return found
