"""Takes an old ledger back: its tickets go, but for those that somebody has worked on since."""

from __future__ import annotations

from collections.abc import Collection

from peewee import Database

from desk.codes import Topic
from desk.intake.undone import KEPT_CALL, KEPT_CHANGED, KEPT_TICKET, Kept, Undone
from desk.models import fulltext, sql
from desk.models.database import Write


def undo(write: Write, imported: int, entry: int) -> Undone:
    """Take back the tickets of an import; see ``undone.Undo``.

    A number that was given out is not given out again.
    """
    database = write.database
    kept = _kept(database, imported, entry)
    # Each by one statement: what stays is little, what goes may be a hundred thousand.
    going = f"SELECT t.id FROM ticket t WHERE t.imported_id = {int(imported)}" + _but("t.id", kept)
    fulltext.remove_all(database, going)
    sql.run(database, f"DELETE FROM hold WHERE ticket_id IN ({going})")
    # Where it came from: the id of what is gone may be another ticket's one day.
    sql.run(
        database,
        "DELETE FROM imported_row WHERE imported_id = ? AND topic = ?" + _but("subject", kept),
        (imported, Topic.TICKETS.value),
    )
    gone = sql.run(
        database, "DELETE FROM ticket WHERE imported_id = ?" + _but("id", kept), (imported,)
    )
    write.topics.add(Topic.TICKETS)
    stay = tuple(Kept(Topic.TICKETS, ticket, why) for ticket, why in sorted(kept.items()))
    return Undone({"tickets": int(gone.rowcount)}, stay)


def _kept(database: Database, imported: int, entry: int) -> dict[int, str]:
    """Return the tickets that stay, and why."""
    ours = " JOIN ticket t ON t.imported_id = ? AND t.id = "
    linked = "SELECT t.id FROM ticket o" + ours
    asked: tuple[tuple[str, str, tuple[object, ...]], ...] = (
        # The last reason stands: that somebody worked on it says most.
        (KEPT_TICKET, linked + "o.merged_into_id WHERE o.merged_into_id IS NOT NULL", ()),
        (KEPT_TICKET, linked + "o.reopened_from_id WHERE o.reopened_from_id IS NOT NULL", ()),
        (
            KEPT_CALL,
            "SELECT t.id FROM call c" + ours + "c.ticket_id WHERE c.ticket_id IS NOT NULL",
            (),
        ),
        (KEPT_CHANGED, "SELECT t.id FROM ticket t WHERE t.imported_id = ? AND t.version <> 1", ()),
        # Chases, comments and slips leave the version alone, but never the journal.
        (
            KEPT_CHANGED,
            "SELECT t.id FROM journal_entry j" + ours + "j.subject WHERE j.id > ? AND j.topic = ?",
            (entry, Topic.TICKETS.value),
        ),
    )
    return {
        int(ticket): why
        for why, query, values in asked
        for (ticket,) in sql.rows(database, query, (imported, *values))
    }


def _but(column: str, kept: Collection[int]) -> str:
    """Return the condition that a row is not one of those that stay."""
    return f" AND {column} NOT IN ({', '.join(map(str, kept))})" if kept else ""
