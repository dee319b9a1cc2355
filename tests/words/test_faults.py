from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import peewee
import psycopg
import pytest

from desk.refusals import Refusal
from desk.words.faults import as_refusal


def code_of(exception: BaseException) -> str | None:
    refusal = as_refusal(exception)
    return refusal.code if refusal else None


def caught(act) -> BaseException:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - which one is what is asked
        act()
    return raised.value


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EDQUOT, "disk.full"),
        (errno.EACCES, "folder.readonly"),
        (errno.EROFS, "folder.readonly"),
        (errno.EIO, "disk.failing"),
        (errno.ENOENT, None),
    ],
)
def test_errors_of_the_system_are_sorted_by_their_number(number, code):
    assert code_of(OSError(number, "no matter what")) == code


def test_a_refusal_is_already_one():
    refusal = Refusal("ticket.stale")
    assert as_refusal(refusal) is refusal


@pytest.mark.parametrize("ours", [ValueError("x"), KeyError("disk is full"), OSError("odd")])
def test_our_own_faults_stay_what_they_are(ours):
    assert as_refusal(ours) is None


def test_a_fault_of_ours_is_not_excused_by_what_was_dealt_with_before():
    def act():
        try:
            raise OSError(errno.ENOSPC, "full")
        except OSError:
            raise KeyError("ours")  # noqa: B904 - the point of the test

    assert as_refusal(caught(act)) is None


def test_a_cause_that_was_named_is_followed():
    def act():
        try:
            raise OSError(errno.ENOSPC, "full")
        except OSError as error:
            raise RuntimeError("saving failed") from error

    assert code_of(caught(act)) == "disk.full"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 900,)] * 200)
    connection.close()
    return path


def peewee_error(path: Path, sql: str, **options: object) -> BaseException:
    database = peewee.SqliteDatabase(str(path), timeout=0, **options)
    try:
        return caught(lambda: database.execute_sql(sql))
    finally:
        database.close()


def test_a_locked_database(file):
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    error = peewee_error(file, "INSERT INTO t VALUES (1)")
    holder.close()
    assert type(error).__module__ == "peewee"
    assert code_of(error) == "database.locked"


def test_a_full_disk(file):
    database = peewee.SqliteDatabase(str(file), pragmas={"max_page_count": 1})
    error = caught(
        lambda: database.execute_sql("INSERT INTO t VALUES (?)", (sqlite3.Binary(bytes(200_000)),))
    )
    database.close()
    assert code_of(error) == "disk.full"


def test_a_database_that_may_only_be_read(file):
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    error = caught(lambda: connection.execute("INSERT INTO t VALUES (1)"))
    connection.close()
    assert code_of(error) == "folder.readonly"
    assert code_of(peewee_error(file, "INSERT INTO t VALUES (1)", pragmas={"query_only": 1})) == (
        "folder.readonly"
    )


def test_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"a letter, not a database" * 100)
    assert code_of(peewee_error(path, "SELECT * FROM t")) == "database.damaged"


def test_a_damaged_database(file):
    content = bytearray(file.read_bytes())
    content[4096 : len(content) - 4096] = b"\xff" * (len(content) - 8192)
    file.write_bytes(content)
    assert code_of(peewee_error(file, "SELECT count(x) FROM t")) == "database.damaged"


def test_a_database_that_is_not_there(tmp_path):
    error = peewee_error(tmp_path / "gone" / "desk.sqlite", "SELECT 1")
    assert code_of(error) == "database.unopenable"


def test_a_mistake_in_a_query_is_ours(file):
    assert as_refusal(peewee_error(file, "SELECT nothing FROM nowhere")) is None
    assert as_refusal(sqlite3.IntegrityError("UNIQUE constraint failed")) is None


def test_a_limit_of_the_system_on_a_file_reads_as_a_full_disk(tmp_path):
    limits = pytest.importorskip("resource", reason="there are no such limits on this system")
    before = limits.getrlimit(limits.RLIMIT_FSIZE)
    path = tmp_path / "big"
    limits.setrlimit(limits.RLIMIT_FSIZE, (1000, before[1]))
    try:
        error = caught(lambda: path.write_bytes(bytes(2000)))
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, before)
    assert code_of(error) == "disk.full"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (psycopg.errors.DiskFull("x"), "disk.full"),
        (psycopg.errors.TooManyConnections("x"), "database.busy"),
        (psycopg.errors.AdminShutdown("x"), "database.unreachable"),
        (psycopg.errors.DeadlockDetected("x"), "database.locked"),
        (psycopg.errors.LockNotAvailable("x"), "database.locked"),
        (psycopg.errors.InvalidPassword("x"), "database.denied"),
        (psycopg.errors.InvalidCatalogName("x"), "database.denied"),
        (psycopg.errors.ReadOnlySqlTransaction("x"), "database.readonly"),
        (psycopg.errors.DataCorrupted("x"), "database.damaged"),
        (psycopg.OperationalError("connection refused"), "database.unreachable"),
        (psycopg.errors.UndefinedTable("x"), None),
        (psycopg.errors.UniqueViolation("x"), None),
    ],
)
def test_errors_of_a_shared_database_are_sorted_by_their_state(error, code):
    assert code_of(error) == code

    def wrapped():
        try:
            raise error
        except psycopg.Error:
            raise peewee.OperationalError("what peewee makes of it")  # noqa: B904 - as peewee does

    assert code_of(caught(wrapped)) == code
