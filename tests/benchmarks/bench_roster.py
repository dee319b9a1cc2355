"""How long a roster takes: ``python -m tests.benchmarks.bench_roster [--rooms N]``.

Rooms with eight people for five of them are compared, published, compared and published again,
changed everywhere, and taken back; the write lock is held from the begin of a write to its commit.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import Relation, Role, RoomKind
from desk.community.roster.read import ReadPerson, ReadRoom, RosterRead
from desk.intake import imports, roster
from desk.intake.origin import Origin
from desk.models.database import Store
from desk.models.journal import Actor
from desk.sheets.findings import Findings, Place

NOW = datetime(2026, 3, 4, 1, tzinfo=UTC)
ACTOR = Actor(1, "bench")
NAMES = ("张伟", "王芳", "李娜", "刘洋", "陈静", "杨丽", "赵敏", "黄强", "周杰", "吴秀英")
_T = TypeVar("_T")


def made(rooms: int, area: float = 80.0) -> RosterRead:
    """Return a roster: forty storeys of ten flats in three units a building."""
    found = []
    person = 0
    for n in range(rooms):
        building, left = divmod(n, 1_200)
        unit, left = divmod(left, 400)
        storey, flat = divmod(left, 10)
        people = []
        for _ in range(2 if n % 5 in (0, 2, 4) else 1):
            name = f"{NAMES[person % 10]}{NAMES[person // 10 % 10][1:]}"
            people.append(ReadPerson(name, Relation.OWNER, (f"138{person:08}",)))
            person += 1
        number, where = f"{storey + 1}{flat + 1:02}", (Place("住户", n + 3),)
        found.append(
            ReadRoom(
                str(building + 1),
                str(unit + 1),
                number,
                RoomKind.FLAT,
                area + n % 50,
                "2021-03-05",
                "",
                tuple(people),
                where,
            )
        )
    return RosterRead(tuple(found), Findings())


def timed(what: str, work: Callable[[], _T]) -> _T:
    """Tell how long a piece of work takes and what the process has needed so far."""
    begin = perf_counter()
    result = work()
    seconds = perf_counter() - begin
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"{what:34} {seconds:7.2f} s   {peak:5.0f} MB at most", flush=True)
    return result


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=50_000)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder), NOW)
        run(store, options.rooms)
        store.close()


def run(store: Store, rooms: int) -> None:
    """Measure on an empty database."""
    staff = (NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), "1234"),)
    first = FirstDay("翠湖苑", "0571-88881234", staff)
    community = first_day.begin(store, Actor(), NOW, first)

    def publish() -> int:
        plan = plans.pop()
        with store.write(ACTOR, NOW) as write:
            file = Origin("bench.xlsx", "0" * 64)
            return roster.publish(write, community, plan, plan.everything(), file).id

    def take_back(imported: int) -> imports.TakenBack:
        with store.write(ACTOR, NOW) as write:
            return imports.take_back(write, imported)

    def compare(of: RosterRead, what: str) -> None:
        plans.append(timed(what, lambda: roster.compare(community, of)))
        print({name: count for name, count in plans[-1].counts().items() if count})

    plans: list[roster.RosterPlan] = []
    read = timed("made the roster", lambda: made(rooms))
    compare(read, "compare, empty database")
    first_import = timed("publish (lock held)", publish)
    compare(read, "compare, the same again")
    timed("publish (lock held)", publish)
    other = made(rooms, 81.0)
    compare(other, "compare, every room changed")
    second = timed("publish (lock held)", publish)
    print(timed("take back the changes (lock held)", lambda: take_back(second)).removed)
    print(timed("take back all (lock held)", lambda: take_back(first_import)).removed)


if __name__ == "__main__":
    main()
