"""How a ticket ends, and how it goes on as a new one."""

from __future__ import annotations

from desk.centre.profile import Centre
from desk.codes import OPEN_STATES, Channel, Kind, State, Topic, Urgency
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets import actions
from desk.tickets.make import NewTicket, make
from desk.tickets.seen import After, Made, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn, found


def close(write: Write, centre: Centre, seen: Seen, note: str = "") -> After:
    """Close a ticket that is done.

    Raises:
        Refusal: as every step (``turn.Turn``).
    """
    turn = Turn(write, centre, seen, Step.CLOSE)
    _end(turn, State.CLOSED, note)
    turn.log(actions.CLOSED, None, {"note": note})
    return turn.done()


def close_by_time(write: Write, centre: Centre, ticket_id: int) -> After:
    """Close a ticket that has been done for long enough."""
    turn = Turn(write, centre, Seen(ticket_id), Step.CLOSE)
    _end(turn, State.CLOSED, "")
    turn.log(actions.CLOSED, {"by_time": True})
    return turn.done()


def cancel(write: Write, centre: Centre, seen: Seen, reason: str) -> After:
    """Cancel a ticket that nobody has begun with.

    Raises:
        Refusal: as every step, or ``ticket.reason_missing``.
    """
    turn = Turn(write, centre, seen, Step.CANCEL)
    if not reason.strip():
        raise Refusal("ticket.reason_missing", number=turn.ticket.number)
    _end(turn, State.CANCELLED, reason.strip())
    turn.log(actions.CANCELLED, None, {"reason": reason.strip()})
    return turn.done()


def merge(write: Write, centre: Centre, seen: Seen, into: int) -> After:
    """Let another open ticket stand for this one, which is the same thing.

    Raises:
        Refusal: as every step, ``ticket.merge_itself``, or ``ticket.merge_ended`` when the other
            is not open any more.
    """
    turn = Turn(write, centre, seen, Step.MERGE)
    if into == turn.ticket.id:
        raise Refusal("ticket.merge_itself", number=turn.ticket.number)
    other = found(write.database, into, lock=True)
    if not other.is_open:
        raise Refusal("ticket.merge_ended", number=other.number)
    turn.set(merged_into=into)
    _end(turn, State.MERGED, "")
    turn.log(actions.MERGED, {"into": into, "number": other.number})
    write.log(
        Topic.TICKETS,
        into,
        actions.ABSORBED,
        detail={"ticket": turn.ticket.id, "number": turn.ticket.number},
    )
    return turn.done()


def reopen(write: Write, centre: Centre, seen: Seen, words: str = "") -> After:
    """Go on with a ticket that is done or ended, as a new one linked to it (``After.made``).

    Raises:
        Refusal: as every step.
    """
    turn = Turn(write, centre, seen, Step.REOPEN)
    if turn.state in OPEN_STATES:
        turn.set(visit_on=None)
        _end(turn, State.CLOSED, "")
    made = go_on(turn, words)
    return turn.done(made)


def go_on(turn: Turn, words: str) -> Made:
    """Make the ticket that goes on with the one under way, received now."""
    ticket = turn.ticket
    new = NewTicket(
        # The version is what this step was seen upon: doing it twice makes one ticket.
        draft_key=f"reopened-{ticket.id}-{ticket.version}",
        community=ticket.community_id,
        kind=Kind(ticket.kind),
        urgency=Urgency(ticket.urgency),
        words=words.strip() or ticket.words,
        category=ticket.category_id,
        spot=ticket.spot,
        room=ticket.room_id,
        resident=ticket.resident_id,
        place=ticket.place,
        caller_name=ticket.caller_name,
        caller_phone=ticket.caller_phone,
        channel=Channel(ticket.channel),
        door_note=ticket.door_note,
        reopened_from=ticket.id,
    )
    made = make(turn.write, turn.centre, new)
    turn.log(actions.REOPENED, {"ticket": made.ticket_id, "number": made.number}, {"words": words})
    return made


def _end(turn: Turn, state: State, reason: str) -> None:
    turn.set(closed_at=turn.at, end_reason=reason)
    turn.enter(state)
