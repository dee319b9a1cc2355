"""The tables of the journal; see ``desk.models.journal``."""

from __future__ import annotations

from peewee import AutoField, ForeignKeyField, IntegerField, JSONField, Model, TextField

from desk.models.fields import UtcField


class JournalHead(Model):
    """The digest of the last entry: one row, locked by whoever appends."""

    id = AutoField()
    digest = TextField()

    class Meta:
        """Plain table name."""

        legacy_table_names = False


class JournalEntry(Model):
    """One step, chained by digests. Holds no personal data: that stands in ``JournalText``."""

    id = AutoField()
    topic = TextField()
    subject = IntegerField()
    action = TextField()
    occurred_at = UtcField(index=True)
    entered_at = UtcField()
    staff = IntegerField(null=True)
    desk = TextField(default="")
    detail = JSONField(default=dict)
    text_digest = TextField(default="")
    digest = TextField()

    class Meta:
        """The history of one subject."""

        legacy_table_names = False
        indexes = ((("topic", "subject", "id"), False),)


class JournalText(Model):
    """The words of an entry, with the salt of their digest; erasable without breaking the chain."""

    entry = ForeignKeyField(JournalEntry, primary_key=True, on_delete="CASCADE")
    entry_id: int
    salt = TextField()
    text = JSONField()

    class Meta:
        """Plain table name."""

        legacy_table_names = False
