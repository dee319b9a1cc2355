"""Brings a database to this program's schema; refuses a newer one, copies it before a change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from peewee import Database, DatabaseError, SqliteDatabase

from desk.models import backup
from desk.models.schema import HISTORY, MIGRATIONS, refuse_newer, steps
from desk.models.tables import TABLES
from desk.refusals import Refusal
from desk.words.faults import as_refusal

#: Seconds that a desk waits for another one to finish upgrading.
_PATIENCE = 60


def pending(database: Database, folder: Path = MIGRATIONS) -> list[str]:
    """Return the names of the migrations still to run.

    Raises:
        Refusal: ``database.newer`` when the database has migrations this program does not know,
            ``database.foreign`` when another program made it, ``database.damaged`` when it
            cannot be read.
    """
    try:
        applied = _applied(database)
        if not applied and _is_foreign(database):
            raise Refusal("database.foreign", file=_name(database))
    except DatabaseError as error:
        refusal = as_refusal(error)
        if refusal is not None and refusal.code == "database.damaged":
            raise Refusal("database.damaged", file=_name(database)) from error
        raise
    refuse_newer(applied, _name(database), folder)
    return [name for name in steps(folder) if name not in applied]


def bring_up_to_date(
    database: Database, path: Path | None, now: datetime, folder: Path = MIGRATIONS
) -> list[str]:
    """Run what is pending, one transaction a step, and return the names of the steps.

    A SQLite database that already holds data is copied beside itself first.
    """
    # A file that is only being made is looked at under the lock, else two would make it at once.
    if (path is None or path.exists()) and not pending(database, folder):
        return []
    with _one_at_a_time(database, path):
        to_run = pending(database, folder)  # another desk may have done it while this one waited
        if to_run and path is not None and _applied(database):
            backup.before_upgrade(path, now)
        if to_run:
            from playhouse.migrations import Runner

            Runner(database, str(folder), table_name=HISTORY).up()
    return to_run


def _applied(database: Database) -> set[str]:
    if not database.table_exists(HISTORY):
        return set()
    return {row[0] for row in database.execute_sql(f'SELECT name FROM "{HISTORY}"').fetchall()}


def _is_foreign(database: Database) -> bool:
    """A SQLite file is ours alone; a server's database may hold tables of its extensions too."""
    there = set(database.get_tables()) - {HISTORY}
    if isinstance(database, SqliteDatabase):
        return bool(there)
    return bool(there & {table._meta.table_name for table in TABLES})  # noqa: SLF001 - peewee's


def _name(database: Database) -> str:
    name = str(database.database)
    return Path(name).name if isinstance(database, SqliteDatabase) else "PostgreSQL"


@contextlib.contextmanager
def _one_at_a_time(database: Database, path: Path | None) -> Iterator[None]:
    """Let one desk upgrade while others that start at the same moment wait."""
    if path is not None:
        from filelock import FileLock, Timeout

        lock = FileLock(str(path) + ".upgrade.lock", timeout=_PATIENCE)
        try:
            lock.acquire()
        except Timeout as error:
            raise Refusal("database.locked") from error
        try:
            yield
        finally:
            lock.release()
        return
    from desk.models.postgres import lock_upgrades, unlock_upgrades

    lock_upgrades(database, _PATIENCE)
    try:
        yield
    finally:
        unlock_upgrades(database)
