"""The PostgreSQL database that several desks share: how it is connected and never waited for long.

A desk must not hang because the server is away or another desk went to sleep in a transaction.
"""

from __future__ import annotations

from typing import Any

from peewee import Database, PostgresqlDatabase

#: One writer at a time, as on SQLite: what a write reads is what it writes upon.
_WRITE_LOCK = 7_301_503
#: One desk changes the schema, the others that start at the same moment wait.
_UPGRADE_LOCK = 7_301_502

#: Seconds a desk waits for another one's write, which may be an import of a hundred thousand rows
#: on a slow server: it must not refuse a ticket for that.
_PATIENCE = 120

_CONNECTION: dict[str, Any] = {
    "connect_timeout": 5,  # seconds
    "keepalives_idle": 30,  # seconds
    "tcp_user_timeout": 10_000,  # milliseconds
    "options": (
        f"-c lock_timeout={_PATIENCE}s -c idle_in_transaction_session_timeout=60s"
        # What an import has left to be sorted into the index of words is sorted in by the import
        # and by the server, never by the desk that happens to make the next ticket.
        " -c gin_pending_list_limit=512MB"
    ),
}


class SharedDatabase(PostgresqlDatabase):
    """Connects anew when the server has dropped the connection since it was last used."""

    def __init__(self, url: str) -> None:
        super().__init__(url, prefer_psycopg3=True, **_CONNECTION)

    def cursor(self, named_cursor: str | None = None) -> Any:  # noqa: ANN401 - the driver's own
        """Return a cursor of a connection that is there; inside a transaction it has to be."""
        if not (self.is_closed() or self.in_transaction()) and self.connection().closed:  # type: ignore[no-untyped-call]
            self.close()
        return super().cursor(named_cursor)  # type: ignore[no-untyped-call]


def lock_writes(database: Database) -> None:
    """Wait until every other desk's write is committed, and keep others waiting for this one."""
    database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_WRITE_LOCK,))


def lock_upgrades(database: Database, seconds: int) -> None:
    """Wait until no other desk changes the schema, and keep others waiting."""
    database.execute_sql("SELECT set_config('lock_timeout', %s, false)", (f"{seconds}s",))
    database.execute_sql("SELECT pg_advisory_lock(%s)", (_UPGRADE_LOCK,))


def unlock_upgrades(database: Database) -> None:
    """Let the others go on, and wait no longer than usual from now on."""
    database.execute_sql("SELECT pg_advisory_unlock(%s)", (_UPGRADE_LOCK,))
    database.execute_sql("RESET lock_timeout")
