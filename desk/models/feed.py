"""How a desk hears what other desks committed, within a tenth of a second."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any, Protocol

from desk.codes import Topic

#: Seconds between two looks at SQLite's ``data_version``: a read of shared memory, not of the disk.
POLL_SECONDS = 0.1
#: The PostgreSQL channel; the payload is the topics, comma separated.
CHANNEL = "desk"


class Feed(Protocol):
    """Waits for the next commit of anybody else."""

    def wait(self, seconds: float) -> frozenset[Topic]:
        """Block until something was committed or the time is over; return what it touched."""
        ...

    def close(self) -> None:
        """Wake the waiter and let go of the connection."""
        ...


class SqliteFeed:
    """Asks ``PRAGMA data_version`` on one idle connection and reads the journal when it moved."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=5)
        self._closed = threading.Event()
        self._seen = self._version()
        self._last = self._last_entry()

    def wait(self, seconds: float) -> frozenset[Topic]:
        """See ``Feed.wait``; ``data_version`` moves for every connection but this one."""
        waited = 0.0
        while not self._closed.wait(POLL_SECONDS):
            version = self._version()
            if version != self._seen:
                self._seen = version
                if topics := self._new_topics():
                    return topics
            waited += POLL_SECONDS
            if waited >= seconds:
                break
        return frozenset()

    def close(self) -> None:
        """See ``Feed.close``."""
        self._closed.set()

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _last_entry(self) -> int:
        return int(self._db.execute("SELECT max(id) FROM journal_entry").fetchone()[0] or 0)

    def _new_topics(self) -> frozenset[Topic]:
        last = self._last_entry()
        rows = self._db.execute(
            "SELECT DISTINCT topic FROM journal_entry WHERE id > ? AND id <= ?", (self._last, last)
        ).fetchall()
        self._last = last
        return frozenset(Topic(row[0]) for row in rows)


class PostgresFeed:
    """Listens for the NOTIFY that each committing transaction carries."""

    def __init__(self, connection_info: str) -> None:
        import psycopg

        self._db: Any = psycopg.connect(connection_info, autocommit=True)
        self._db.execute(f"LISTEN {CHANNEL}")
        self._closed = False

    def wait(self, seconds: float) -> frozenset[Topic]:
        """See ``Feed.wait``."""
        topics: set[Topic] = set()
        waited = 0.0
        while not self._closed and waited < seconds and not topics:
            for notice in self._db.notifies(timeout=POLL_SECONDS, stop_after=1):
                topics.update(Topic(name) for name in notice.payload.split(",") if name)
            waited += POLL_SECONDS
        return frozenset(topics)

    def close(self) -> None:
        """See ``Feed.close``; the waiter ends within a tenth of a second."""
        self._closed = True
