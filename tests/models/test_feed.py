"""A desk hears of what others commit, with its topics, on both databases."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading

import psycopg
import pytest

from desk.codes import Topic
from desk.models import feed as feeds
from desk.models.database import Store
from desk.models.journal import Actor
from tests.conftest import MORNING

PATIENCE = 20.0  # seconds; a feed answers within 0.1
ANOTHER_DESK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desk.codes import Topic
from desk.models.database import Store
from desk.models.journal import Actor
now = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)
where = sys.argv[1]
store = Store.open_url(where, now) if "://" in where else Store.open(Path(where), now)
with store.write(Actor(desk="2"), now) as write:
    write.log(Topic.TICKETS, 1, "ticket.received")
    write.log(Topic.CALLS, 1, "call.ended")
store.close()
"""


@pytest.fixture
def feed(store):
    opened = store.feed()
    yield opened
    opened.close()


def write(store: Store, *topics: Topic) -> None:
    with store.write(Actor(), MORNING) as writing:
        for topic in topics:
            writing.log(topic, 1, "ticket.received")


def test_another_desk_is_heard_with_its_topics(store, feed):
    """Another process, because a process has one store."""
    where = str(store.path.parent) if store.path else store.database.database
    script = [sys.executable, "-c", ANOTHER_DESK, where]
    subprocess.run(script, check=True, timeout=60, env=os.environ | {"PYTHONPATH": os.curdir})
    assert feed.wait(PATIENCE) == {Topic.TICKETS, Topic.CALLS}


def test_this_process_is_heard_too(store, feed):
    write(store, Topic.ARTICLES)
    assert feed.wait(PATIENCE) == {Topic.ARTICLES}


def test_what_was_committed_before_is_not_told(store):
    write(store, Topic.ARTICLES)
    opened = store.feed()
    assert opened.wait(0.1) == frozenset()
    opened.close()


def test_each_commit_is_told_once(store, feed):
    write(store, Topic.ARTICLES)
    assert feed.wait(PATIENCE) == {Topic.ARTICLES}
    assert feed.wait(0.1) == frozenset()
    write(store, Topic.CREWS)
    assert feed.wait(PATIENCE) == {Topic.CREWS}


def test_commits_between_two_looks_are_all_told(store, feed):
    heard: set[Topic] = set()
    write(store, Topic.ARTICLES)
    write(store, Topic.CREWS)
    while heard != {Topic.ARTICLES, Topic.CREWS}:
        topics = feed.wait(PATIENCE)
        assert topics
        heard |= topics


def test_a_write_that_was_taken_back_is_not_told(store, feed):
    with pytest.raises(KeyError), store.write(Actor(), MORNING) as writing:  # noqa: PT012
        writing.log(Topic.TICKETS, 1, "ticket.received")
        raise KeyError
    assert feed.wait(0.1) == frozenset()


def test_closing_wakes_who_waits(store, feed):
    heard = []
    thread = threading.Thread(target=lambda: heard.append(feed.wait(1e9)))
    thread.start()
    feed.close()
    thread.join(PATIENCE)
    assert heard == [frozenset()]
    assert feed.wait(1e9) == frozenset()


def test_what_only_a_newer_program_knows_is_passed_over(store, feed):
    write(store, Topic.ARTICLES)
    if store.path is None:
        store.database.execute_sql("SELECT pg_notify(%s, 'robot,call')", (feeds.CHANNEL,))
    else:
        store.database.execute_sql("UPDATE journal_entry SET topic = 'robot'")
        write(store, Topic.CALLS)
    heard: frozenset[Topic] = frozenset()
    while Topic.CALLS not in heard:
        heard = feed.wait(PATIENCE)
        assert heard <= {Topic.ARTICLES, Topic.CALLS}


def test_a_busy_disk_is_asked_again(sqlite_store):
    feed = sqlite_store.feed()
    real = feed._db

    class Busy:
        def execute(self, *_: object) -> None:
            feed._db = real  # the next time it goes well
            raise sqlite3.OperationalError("disk I/O error")

    feed._db = Busy()
    write(sqlite_store, Topic.ARTICLES)
    assert feed.wait(PATIENCE) == {Topic.ARTICLES}
    feed.close()


def test_a_journal_that_became_shorter_means_that_anything_may_have_changed(sqlite_store):
    write(sqlite_store, Topic.ARTICLES)
    feed = sqlite_store.feed()
    sqlite_store.database.execute_sql("DELETE FROM journal_entry")
    assert feed.wait(PATIENCE) == frozenset(Topic)
    feed.close()


def test_a_server_that_was_away_may_have_changed_anything(postgres_store):
    feed = postgres_store.feed()
    with psycopg.connect(postgres_store.database.database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND query LIKE 'LISTEN%'"
        )
    assert feed.wait(PATIENCE) == frozenset(Topic)
    write(postgres_store, Topic.ARTICLES)
    assert feed.wait(PATIENCE) == {Topic.ARTICLES}
    feed.close()
