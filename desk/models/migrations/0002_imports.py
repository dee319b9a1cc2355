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

    # Of no use to any question, or said by the first column of another one.
    for name in (
        "call_article_id",
        "call_community_id",
        "call_staff_id",
        "occupancy_room_id",
        "phone_resident_id",
        "returnvisit_staff_id",
        "room_community_id",
        "ticket_category_id",
        "ticket_community_id",
        "ticket_crew_id",
        "ticket_received_by_id",
        "ticket_resident_id",
        "ticket_room_id",
        "ticket_technician_id",
        # Made anew below, of what is there.
        "call_resident_id",
        "call_room_id",
        "call_ticket_id",
        "ticket_closed_at",
        "ticket_finished_at",
        "ticket_merged_into_id",
        "ticket_reopened_from_id",
        "ticket_resident_id_received_at",
        "ticket_room_id_received_at",
        "ticket_source_number",
    ):
        db.execute_sql(f"DROP INDEX {name}")
    for name, table, first, then in (
        ("call_resident_id", "call", "resident_id", ""),
        ("call_room_id", "call", "room_id", ""),
        ("call_ticket_id", "call", "ticket_id", ""),
        ("ticket_closed_at", "ticket", "closed_at", ""),
        ("ticket_finished_at", "ticket", "finished_at", ""),
        ("ticket_imported_id", "ticket", "imported_id", ""),
        ("ticket_merged_into_id", "ticket", "merged_into_id", ""),
        ("ticket_reopened_from_id", "ticket", "reopened_from_id", ""),
        ("ticket_resident", "ticket", "resident_id", ", received_at"),
        ("ticket_room", "ticket", "room_id", ", received_at"),
        ("ticket_source_number", "ticket", "source_number", ""),
    ):
        db.execute_sql(f"CREATE INDEX {name} ON {table} ({first}{then}) WHERE {first} IS NOT NULL")
