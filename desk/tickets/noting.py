"""What is said of a ticket along its way: comments, appointments, corrections."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from typing import Final

from desk.centre.profile import Centre
from desk.codes import Kind, Urgency
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.refusals import Refusal
from desk.tickets import actions
from desk.tickets.make import index, label
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn


class Keep(Enum):
    """Says that a field stays as it is."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What shall be different; ``KEEP`` stays, ids may become None."""

    kind: Kind | Keep = KEEP
    category: int | Keep | None = KEEP
    urgency: Urgency | Keep = KEEP
    words: str | Keep = KEEP
    spot: str | Keep = KEEP
    room: int | Keep | None = KEEP
    resident: int | Keep | None = KEEP
    place: str | Keep = KEEP
    caller_name: str | Keep = KEEP
    caller_phone: str | Keep = KEEP
    door_note: str | Keep = KEEP


_CODES: Final = frozenset({"kind", "category", "urgency", "room", "resident"})
_CLOCKS: Final = frozenset({"kind", "category", "urgency"})


def comment(write: Write, centre: Centre, seen: Seen, words: str) -> After:
    """Add a comment; nobody else's view of the ticket becomes stale by it.

    Raises:
        Refusal: ``ticket.unknown`` or ``ticket.words_missing``.
    """
    turn = Turn(write, centre, Seen(seen.ticket_id), Step.COMMENT)
    if not words.strip():
        raise Refusal("ticket.words_missing")
    turn.log(actions.COMMENTED, None, {"words": words.strip()})
    return turn.added()


def appoint(
    write: Write, centre: Centre, seen: Seen, begin: datetime | None, until: datetime | None
) -> After:
    """Agree on when somebody comes, or that nothing is agreed on any more (None).

    Raises:
        Refusal: as every step (``turn.Turn``), or ``ticket.appointment_order`` unless it ends
            after it begins.
    """
    turn = Turn(write, centre, seen, Step.APPOINT)
    if (begin is None) != (until is None) or (begin and until and until <= begin):
        raise Refusal("ticket.appointment_order")
    turn.set(appointment_from=begin, appointment_until=until)
    turn.recompute()
    detail = {
        "begin": None if begin is None else to_stored(begin),
        "until": None if until is None else to_stored(until),
    }
    turn.log(actions.APPOINTED, detail)
    return turn.done()


def edit(write: Write, centre: Centre, seen: Seen, changes: Edit) -> After:
    """Correct what is known of a ticket; its clocks follow kind, category and urgency.

    Raises:
        Refusal: as every step, or ``ticket.words_missing`` when neither words nor category
            are left.
    """
    turn = Turn(write, centre, seen, Step.EDIT)
    ticket = turn.ticket
    wanted = {
        field.name: value
        for field in fields(changes)
        if (value := getattr(changes, field.name)) is not KEEP
    }
    if wanted.get("room") is not None and "place" not in wanted:
        wanted["place"] = label(write.database, wanted["room"])
    changed = {name: (old, new) for name, new in wanted.items() if (old := turn.value(name)) != new}
    if not changed:
        return turn.added()
    turn.set(**{name: new for name, (_, new) in changed.items()})
    if not ticket.words.strip() and ticket.category_id is None:
        raise Refusal("ticket.words_missing")
    if changed.keys() & _CLOCKS:
        turn.recompute()
    index(
        write.database,
        ticket.id,
        (
            ticket.number,
            ticket.place,
            ticket.words,
            ticket.spot,
            ticket.caller_name,
            ticket.source_number,
        ),
    )
    turn.log(
        actions.EDITED,
        {
            "changed": {name: pair for name, pair in changed.items() if name in _CODES},
            "words": sorted(changed.keys() - _CODES),
        },
        {name: pair for name, pair in changed.items() if name not in _CODES},
    )
    return turn.done()
