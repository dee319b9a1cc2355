"""Statements written by hand, for the few reads and writes where every microsecond counts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from peewee import Database, SqliteDatabase


@lru_cache(maxsize=512)
def _placed(sql: str, mark: str) -> str:
    return sql.replace("?", mark)


def run(database: Database, sql: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401
    """Run a statement whose values stand as ``?`` and return the cursor.

    The text of a statement must hold no ``?`` and no ``%`` of its own.
    """
    return database.execute_sql(_placed(sql, database.param), tuple(values))


def rows(database: Database, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """Run a query and return all of its rows."""
    found: list[tuple[Any, ...]] = run(database, sql, values).fetchall()
    return found


def one(database: Database, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
    """Run a query and return its first row."""
    found: tuple[Any, ...] | None = run(database, sql, values).fetchone()
    return found


def insert(database: Database, sql: str, values: Sequence[object]) -> int | None:
    """Insert a row and return its id; None where ``ON CONFLICT DO NOTHING`` did nothing.

    On SQLite asking for RETURNING costs more than the row itself.
    """
    if isinstance(database, SqliteDatabase):
        cursor = run(database, sql, values)
        return int(cursor.lastrowid) if cursor.rowcount == 1 else None
    found = one(database, f"{sql} RETURNING id", values)
    return None if found is None else int(found[0])


def document(raw: Any) -> Any:  # noqa: ANN401 - what a driver gives, as JSON is
    """Return a JSON column as a query by hand gives it: SQLite's is text, PostgreSQL's was read."""
    return json.loads(raw) if isinstance(raw, str) else raw
