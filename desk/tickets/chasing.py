"""Why has nobody come? Counted, and nobody else's view of the ticket becomes stale by it."""

from __future__ import annotations

from desk.centre.profile import Centre
from desk.models import sql
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.tickets import actions
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn


def chase(
    write: Write,
    centre: Centre,
    seen: Seen,
    *,
    words: str = "",
    caller_name: str = "",
    caller_phone: str = "",
) -> After:
    """Count that somebody asked why nobody has come.

    Raises:
        Refusal: ``ticket.unknown`` or ``ticket.step_not_allowed``.
    """
    return count(write, centre, seen, actions.CHASED, words, caller_name, caller_phone)


def count(
    write: Write,
    centre: Centre,
    seen: Seen,
    action: str,
    words: str,
    caller_name: str,
    caller_phone: str,
) -> After:
    """Count one more call about a ticket and note who it was."""
    turn = Turn(write, centre, Seen(seen.ticket_id), Step.CHASE)
    sql.run(
        write.database,
        "UPDATE ticket SET chased = chased + 1, chased_at = ? WHERE id = ?",
        (to_stored(write.now), seen.ticket_id),
    )
    turn.log(
        action,
        {"count": turn.ticket.chased + 1},
        {"words": words.strip(), "caller": caller_name.strip(), "phone": caller_phone.strip()},
    )
    return turn.added()
