"""A write is all there or not at all, one at a time, and is told when it is durable."""

from __future__ import annotations

import threading

import psycopg
import pytest

from desk.codes import Topic
from desk.models import journal
from desk.models.database import FILE_NAME, Store
from desk.models.journal import Actor
from desk.models.tables import Community, JournalEntry
from desk.refusals import Refusal
from desk.words.faults import as_refusal
from tests.conftest import MORNING

ME = Actor(1, "前台一")


def test_a_write_is_heard_once_it_is_committed(store):
    heard = []
    store.changes.listen(lambda topics: heard.append((topics, JournalEntry.select().count())))
    with store.write(ME, MORNING) as write:
        write.log(Topic.TICKETS, 1, "ticket.received")
        write.log(Topic.CALLS, 1, "call.ended")
        assert heard == []
    assert heard == [({Topic.TICKETS, Topic.CALLS}, 2)]


def test_a_write_that_touched_nothing_is_not_heard(store):
    heard = []
    store.changes.listen(heard.append)
    with store.write(ME, MORNING):
        pass
    assert heard == []


def test_a_write_that_fails_leaves_nothing_and_is_not_heard(store):
    heard = []
    store.changes.listen(heard.append)
    with pytest.raises(Refusal), store.write(ME, MORNING) as write:  # noqa: PT012
        Community.insert(name="锦绣花园").execute()
        write.log(Topic.COMMUNITIES, 1, "community.edited")
        raise Refusal("community.stale")
    assert heard == []
    assert Community.select().count() == 0
    assert JournalEntry.select().count() == 0
    with store.write(ME, MORNING) as write:
        write.log(Topic.COMMUNITIES, 1, "community.edited")
    assert journal.first_broken_link() is None


def test_a_listener_that_fails_does_not_make_the_write_look_undone(store):
    def fail(_: object) -> None:
        raise RuntimeError

    store.changes.listen(fail)
    with store.write(ME, MORNING) as write:
        write.log(Topic.TICKETS, 1, "ticket.received")
    assert JournalEntry.select().count() == 1


def test_a_write_inside_a_write_is_a_mistake(store):
    with store.write(ME, MORNING), pytest.raises(RuntimeError), store.write(ME, MORNING):
        pass


def test_what_a_write_reads_is_what_it_writes_upon(store):
    """Two desks count up from what they read; no step may be lost."""
    Community.insert(name="0").execute()
    start = threading.Barrier(3)

    def desk() -> None:
        start.wait()
        for _ in range(10):
            with store.write(ME, MORNING):
                seen = int(Community.select(Community.name).scalar())
                Community.update(name=str(seen + 1)).execute()
        store.release()

    threads = [threading.Thread(target=desk) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Community.select(Community.name).scalar() == "30"


def test_the_disk_has_what_was_acknowledged(sqlite_store):
    pragmas = {
        name: sqlite_store.database.pragma(name)
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_reference_to_nothing_is_refused(store):
    with pytest.raises(Exception, match=r"(?i)foreign key"), store.write(ME, MORNING):
        store.database.execute_sql(
            "INSERT INTO technician (version, crew_id, name, telephone, active)"
            " VALUES (1, 99, 'x', '', true)"
        )


def test_the_folder_is_made_and_holds_the_database(tmp_path):
    folder = tmp_path / "业主 资料#1%20?x"
    store = Store.open(folder, MORNING)
    assert store.upgraded
    assert store.path == folder / FILE_NAME
    store.close()
    again = Store.open(folder, MORNING)
    assert again.upgraded == []
    again.close()


def test_an_earlier_store_does_not_write_through_a_later_one(sqlite_store, tmp_path):
    other = Store.open(tmp_path / "other", MORNING)
    with pytest.raises(RuntimeError), sqlite_store.write(ME, MORNING):
        pass
    other.close()


def test_a_server_that_dropped_the_connection_is_connected_to_again(postgres_store):
    with postgres_store.write(ME, MORNING) as write:
        write.log(Topic.TICKETS, 1, "ticket.received")
    drop_connections(postgres_store)
    refusals = []
    for _ in range(2):
        try:
            with postgres_store.write(ME, MORNING) as write:
                write.log(Topic.TICKETS, 2, "ticket.received")
        except Exception as error:
            refusals.append(getattr(as_refusal(error), "code", error))
    assert refusals in ([], ["database.unreachable"])
    assert JournalEntry.select().count() == 3 - len(refusals)
    assert journal.first_broken_link() is None


def test_a_server_that_is_lost_in_the_middle_of_a_write_has_none_of_it(postgres_store):
    with pytest.raises(Exception) as raised, postgres_store.write(ME, MORNING) as write:  # noqa: PT011, PT012
        write.log(Topic.TICKETS, 1, "ticket.received")
        drop_connections(postgres_store)
        write.log(Topic.TICKETS, 2, "ticket.received")
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "database.unreachable"
    assert JournalEntry.select().count() == 0


def test_a_desk_that_hangs_in_a_write_is_not_waited_for_for_ever(postgres_store):
    inside, done = threading.Event(), threading.Event()

    def asleep() -> None:
        with postgres_store.write(ME, MORNING):
            inside.set()
            done.wait()
        postgres_store.release()

    thread = threading.Thread(target=asleep)
    thread.start()
    inside.wait()
    postgres_store.database.execute_sql("SET lock_timeout = '50ms'")
    try:
        with pytest.raises(Exception) as raised, postgres_store.write(ME, MORNING):  # noqa: PT011
            pass
    finally:
        done.set()
        thread.join()
    refusal = as_refusal(raised.value)
    assert refusal is not None
    assert refusal.code == "database.locked"


def drop_connections(store: Store) -> None:
    """Do what a server does that is restarted."""
    with psycopg.connect(store.database.database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_gone_is_not_written_to_in_silence(sqlite_store, tmp_path, replaced):
    sqlite_store.path.rename(tmp_path / "moved.sqlite")
    if replaced:
        sqlite_store.path.write_bytes((tmp_path / "moved.sqlite").read_bytes())
    with pytest.raises(Refusal) as refused, sqlite_store.write(ME, MORNING) as write:
        write.log(Topic.TICKETS, 1, "ticket.received")
    assert refused.value.code == "database.unopenable"
