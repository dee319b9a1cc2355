"""Takes an old ledger back: its tickets go, but for those that somebody has worked on since."""

from __future__ import annotations

from desk.codes import Topic
from desk.intake.undone import KEPT_CALL, KEPT_CHANGED, KEPT_TICKET, Kept, Undone
from desk.models import bulk, fulltext, sql
from desk.models.database import Write


def undo(write: Write, imported: int, entry: int) -> Undone:
    """Take back the tickets of an import; see ``undone.Undo``.

    A number that was given out is not given out again.
    """
    database = write.database
    # Chases, comments and slips leave the version alone, but never the journal.
    rows = sql.rows(
        database,
        "SELECT t.id, t.version <> 1 OR EXISTS (SELECT 1 FROM journal_entry j"
        "  WHERE j.topic = ? AND j.subject = t.id AND j.id > ?),"
        " EXISTS (SELECT 1 FROM call c WHERE c.ticket_id = t.id),"
        " EXISTS (SELECT 1 FROM ticket o WHERE o.merged_into_id = t.id)"
        " OR EXISTS (SELECT 1 FROM ticket o WHERE o.reopened_from_id = t.id)"
        " FROM ticket t WHERE t.imported_id = ? ORDER BY t.id",
        (Topic.TICKETS.value, entry, imported),
    )
    kept, going = [], []
    for ticket, worked, called, linked in rows:
        if worked or called or linked:
            why = KEPT_CHANGED if worked else KEPT_CALL if called else KEPT_TICKET
            kept.append(Kept(Topic.TICKETS, ticket, why))
        else:
            going.append(ticket)
    fulltext.remove_many(database, going)
    bulk.delete(database, "hold", "ticket_id", going)
    bulk.delete(database, "ticket", "id", going)
    _forget(write, imported, {one.subject for one in kept})
    write.topics.add(Topic.TICKETS)
    return Undone({"tickets": len(going)}, tuple(kept))


def _forget(write: Write, imported: int, kept: set[int]) -> None:
    """Forget where what is gone came from: its id may be another ticket's one day."""
    rows = sql.rows(
        write.database,
        "SELECT id, subject FROM imported_row WHERE imported_id = ? AND topic = ?",
        (imported, Topic.TICKETS.value),
    )
    gone = [row for row, subject in rows if subject not in kept]
    bulk.delete(write.database, "imported_row", "id", gone)
