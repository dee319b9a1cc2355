"""Why something is late, in words: where it stands, and what somebody wrote down about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from peewee import Database

from desk.codes import State, Topic
from desk.models import sql
from desk.reports.standing import Late, in_parts
from desk.tickets import actions
from desk.words import terms
from desk.words.catalogue import Words, mark_in

#: What each state is waiting for.
_WAITS: Final[dict[State, tuple[str, str]]] = {
    State.RECEIVED: mark_in("reason", "Not dispatched: no crew"),
    State.DISPATCHED: mark_in("reason", "Not accepted by the crew"),
    State.ACCEPTED: mark_in("reason", "Nobody there yet"),
    State.ARRIVED: mark_in("reason", "Still at work"),
    State.HOLD: mark_in("reason", "On hold"),
    State.TO_VISIT: mark_in("reason", "Return visit not made"),
}
_TURNED_DOWN: Final = mark_in("reason", "Turned down by the crew")
#: Where people write down why something takes its time, and under which name.
_WRITTEN: Final = {
    actions.HELD: "note",
    actions.TURNED_DOWN: "reason",
    actions.TRANSFERRED: "reason",
    actions.COMMENTED: "words",
}


def reason(words: Words, late: Late, note: tuple[str, str] | None) -> str:
    """Say why a ticket is late.

    Args:
        words: the language.
        late: the ticket as it stood.
        note: the last thing written down about it, as (action, text).
    """
    action, text = note or ("", "")
    if late.state is State.HOLD and late.hold is not None:
        waits = terms.hold_reason(words, late.hold)
    elif late.state is State.RECEIVED and action == actions.TURNED_DOWN:
        waits = words.say_in(*_TURNED_DOWN)
    else:
        waits = words.say_in(*_WAITS[late.state]) if late.state in _WAITS else ""
    if not (waits and text):
        return waits or text
    return words.say_in("reason", "{reason}: {note}", reason=waits, note=text)


def notes(database: Database, tickets: Iterable[int], end: int) -> dict[int, tuple[str, str]]:
    """Return what was written down last about each ticket before an instant, as (action, text).

    A crew that turned a ticket down without a word is told too, with an empty text.
    """
    found: dict[int, tuple[int, str, str]] = {}
    kinds = ", ".join(f"'{action}'" for action in _WRITTEN)
    for ids in in_parts(tickets):
        marks = ", ".join("?" * len(ids))
        query = (
            "SELECT j.subject, j.id, j.action, x.text FROM journal_entry j"
            " LEFT JOIN journal_text x ON x.entry_id = j.id"
            f" WHERE j.topic = ? AND j.subject IN ({marks}) AND j.action IN ({kinds})"
            " AND +j.occurred_at < ?"
        )
        for ticket, entry, action, raw in sql.rows(
            database, query, (str(Topic.TICKETS), *ids, end)
        ):
            text = " ".join(
                str((sql.document(raw) if raw else {}).get(_WRITTEN[action], "")).split()
            )
            if not text and action != actions.TURNED_DOWN:
                continue
            if ticket not in found or found[ticket][0] < entry:
                found[ticket] = (entry, action, text)
    return {ticket: (action, text) for ticket, (_, action, text) in found.items()}
