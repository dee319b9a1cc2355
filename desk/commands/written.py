"""Files that a command writes: whole or not at all, and one sentence where it cannot."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.refusals import Refusal
from desk.words.catalogue import mark
from desk.words.faults import as_refusal


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the file."""
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="FILE", help=mark("the file to write")
    )


def ending(path: Path, endings: Collection[str], code: str) -> str:
    """Return how a file's name ends.

    Raises:
        Refusal: the code, with ``file``, for any other ending.
    """
    found = path.suffix.lower()
    if found not in endings:
        raise Refusal(code, file=path.name)
    return found


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in one sentence that a file cannot be written.

    Raises:
        Refusal: ``file.unwritable``, or ``disk.*`` where the disk is full or fails.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError
        yield
    except OSError as error:
        refusal = as_refusal(error)
        if refusal is not None and refusal.code.startswith("disk."):
            raise refusal from error
        raise Refusal("file.unwritable", file=str(path)) from error
