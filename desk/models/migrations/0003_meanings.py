"""What words mean: concepts of the centre; tokens and a vector of an article as bytes."""

from peewee import *


def up(migrator, db):
    class Concept(Model):
        version = IntegerField(default=1)
        key = TextField(unique=True)
        name = TextField(default="")
        words = JSONField(null=True)
        removed = BooleanField(default=False)
        updated_at = BigIntegerField()

        class Meta:
            database = db
            table_name = "concept"

    db.create_tables([Concept])

    # Made of the words of the article, so nothing is lost: what is empty is made when it is read.
    bytea, nothing = ("BLOB", "x''") if isinstance(db, SqliteDatabase) else ("BYTEA", "''")
    db.execute_sql("ALTER TABLE article DROP COLUMN tokens")
    db.execute_sql(f"ALTER TABLE article ADD COLUMN tokens {bytea} NOT NULL DEFAULT {nothing}")
    db.execute_sql(f"ALTER TABLE article ADD COLUMN vector {bytea}")
