"""Copies of the database made while it is in use, checked, kept and put back.

Backups are SQLite's own online copies in ``backups/`` beside the database. PostgreSQL has its
own tools for this; there the centre's administrator is asked to use them.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk.refusals import Refusal

FOLDER = "backups"
KEPT = 14
_DAILY = re.compile(r"desk-(\d{4}-\d{2}-\d{2})\.sqlite")
_SUFFIXES = ("-wal", "-shm")


@dataclass(frozen=True)
class Backup:
    """One daily copy: its local day and its file."""

    day: date
    path: Path


def daily(path: Path, day: date) -> Path | None:
    """Make the copy of a local day unless it is there; keep the newest ``KEPT``.

    Returns:
        The new copy, or None when that day's already exists.
    """
    target = path.parent / FOLDER / f"desk-{day.isoformat()}.sqlite"
    if target.exists():
        return None
    copy(path, target)
    for old in kept(path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return target


def kept(path: Path) -> list[Backup]:
    """Return the daily copies of a database, newest first."""
    folder = path.parent / FOLDER
    found = [
        Backup(date.fromisoformat(match[1]), file)
        for file in folder.glob("desk-*.sqlite")
        if (match := _DAILY.fullmatch(file.name))
    ]
    return sorted(found, key=lambda backup: backup.day, reverse=True)


def before_upgrade(path: Path, now: datetime) -> Path:
    """Copy the database before its schema changes."""
    target = path.parent / FOLDER / f"before-upgrade-{now:%Y%m%dT%H%M%SZ}.sqlite"
    copy(path, target)
    return target


def copy(path: Path, target: Path) -> None:
    """Copy a database in use to a new file that is complete and synced, or not there at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    try:
        _online_copy(path, partial)
        check(partial)
        _sync(partial)
        partial.replace(target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def _online_copy(path: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    try:
        copied = sqlite3.connect(target)
        try:
            # In steps, so that a desk which is writing never waits long for the read lock.
            source.backup(copied, pages=2_000, sleep=0.005)
            # A copy is read on its own: it must not need a -wal file beside it.
            copied.execute("PRAGMA journal_mode = DELETE")
        finally:
            copied.close()
    finally:
        source.close()


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def check(path: Path) -> None:
    """Read a whole database file and check that it is sound and one of ours.

    Raises:
        Refusal: ``database.missing``, ``database.damaged`` or ``database.foreign``.
    """
    if not path.is_file():
        raise Refusal("database.missing", file=path.name)
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise Refusal("database.damaged", file=path.name) from error
    if found is None or found[0] != "ok":
        raise Refusal("database.damaged", file=path.name)
    if not {"schema_migration", "ticket", "journal_entry"} <= tables:
        raise Refusal("database.foreign", file=path.name)


def restore(source: Path, path: Path, now: datetime) -> Path | None:
    """Put a checked copy in the database's place and return where the old one was kept.

    The caller holds the folder's lock (no window is open on it). The old database is set aside
    under ``backups/`` and only then replaced, in one step.

    Raises:
        Refusal: as ``check``; nothing has been touched then.
    """
    check(source)
    aside: Path | None = None
    incoming = path.with_name(path.name + ".incoming")
    _online_copy(source, incoming)
    _sync(incoming)
    if path.exists():
        aside = path.parent / FOLDER / f"before-restore-{now:%Y%m%dT%H%M%SZ}.sqlite"
        aside.parent.mkdir(parents=True, exist_ok=True)
        _set_aside(path, aside)
    for suffix in _SUFFIXES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    incoming.replace(path)
    return aside


def _set_aside(path: Path, aside: Path) -> None:
    """Keep the old database whole if it can be read, or byte by byte if it is damaged."""
    try:
        _online_copy(path, aside)
    except sqlite3.DatabaseError:
        aside.write_bytes(path.read_bytes())
