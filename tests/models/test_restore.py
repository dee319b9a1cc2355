"""A backup put back: checked first, in one step, and what was there is kept."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desk import files
from desk.codes import Topic
from desk.models import backup, journal
from desk.models.database import FILE_NAME, Store
from desk.models.journal import Actor
from desk.models.restore import restore
from desk.refusals import Refusal
from desk.words.faults import as_refusal
from tests import disks
from tests.conftest import MORNING


def write(folder: Path, count: int) -> None:
    store = Store.open(folder, MORNING)
    for _ in range(count):
        with store.write(Actor(), MORNING) as writing:
            writing.log(Topic.TICKETS, 1, "ticket.received", text={"words": "漏水"})
    store.close()


def entries(path: Path) -> int:
    with backup.opened(path) as connection:
        return int(connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0])


@pytest.fixture
def folder(tmp_path):
    """A data folder with five entries."""
    write(tmp_path / "data", 5)
    return tmp_path / "data"


@pytest.fixture
def source(tmp_path):
    """A backup with two."""
    write(tmp_path / "earlier", 2)
    return backup.copy(tmp_path / "earlier" / FILE_NAME, tmp_path / "backup.sqlite")


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_backup_takes_the_place_and_the_old_one_is_kept(folder, source):
    kept = restore(source, folder / FILE_NAME, MORNING)
    assert entries(folder / FILE_NAME) == 2
    assert kept == folder / "backups" / "before-restore-20260304T010000Z.sqlite"
    assert entries(kept) == 5
    store = Store.open(folder, MORNING)
    assert journal.first_broken_link() is None
    assert store.database.pragma("journal_mode") == "wal"
    store.close()


def test_restoring_twice_in_a_second_keeps_both(folder, source):
    first = restore(source, folder / FILE_NAME, MORNING)
    second = restore(source, folder / FILE_NAME, MORNING)
    assert (entries(first), entries(second)) == (5, 2)


def test_what_was_kept_can_be_restored_again(folder, source):
    kept = restore(source, folder / FILE_NAME, MORNING)
    restore(kept, folder / FILE_NAME, MORNING)
    assert entries(folder / FILE_NAME) == 5


def test_a_folder_without_a_database_gets_one(tmp_path, source):
    path = tmp_path / FILE_NAME
    # The log of a database that somebody deleted must not be taken for this one's.
    path.with_name(FILE_NAME + "-wal").write_bytes(b"old log")
    assert restore(source, path, MORNING) is None
    assert entries(path) == 2
    assert not path.with_name(FILE_NAME + "-wal").exists()


def test_the_backup_itself_is_left_as_it_is(folder, source):
    before = source.read_bytes()
    restore(source, folder / FILE_NAME, MORNING)
    assert source.read_bytes() == before


def damaged(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE books (x)")
    connection.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO schema_migration (name, applied) VALUES ('9999_tomorrow', '2026')"
        )
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (Path.unlink, "database.missing"),
        (damaged, "database.damaged"),
        (foreign, "database.foreign"),
        (newer, "database.newer"),
    ],
)
def test_what_cannot_serve_touches_nothing(folder, source, spoil, code):
    spoil(source)
    before = everything(folder)
    with pytest.raises(Refusal) as refused:
        restore(source, folder / FILE_NAME, MORNING)
    assert refused.value.code == code
    assert everything(folder) == before


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500])
def test_a_file_that_is_no_database_any_more_is_kept_byte_by_byte(folder, source, content):
    (folder / FILE_NAME).write_bytes(content)
    if content:  # SQLite takes the log of an empty file away as soon as it is opened
        (folder / f"{FILE_NAME}-wal").write_bytes(b"the log")
    kept = restore(source, folder / FILE_NAME, MORNING)
    assert kept is not None
    assert kept.read_bytes() == content
    assert not content or kept.with_name(kept.name + "-wal").read_bytes() == b"the log"
    assert entries(folder / FILE_NAME) == 2
    assert not list(folder.glob("*.partial"))
    Store.open(folder, MORNING).close()


def test_a_database_with_a_damaged_page_is_replaced(folder, source):
    path = folder / FILE_NAME
    content = bytearray(path.read_bytes())
    for page in range(2 * 4096, len(content), 4096):
        content[page : page + 200] = os.urandom(200)
    path.write_bytes(content)
    kept = restore(source, path, MORNING)
    assert kept is not None
    assert kept.read_bytes()[: 4 * 4096] == bytes(content)[: 4 * 4096]
    assert backup.check(path, thorough=True)
    assert entries(path) == 2


def test_a_database_that_another_process_holds_is_left_as_it_is(folder, source, monkeypatch):
    monkeypatch.setattr(backup, "PATIENCE", 0.05)
    holder = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError) as raised:
        restore(source, folder / FILE_NAME, MORNING)
    holder.close()
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "database.locked"
    assert entries(folder / FILE_NAME) == 5


def test_a_desk_that_reads_meanwhile_goes_on_reading(folder, source):
    reader = sqlite3.connect(folder / FILE_NAME)
    count = "SELECT count(*) FROM journal_entry"
    assert reader.execute(count).fetchone()[0] == 5
    restore(source, folder / FILE_NAME, MORNING)
    assert reader.execute(count).fetchone()[0] == 2
    reader.close()


def test_a_full_disk_leaves_the_old_database(source, small_disk):
    write(small_disk, 5)
    disks.fill(small_disk, leave=64 * 1024)
    with pytest.raises((OSError, sqlite3.Error)) as raised:
        restore(source, small_disk / FILE_NAME, MORNING)
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "disk.full"
    assert entries(small_disk / FILE_NAME) == 5
    assert not list((small_disk / "backups").glob("*"))


def test_a_damaged_file_that_cannot_be_kept_is_not_replaced(folder, source, monkeypatch):
    (folder / FILE_NAME).write_bytes(b"damaged" * 100)

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(OSError, match="full"):
        restore(source, folder / FILE_NAME, MORNING)
    assert (folder / FILE_NAME).read_bytes() == b"damaged" * 100
    assert not list((folder / "backups").glob("*"))


KILLED = """
import os, sqlite3, sys
from datetime import UTC, datetime
from pathlib import Path
from desk.models import backup, restore
at = int(sys.argv[3])

class Dying(sqlite3.Connection):
    # The pages are on their way into the old database when the power goes.
    def backup(self, target, **options):
        if "progress" not in options:
            return super().backup(target, **options)
        def die(status, remaining, total):
            if total - remaining >= at:
                os._exit(9)
        super().backup(target, pages=1, progress=die)

connect = sqlite3.connect
sqlite3.connect = lambda *args, **options: connect(*args, factory=Dying, **options)
restore.restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 4, 1, tzinfo=UTC))
"""


@pytest.mark.parametrize("page", [1, 7, 40])
def test_a_power_cut_in_the_middle_leaves_the_old_database(folder, source, page):
    command = [sys.executable, "-c", KILLED, source, folder / FILE_NAME, str(page)]
    environment = os.environ | {"PYTHONPATH": os.curdir}
    assert subprocess.run(command, env=environment, timeout=60, check=False).returncode == 9
    assert entries(folder / FILE_NAME) == 5
    assert backup.check(folder / FILE_NAME, thorough=True)
    store = Store.open(folder, MORNING)
    assert journal.first_broken_link() is None
    store.close()
