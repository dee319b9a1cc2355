"""Every step from every schema that is out there, with a file that was made by it."""

from __future__ import annotations

import sqlite3
import sys
import time

import pytest
from peewee import SqliteDatabase
from playhouse.migrations import Runner
from playhouse.schema_diff import diff_models

from desk.answers.library import read
from desk.models import fulltext, journal, schema
from desk.models.database import FILE_NAME, Store
from desk.models.journal import Actor
from desk.models.tables import (
    TABLES,
    Article,
    Community,
    Concept,
    ImportedRow,
    JournalText,
    Room,
    Ticket,
)
from tests.models.store_schema import NOW, stored, unpack

STEPS = schema.steps()


def structure(path) -> set[str]:
    """Return how every table and index of a file is made, the index of words apart."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'ticket_text_%'"
        ).fetchall()
    connection.close()
    return {row[0] for row in rows}


def test_every_step_has_a_stored_file_and_a_test():
    here = vars(sys.modules[__name__])
    lacking = [
        step for step in STEPS if f"test_step_{step}" not in here or not stored(step).exists()
    ]
    assert lacking == [], "write test_step_… here and run python -m tests.models.store_schema"


def test_steps_are_numbered_without_a_gap():
    assert [int(step[:4]) for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_the_tables_are_what_the_steps_make(store):
    assert not any(diff_models(store.database, list(TABLES)))


@pytest.mark.parametrize("step", STEPS)
def test_a_step_still_makes_what_it_made(tmp_path, step):
    """A step that is out there is never changed: a new one is written."""
    unpack(step, tmp_path / "stored.sqlite")
    database = SqliteDatabase(str(tmp_path / "made.sqlite"))
    Runner(database, str(schema.MIGRATIONS), table_name=schema.HISTORY).up(target=step)
    database.close()
    assert structure(tmp_path / "stored.sqlite") == structure(tmp_path / "made.sqlite")


@pytest.mark.parametrize("step", STEPS)
def test_a_stored_file_comes_up_to_date_and_loses_nothing(tmp_path, step):
    unpack(step, tmp_path / FILE_NAME)
    before = counts(tmp_path / FILE_NAME)
    store = Store.open(tmp_path, NOW)
    assert store.upgraded == STEPS[STEPS.index(step) + 1 :]
    assert bool(list(tmp_path.glob("backups/before-upgrade-*"))) == bool(store.upgraded)
    after = counts(tmp_path / FILE_NAME)
    assert {table: after.get(table) for table in before} == before | {schema.HISTORY: len(STEPS)}
    assert journal.first_broken_link() is None
    assert not any(diff_models(store.database, list(TABLES)))
    store.close()


def counts(path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'ticket_text_%'"
        )
    ]
    found = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
    }
    connection.close()
    return found


def test_step_0001_first_schema(tmp_path):
    unpack("0001", tmp_path / FILE_NAME)
    assert min(counts(tmp_path / FILE_NAME).values()) >= 1
    store = Store.open(tmp_path, NOW)
    assert fulltext.find(store.database, "漏水", 5) == [1]
    ticket = Ticket.get_by_id(1)
    assert (ticket.due_at, ticket.words) == (NOW, "words 张")
    assert Article.get_by_id(1).valid_until == NOW.date()
    assert JournalText.get_by_id(1).text == {"words": "漏水"}
    store.close()


def test_step_0002_imports(tmp_path):
    unpack("0001", tmp_path / FILE_NAME)
    store = Store.open(tmp_path, NOW)
    room, ticket = Room.get_by_id(1), Ticket.get_by_id(1)
    assert (room.area_m2, room.moved_in, ticket.imported_id) == (None, "", None)
    store.close()
    unpack("0002", tmp_path / FILE_NAME)
    assert min(counts(tmp_path / FILE_NAME).values()) >= 1
    store = Store.open(tmp_path, NOW)
    assert Ticket.get_by_id(1).imported.at == NOW
    assert (ImportedRow.get_by_id(1).said, ImportedRow.get_by_id(1).row) == (["供水"], 1)
    store.close()


def test_step_0003_meanings(tmp_path):
    unpack("0002", tmp_path / FILE_NAME)
    store = Store.open(tmp_path, NOW)
    article = Article.get_by_id(1)
    assert (article.question, article.tokens, article.vector) == ("question 张", b"", None)
    assert read(1).tokens, "what an article is found by is made of its words"
    assert Concept.select().count() == 0
    store.close()
    unpack("0003", tmp_path / FILE_NAME)
    assert min(counts(tmp_path / FILE_NAME).values()) >= 1
    store = Store.open(tmp_path, NOW)
    concept = Concept.get_by_id(1)
    assert (concept.words, concept.updated_at) == (["供水"], NOW)
    assert Article.get_by_id(1).tokens == "tokens 张".encode()
    store.close()


def test_many_articles_wait_for_no_upgrade(tmp_path):
    unpack("0002", tmp_path / FILE_NAME)
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            " INSERT INTO article (version, community_id, question, answer, category, tokens, used,"
            " active, updated_at)"
            " SELECT 1, 1, 'q' || i, 'a', '', hex(zeroblob(300)), 0, 1, 0 FROM n"
        )
    connection.close()
    before = time.perf_counter()
    store = Store.open(tmp_path, NOW)
    assert time.perf_counter() - before < 5
    assert Article.select().where(Article.tokens == b"").count() == 20_001
    store.close()


def test_bytes_come_back_as_they_were_on_both_databases(store):
    with store.write(Actor(None), NOW):
        community = Community.insert(name="锦绣花园").execute()
        row = Article.insert(
            community=community,
            question="问",
            answer="答",
            updated_at=NOW,
            tokens=bytes(range(256)),
            vector=b"\0\xff",
        ).execute()
    article = Article.get_by_id(row)
    assert (bytes(article.tokens), bytes(article.vector)) == (bytes(range(256)), b"\0\xff")


def test_a_step_refers_to_the_table_of_imports_on_both_databases(store):
    references = {(key.column, key.dest_table) for key in store.database.get_foreign_keys("ticket")}
    assert ("imported_id", "import") in references
