"""Making a ticket, and the first page of the queue, each against plain sqlite3 in the same run.

``python -m tests.benchmarks.bench_tables FOLDER``. The floor of making a ticket is what the
service really wrote: each ticket's statements are noted down with their values and then played
against a copy of the same database by the standard library, in one synced commit.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from desk.calls.drafts import Draft
from desk.calls.ticketing import Becomes, make_ticket
from desk.centre.profile import Centre
from desk.codes import Kind, Urgency
from desk.models.database import FILE_NAME, Store
from desk.models.journal import Actor
from desk.tickets import queue
from tests.benchmarks.floor_tables import Statement, captured, connect, queue_page
from tests.benchmarks.measure import Figure, milliseconds, spread

_ROUNDS = 200
_CHANGES = ("INSERT", "UPDATE", "DELETE")


def figures(folder: Path) -> list[Figure]:
    """Measure both on copies of a centre."""
    with TemporaryDirectory() as made, TemporaryDirectory() as floor:
        shutil.copy(folder / FILE_NAME, Path(made) / FILE_NAME)
        shutil.copy(folder / FILE_NAME, Path(floor) / FILE_NAME)
        now = datetime.now(UTC)  # noqa: TID251 - a benchmark, not the program
        store = Store.open(Path(made), now)
        plain = connect(Path(floor) / FILE_NAME)
        try:
            return [_tickets(store, plain, now), _queue(store, plain, now)]
        finally:
            plain.close()
            store.close()


def _tickets(store: Store, plain: sqlite3.Connection, now: datetime) -> Figure:
    centre = Centre.read()
    becomes = Becomes(Kind.REPAIR, Urgency.NORMAL, category=1, room=1, place="3-2-1502")
    chance = random.Random(1)

    def ours() -> None:
        draft = Draft(uuid.UUID(int=chance.getrandbits(128)).hex, now, "厨房水龙头一直滴水")
        with store.write(Actor(1, "1"), now) as write:
            make_ticket(write, centre, 1, draft, becomes)

    mine, theirs = [], []
    written: list[Statement] = []
    with _spied(store, written):
        for _ in range(_ROUNDS):  # in turn, so that a noisy machine is noisy to both
            written.clear()
            mine.append(milliseconds(ours))
            theirs.append(milliseconds(lambda: captured(plain, written)))
    ratio = median(mine) / median(theirs)
    detail = f"ours {spread(mine)}; floor {spread(theirs)}; {len(written)} statements"
    return Figure("a ticket, durable, to plain sqlite3", ratio, "times", 2, detail)


@contextmanager
def _spied(store: Store, written: list[Statement]) -> Iterator[None]:
    """Note down every statement that changes something."""
    database = store.database
    execute = database.execute_sql

    def spy(sql: str, params: object = None, *rest: object) -> object:
        if sql.lstrip().upper().startswith(_CHANGES):
            written.append((sql, tuple(params or ())))  # type: ignore[arg-type]
        return execute(sql, params, *rest)

    database.execute_sql = spy  # type: ignore[method-assign]
    try:
        yield
    finally:
        database.execute_sql = execute  # type: ignore[method-assign]


def _queue(store: Store, plain: sqlite3.Connection, now: datetime) -> Figure:
    soon = Centre.read().policy.soon
    wanted = replace(queue.Filter(), community=1)
    mine, theirs = [], []
    for step in range(_ROUNDS):
        moment = now + timedelta(seconds=step)
        mine.append(
            milliseconds(lambda at=moment: queue.page(store.database, wanted, at, soon, limit=50))  # type: ignore[misc]
        )
        theirs.append(milliseconds(lambda: queue_page(plain)))
    ratio = median(mine) / median(theirs)
    return Figure(
        "first page of the queue, to plain sqlite3",
        ratio,
        "times",
        3,
        f"ours {spread(mine)}; floor {spread(theirs)}",
    )


def main() -> None:
    """Print the figures."""
    for figure in figures(Path(sys.argv[1])):
        print(figure.line())


if __name__ == "__main__":
    main()
