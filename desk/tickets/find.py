"""Finds tickets by what people say: the number, its last four digits, another number, words."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from peewee import Database

from desk.models import fulltext, sql
from desk.tickets import rows
from desk.tickets.rows import TicketRow

_NUMBER: Final = re.compile(r"([A-Z]{2})?(\d{8})-?(\d{4,6})")
_DIGITS: Final = re.compile(r"\d{1,6}")
_PHONE: Final = re.compile(r"\+?[\d -]{7,20}")
#: A day on which a centre gives out more numbers than this has other worries.
_SERIALS: Final = range(0, 50_000, 10_000)


def find(database: Database, text: str, today: date, limit: int = 8) -> list[TicketRow]:
    """Return the tickets a text may mean, the likeliest first.

    Args:
        database: where.
        text: a number, its last digits, a number elsewhere, a telephone, or words.
        today: the local day; its tickets come first.
        limit: rows at most.
    """
    text = text.strip()
    if not text:
        return []
    if (exact := by_number(database, text)) is not None:
        return [exact]
    found = by_source_number(database, text, limit)
    if _DIGITS.fullmatch(text):
        found += by_serial(database, text, today, limit)
    elif _PHONE.fullmatch(text):
        found += by_phone(database, re.sub(r"\D", "", text), limit)
    if len(found) < limit:
        found += by_text(database, text, limit)
    return list({row.ticket_id: row for row in found}.values())[:limit]


def by_number(database: Database, text: str) -> TicketRow | None:
    """Return the ticket of a whole number, with or without its prefix and its dash."""
    match = _NUMBER.fullmatch(text.strip().upper())
    if match is None:
        return None
    prefix, day, serial = match.groups()
    tail = f"{day}-{serial}"
    if prefix:
        found = rows.select(database, "WHERE t.number = ?", (prefix + tail,))
    else:
        found = [
            row
            for row in rows.select(database, "WHERE t.serial = ?", (int(serial),))
            if row.number.endswith(tail)
        ]
    return found[0] if found else None


def by_serial(database: Database, digits: str, today: date, limit: int) -> list[TicketRow]:
    """Return the tickets whose number ends so: today's first, then open ones, then the newest."""
    serial = int(digits)
    serials = [serial + more for more in _SERIALS] if len(digits) == 4 else [serial]
    marks = ", ".join("?" * len(serials))
    found = sql.rows(
        database,
        f"SELECT t.id FROM ticket t WHERE t.serial IN ({marks})"
        " ORDER BY CASE WHEN t.number LIKE ? THEN 0 ELSE 1 END,"
        " CASE WHEN t.is_open THEN 0 ELSE 1 END, t.received_at DESC, t.id DESC LIMIT ?",
        (*serials, f"__{today:%Y%m%d}-%", limit),
    )
    return rows.by_ids(database, [row[0] for row in found])


def by_source_number(database: Database, text: str, limit: int = 8) -> list[TicketRow]:
    """Return the tickets that have this number elsewhere."""
    tail = "WHERE t.source_number = ? ORDER BY t.id DESC LIMIT ?"
    return rows.select(database, tail, (text.strip(), limit))


def by_phone(database: Database, number: str, limit: int) -> list[TicketRow]:
    """Return the newest tickets reported from a telephone."""
    tail = "WHERE t.caller_phone = ? ORDER BY t.received_at DESC, t.id DESC LIMIT ?"
    return rows.select(database, tail, (number, limit))


def by_text(database: Database, text: str, limit: int) -> list[TicketRow]:
    """Return the newest tickets that hold every word."""
    return rows.by_ids(database, fulltext.find(database, text, limit))
