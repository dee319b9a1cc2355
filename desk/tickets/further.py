"""What a list that leaves the program says of a ticket beyond its row in the queue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

from peewee import Database

from desk.codes import Channel
from desk.models import sql
from desk.models.fields import from_stored

#: Ids in one statement: below SQLite's limit on every version.
_BATCH: Final = 500


class Visited(NamedTuple):
    """A return visit; ``at`` is aware UTC, ``score`` 1 to 5 or None."""

    at: datetime
    reached: bool
    solved: bool
    score: int | None


class Further(NamedTuple):
    """Texts are '' where there are none; visits in the order they were made.

    ``room`` is the label of the room it belongs to, also where the place is a public one.
    """

    source_number: str = ""
    channel: Channel | None = None
    result: str = ""
    visits: tuple[Visited, ...] = ()
    room: str = ""


def read(database: Database, tickets: Iterable[int]) -> dict[int, Further]:
    """Read what is further known of tickets, by their ids; of a hundred thousand in a second."""
    wanted = list(tickets)
    found: dict[int, Further] = {}
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        marks = ", ".join("?" * len(batch))
        visits: dict[int, list[Visited]] = {}
        made = sql.rows(
            database,
            "SELECT ticket_id, at, reached, solved, score FROM return_visit"
            f" WHERE ticket_id IN ({marks}) ORDER BY id",
            batch,
        )
        for ticket, at, reached, solved, score in made:
            visit = Visited(from_stored(at), bool(reached), bool(solved), score)
            visits.setdefault(ticket, []).append(visit)
        texts = sql.rows(
            database,
            "SELECT t.id, coalesce(t.source_number, ''), t.channel, t.result,"
            " coalesce(r.label, '') FROM ticket t LEFT JOIN room r ON r.id = t.room_id"
            f" WHERE t.id IN ({marks})",
            batch,
        )
        for ticket, number, channel, result, room in texts:
            made_here = tuple(visits.get(ticket, ()))
            found[ticket] = Further(number, Channel(channel), result, made_here, room)
    return found
