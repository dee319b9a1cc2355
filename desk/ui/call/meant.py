"""What a row means: which one Enter would take, whose card it shows, what a chase is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.tickets.rows import TicketRow
from desk.ui.call.conversation import Conversation
from desk.ui.call.looking import Whose
from desk.ui.call.results import Result, Sort
from desk.ui.call.sureness import asks_about_people, is_offered, is_report

if TYPE_CHECKING:
    from desk.calls.assist import Sight


def first_row(rows: Sequence[Result], sight: Sight | None) -> int:
    """Return which row is highlighted; -1 where somebody must say which one is meant.

    A ticket that only holds the same words is nothing that Enter might mean, and an answer is
    only where the library knows it: a report must not be logged as answered.
    """
    if sight is None or not rows or rows[0].past:
        return -1
    first = rows[0].sort
    if first is Sort.TICKET:
        return 0
    if first is Sort.ANSWER:
        return 0 if is_offered(sight) else -1
    if first is Sort.CALLER:
        asks = sight.lookup and sight.asks
        return -1 if asks or is_report(sight) or asks_about_people(sight) else 0
    return -1


def whose(row: Result | None) -> Whose | None:
    """Return whose card a row shows while it is pointed at; an answer is nobody's."""
    if row is None:
        return None
    if row.found is not None:
        return Whose(row.found.room_id, row.found.person_id)
    if row.sort is Sort.TICKET and row.ticket is not None:
        ticket = row.ticket
        known = ticket.room is not None or ticket.resident is not None
        return Whose(ticket.room, ticket.resident) if known else None
    return None


def open_tickets(pointed: Result | None, conversation: Conversation) -> list[TicketRow]:
    """Return what a chase may be about: what is pointed at, named, or the household's."""
    if pointed is not None and pointed.ticket is not None and pointed.ticket.is_open:
        return [pointed.ticket]
    named = [row for row in conversation.tickets if row.is_open]
    card = conversation.card
    return named or (list(card.open) if card is not None else [])
