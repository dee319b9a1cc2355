"""From a draft to a ticket, a chase or a joined report, with its call, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk.calls import log
from desk.calls.drafts import Draft
from desk.centre.profile import Centre
from desk.codes import Kind, Outcome, Urgency
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets import chasing, make, same
from desk.tickets.seen import After, Seen


@dataclass(frozen=True)
class Becomes:
    """The ticket a draft would become: what was read, corrected by what was chosen.

    ``place`` is the room's label or a public place in words; ``category`` an id or None;
    ``door_note`` what the caller says of who is there and when nobody is.
    """

    kind: Kind
    urgency: Urgency
    category: int | None = None
    room: int | None = None
    place: str = ""
    appointment: tuple[datetime, datetime] | None = None
    door_note: str = ""


def make_ticket(
    write: Write, centre: Centre, community: int, draft: Draft, becomes: Becomes
) -> make.Made:
    """Make the draft's ticket and write its call down; a draft saved twice makes one.

    Raises:
        Refusal: ``ticket.words_missing`` when the caller said nothing yet.
    """
    if not draft.text.strip():
        raise Refusal("ticket.words_missing")
    made = make.make(
        write,
        centre,
        make.NewTicket(
            draft_key=draft.key,
            community=community,
            kind=becomes.kind,
            category=becomes.category,
            urgency=becomes.urgency,
            words=draft.text.strip(),
            spot=draft.spot.strip(),
            room=becomes.room,
            resident=draft.resident,
            place=becomes.place,
            caller_name=draft.caller_name.strip(),
            caller_phone=draft.caller_phone.strip(),
            channel=draft.channel,
            door_note=draft.door_note.strip() or becomes.door_note,
            appointment=becomes.appointment,
            received_at=write.now,
        ),
    )
    log.end(write, community, draft, Outcome.TICKET, ticket=made.ticket_id)
    return made


def chase(write: Write, centre: Centre, community: int, draft: Draft, seen: Seen) -> None:
    """Count a 催单 on an open ticket and write the call down; saved twice it counts once."""
    _count(chasing.chase, write, centre, community, draft, seen)


def join(write: Write, centre: Centre, community: int, draft: Draft, seen: Seen) -> None:
    """Join the same thing already reported: this household stands on that ticket now."""
    _count(same.join, write, centre, community, draft, seen)


def _count(
    step: Callable[..., After],
    write: Write,
    centre: Centre,
    community: int,
    draft: Draft,
    seen: Seen,
) -> None:
    """Write the call down and count it on a ticket by a step, unless it was counted already."""
    logged = log.end(write, community, draft, Outcome.CHASED, ticket=seen.ticket_id)
    if logged.again:
        return
    step(
        write,
        centre,
        seen,
        words=draft.text.strip(),
        caller_name=draft.caller_name,
        caller_phone=draft.caller_phone,
    )
