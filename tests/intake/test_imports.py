"""Imports are listed, found by what people call them, and taken back as far as nobody came."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from datetime import timedelta
from textwrap import dedent

import pytest

from desk.codes import Channel, Outcome, Relation, Topic
from desk.community import residents
from desk.intake import imports, origin, roster
from desk.intake.origin import Origin
from desk.intake.undone import (
    KEPT_CALL,
    KEPT_CHANGED,
    KEPT_LATER,
    KEPT_LIVED_IN,
    KEPT_TICKET,
)
from desk.models import backup, journal
from desk.models.database import FILE_NAME
from desk.models.tables import Call, Import, ImportedRow, Occupancy, Phone, Resident, Room
from desk.refusals import Refusal
from tests.conftest import MORNING
from tests.intake.roster_office import ACTOR, FILE, Office, open_office, room, roster_of, ticket_for

PATIENCE = 20.0  # seconds; a feed answers within 0.1


@pytest.fixture
def office(store) -> Office:
    return open_office(store)


FIRST = (
    room("3-2-1501", "张伟 owner 13800000001", "李娜 family 13800000002", area=89.5, row=3),
    room("3-2-1502", "王芳 owner 13800000003", area=120.25, row=4),
)


def take_back(office: Office, imported: int) -> imports.TakenBack:
    return office.do(imports.take_back, imported)


def why(taken: imports.TakenBack) -> set[tuple[str, str]]:
    """Return what was kept by name, and why."""

    def name(topic: Topic, row: int) -> str:
        return Room.get_by_id(row).label if topic is Topic.ROOMS else Resident.get_by_id(row).name

    return {(name(one.topic, one.subject), one.why) for one in taken.kept}


def test_an_import_nobody_has_worked_on_goes_as_a_whole(office):
    made = office.bring(*FIRST)
    taken = take_back(office, made.id)
    assert taken.removed == {"rooms": 2, "rooms_restored": 0, "people": 3, "people_restored": 0}
    assert taken.kept == ()
    tables = (Room, Resident, Phone, Occupancy, ImportedRow)
    assert [table.select().count() for table in tables] == [0] * 5
    assert (taken.imported.state, taken.imported.taken_back_at) == ("taken_back", MORNING)
    assert journal.first_broken_link() is None
    assert len(office.compare(*FIRST).rooms_new) == 2
    office.bring(*FIRST)
    assert len(office.everybody()) == 3


def test_it_is_taken_back_once(office):
    made = office.bring(*FIRST)
    take_back(office, made.id)
    with pytest.raises(Refusal, match=r"import\.taken_back"):
        take_back(office, made.id)
    with pytest.raises(Refusal, match=r"import\.unknown"):
        take_back(office, 99)


def test_what_it_changed_is_as_it_was(office):
    office.bring(*FIRST)
    before = office.everybody()
    second = office.bring(
        room("3-2-1501", "张伟 owner 13811111111", "李娜 family 13800000002", area=90.0),
        room("3-2-1502", "陈静 13800000004", area=120.25),
        room("5-1-101", "李娜 13800000002"),
        all_of_it=True,
    )
    assert office.everybody() != before
    taken = take_back(office, second.id)
    assert taken.removed == {"rooms": 1, "rooms_restored": 1, "people": 1, "people_restored": 3}
    assert office.everybody() == before
    assert office.room("3-2-1501").area_m2 == 89.5
    steps = journal.history(Topic.RESIDENTS, office.person("张伟"))
    assert [step.action for step in steps] == ["resident.imported", "resident.put_back"]
    assert office.compare(*FIRST).is_nothing


def test_the_first_goes_whole_once_the_second_was_taken_back(office):
    first = office.bring(*FIRST)
    second = office.bring(
        room("3-2-1501", "张伟 owner 13811111111", area=90.0),
        room("3-2-1502", "陈静 13800000004"),
        all_of_it=True,
    )
    take_back(office, second.id)
    taken = take_back(office, first.id)
    assert why(taken) == set()
    assert (office.everybody(), Room.select().count()) == ({}, 0)


def test_several_are_taken_back_one_after_the_other(office):
    made = [
        office.bring(room("3-2-1501", "张伟 owner 13800000001", area=area))
        for area in (89.5, 90.0, 90.5)
    ]
    for one in reversed(made):
        assert why(take_back(office, one.id)) == set()
    assert (office.everybody(), Room.select().count()) == ({}, 0)


def test_what_the_desk_did_between_two_imports_is_still_work(office):
    first = office.bring(*FIRST)
    office.correct(office.person("张伟"), note="腿脚不便")
    office.do(residents.retire, office.person("李娜"), 1)
    second = office.bring(room("3-2-1501", "张伟 owner 13811111111"), *FIRST[1:])
    take_back(office, second.id)
    kept = {one[0] for one in why(take_back(office, first.id))}
    assert kept >= {"张伟", "李娜"}


def test_rows_somebody_has_worked_on_stay_and_are_named(office):
    made = office.bring(
        *FIRST,
        room("3-2-1601", "赵敏 13800000005"),
        room("3-2-1602"),
        room("3-2-1701", "孙丽 13800000006"),
        room("3-2-1702"),
    )
    office.correct(office.person("张伟"), note="腿脚不便")
    office.note(office.room("3-2-1602").id, "勿按门铃")
    ticket_for(office, office.room("3-2-1601").id, office.person("赵敏"))
    call_of(office, office.person("孙丽"))
    office.add_person("周杰", homes=[office.room("3-2-1702").id])
    taken = take_back(office, made.id)
    assert why(taken) == {
        ("张伟", KEPT_CHANGED),
        ("3-2-1501", KEPT_LIVED_IN),
        ("3-2-1602", KEPT_CHANGED),
        ("赵敏", KEPT_TICKET),
        ("3-2-1601", KEPT_TICKET),
        ("孙丽", KEPT_CALL),
        ("3-2-1701", KEPT_LIVED_IN),
        ("3-2-1702", KEPT_LIVED_IN),
    }
    assert set(office.everybody()) == {"张伟", "赵敏", "孙丽", "周杰"}
    assert taken.removed["rooms"] == 1


def call_of(office: Office, resident: int) -> None:
    """Write down a call of a resident."""
    Call.insert(
        community=office.community,
        draft_key=f"call-{resident}",
        channel=Channel.PHONE,
        resident=resident,
        words="物业费怎么交",
        started_at=MORNING,
        ended_at=MORNING,
        outcome=Outcome.NONE,
    ).execute()


def test_what_the_desk_changed_after_an_import_changed_it_stays(office):
    office.bring(*FIRST)
    second = office.bring(room("3-2-1502", "王芳 owner 13811111111", area=121.0))
    office.correct(office.person("王芳"), note="钥匙在门卫")
    taken = take_back(office, second.id)
    assert why(taken) == {("王芳", KEPT_CHANGED)}
    assert office.everybody()["王芳"][0] == ("13811111111",)
    assert office.room("3-2-1502").area_m2 == 120.25


def test_what_a_newer_import_has_written_stays_when_the_older_goes(office):
    first = office.bring(*FIRST)
    office.bring(room("3-2-1502", "王芳 owner 13811111111", area=121.0))
    taken = take_back(office, first.id)
    assert why(taken) == {("3-2-1502", KEPT_LATER), ("王芳", KEPT_LATER)}
    assert list(office.everybody()) == ["王芳"]


def test_whoever_was_retired_by_it_comes_back(office):
    office.bring(*FIRST)
    second = office.bring(room("3-2-1502", "陈静 13800000004"), all_of_it=True)
    assert set(office.everybody()) == {"陈静"}
    take_back(office, second.id)
    assert set(office.everybody()) == {"张伟", "李娜", "王芳"}


def test_a_room_that_was_typed_outlives_every_import(office):
    here = office.add_room("3-2-1501", note="独居老人")
    person = office.add_person("张伟", "13800000001", homes=[here])
    made = office.bring(*FIRST)
    take_back(office, made.id)
    assert (office.room("3-2-1501").area_m2, office.room("3-2-1501").note) == (None, "独居老人")
    assert list(office.everybody()) == ["张伟"]
    assert residents.read(person).form.homes == ((here, Relation.OWNER),)


def test_other_windows_hear_of_it(office):
    made = office.bring(*FIRST)
    heard = []
    office.store.changes.listen(heard.append)
    take_back(office, made.id)
    assert heard == [frozenset({Topic.ROOMS, Topic.RESIDENTS, Topic.COMMUNITIES})]


def test_other_desks_hear_of_rooms_and_residents(office):
    feed = office.store.feed()
    made = office.bring(*FIRST)
    assert {Topic.ROOMS, Topic.RESIDENTS} <= feed.wait(PATIENCE)
    take_back(office, made.id)
    assert {Topic.ROOMS, Topic.RESIDENTS} <= feed.wait(PATIENCE)
    feed.close()


def test_an_import_is_found_by_what_people_call_it(office):
    first = office.bring(*FIRST)
    again = office.bring(*FIRST)
    other = bring_from(office, "商铺.csv", days=1)
    here = office.community
    assert [one.id for one in imports.listed(here)] == [other.id, again.id, first.id]
    assert imports.find(here, str(first.id)).id == first.id
    assert imports.find(here, f"#{other.id}").id == other.id
    assert imports.find(here, first.name).id == first.id
    assert imports.find(here, "商铺.csv").id == other.id
    assert imports.find(here, "2026-03-05").id == other.id
    assert imports.find(here, "商铺").id == other.id
    with pytest.raises(Refusal, match=r"import\.ambiguous"):
        imports.find(here, "翠湖苑_住户信息.xlsx")
    take_back(office, again.id)
    assert imports.find(here, "翠湖苑_住户信息.xlsx").id == first.id
    for unknown in ("", "九号楼", "2025"):
        with pytest.raises(Refusal, match=r"import\.unknown"):
            imports.find(here, unknown)


def bring_from(office: Office, file: str, days: int = 0):
    """Bring the same roster from a file of another name, on another day."""
    plan = office.compare(*FIRST)
    with office.store.write(ACTOR, MORNING + timedelta(days=days)) as write:
        return roster.publish(
            write, office.community, plan, roster.Decisions(), Origin(file, FILE.digest)
        )


def test_a_file_is_known_by_its_bytes(tmp_path):
    (tmp_path / "商铺.csv").write_bytes(b"1,2\n" * 100_000)
    digest = hashlib.sha256(b"1,2\n" * 100_000).hexdigest()
    assert origin.of(tmp_path / "商铺.csv") == Origin("商铺.csv", digest)


KILLED = """
    import os
    from pathlib import Path
    from desk.intake import record, roster
    from desk.models.database import Store
    from tests.conftest import MORNING
    from tests.intake.roster_office import ACTOR, FILE, room, roster_of

    store = Store.open(Path({folder!r}), MORNING)
    read = roster_of(*(room(f"9-1-{{n}}", f"张{{n}} 138{{n:08}}") for n in range(101, 3101)))
    plan = roster.compare(1, read)
    record.end = lambda *_: os.kill(os.getpid(), 9)
    with store.write(ACTOR, MORNING) as write:
        roster.publish(write, 1, plan, roster.Decisions(), FILE)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as only POSIX can")
def test_a_program_killed_while_it_imports_leaves_nothing(sqlite_store, tmp_path):
    office = open_office(sqlite_store)
    office.bring(*FIRST)
    folder = tmp_path / "data"
    code = dedent(KILLED).format(folder=str(folder))
    ended = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert ended.returncode == -9
    assert (Room.select().count(), Import.select().count()) == (2, 1)
    assert set(office.everybody()) == {"张伟", "李娜", "王芳"}
    office.add_room("7-1-101")
    sqlite_store.close()
    backup.check(folder / FILE_NAME, thorough=True)


def test_a_roster_is_read_where_it_is_compared(office):
    assert roster.compare(office.community, roster_of()).is_nothing


def test_another_desks_write_waits_until_an_import_is_committed(office, store):
    plan = office.compare(*FIRST)
    begun, written = threading.Event(), threading.Event()

    def other() -> None:
        begun.set()
        office.add_room("7-1-101")
        written.set()
        store.release()

    with store.write(ACTOR, MORNING) as write:
        thread = threading.Thread(target=other)
        thread.start()
        assert begun.wait(PATIENCE)
        roster.publish(write, office.community, plan, roster.Decisions(), FILE)
        assert not written.is_set()
    thread.join(PATIENCE)
    assert written.is_set()
    assert office.room("7-1-101").active
    assert office.room("3-2-1501").active
