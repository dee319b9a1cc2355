"""Which file something was read from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desk.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Origin:
    """A file: its name without the folder, and the SHA-256 of its bytes as hexadecimal figures."""

    file: str
    digest: str


def of(path: Path) -> Origin:
    """Return what names a file, which is read once more for it.

    Raises:
        Refusal: ``sheet.unreadable`` where it cannot be, such as when it is gone meanwhile.
    """
    try:
        with path.open("rb") as file:
            return Origin(path.name, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise Refusal("sheet.unreadable", file=path.name) from error
