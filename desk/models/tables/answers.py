"""The tables of the library."""

from __future__ import annotations

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from desk.models.fields import Row, UtcField
from desk.models.tables.centre import Community, Staff


class Article(Row):
    """One question with one approved answer.

    ``tokens`` and ``vector`` are stored for the index in memory. Tokens begin with the version of
    their making; empty ones, and those of another version, are made anew when they are read.
    """

    id = AutoField()
    community = ForeignKeyField(Community, backref="articles")
    community_id: int
    question = TextField()
    answer = TextField()
    category = TextField(default="")
    owner = ForeignKeyField(Staff, null=True)
    owner_id: int | None
    valid_from = DateField(null=True)
    valid_until = DateField(null=True)
    used = IntegerField(default=0)
    active = BooleanField(default=True)
    updated_at = UtcField()
    tokens = BlobField(default=b"")
    vector = BlobField(null=True)


class Phrasing(Model):
    """Another way people ask an article's question."""

    id = AutoField()
    article = ForeignKeyField(Article, backref="phrasings", on_delete="CASCADE")
    article_id: int
    text = TextField()
    position = IntegerField(default=0)

    class Meta:
        """Plain table name."""

        legacy_table_names = False


class Concept(Row):
    """What the centre says of a concept: it stands before the shipped one of the same key.

    ``words`` is None where the shipped name and words hold again; a row stays for its history. A
    key that does not ship is the centre's own.
    """

    id = AutoField()
    key = TextField(unique=True)
    name = TextField(default="")
    words = JSONField(null=True)
    removed = BooleanField(default=False)
    updated_at = UtcField()
