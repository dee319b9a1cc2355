"""Brings a database to this program's schema; refuses a newer one, copies it before a change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from peewee import Database, DatabaseError, SqliteDatabase

from desk.models import backup
from desk.refusals import Refusal

MIGRATIONS = Path(__file__).parent / "migrations"
_HISTORY = "schema_migration"
#: Any number will do as long as every desk asks for the same lock.
_ADVISORY_LOCK = 7_301_502


def pending(database: Database) -> list[str]:
    """Return the names of the migrations still to run.

    Raises:
        Refusal: ``database.newer`` when the database has migrations this program does not know,
            ``database.damaged`` when it cannot be read.
    """
    known = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    try:
        applied = _applied(database)
    except DatabaseError as error:
        if _is_damage(error):
            raise Refusal("database.damaged", file=_name(database)) from error
        raise
    if newer := applied - set(known):
        raise Refusal("database.newer", file=_name(database), migration=max(newer))
    return [name for name in known if name not in applied]


def bring_up_to_date(database: Database, path: Path | None, now: datetime) -> list[str]:
    """Run what is pending, one transaction a step, and return the names of the steps.

    A SQLite database that already holds data is copied beside itself first.
    """
    if not pending(database):
        return []
    with _one_at_a_time(database, path):
        steps = pending(database)  # another desk may have done it while this one waited
        if steps and path is not None and _applied(database):
            backup.before_upgrade(path, now)
        if steps:
            from playhouse.migrations import Runner

            Runner(database, str(MIGRATIONS), table_name=_HISTORY).up()
    return steps


def _applied(database: Database) -> set[str]:
    if not database.table_exists(_HISTORY):
        return set()
    return {row[0] for row in database.execute_sql(f'SELECT name FROM "{_HISTORY}"').fetchall()}


def _name(database: Database) -> str:
    name = str(database.database)
    return Path(name).name if isinstance(database, SqliteDatabase) else "PostgreSQL"


def _is_damage(error: DatabaseError) -> bool:
    words = str(error)
    return "not a database" in words or "malformed" in words or "unsupported file" in words


@contextlib.contextmanager
def _one_at_a_time(database: Database, path: Path | None) -> Iterator[None]:
    """Let one desk upgrade while others that start at the same moment wait."""
    if path is not None:
        from filelock import FileLock

        with FileLock(str(path) + ".upgrade.lock", timeout=60):
            yield
        return
    database.execute_sql("SELECT pg_advisory_lock(%s)", (_ADVISORY_LOCK,))
    try:
        yield
    finally:
        database.execute_sql("SELECT pg_advisory_unlock(%s)", (_ADVISORY_LOCK,))
