"""Column types and the base row shared by all tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from peewee import BigIntegerField, IntegerField, Model, SqliteDatabase

if TYPE_CHECKING:
    from peewee import Database

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_stored(moment: datetime) -> int:
    """Return an aware instant as microseconds since 1970 in UTC, as every column holds it."""
    return (moment - _EPOCH) // _MICROSECOND


def from_stored(value: int) -> datetime:
    """Return the aware UTC instant of a stored number of microseconds."""
    return _EPOCH + value * _MICROSECOND


class UtcField(BigIntegerField):
    """An instant: an aware datetime in Python, microseconds since 1970 UTC in the database.

    An integer because it means the same on SQLite and PostgreSQL, sorts in an index and
    carries no zone that somebody could get wrong.
    """

    def db_value(self, value: datetime | int | None) -> int | None:
        """Accept an aware datetime or the stored number itself."""
        if value is None or isinstance(value, int):
            return value
        return to_stored(value)

    def python_value(self, value: int | None) -> datetime | None:
        """Return an aware datetime in UTC."""
        return None if value is None else from_stored(value)


class Row(Model):
    """A stored row with a version: a write that saw an older one is refused."""

    version = IntegerField(default=1)

    class Meta:
        """Plain snake_case table names."""

        legacy_table_names = False


def bound_database(model: type[Model]) -> Database:
    """Return the database a table is bound to."""
    database: Database = model._meta.database  # noqa: SLF001 - peewee's own name for it
    return database


@contextmanager
def snapshot(database: Database) -> Iterator[None]:
    """Let all that is read inside be of one moment, while others go on writing."""
    sqlite = isinstance(database, SqliteDatabase)
    with database.atomic("DEFERRED" if sqlite else "REPEATABLE READ"):
        yield
