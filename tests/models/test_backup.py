"""Copies of a database in use: complete, checked, kept, never in place of another file."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk import files
from desk.codes import Topic
from desk.models import backup
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import JournalEntry
from desk.refusals import Refusal
from desk.words.faults import as_refusal
from tests import disks
from tests.conftest import MORNING

DAY = date(2026, 3, 4)


def write(store: Store, count: int = 1) -> None:
    for _ in range(count):
        with store.write(Actor(), MORNING) as writing:
            writing.log(Topic.TICKETS, 1, "ticket.received", text={"words": "漏水" * 200})


def entries(path: Path) -> int:
    with backup.opened(path) as connection:
        return int(connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0])


def beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_a_copy_has_what_was_committed_and_nothing_beside_it(sqlite_store, tmp_path):
    write(sqlite_store, 3)
    copy = backup.copy(sqlite_store.path, tmp_path / "out" / "copy.sqlite")
    assert entries(copy) == 3
    assert beside(copy) == ["copy.sqlite"]
    assert backup.check(copy, thorough=True)


def test_what_is_not_committed_is_not_in_the_copy(sqlite_store, tmp_path):
    write(sqlite_store)
    with sqlite_store.database.atomic():
        JournalEntry.delete().execute()
        copy = backup.copy(sqlite_store.path, tmp_path / "copy.sqlite")
        assert entries(copy) == 1


def test_a_copy_is_whole_while_others_write_without_end(sqlite_store, tmp_path):
    """A copy that begins anew at each commit would never be done."""
    write(sqlite_store, 50)
    done = threading.Event()

    def desk() -> None:
        while not done.is_set():
            write(sqlite_store)
        sqlite_store.release()

    thread = threading.Thread(target=desk)
    thread.start()
    try:
        copies = [
            backup.copy(sqlite_store.path, tmp_path / f"{number}.sqlite") for number in range(5)
        ]
    finally:
        done.set()
        thread.join()
    counted = [entries(copy) for copy in copies]
    assert counted == sorted(counted)
    for copy in copies:
        backup.check(copy, thorough=True)


def test_odd_names_are_names(empty_sqlite, tmp_path):
    folder = tmp_path / "业主#1 50%20?mode=rw"
    folder.mkdir()
    path = folder / "desk.sqlite"
    backup.copy(empty_sqlite / "desk.sqlite", path)
    assert backup.check(path)
    assert beside(path) == ["desk.sqlite"]


def test_nothing_is_overwritten(sqlite_store, tmp_path):
    letter = tmp_path / "letter.docx"
    letter.write_text("dear", "utf-8")
    for target in (letter, sqlite_store.path):
        before = target.read_bytes()
        with pytest.raises(Refusal) as refused:
            backup.copy(sqlite_store.path, target)
        assert refused.value.code == "backup.exists"
        assert target.read_bytes() == before


@pytest.mark.parametrize("step", ["online_copy", "check", "sync"])
def test_an_interrupted_copy_leaves_nothing(sqlite_store, tmp_path, monkeypatch, step):
    real = getattr(files if step == "sync" else backup, step)

    def interrupted(*args: object, **options: object) -> None:
        real(*args, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(files if step == "sync" else backup, step, interrupted)
    target = tmp_path / "out" / "copy.sqlite"
    with pytest.raises(KeyboardInterrupt):
        backup.copy(sqlite_store.path, target)
    assert beside(target) == []


def test_a_full_disk_in_the_middle_leaves_nothing(sqlite_store, tmp_path, monkeypatch):
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(OSError, match="No space"):
        backup.daily(sqlite_store.path, DAY)
    folder = sqlite_store.path.parent / backup.FOLDER
    assert list(folder.glob("*.sqlite*")) == []
    monkeypatch.undo()
    assert backup.daily(sqlite_store.path, DAY)


def test_there_is_one_copy_a_day(sqlite_store):
    first = backup.daily(sqlite_store.path, DAY)
    assert first == sqlite_store.path.parent / "backups" / "desk-2026-03-04.sqlite"
    write(sqlite_store)
    assert backup.daily(sqlite_store.path, DAY) is None
    assert entries(first) == 0
    second = backup.daily(sqlite_store.path, DAY + timedelta(1))
    assert second is not None
    assert entries(second) == 1


def test_fourteen_are_kept_and_nothing_else_is_touched(sqlite_store):
    folder = sqlite_store.path.parent / backup.FOLDER
    folder.mkdir()
    others = ["desk-2020-99-99.sqlite", "desk-2020-01-01.sqlite.bak", "my desk-2020-01-01.sqlite"]
    for name in [*others, "by-hand-20200101T000000Z.sqlite"]:
        (folder / name).write_bytes(b"mine")
    for number in range(20):
        backup.daily(sqlite_store.path, DAY + timedelta(number))
    kept = backup.kept(sqlite_store.path)
    assert [copy.day for copy in kept] == [DAY + timedelta(number) for number in range(19, 5, -1)]
    assert all((folder / name).read_bytes() == b"mine" for name in others)


def test_an_older_day_that_is_made_late_does_not_push_out_a_newer_one(sqlite_store):
    for number in range(14):
        backup.daily(sqlite_store.path, DAY + timedelta(number))
    backup.daily(sqlite_store.path, DAY - timedelta(1))
    assert [copy.day for copy in backup.kept(sqlite_store.path)][-1] == DAY


def test_desks_that_begin_the_day_together_make_one_copy(sqlite_store):
    write(sqlite_store, 20)
    start, made, failed = threading.Barrier(4), [], []

    def desk() -> None:
        start.wait()
        try:
            made.append(backup.daily(sqlite_store.path, DAY))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=desk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert [copy for copy in made if copy] == [backup.of_day(sqlite_store.path, DAY)]
    assert entries(backup.of_day(sqlite_store.path, DAY)) == 20


def test_what_a_power_cut_left_unfinished_is_cleared_away(sqlite_store):
    folder = sqlite_store.path.parent / backup.FOLDER
    folder.mkdir()
    (folder / "desk-2026-03-03.sqlite.0a1b.partial").write_bytes(b"half")
    backup.daily(sqlite_store.path, DAY)
    assert sorted(file.name for file in folder.glob("*.partial")) == []


def test_names_of_copies_of_the_same_second_differ(sqlite_store):
    names = {backup.by_hand(sqlite_store.path, MORNING).name for _ in range(3)}
    assert names == {
        "by-hand-20260304T010000Z.sqlite",
        "by-hand-20260304T010000Z-1.sqlite",
        "by-hand-20260304T010000Z-2.sqlite",
    }


def refused_check(path: Path, **how: bool) -> str:
    with pytest.raises(Refusal) as refused:
        backup.check(path, **how)
    assert refused.value.fields == {"file": path.name}
    return refused.value.code


def test_a_file_that_is_not_there_is_missing(tmp_path):
    assert refused_check(tmp_path / "gone.sqlite") == "database.missing"
    assert refused_check(tmp_path) == "database.missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"a letter" * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_database_is_damaged(tmp_path, content):
    path = tmp_path / "letter.sqlite"
    path.write_bytes(content)
    assert refused_check(path) == "database.damaged"


def test_an_empty_file_is_not_ours(tmp_path):
    (tmp_path / "empty.sqlite").touch()
    assert refused_check(tmp_path / "empty.sqlite") == "database.foreign"


def test_another_programs_database_is_not_ours(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE ticket (x)")
    connection.close()
    assert refused_check(path) == "database.foreign"


def test_a_database_that_was_cut_short_is_damaged(sqlite_store, tmp_path):
    write(sqlite_store, 50)
    copy = backup.copy(sqlite_store.path, tmp_path / "copy.sqlite")
    with copy.open("rb+") as file:
        file.truncate(copy.stat().st_size // 2)
    assert refused_check(copy) == "database.damaged"


def test_a_damaged_page_is_found(sqlite_store, tmp_path):
    write(sqlite_store, 50)
    copy = backup.copy(sqlite_store.path, tmp_path / "copy.sqlite")
    content = bytearray(copy.read_bytes())
    for page in range(2 * 4096, len(content), 4096):
        content[page : page + 100] = os.urandom(100)
    copy.write_bytes(content)
    assert refused_check(copy) == "database.damaged"


def test_a_thorough_check_finds_an_index_that_lies_and_a_reference_to_nothing(
    sqlite_store, tmp_path
):
    write(sqlite_store, 2)
    copy = backup.copy(sqlite_store.path, tmp_path / "copy.sqlite")
    with sqlite3.connect(copy) as connection:
        connection.execute("INSERT INTO journal_text (entry_id, salt, text) VALUES (99, '', '{}')")
    connection.close()
    assert backup.check(copy)
    assert refused_check(copy, thorough=True) == "database.damaged"


def test_a_database_on_a_medium_that_cannot_be_written_can_be_read(sqlite_store, small_disk):
    """A plain copy of the file still asks for a log beside it, which cannot be made there."""
    write(sqlite_store, 2)
    sqlite_store.database.pragma("wal_checkpoint", "TRUNCATE")
    copy = small_disk / "desk.sqlite"
    copy.write_bytes(sqlite_store.path.read_bytes())
    disks.remount(small_disk, "ro")
    assert backup.check(copy)
    assert entries(copy) == 2


def test_a_damaged_database_is_named_and_not_its_unfinished_copy(sqlite_store, tmp_path):
    write(sqlite_store, 50)
    sqlite_store.database.pragma("wal_checkpoint", "TRUNCATE")
    content = bytearray(sqlite_store.path.read_bytes())
    for page in range(20 * 4096, len(content), 4096):
        content[page : page + 100] = os.urandom(100)
    sqlite_store.release()
    sqlite_store.path.write_bytes(content)
    with pytest.raises((Refusal, sqlite3.DatabaseError)) as raised:
        backup.copy(sqlite_store.path, tmp_path / "copy.sqlite")
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "database.damaged"
    assert refusal.fields in ({}, {"file": "desk.sqlite"})
