"""Many rows at once, as an import writes them: SQLite's ``executemany``, PostgreSQL's COPY.

Every function but ``beside`` runs inside the open transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from typing import Any

from peewee import Database, SqliteDatabase

from desk.models import sql

#: Values of one statement: below SQLite's limit on every version.
_BATCH = 500


def insert(
    database: Database, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows whose values stand in the order of the columns; JSON as its text."""
    names = ", ".join(f'"{name}"' for name in columns)
    if isinstance(database, SqliteDatabase):
        marks = ", ".join("?" * len(columns))
        statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
        database.cursor().executemany(statement, rows)
        return
    with database.cursor().copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


@contextmanager
def beside(
    database: Database,
    table: str,
    shape: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> Iterator[None]:
    """Keep rows in a table that this connection alone sees, and that goes at the end or with it.

    Outside a transaction nobody is held up by it, for on SQLite it is no part of the file.

    Args:
        database: which.
        table: a name that no table has.
        shape: a query without a condition, whose columns it has.
        columns: the names of the values.
        rows: the values in that order.
    """
    inside = database.in_transaction()
    with nullcontext() if inside else _quietly(database):
        database.execute_sql(f"CREATE TEMP TABLE {table} AS {shape} WHERE 1 = 0")
        insert(database, table, columns, rows)
    try:
        yield
    except BaseException:
        # In a transaction that fails it goes with all the rest.
        if not inside:
            database.execute_sql(f"DROP TABLE IF EXISTS {table}")
        raise
    database.execute_sql(f"DROP TABLE {table}")


def _quietly(database: Database) -> Any:  # noqa: ANN401 - peewee's own
    """Return a transaction that does not ask for the lock of writing."""
    return database.atomic(*(("DEFERRED",) if isinstance(database, SqliteDatabase) else ()))


def change(database: Database, statement: str, rows: Iterable[Sequence[object]]) -> int:
    """Run an UPDATE or DELETE with ``?`` for its values once a row; return how many rows it met."""
    values = list(rows)
    if not values:
        return 0
    cursor = database.cursor()
    cursor.executemany(statement.replace("?", database.param), values)
    return int(cursor.rowcount)


def new_ids(database: Database, table: str, count: int, *, above: int = 0) -> Sequence[int]:
    """Return ids for rows that are about to be inserted, in rising order.

    Args:
        database: which.
        table: whose column ``id`` counts up.
        count: how many.
        above: an id that must not be given again although its row may be gone.
    """
    if not count:
        return ()
    if isinstance(database, SqliteDatabase):
        last = sql.rows(database, f'SELECT coalesce(max(id), 0) FROM "{table}"')[0][0]
        first = max(int(last), above) + 1
        return range(first, first + count)
    series = "SELECT nextval(pg_get_serial_sequence(?, 'id')) FROM generate_series(1, ?)"
    return [int(row[0]) for row in sql.rows(database, series, (table, count))]


def first_of(database: Database, table: str, count: int) -> int:
    """Return the first of so many ids in a row for rows that are about to be inserted."""
    if isinstance(database, SqliteDatabase):
        return int(sql.rows(database, f'SELECT coalesce(max(id), 0) FROM "{table}"')[0][0]) + 1
    # One writer at a time: nobody else takes one between the two.
    sequence = "pg_get_serial_sequence(?, 'id')"
    taken = f"SELECT setval({sequence}, nextval({sequence}) + ?)"
    return int(sql.rows(database, taken, (table, table, count - 1))[0][0]) - count + 1


def delete(database: Database, table: str, column: str, values: Sequence[int]) -> None:
    """Delete the rows whose column holds one of the values."""
    for batch in _batches(values):
        marks = ", ".join("?" * len(batch))
        sql.run(database, f'DELETE FROM "{table}" WHERE "{column}" IN ({marks})', batch)


def matching(
    database: Database, statement: str, values: Iterable[int]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query in which ``{ids}`` stands for some of the values, again and again.

    The ``?`` of the statement are those values alone.
    """
    for batch in _batches(values):
        marks = ", ".join("?" * len(batch))
        yield from sql.rows(database, statement.replace("{ids}", marks), batch)


def _batches(values: Iterable[int]) -> Iterator[tuple[int, ...]]:
    left = iter(values)
    while batch := tuple(islice(left, _BATCH)):
        yield batch
