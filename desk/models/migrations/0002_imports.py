"""What is brought in files: imports and their rows, and what a roster says besides."""

from peewee import *


def up(migrator, db):
    class Community(Model):
        class Meta:
            database = db
            table_name = "community"

    class Staff(Model):
        class Meta:
            database = db
            table_name = "staff"

    class Import(Model):
        version = IntegerField(default=1)
        community = ForeignKeyField(Community)
        kind = TextField()
        name = TextField(unique=True)
        file = TextField()
        digest = TextField()
        at = BigIntegerField()
        by = ForeignKeyField(Staff, null=True)
        state = TextField(default="done")
        taken_back_at = BigIntegerField(null=True)
        counts = JSONField(default=dict)

        class Meta:
            database = db
            table_name = "import"

    db.create_tables([Import])

    class ImportedRow(Model):
        imported = ForeignKeyField(Import)
        topic = TextField()
        subject = IntegerField()
        did = TextField()
        version = IntegerField()
        sheet = TextField(null=True)
        row = IntegerField()
        before = JSONField(null=True)
        said = JSONField(null=True)

        class Meta:
            database = db
            table_name = "imported_row"
            indexes = ((("topic", "subject"), False),)

    db.create_tables([ImportedRow])

    # Columns that need no row to be written again, however many tickets there are.
    db.execute_sql("ALTER TABLE room ADD COLUMN area_m2 DOUBLE PRECISION")
    db.execute_sql("ALTER TABLE room ADD COLUMN moved_in TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE ticket ADD COLUMN imported_id INTEGER REFERENCES import (id)")
    db.execute_sql("CREATE INDEX ticket_imported_id ON ticket (imported_id)")
