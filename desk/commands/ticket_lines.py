"""One ticket as a line of text or of JSON, and how many of them are asked for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desk.words import terms, times
from desk.words.catalogue import Words

if TYPE_CHECKING:
    from desk.tickets.rows import TicketRow


def at_least_one(text: str) -> int:
    """Read how many are asked for.

    Raises:
        ValueError: unless it is a number of one or more.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def as_line(words: Words, row: TicketRow, zone: ZoneInfo, now: datetime) -> str:
    """Write a ticket for people: number, state, urgency, clock, place, what it is, who goes."""
    if row.due_at is not None:
        clock = times.left(words, row.due_at, now)
    else:
        clock = times.stamp(row.received_at, zone)
    parts = (
        row.number,
        terms.state(words, row.state),
        terms.urgency(words, row.urgency),
        clock,
        row.place,
        " ".join(row.words.split()),
        row.crew,
        row.technician,
    )
    return "  ".join(part for part in parts if part)


def as_document(row: TicketRow) -> dict[str, object]:
    """Write a ticket for programs; instants are ISO in UTC, the telephone stays here."""
    return {
        "number": row.number,
        "kind": row.kind,
        "state": row.state,
        "urgency": row.urgency,
        "place": row.place,
        "words": row.words,
        "category": row.category,
        "crew": row.crew,
        "technician": row.technician,
        "chased": row.chased,
        "received_at": row.received_at.isoformat(),
        "due_at": None if row.due_at is None else row.due_at.isoformat(),
        "due_clock": row.due_clock,
    }
