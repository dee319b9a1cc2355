"""A new ticket: number, deadlines, crew and full text, in as few statements as there can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from peewee import Database

from desk.centre import policy
from desk.centre.profile import Centre
from desk.codes import Channel, Due, Family, Kind, State, Topic, Urgency
from desk.models import fulltext, sql
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.refusals import Refusal
from desk.tickets import actions, numbers
from desk.tickets.seen import Made as Made


@dataclass(frozen=True, kw_only=True)
class NewTicket:
    """What is known of a ticket when it is made.

    Attributes:
        draft_key: names the draft; saving it twice makes one ticket.
        community: an id, as are ``category``, ``room`` and ``resident``.
        place: the room's label or a public place in words; the room's label where it is empty.
        appointment: from when until when somebody shall come.
        received_at: None is now.
        source_number: the number it has elsewhere.
        reopened_from: the ticket that it goes on with.
    """

    draft_key: str
    community: int
    kind: Kind
    urgency: Urgency
    words: str
    category: int | None = None
    spot: str = ""
    room: int | None = None
    resident: int | None = None
    place: str = ""
    caller_name: str = ""
    caller_phone: str = ""
    channel: Channel = Channel.PHONE
    door_note: str = ""
    appointment: tuple[datetime, datetime] | None = None
    received_at: datetime | None = None
    source_number: str | None = None
    reopened_from: int | None = None


_COLUMNS: Final = (
    "version",
    "community_id",
    "number",
    "serial",
    "draft_key",
    "source_number",
    "kind",
    "category_id",
    "urgency",
    "state",
    "is_open",
    "channel",
    "room_id",
    "resident_id",
    "place",
    "caller_name",
    "caller_phone",
    "words",
    "spot",
    "door_note",
    "crew_id",
    "received_at",
    "received_by_id",
    "dispatched_at",
    "respond_by",
    "arrive_by",
    "finish_by",
    "due_at",
    "due_clock",
    "appointment_from",
    "appointment_until",
    "chased",
    "slip_prints",
    "result",
    "end_reason",
    "reopened_from_id",
)
_INSERT: Final = (
    f"INSERT INTO ticket ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
    " ON CONFLICT (draft_key) DO NOTHING"
)


def make(write: Write, centre: Centre, new: NewTicket) -> Made:
    """Make a ticket of a draft, dispatched if a crew covers its category now.

    Raises:
        Refusal: ``ticket.words_missing``, ``ticket.appointment_order``, or
            ``ticket.time_ahead`` when it is said to have been received in the future.
    """
    database = write.database
    if saved := _saved(database, new.draft_key):
        return saved
    received_at = new.received_at or write.now
    _check(new, received_at, write.now)
    place = new.place or label(database, new.room)
    family = family_of(centre, new.category)
    sent = centre.crew_for(family, new.urgency, write.now)
    crew = None if sent is None else sent.id
    state = State.RECEIVED if crew is None else State.DISPATCHED
    number = numbers.take(database, new.kind, centre.calendar.local(received_at).date())
    values = [
        1,
        new.community,
        number.text,
        number.serial,
        new.draft_key,
        new.source_number,
        str(new.kind),
        new.category,
        str(new.urgency),
        str(state),
        True,
        str(new.channel),
        new.room,
        new.resident,
        place,
        new.caller_name,
        new.caller_phone,
        new.words,
        new.spot,
        new.door_note,
        crew,
        to_stored(received_at),
        write.actor.staff,
        None if crew is None else to_stored(write.now),
        *_clocks(centre, new, family, received_at, state),
        *(map(to_stored, new.appointment) if new.appointment else (None, None)),
        0,
        0,
        "",
        "",
        new.reopened_from,
    ]
    ticket_id = sql.insert(database, _INSERT, values)
    if ticket_id is None:
        # Another desk saved the same draft between the first look and now.
        return _saved(database, new.draft_key) or _lost(new)
    index(database, ticket_id, (number.text, place, *_texts(new)), new=True)
    write.log(
        Topic.TICKETS,
        ticket_id,
        actions.RECEIVED,
        occurred_at=received_at,
        detail=_detail(new, number.text, state, crew),
    )
    return Made(ticket_id, 1, number.text, state)


def index(
    database: Database, ticket_id: int, texts: tuple[str | None, ...], *, new: bool = False
) -> None:
    """Put what a ticket can be found by into the full text."""
    fulltext.put(database, ticket_id, [text for text in texts if text], new=new)


def family_of(centre: Centre, category: int | None) -> Family | None:
    """Return the family of a category, if it belongs to any."""
    row = centre.category(category)
    return None if row is None else row.form.family


def _texts(new: NewTicket) -> tuple[str | None, ...]:
    return (new.words, new.spot, new.caller_name, new.source_number)


def _check(new: NewTicket, received_at: datetime, now: datetime) -> None:
    if not new.words.strip() and new.category is None:
        raise Refusal("ticket.words_missing")
    if new.appointment is not None and new.appointment[1] <= new.appointment[0]:
        raise Refusal("ticket.appointment_order")
    if received_at > now:
        raise Refusal("ticket.time_ahead", number=new.source_number or "")


def _clocks(
    centre: Centre, new: NewTicket, family: Family | None, received_at: datetime, state: State
) -> tuple[int | str | None, ...]:
    """Return the three deadlines, when it is due next and by which clock, as they are stored."""
    deadlines = policy.deadlines(
        centre.policy,
        centre.calendar,
        new.kind,
        new.urgency,
        received_at,
        new.appointment[1] if new.appointment else None,
        family=family,
    )
    due_at, clock = policy.due_at(deadlines, None, None, None, state, None, None, centre.calendar)
    stored = [None if at is None else to_stored(at) for at in (*deadlines, due_at)]
    return *stored, str(clock if due_at is not None else Due.NONE)


def _detail(new: NewTicket, number: str, state: State, crew: int | None) -> dict[str, Any]:
    detail = {
        "number": number,
        "kind": new.kind,
        "category": new.category,
        "urgency": new.urgency,
        "channel": new.channel,
        "room": new.room,
        "resident": new.resident,
        "state": state,
        "crew": crew,
        "reopened_from": new.reopened_from,
    }
    return {name: value for name, value in detail.items() if value is not None}


def _saved(database: Database, draft_key: str) -> Made | None:
    found = sql.one(
        database, "SELECT id, version, number, state FROM ticket WHERE draft_key = ?", (draft_key,)
    )
    return None if found is None else Made(found[0], found[1], found[2], State(found[3]), True)


def _lost(new: NewTicket) -> Made:
    raise RuntimeError(f"neither stored nor there: {new.draft_key}")


def label(database: Database, room: int | None) -> str:
    """Return a room's label, '' where there is no room."""
    if room is None:
        return ""
    found = sql.one(database, "SELECT label FROM room WHERE id = ?", (room,))
    return str(found[0]) if found else ""
