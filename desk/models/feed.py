"""How a desk hears what other desks committed, within a tenth of a second."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
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
        self._use = threading.Lock()
        self._seen = self._version()
        self._last = self._last_entry()

    def wait(self, seconds: float) -> frozenset[Topic]:
        """See ``Feed.wait``; ``data_version`` moves for every connection but this one."""
        waited = 0.0
        while not self._closed.wait(POLL_SECONDS):
            if topics := self._look():
                return topics
            waited += POLL_SECONDS
            if waited >= seconds:
                break
        return frozenset()

    def close(self) -> None:
        """See ``Feed.close``; the waiter ends at once."""
        self._closed.set()
        with self._use:
            self._db.close()

    def _look(self) -> frozenset[Topic]:
        with self._use:
            if self._closed.is_set():
                return frozenset()
            try:
                version = self._version()
                topics = self._new_topics() if version != self._seen else frozenset[Topic]()
            except sqlite3.OperationalError:
                return frozenset()  # the disk is busy or away: what was missed is read next time
            self._seen = version
            return topics

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _last_entry(self) -> int:
        return int(self._db.execute("SELECT max(id) FROM journal_entry").fetchone()[0] or 0)

    def _new_topics(self) -> frozenset[Topic]:
        last = self._last_entry()
        if last < self._last:
            # A backup was restored under this desk: nothing it has read is sure any more.
            self._last = last
            return frozenset(Topic)
        rows = self._db.execute(
            "SELECT DISTINCT topic, action LIKE 'import.%' FROM journal_entry"
            " WHERE id > ? AND id <= ?",
            (self._last, last),
        ).fetchall()
        self._last = last
        if any(imported for _, imported in rows):
            return frozenset(Topic)  # its one entry stands for rows of more topics than its own
        return _known(row[0] for row in rows)


class PostgresFeed:
    """Listens for the NOTIFY that each committing transaction carries."""

    def __init__(self, connection_info: str) -> None:
        self._info = connection_info
        self._closed = threading.Event()
        self._use = threading.Lock()
        self._db: Any = self._connected()

    def wait(self, seconds: float) -> frozenset[Topic]:
        """See ``Feed.wait``.

        While the server is away it is asked for again and again; once it is back everything
        counts as touched, because nobody knows what was missed.
        """
        waited = 0.0
        while waited < seconds and not self._closed.is_set():
            with self._use:
                topics = self._heard()
            if topics:
                return topics
            waited += POLL_SECONDS
        return frozenset()

    def close(self) -> None:
        """See ``Feed.close``; the waiter ends within a tenth of a second."""
        self._closed.set()
        with self._use:
            if self._db is not None:
                self._db.close()

    def _connected(self) -> Any:  # noqa: ANN401 - psycopg is imported only where it is used
        import psycopg

        connection = psycopg.connect(self._info, autocommit=True, connect_timeout=5)
        connection.execute(f"LISTEN {CHANNEL}")
        return connection

    def _heard(self) -> frozenset[Topic]:
        import psycopg

        if self._closed.is_set():
            return frozenset()
        try:
            if self._db is None:
                self._db = self._connected()
                return frozenset(Topic)
            notices = list(self._db.notifies(timeout=POLL_SECONDS, stop_after=1))
        except psycopg.OperationalError:
            if self._db is not None:
                self._db.close()
                self._db = None
            self._closed.wait(POLL_SECONDS)
            return frozenset()
        return _known(name for notice in notices for name in notice.payload.split(","))


def _known(names: Iterable[str]) -> frozenset[Topic]:
    """Leave out what only a newer program knows."""
    return frozenset(Topic(name) for name in names if name in _TOPICS)


_TOPICS = frozenset(Topic)
