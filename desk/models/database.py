"""One open database: its connection, its transactions, and who hears of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from peewee import Database, DatabaseError, SqliteDatabase

from desk.codes import Topic
from desk.models import backup, journal, upgrade
from desk.models.changes import Changes
from desk.models.feed import CHANNEL, Feed, PostgresFeed, SqliteFeed
from desk.models.fields import bound_database
from desk.models.folder import checked_folder, refuse_if_full
from desk.models.journal import Actor, NewStep
from desk.models.tables import TABLES
from desk.refusals import Refusal
from desk.words.faults import as_refusal

FILE_NAME = "desk.sqlite"
#: Seconds a write waits for another desk's, which may be importing a whole file.
PATIENCE = 30
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "cache_size": -16_000,
}


@dataclass
class Write:
    """One transaction under way: who writes, when, and what it has touched so far."""

    database: Database
    actor: Actor
    now: datetime
    topics: set[Topic] = field(default_factory=set)

    def log(
        self,
        topic: Topic,
        subject: int,
        action: str,
        *,
        occurred_at: datetime | None = None,
        detail: dict[str, Any] | None = None,
        text: dict[str, Any] | None = None,
    ) -> int:
        """Append to the journal and remember that the topic changed; see ``journal.append``."""
        self.topics.add(topic)
        return journal.append(
            self.actor,
            self.now,
            topic,
            subject,
            action,
            occurred_at=occurred_at,
            detail=detail,
            text=text,
        )

    def log_many(self, steps: Sequence[NewStep]) -> None:
        """Append many steps at once; see ``journal.append_many``."""
        self.topics.update(step.topic for step in steps)
        journal.append_many(self.actor, self.now, steps)


class Store:
    """The database of a centre, open.

    Attributes:
        database: peewee's database, bound to every table.
        changes: publishes the topics of each commit made through this store.
        path: the SQLite file, or None on PostgreSQL.
        upgraded: the names of the migrations that ran when it was opened.
    """

    def __init__(self, database: Database, new_feed: Callable[[], Feed], path: Path | None) -> None:
        self.database = database
        self.changes = Changes()
        self.path = path
        self.upgraded: list[str] = []
        self._new_feed = new_feed
        self._file: int | None = None
        database.bind(list(TABLES), bind_refs=False, bind_backrefs=False)

    @classmethod
    def open(cls, folder: Path, now: datetime) -> Store:
        """Open (or create) the SQLite database of a data folder, upgrading it if needed.

        Raises:
            Refusal: ``folder.*`` when the folder cannot serve, ``database.newer`` when a newer
                program wrote it, ``database.damaged`` when it is no database.
        """
        path = checked_folder(folder) / FILE_NAME
        database = SqliteDatabase(
            str(path),
            pragmas=_PRAGMAS,
            timeout=PATIENCE,
            lock_type="IMMEDIATE",
            check_same_thread=True,
        )
        store = cls(database, lambda: SqliteFeed(path), path)
        try:
            store._bring_up_to_date(now)
        except DatabaseError:
            refuse_if_full(path.parent)
            raise
        except Exception as error:
            store.raise_damage_behind(error)
            raise
        return store

    @classmethod
    def open_url(cls, url: str, now: datetime) -> Store:
        """Open the PostgreSQL database that several desks share (``postgresql://…``)."""
        from desk.models.postgres import SharedDatabase

        store = cls(SharedDatabase(url), lambda: PostgresFeed(url), None)
        store._bring_up_to_date(now)
        return store

    def _bring_up_to_date(self, now: datetime) -> None:
        try:
            self.upgraded = upgrade.bring_up_to_date(self.database, self.path, now)
            self._refuse_if_gone()  # remembers which file it is
        except BaseException:
            self.close()
            raise

    @contextmanager
    def write(self, actor: Actor, now: datetime) -> Iterator[Write]:
        """Run one transaction: all of it is stored and then published, or nothing is.

        One writer at a time on both databases, from the start: what is read inside is what is
        written upon. Another one is waited for ``PATIENCE`` seconds.
        """
        if self.database.in_transaction() or bound_database(TABLES[0]) != self.database:
            raise RuntimeError("a write inside a write, or of a database that is not the open one")
        shared = not isinstance(self.database, SqliteDatabase)
        write = Write(self.database, actor, now)
        with self.database.atomic():
            if shared:
                from desk.models.postgres import lock_writes

                lock_writes(self.database)
            yield write
            self._refuse_if_gone()
            if shared and write.topics:
                payload = ",".join(sorted(write.topics))
                self.database.execute_sql("SELECT pg_notify(%s, %s)", (CHANNEL, payload))
        if write.topics:
            self.changes.publish(frozenset(write.topics))

    def _refuse_if_gone(self) -> None:
        """SQLite would go on writing into a file that somebody has deleted or replaced.

        Raises:
            Refusal: ``database.unopenable``.
        """
        if self.path is None:
            return
        try:
            file = self.path.stat().st_ino
        except OSError as error:
            raise Refusal("database.unopenable") from error
        if self._file not in (None, file):
            raise Refusal("database.unopenable")
        self._file = file

    def raise_damage_behind(self, error: Exception) -> None:
        """Look for damage behind what seems to be a mistake of ours.

        Reads the whole file then, so not on the main thread.

        Raises:
            Refusal: ``database.damaged``.
        """
        if self.path is not None and as_refusal(error) is None:
            try:
                backup.check(self.path)
            except Refusal as damage:
                raise damage from error

    def feed(self) -> Feed:
        """Return a new feed of what others commit; close it when done."""
        return self._new_feed()

    def release(self) -> None:
        """Close the calling thread's connection."""
        if not self.database.is_closed():
            self.database.close()

    def close(self) -> None:
        """Close the calling thread's connection; other threads release their own."""
        self.release()
