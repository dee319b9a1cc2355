"""Small disks and disks that may only be read, for a test that has to see what a full one does."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOM = 4 * 1024 * 1024  # bytes


@contextlib.contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount a disk of memory at a folder, and take it away afterwards.

    Where this user may not mount the test is skipped, and says so.
    """
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", ",".join([f"size={ROOM}", *options]), "tmpfs", folder]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        # Lazily: a test that fails may still hold a file open.
        subprocess.run(["umount", "-l", folder], check=True)


def remount(folder: Path, option: str) -> None:
    """Change how a disk is mounted: ``ro`` or ``rw``."""
    subprocess.run(["mount", "-o", f"remount,{option}", folder], check=True)


def fill(folder: Path, *, leave: int = 0) -> Path:
    """Fill a disk but for some bytes and return the file that takes the room."""
    ballast = folder / "ballast"
    handle = os.open(ballast, os.O_CREAT | os.O_WRONLY)
    try:
        with contextlib.suppress(OSError):
            while True:
                os.write(handle, bytes(4096))
        os.ftruncate(handle, max(0, os.fstat(handle).st_size - leave))
    finally:
        os.close(handle)
    return ballast
