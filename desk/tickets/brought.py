"""Where a ticket of an old ledger came from: file, sheet and row, and what stood there besides."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from desk.codes import Topic
from desk.models import sql
from desk.models.fields import bound_database, from_stored
from desk.models.tables import Ticket


class Brought(NamedTuple):
    """The import of a ticket; ``staff`` an id, ``said`` empty where it was erased."""

    file: str
    at: datetime
    staff: int | None
    sheet: str | None
    row: int
    said: dict[str, Any]


def brought(ticket: Ticket) -> Brought | None:
    """Return where a ticket was brought from; None for one that was made here."""
    if ticket.imported_id is None:
        return None
    found = sql.one(
        bound_database(Ticket),
        'SELECT i.file, i.at, i.by_id, r.sheet, r."row", r.said FROM "import" i'
        " JOIN imported_row r ON r.imported_id = i.id"
        " WHERE i.id = ? AND r.topic = ? AND r.subject = ?",
        (ticket.imported_id, Topic.TICKETS.value, ticket.id),
    )
    if found is None:
        return None
    file, at, staff, sheet, row, raw = found
    said = sql.document(raw)
    return Brought(file, from_stored(at), staff, sheet, row, dict(said or {}))
