"""The same thing already reported: near, of the same family, within the last two hours."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from peewee import Database

from desk.centre.profile import Centre
from desk.codes import Family
from desk.models import sql
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.tickets import actions, chasing, rows
from desk.tickets.rows import TicketRow
from desk.tickets.seen import After, Seen

#: What was reported longer ago is asked about, not reported again.
WITHIN: Final = timedelta(hours=2)


class Near(StrEnum):
    """How near it is, the nearest first."""

    ROOM = "room"
    PLACE = "place"
    UNIT = "unit"
    BUILDING = "building"


class Same(NamedTuple):
    """An open ticket that may be the same thing."""

    row: TicketRow
    near: Near


def same_thing(
    database: Database,
    community: int,
    family: Family,
    room: int | None,
    now: datetime,
    *,
    place: str = "",
    limit: int = 5,
) -> list[Same]:
    """Return open tickets of a family in the same room, place, unit or building, nearest first.

    Args:
        database: where.
        community: whose.
        family: what it is about.
        room: where the caller lives, if known.
        now: the present instant; older than ``WITHIN`` does not count.
        place: a public place in words.
        limit: rows at most.
    """
    home = None
    if room is not None:
        home = sql.one(database, "SELECT building, unit FROM room WHERE id = ?", (room,))
    candidates = sql.rows(
        database,
        "SELECT t.id, t.room_id, t.place, r.building, r.unit FROM ticket t"
        " JOIN category c ON c.id = t.category_id LEFT JOIN room r ON r.id = t.room_id"
        " WHERE t.received_at >= ? AND t.is_open AND t.community_id = ? AND c.family = ?"
        " ORDER BY t.received_at DESC, t.id DESC",
        (to_stored(now - WITHIN), community, str(family)),
    )
    near: dict[int, Near] = {}
    for ticket, its_room, its_place, building, unit in candidates:
        found = _near(room, place, home, its_room, its_place, (building, unit))
        if found is not None:
            near[int(ticket)] = found
    nearest = sorted(near, key=lambda ticket: list(Near).index(near[ticket]))[:limit]
    return [Same(row, near[row.ticket_id]) for row in rows.by_ids(database, nearest)]


def join(
    write: Write,
    centre: Centre,
    seen: Seen,
    *,
    words: str = "",
    caller_name: str = "",
    caller_phone: str = "",
) -> After:
    """Count a new caller on the ticket that stands for the same thing.

    Raises:
        Refusal: ``ticket.unknown`` or ``ticket.step_not_allowed``.
    """
    return chasing.count(write, centre, seen, actions.JOINED, words, caller_name, caller_phone)


def _near(
    room: int | None,
    place: str,
    home: tuple[str, ...] | None,
    its_room: int | None,
    its_place: str,
    its_home: tuple[str | None, ...],
) -> Near | None:
    if room is not None and its_room == room:
        return Near.ROOM
    if place and its_place == place:
        return Near.PLACE
    if home is None or its_home[0] != home[0]:
        return None
    # Villas and shops have no unit: they share a building, if that.
    return Near.UNIT if home[1] and its_home[1] == home[1] else Near.BUILDING
