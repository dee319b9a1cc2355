"""Which file something was read from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """A file: its name without the folder, and the SHA-256 of its bytes as hexadecimal figures."""

    file: str
    digest: str


def of(path: Path) -> Origin:
    """Return what names a file, which is read once more for it."""
    with path.open("rb") as file:
        return Origin(path.name, hashlib.file_digest(file, "sha256").hexdigest())
