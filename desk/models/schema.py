"""Which schema this program knows: the migrations it has, and the table that says which ran."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from desk.refusals import Refusal

MIGRATIONS = Path(__file__).parent / "migrations"
#: The table of the steps that ran.
HISTORY = "schema_migration"


def steps(folder: Path = MIGRATIONS) -> list[str]:
    """Return the names of the migrations this program has, in their order."""
    return sorted(path.stem for path in folder.glob("[0-9]*.py"))


def refuse_newer(applied: Collection[str], file: str, folder: Path = MIGRATIONS) -> None:
    """Refuse a database whose steps this program does not all know.

    Raises:
        Refusal: ``database.newer``.
    """
    if newer := set(applied) - set(steps(folder)):
        raise Refusal("database.newer", file=file, migration=max(newer))
