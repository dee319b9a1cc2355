"""Stores a small database of the newest schema, for the day when there is a newer one.

Run ``python -m tests.models.store_schema`` once when a migration is released; what it has made is
never made again, because it is what is out there.
"""

from __future__ import annotations

import lzma
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from peewee import AutoField, BooleanField, DateField, Field, ForeignKeyField, JSONField, Model

from desk.codes import Topic
from desk.models import backup, fulltext, schema
from desk.models.database import Store
from desk.models.fields import UtcField
from desk.models.journal import Actor
from desk.models.tables import TABLES, JournalEntry, JournalHead, JournalText

STORED = Path(__file__).parent / "schemas"
NOW = datetime(2026, 3, 4, 1, 2, 3, 456_789, tzinfo=UTC)


def stored(step: str) -> Path:
    """Return the stored database of a step, named by its number."""
    return STORED / f"{step[:4]}.sqlite.xz"


def unpack(step: str, target: Path) -> None:
    """Write the stored database of a step to a file."""
    target.write_bytes(lzma.decompress(stored(step).read_bytes()))


def fill(store: Store) -> None:
    """Put one row into every table, and words, and a journal."""
    with store.write(Actor(1, "前台一"), NOW) as write:
        for table in TABLES:
            if table not in (JournalEntry, JournalHead, JournalText):
                table.insert(**_values(table)).execute()
        fulltext.put(store.database, 1, ["厨房漏水"], new=True)
        for topic in Topic:
            write.log(topic, 1, f"{topic}.stored", detail={"n": 1}, text={"words": "漏水"})


def _values(table: type[Model]) -> dict[str, object]:
    fields = table._meta.sorted_fields
    return {field.name: _value(field) for field in fields if not isinstance(field, AutoField)}


def _value(field: Field) -> object:
    if isinstance(field, ForeignKeyField):
        return 1 if field.rel_model is not field.model else None
    if isinstance(field, UtcField):
        return NOW
    if isinstance(field, DateField):
        return NOW.date()
    if isinstance(field, BooleanField):
        return True
    if isinstance(field, JSONField):
        return ["供水"]
    return 1 if field.field_type in ("INT", "BIGINT") else f"{field.name} 张"


def main() -> None:
    """Store the newest schema unless it is stored."""
    newest = schema.steps()[-1]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), NOW)
        fill(store)
        assert store.path is not None
        copy = backup.copy(store.path, Path(folder) / "copy.sqlite")
        store.close()
        STORED.mkdir(exist_ok=True)
        with stored(newest).open("xb") as file:
            file.write(lzma.compress(copy.read_bytes(), preset=9))


if __name__ == "__main__":
    main()
