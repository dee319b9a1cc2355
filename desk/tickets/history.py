"""What a household has reported: what is open, and what was before."""

from __future__ import annotations

from peewee import Database

from desk.models import sql
from desk.models.fields import from_stored
from desk.tickets import rows
from desk.tickets.rows import TicketRow

#: More open tickets than these a card does not show.
_MOST_OPEN = 20


def of_household(
    database: Database, room: int | None, resident: int | None, limit: int = 5
) -> list[TicketRow]:
    """Return the tickets of a room or a person: the open ones, due first on top, then the last.

    Args:
        database: where.
        room: a room's id, if any.
        resident: a resident's id, if any; a ticket of either counts.
        limit: how many of those that are over.
    """
    open_ids: list[tuple[float, int]] = []
    over: list[tuple[int, int]] = []
    for ticket, is_open, received_at, due_at in _all(database, room, resident):
        if is_open:
            due = float("inf") if due_at is None else from_stored(due_at).timestamp()
            open_ids.append((due, ticket))
        else:
            over.append((received_at, ticket))
    wanted = [ticket for _, ticket in sorted(open_ids)[:_MOST_OPEN]]
    wanted += [ticket for _, ticket in sorted(over, reverse=True)[:limit]]
    return rows.by_ids(database, wanted)


def _all(
    database: Database, room: int | None, resident: int | None
) -> set[tuple[int, bool, int, int | None]]:
    """Read the newest tickets of either, by one range of an index each."""
    found: set[tuple[int, bool, int, int | None]] = set()
    for column, value in (("room_id", room), ("resident_id", resident)):
        if value is not None:
            found.update(
                (ticket, bool(is_open), received_at, due_at)
                for ticket, is_open, received_at, due_at in sql.rows(
                    database,
                    "SELECT t.id, t.is_open, t.received_at, t.due_at FROM ticket t"
                    f" WHERE t.{column} = ? ORDER BY t.received_at DESC LIMIT 200",
                    (value,),
                )
            )
    return found
