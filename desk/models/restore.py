"""Puts a checked backup in the database's place; what was there before is kept."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from desk import files
from desk.models import backup
from desk.models.schema import refuse_newer
from desk.refusals import Refusal
from desk.words.faults import as_refusal

_LOG, _SHARED = "-wal", "-shm"


def restore(source: Path, path: Path, now: datetime) -> Path | None:
    """Put a checked copy in the database's place and return where the old one was kept.

    The old database is set aside under ``backups/`` first. Then the copy's content becomes the
    database's own in one transaction, so that a crash in the middle leaves the old one; only a
    file that is no database any more is replaced as a file.

    Raises:
        Refusal: as ``backup.check``, and ``database.newer``; nothing has been touched then.
    """
    refuse_newer(backup.check(source), source.name)
    if not path.exists():
        _replace(source, path)
        return None
    aside = _set_aside(path, now)
    try:
        _pour(source, path)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not _is_damage(error):
            raise  # locked, full, failing: the old database stands as it was
        _replace(source, path)
    return aside


def _set_aside(path: Path, now: datetime) -> Path:
    """Keep the old database whole if it can be read, or byte by byte if it is damaged."""
    aside = backup.free_name(path, "before-restore", now)
    try:
        return backup.copy(path, aside)
    except (Refusal, sqlite3.DatabaseError) as error:
        if not _is_damage(error):
            raise
    made: list[Path] = []
    try:
        for suffix in ("", _LOG):
            part = path.with_name(path.name + suffix)
            if part.exists():
                made.append(aside.with_name(aside.name + suffix))
                shutil.copyfile(part, made[-1])
                files.sync(made[-1])
    except OSError:
        for part in made:
            part.unlink(missing_ok=True)
        raise
    return aside


def _is_damage(error: Exception) -> bool:
    """Tell whether a file is no database of ours any more; what has no code is taken for it."""
    refusal = as_refusal(error)
    return refusal is None or refusal.code in ("database.damaged", "database.foreign")


def _pour(source: Path, path: Path) -> None:
    with contextlib.ExitStack() as stack:
        incoming = stack.enter_context(backup.opened(source))
        target = stack.enter_context(
            contextlib.closing(sqlite3.connect(path, timeout=backup.PATIENCE, isolation_level=None))
        )
        target.execute("PRAGMA synchronous = FULL")
        # Wait here for another process: the copying itself would wait for ever.
        target.execute("BEGIN IMMEDIATE")
        target.execute("ROLLBACK")

        def refuse_to_wait(status: int, _remaining: int, _total: int) -> None:
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Refusal("database.locked")

        incoming.backup(target, progress=refuse_to_wait)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _replace(source: Path, path: Path) -> None:
    incoming = files.partial_of(path)
    try:
        backup.online_copy(source, incoming)
        files.sync(incoming)
        # The log of the old file must not be taken for the new one's.
        for suffix in (_LOG, _SHARED):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        incoming.replace(path)
    finally:
        with contextlib.suppress(OSError):
            incoming.unlink(missing_ok=True)
    files.sync_folder(path.parent)
