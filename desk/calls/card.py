"""The household card: who lives there, what is open, what was last, what to mind at the door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from peewee import Database, fn

from desk.codes import Relation
from desk.models.fields import to_stored
from desk.models.tables import Occupancy, Phone, Resident, Room, Ticket
from desk.tickets import history
from desk.tickets.rows import TicketRow

#: "How often did they call lately" looks this far back.
LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Member:
    """One person of a household as the card shows them; phones unmasked, the screen masks them."""

    id: int
    version: int
    name: str
    relation: Relation | None
    phones: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Home:
    """A room a person belongs to."""

    id: int
    label: str
    relation: Relation | None


@dataclass(frozen=True)
class HouseholdCard:
    """Everything the desk wants to know of a caller at one glance.

    Attributes:
        room, room_label, room_note, room_version: the room, or None, '', '' and 0.
        caller: the person who was chosen, or None when only the room is known.
        members: the people of the room, the caller first; or the caller alone.
        homes: other rooms of the caller.
        open: tickets not closed yet, the one due first on top.
        last: the last closed ones, newest first.
        lately: how many tickets the household made in the last 30 days.
    """

    room: int | None
    room_label: str
    room_note: str
    room_version: int
    caller: Member | None
    members: tuple[Member, ...]
    homes: tuple[Home, ...]
    open: tuple[TicketRow, ...]
    last: tuple[TicketRow, ...]
    lately: int


def household(
    database: Database, now: datetime, *, room: int | None = None, resident: int | None = None
) -> HouseholdCard | None:
    """Read the card of a room, of a person, or of a person calling about a room.

    A person named alone brings the room they belong to, if it is only one.

    Returns:
        None when neither exists any more.
    """
    homes = _homes(resident) if resident is not None else ()
    if room is None and len(homes) == 1:
        room = homes[0].id
    place = None if room is None else Room.get_or_none(Room.id == room)
    members = _members(place.id) if place is not None else ()
    caller = next((member for member in members if member.id == resident), None)
    if caller is None and resident is not None:
        caller = _stranger(resident)
    if place is None and caller is None:
        return None
    others = tuple(member for member in members if member != caller)
    rows = history.of_household(database, room, resident)
    return HouseholdCard(
        room=room if place is not None else None,
        room_label=place.label if place is not None else "",
        room_note=place.note if place is not None else "",
        room_version=place.version if place is not None else 0,
        caller=caller,
        members=others if caller is None else (caller, *others),
        homes=tuple(home for home in homes if home.id != room),
        open=tuple(row for row in rows if row.is_open),
        last=tuple(row for row in rows if not row.is_open),
        lately=_lately(room, resident, now),
    )


def _homes(resident: int) -> tuple[Home, ...]:
    query = (
        Occupancy.select(Room.id, Room.label, Occupancy.relation)
        .join(Room)
        .switch(Occupancy)
        .join(Resident)
        .where((Occupancy.resident == resident) & Room.active & Resident.active)
        .order_by(Occupancy.id)
    )
    rows: Iterable[Any] = query.tuples()
    return tuple(Home(row, label, Relation(relation)) for row, label, relation in rows)


def _members(room: int) -> tuple[Member, ...]:
    query = (
        Resident.select(Resident, Occupancy.relation.alias("relation"))
        .join(Occupancy)
        .where((Occupancy.room == room) & Resident.active)
        .order_by(Occupancy.id)
    )
    rows: list[Any] = list(query.objects())
    phones = _phones([row.id for row in rows])
    return tuple(
        Member(
            row.id,
            row.version,
            row.name,
            Relation(row.relation),
            tuple(phones.get(row.id, ())),
            row.note,
        )
        for row in rows
    )


def _stranger(resident: int) -> Member | None:
    row = Resident.get_or_none((Resident.id == resident) & Resident.active)
    if row is None:
        return None
    numbers = tuple(_phones([row.id]).get(row.id, ()))
    return Member(row.id, row.version, row.name, None, numbers, row.note)


def _phones(residents: list[int]) -> dict[int, list[str]]:
    numbers: dict[int, list[str]] = {}
    if residents:
        query = (
            Phone.select(Phone.resident, Phone.number)
            .where(Phone.resident.in_(residents))
            .order_by(Phone.position)
        )
        rows: Iterable[Any] = query.tuples()
        for resident, number in rows:
            numbers.setdefault(resident, []).append(number)
    return numbers


def _lately(room: int | None, resident: int | None, now: datetime) -> int:
    whose = Ticket.room == room if room is not None else Ticket.resident == resident
    since = to_stored(now - LATELY)
    query = Ticket.select(fn.COUNT(Ticket.id)).where(whose & (Ticket.received_at >= since))
    return int(query.scalar() or 0)
