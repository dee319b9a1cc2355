"""Copies of the database made while it is in use, checked, and kept.

Backups are SQLite's own online copies in ``backups/`` beside the database. PostgreSQL has its
own tools for this; there the centre's administrator is asked to use them.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk import files
from desk.models.schema import HISTORY
from desk.refusals import Refusal
from desk.words.faults import as_refusal

FOLDER = "backups"
KEPT = 14
_DAILY = re.compile(r"desk-(\d{4}-\d{2}-\d{2})\.sqlite")
#: Seconds to wait for another process that holds the database.
PATIENCE = 5


@dataclass(frozen=True)
class Backup:
    """One daily copy: its local day and its file."""

    day: date
    path: Path


def of_day(path: Path, day: date) -> Path:
    """Return where the copy of a local day stands or would stand."""
    return path.parent / FOLDER / f"desk-{day.isoformat()}.sqlite"


def daily(path: Path, day: date) -> Path | None:
    """Make the copy of a local day unless it is there; keep the newest ``KEPT``.

    Returns:
        The new copy, or None when that day's already exists or another desk is making it.
    """
    from filelock import FileLock, Timeout

    target = of_day(path, day)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(str(target.parent / "daily.lock"), timeout=0):
            if target.exists():
                return None
            for unfinished in target.parent.glob(f"desk-*{files.PARTIAL}"):
                unfinished.unlink(missing_ok=True)
            copy(path, target)
            for old in kept(path)[KEPT:]:
                old.path.unlink(missing_ok=True)
    except Timeout:
        return None
    return target


def kept(path: Path) -> list[Backup]:
    """Return the daily copies of a database, newest first."""
    found = []
    for file in (path.parent / FOLDER).glob("desk-*.sqlite"):
        if match := _DAILY.fullmatch(file.name):
            with contextlib.suppress(ValueError):  # somebody's own desk-2026-99-99.sqlite
                found.append(Backup(date.fromisoformat(match[1]), file))
    return sorted(found, key=lambda backup: backup.day, reverse=True)


def before_upgrade(path: Path, now: datetime) -> Path:
    """Copy the database before its schema changes."""
    return copy(path, free_name(path, "before-upgrade", now))


def by_hand(path: Path, now: datetime) -> Path:
    """Copy the database because somebody asks for it now."""
    return copy(path, free_name(path, "by-hand", now))


def free_name(path: Path, why: str, now: datetime) -> Path:
    """Return a name under ``backups/`` that no earlier copy has."""
    folder = path.parent / FOLDER
    stem = f"{why}-{now:%Y%m%dT%H%M%SZ}"
    names = (f"{stem}{f'-{again}' if again else ''}.sqlite" for again in range(1_000))
    return next(folder / name for name in names if not (folder / name).exists())


def copy(path: Path, target: Path) -> Path:
    """Copy a database in use to a new file that is complete and synced, or not there at all.

    Raises:
        Refusal: ``backup.exists`` when there is a file of that name: nothing is overwritten.
    """
    if target.exists():
        raise Refusal("backup.exists", file=str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = files.partial_of(target)
    try:
        online_copy(path, partial)
        check(partial, name=path.name)
        files.sync(partial)
        partial.rename(target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    files.sync_folder(target.parent)
    return target


def online_copy(path: Path, target: Path) -> None:
    """Copy what is committed now into a new file, while desks go on reading and writing."""
    with contextlib.ExitStack() as stack:
        source = stack.enter_context(opened(path))
        copied = stack.enter_context(contextlib.closing(sqlite3.connect(target)))
        # In one step: readers hold up nobody in WAL, and a copy in steps begins anew each time
        # that somebody commits in between.
        source.backup(copied)
        # A copy is read on its own: it must not need a -wal file beside it.
        copied.execute("PRAGMA journal_mode = DELETE")


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database for reading only, also one on a medium that cannot be written."""
    uri = path.absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE)
    try:
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            # Its log needs files beside it that cannot be made here; without one it needs none.
            if path.with_name(path.name + "-wal").exists():
                raise
            connection.close()
            connection = sqlite3.connect(uri + "&immutable=1", uri=True)
        except UnicodeDecodeError as error:
            # The name of a table is damaged, and so is the message that tells it.
            raise sqlite3.DatabaseError("malformed") from error
        yield connection
    finally:
        connection.close()


def check(path: Path, *, thorough: bool = False, name: str = "") -> frozenset[str]:
    """Read a whole database file, check that it is sound and one of ours; return its migrations.

    Args:
        path: the file.
        thorough: compare every index with its table and every reference with its row, too.
        name: what a refusal calls the file, if not by its name.

    Raises:
        Refusal: ``database.missing``, ``database.damaged`` or ``database.foreign``.
    """
    name = name or path.name
    if not path.is_file():
        raise Refusal("database.missing", file=name)
    try:
        with opened(path) as connection:
            _refuse_unsound(connection, name, thorough=thorough)
            return frozenset(row[0] for row in connection.execute(f"SELECT name FROM {HISTORY}"))
    except sqlite3.DatabaseError as error:
        refusal = as_refusal(error)
        if refusal is not None and refusal.code != "database.damaged":
            raise
        raise Refusal("database.damaged", file=name) from error


def _refuse_unsound(connection: sqlite3.Connection, name: str, *, thorough: bool) -> None:
    how = "integrity_check" if thorough else "quick_check"
    found = connection.execute(f"PRAGMA {how}(1)").fetchone()
    if found is None or found[0] != "ok":
        raise Refusal("database.damaged", file=name)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if not {HISTORY, "ticket", "journal_entry", "journal_head"} <= tables:
        raise Refusal("database.foreign", file=name)
    if thorough and connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise Refusal("database.damaged", file=name)
