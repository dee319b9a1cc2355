"""From nothing or from an earlier schema to this one; never from a newer or a foreign one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading

import pytest
from filelock import FileLock
from peewee import SqliteDatabase

from desk.models import backup, upgrade
from desk.models.database import FILE_NAME, Store
from desk.models.postgres import SharedDatabase
from desk.models.schema import HISTORY, MIGRATIONS, steps
from desk.models.tables import Community
from desk.refusals import Refusal
from tests.conftest import MORNING

ADDS = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE community ADD COLUMN colour TEXT")
"""
FAILS = (
    ADDS
    + """
    db.execute_sql("UPDATE community SET name = 'half done'")
    raise RuntimeError("a mistake in the step")
"""
)


@pytest.fixture
def tomorrow(tmp_path):
    """The migrations of a program that has one more; call it with the step's text."""

    def written(text: str):
        folder = tmp_path / "migrations"
        if not folder.exists():
            shutil.copytree(MIGRATIONS, folder)
        (folder / "9000_tomorrow.py").write_text(text, "utf-8")
        return folder

    return written


def columns(store) -> set[str]:
    return {column.name for column in store.database.get_columns("community")}


def bring_up(store, folder) -> list[str]:
    return upgrade.bring_up_to_date(store.database, store.path, MORNING, folder)


def test_a_fresh_database_runs_every_step_and_needs_no_copy(tmp_path):
    store = Store.open(tmp_path, MORNING)
    assert store.upgraded == steps()
    store.close()
    assert not (tmp_path / "backups").exists()


def test_a_fresh_database_on_a_server_runs_every_step(postgres):
    store = Store.open_url(postgres.empty_database(), MORNING)
    assert store.upgraded == steps()
    store.close()


def test_what_is_up_to_date_is_left_alone(store):
    assert upgrade.pending(store.database) == []
    assert upgrade.bring_up_to_date(store.database, store.path, MORNING) == []


def test_a_step_runs_once_after_a_copy_was_made(store, tomorrow):
    Community.insert(name="锦绣花园").execute()
    folder = tomorrow(ADDS)
    assert bring_up(store, folder) == ["9000_tomorrow"]
    assert "colour" in columns(store)
    assert bring_up(store, folder) == []
    if store.path is not None:
        (copy,) = (store.path.parent / "backups").iterdir()
        assert copy.name == "before-upgrade-20260304T010000Z.sqlite"
        with backup.opened(copy) as connection:
            assert connection.execute("SELECT name FROM community").fetchone()[0] == "锦绣花园"
            named = {row[1] for row in connection.execute("PRAGMA table_info(community)")}
        assert "colour" not in named


def test_a_step_that_fails_leaves_nothing_of_itself_and_is_run_again(store, tomorrow):
    Community.insert(name="锦绣花园").execute()
    with pytest.raises(RuntimeError):
        bring_up(store, tomorrow(FAILS))
    assert "colour" not in columns(store)
    assert Community.select(Community.name).scalar() == "锦绣花园"
    assert bring_up(store, tomorrow(ADDS)) == ["9000_tomorrow"]
    assert "colour" in columns(store)


def test_nothing_is_upgraded_without_its_copy(sqlite_store, tomorrow, monkeypatch):
    def full(*_: object) -> None:
        raise Refusal("disk.full")

    monkeypatch.setattr(backup, "copy", full)
    with pytest.raises(Refusal):
        bring_up(sqlite_store, tomorrow(ADDS))
    assert "colour" not in columns(sqlite_store)


def test_a_newer_database_is_refused_and_left_alone(store):
    store.database.execute_sql(
        f"INSERT INTO {HISTORY} (name, applied) VALUES ('9999_next_year', '2027-01-01')"
    )
    with pytest.raises(Refusal) as refused:
        upgrade.bring_up_to_date(store.database, store.path, MORNING)
    assert refused.value.code == "database.newer"
    named = FILE_NAME if store.path else "PostgreSQL"
    assert refused.value.fields == {"file": named, "migration": "9999_next_year"}


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("CREATE TABLE books (title)")
    connection.close()
    with pytest.raises(Refusal) as refused:
        Store.open(tmp_path, MORNING)
    assert refused.value.code == "database.foreign"
    with backup.opened(tmp_path / FILE_NAME) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("books",)]


def test_a_server_may_hold_other_tables_but_not_ours(postgres):
    url = postgres.empty_database()
    database = SharedDatabase(url)
    database.execute_sql("CREATE TABLE spatial_ref_sys (id INTEGER)")
    assert upgrade.pending(database) == steps()
    database.execute_sql("CREATE TABLE ticket (id INTEGER)")
    with pytest.raises(Refusal) as refused:
        upgrade.pending(database)
    database.close()
    assert refused.value.code == "database.foreign"


@pytest.mark.parametrize("content", [b"a letter, not a database" * 99, b"SQLite format 3\0" * 99])
def test_a_damaged_file_is_refused_and_left_alone(tmp_path, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(Refusal) as refused:
        Store.open(tmp_path, MORNING)
    assert refused.value.code == "database.damaged"
    assert refused.value.fields == {"file": FILE_NAME}
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_desk_that_upgrades_for_too_long_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(upgrade, "_PATIENCE", 0.05)
    with (
        FileLock(str(tmp_path / f"{FILE_NAME}.upgrade.lock")),
        pytest.raises(Refusal) as refused,
    ):
        Store.open(tmp_path, MORNING)
    assert refused.value.code == "database.locked"


def test_desks_that_start_together_on_a_server_upgrade_once(postgres):
    url = postgres.empty_database()
    start_together(lambda: SharedDatabase(url), None)


def test_desks_that_start_together_on_one_folder_upgrade_once(tmp_path):
    path = tmp_path / FILE_NAME
    start_together(
        lambda: SqliteDatabase(str(path), pragmas={"journal_mode": "wal"}, timeout=5), path
    )


def start_together(connect, path) -> None:
    start, ran, failed = threading.Barrier(4), [], []

    def desk() -> None:
        database = connect()
        start.wait()
        try:
            ran.append(upgrade.bring_up_to_date(database, path, MORNING))
        except Exception as error:
            failed.append(error)
        finally:
            database.close()

    together(desk, 4)
    assert failed == []
    assert sorted(ran, key=len) == [[], [], [], steps()]


def together(desk, count: int) -> None:
    threads = [threading.Thread(target=desk) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


OPENS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desk.models.database import Store
sys.stdin.readline()
store = Store.open(Path(sys.argv[1]), datetime(2026, 3, 4, 1, tzinfo=UTC))
print(len(store.upgraded))
store.close()
"""


def test_windows_that_start_together_on_a_fresh_folder_all_open(tmp_path):
    command = [sys.executable, "-c", OPENS, tmp_path / "data"]
    environment = os.environ | {"PYTHONPATH": os.curdir}
    desks = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        for _ in range(4)
    ]
    for desk in desks:  # they wait for this line, so that they start at one moment
        assert desk.stdin is not None
        desk.stdin.write("go\n")
        desk.stdin.flush()
    said = sorted(desk.communicate(timeout=60)[0].strip() for desk in desks)
    assert said == ["0", "0", "0", str(len(steps()))]
