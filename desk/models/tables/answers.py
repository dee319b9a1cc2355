"""The tables of the library."""

from __future__ import annotations

from peewee import (
    AutoField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from desk.models.fields import Row, UtcField
from desk.models.tables.centre import Community, Staff


class Article(Row):
    """One question with one approved answer. ``tokens`` are stored for the index in memory."""

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
    tokens = TextField(default="")
    used = IntegerField(default=0)
    active = BooleanField(default=True)
    updated_at = UtcField()


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
