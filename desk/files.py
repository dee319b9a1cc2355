"""Writes a file whole and on the disk, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from uuid import uuid4

#: What an unfinished file ends in; one that is left over after a power cut is of no use.
PARTIAL = ".partial"


def put(path: Path, content: bytes) -> None:
    """Replace what a file holds in one step; it is on the disk when this returns.

    Raises:
        OSError: the disk is full or gone; the file still holds what it held before.
    """
    partial = partial_of(path)
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    sync_folder(path.parent)


def partial_of(path: Path) -> Path:
    """Return a name beside a file that no other process writes to at the same moment."""
    return path.with_name(f"{path.name}.{uuid4().hex}{PARTIAL}")


def sync(path: Path) -> None:
    """Wait until what was written to a file is on the disk."""
    # For writing, because Windows flushes nothing through a handle that may only read.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no way to ask for it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
