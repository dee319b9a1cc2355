"""A desk that is killed at any moment: every number it has given out is there afterwards."""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import threading
from pathlib import Path

import pytest

from desk.models.database import Store
from desk.models.tables import Call, JournalEntry, NumberSeries, Ticket
from tests.commands.conftest import command, environment, piped
from tests.conftest import MORNING

LINES = "".join(f"厨房水管漏水,已经滴了{number}天\n" for number in range(5_000))


def killed_after(folder: Path, numbers: int, moment: float) -> list[str]:
    """Make tickets in another process, kill it a moment after some, return what it had printed."""
    desk = subprocess.Popen(
        command("new", "-", "--data", folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
        text=True,
        encoding="utf-8",
    )
    assert desk.stdin is not None
    assert desk.stdout is not None
    feeding = threading.Thread(target=feed, args=(desk,))
    feeding.start()
    printed = [desk.stdout.readline() for _ in range(numbers)]
    with contextlib.suppress(subprocess.TimeoutExpired):
        desk.wait(moment)
    desk.kill()
    printed += desk.stdout.read().splitlines(keepends=True)
    feeding.join()
    desk.wait()
    desk.stdout.close()
    return [line.strip() for line in printed if line.endswith("\n")]


def feed(desk: subprocess.Popen[str]) -> None:
    assert desk.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        desk.stdin.write(LINES)
    with contextlib.suppress(BrokenPipeError):
        desk.stdin.close()


@pytest.mark.timeout(120)
def test_every_number_that_was_given_out_is_there(desk, data):
    chance = random.Random(20260304)
    given: list[str] = []
    for _ in range(6):
        given += killed_after(data, chance.randrange(1, 40), chance.uniform(0.0001, 0.01))
        said = desk("check", "--data", data)
        assert (said.code, said.err) == (0, "")
    assert len(given) == len(set(given)) > 6
    said = piped("queue", "--limit", "100000", "--json", "--data", data)
    queued = [json.loads(line)["number"] for line in said.out.splitlines()]
    assert set(given) <= set(queued)
    # The last of each round may have been stored and not said; nothing is there in part.
    assert len(queued) - len(given) <= 6
    store = Store.open(data, MORNING)
    assert Ticket.select().count() == Call.select().count() == len(queued)
    steps = JournalEntry.select().where(JournalEntry.action == "ticket.received").count()
    assert steps == len(queued)
    last = NumberSeries.select(NumberSeries.last).order_by(NumberSeries.day.desc()).scalar()
    assert last <= len(queued)
    store.close()


def test_a_desk_that_was_killed_holds_up_nobody(data):
    """What it had locked is free again, and nobody has to clear anything away."""
    killed_after(data, 3, 0.001)
    assert piped("new", "楼道灯不亮", "--data", data).code == 0
    assert piped("backup", "--data", data).code == 0


def test_two_desks_at_once_give_out_each_number_once(data):
    desks = [
        subprocess.Popen(
            command("new", "-", "--data", data),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            text=True,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    given: list[str] = []
    for desk in desks:
        assert desk.stdin is not None
        desk.stdin.write("楼道灯不亮\n" * 40)
        desk.stdin.flush()
    for desk in desks:
        given += desk.communicate(timeout=60)[0].split()
    assert [desk.returncode for desk in desks] == [0, 0]
    assert len(given) == len(set(given)) == 80
    assert piped("check", "--data", data).code == 0
