"""The tables of what was brought in files: which file, and what became of each of its rows."""

from __future__ import annotations

from peewee import AutoField, ForeignKeyField, IntegerField, JSONField, Model, TextField

from desk.models.fields import Row, UtcField
from desk.models.tables.centre import Community, Staff


class Import(Row):
    """One file that was imported, by the name people take it back by.

    ``kind`` is 'roster', 'tickets' or 'knowledge'; ``state`` 'done' or 'taken_back'; ``digest``
    the SHA-256 of the file's bytes; ``name`` the local time and the file's name.
    """

    id = AutoField()
    community = ForeignKeyField(Community, backref="imports")
    community_id: int
    kind = TextField()
    name = TextField(unique=True)
    file = TextField()
    digest = TextField()
    at = UtcField()
    by = ForeignKeyField(Staff, null=True)
    by_id: int | None
    state = TextField(default="done")
    taken_back_at = UtcField(null=True)
    counts = JSONField(default=dict)


class ImportedRow(Model):
    """What an import did to one stored row, and where in the file that stands.

    ``did`` is 'added', 'changed', 'retired', or 'seen' where the file only named the row;
    ``version`` is the row's right after it, raised with it when a later import is taken back.
    ``said`` is what the file said, against which the next file is held; ``before`` what the row
    was, to be put back. Both name people and are erased with the texts of the journal.
    """

    id = AutoField()
    imported = ForeignKeyField(Import, backref="rows")
    imported_id: int
    topic = TextField()
    subject = IntegerField()
    did = TextField()
    version = IntegerField()
    sheet = TextField(null=True)
    row = IntegerField()
    before = JSONField(null=True)
    said = JSONField(null=True)

    class Meta:
        """What imports did to one subject."""

        legacy_table_names = False
        indexes = ((("topic", "subject"), False),)
