"""Which rows of a ledger are stored already: from an earlier import, or made at the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from typing import Final

from peewee import Database

from desk.codes import Topic
from desk.models import sql

#: A list tells the time to the minute; in microseconds.
_MINUTE: Final = 60_000_000


def key_of(received_at: int, place: str, words: str) -> str:
    """Return what tells a row from others that have no number: when, where and what."""
    told = f"{received_at}\0{place}\0{words}".encode()
    return blake2b(told, digest_size=8).hexdigest()


class Known:
    """The tickets of a stretch of time in a community, as rows are recognised by.

    A row is there if a ticket of its local day has its number, or if one has its time, place and
    words. A number of our own counts with the minute of its ticket, for another centre may have
    given the same one. As many rows are there as tickets are: a ledger may hold the same words
    twice. A ledger that begins to count anew each year has the same number for something else:
    then days differ.
    """

    def __init__(
        self,
        database: Database,
        community: int,
        first: int,
        last: int,
        day_of: Callable[[int], date],
    ) -> None:
        self._by_key: dict[str, list[int]] = {}
        self._taken: set[int] = set()
        self._by_number: dict[tuple[str, date], list[int]] = {}
        self._by_own: dict[tuple[str, int], list[int]] = {}
        edited = _edited(database, community)
        for ticket, own, number, received_at, place, words in sql.rows(
            database,
            "SELECT id, number, source_number, received_at, place, words FROM ticket"
            " WHERE received_at >= ? AND received_at <= ? AND community_id = ?",
            (first, last, community),
        ):
            key = edited.get(ticket) or key_of(received_at, place, words)
            self._by_key.setdefault(key, []).append(ticket)
            self._by_own.setdefault((own, received_at // _MINUTE), []).append(ticket)
            if number:
                self._by_number.setdefault((number, day_of(received_at)), []).append(ticket)

    def take(self, number: str, day: date, key: str, at: int) -> bool:
        """Tell whether a row is there, and let no other row be the same ticket."""
        of_own = self._by_own.get((number, at // _MINUTE), ())
        of_number = self._by_number.get((number, day), ()) if number else ()
        for ticket in (*of_own, *of_number, *self._by_key.get(key, ())):
            if ticket not in self._taken:
                self._taken.add(ticket)
                return True
        return False


def _edited(database: Database, community: int) -> dict[int, str]:
    """Return the keys of imported tickets that somebody has worked on since, by their ids."""
    rows = sql.rows(
        database,
        "SELECT t.id, r.said FROM ticket t JOIN imported_row r"
        " ON r.topic = ? AND r.subject = t.id AND r.imported_id = t.imported_id"
        " WHERE t.imported_id IS NOT NULL AND t.version > 1 AND t.community_id = ?",
        (str(Topic.TICKETS), community),
    )
    keys = {}
    for ticket, raw in rows:
        said = sql.document(raw)
        if said and "key" in said:
            keys[int(ticket)] = str(said["key"])
    return keys
