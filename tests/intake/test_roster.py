"""A roster comes in: what is new, what changed, what the desk knows better, what is gone."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from desk.calls.memory import Memory
from desk.codes import Relation, RoomKind, Topic
from desk.community import residents, rooms
from desk.community.rooms import NewRoom
from desk.intake import origins, record, roster
from desk.intake.roster_plan import PEOPLE, TICKETS, Decisions, Field, Key
from desk.models import journal
from desk.models.tables import Import, ImportedRow, JournalEntry, Resident, Room, Ticket
from desk.refusals import Refusal
from tests.conftest import MORNING
from tests.intake.roster_office import ACTOR, Office, open_office, room, roster_of, ticket_for


@pytest.fixture
def office(store) -> Office:
    return open_office(store)


FIRST = (
    room("3-2-1501", "张伟 owner 13800000001", "李娜 family 13800000002", area=89.5, row=3),
    room("3-2-1502", "王芳 owner 13800000003", area=120.25, moved_in="2021-03-05", row=4),
    room("3-2-1601", row=5),
)


def test_a_roster_of_an_empty_centre_is_all_new(office):
    plan = office.compare(*FIRST)
    assert (len(plan.rooms_new), len(plan.people_new), plan.asked) == (3, 3, [])
    assert Room.select().count() == 0
    made = office.publish(plan)
    assert office.everybody() == {
        "张伟": (("13800000001",), ("3-2-1501:owner",)),
        "李娜": (("13800000002",), ("3-2-1501:family",)),
        "王芳": (("13800000003",), ("3-2-1502:owner",)),
    }
    stored = office.room("3-2-1502")
    assert (stored.area_m2, stored.moved_in, stored.active) == (120.25, "2021-03-05", True)
    assert made.name == "2026-03-04 09:00 翠湖苑_住户信息.xlsx"
    assert (made.counts["rooms_added"], made.counts["people_added"], made.by) == (3, 3, 1)
    assert journal.first_broken_link() is None


def test_the_same_file_again_changes_nothing(office):
    office.bring(*FIRST)
    rows, entries = ImportedRow.select().count(), JournalEntry.select().count()
    plan = office.compare(*FIRST)
    assert plan.is_nothing
    assert (plan.rooms_same, plan.people_same) == (3, 3)
    office.publish(plan)
    assert ImportedRow.select().count() == rows
    assert JournalEntry.select().count() == entries + 1
    assert {row.version for row in Room.select()} | {row.version for row in Resident.select()} == {
        1
    }


def test_the_next_file_shows_what_it_changes_field_by_field(office):
    office.bring(*FIRST)
    plan = office.compare(
        room("3-2-1501", "张伟 owner 13800000009", "李娜 tenant 13800000002", area=89.5),
        room("03-02-1502", "王芳 owner 13800000003", area=121.0, moved_in="2021-03-05", note="租"),
        room("3-2-1601", "赵敏 13800000004"),
        room("3-2-1602"),
    )
    changes = {one.name: one.changes for one in plan.touched}
    assert changes["张伟"] == ((Field.PHONES, ("13800000001",), ("13800000009",), ""),)
    assert changes["李娜"] == ((Field.RELATION, Relation.FAMILY, Relation.TENANT, "3-2-1501"),)
    assert changes["3-2-1502"] == ((Field.AREA, 120.25, 121.0, ""), (Field.NOTE, "", "租", ""))
    assert [one.name for one in plan.people_new] == ["赵敏"]
    assert [one.label for one in plan.rooms_new] == ["3-2-1602"]
    assert (plan.asked, plan.people_gone, plan.rooms_gone) == ([], [], [])
    made = office.publish(plan)
    assert office.everybody()["张伟"] == (("13800000009",), ("3-2-1501:owner",))
    assert office.everybody()["李娜"] == (("13800000002",), ("3-2-1501:tenant",))
    assert (made.counts["people_changed"], made.counts["rooms_changed"]) == (2, 1)
    steps = journal.history(Topic.RESIDENTS, office.person("张伟"))
    assert [step.action for step in steps] == ["resident.imported"]
    assert steps[0].text["before"]["phones"] == ["13800000001"]
    assert steps[0].detail == {"import": made.id}
    assert [step.action for step in journal.history(Topic.ROOMS, office.room("3-2-1502").id)] == [
        "room.imported"
    ]
    assert journal.history(Topic.ROOMS, office.room("3-2-1602").id) == []
    assert journal.first_broken_link() is None


def test_what_the_desk_has_corrected_is_kept_in_silence_while_the_file_says_what_it_said(office):
    office.bring(*FIRST)
    office.correct(office.person("张伟"), name="张玮", phones=("13911111111",))
    office.note(office.room("3-2-1502").id, "勿按门铃")
    plan = office.compare(*FIRST)
    assert (plan.asked, plan.touched, plan.people_new, plan.people_gone) == ([], [], [], [])
    office.publish(plan)
    assert office.everybody()["张玮"] == (("13911111111",), ("3-2-1501:owner",))


def test_what_desk_and_file_have_both_changed_is_asked_and_kept_unless_told(office):
    office.bring(*FIRST)
    person = office.person("张伟")
    office.correct(person, phones=("13911111111",))
    other = (room("3-2-1501", "张伟 owner 13822222222", "李娜 13800000002", area=89.5), *FIRST[1:])
    plan = office.compare(*other)
    asked = Key(Topic.RESIDENTS, person, Field.PHONES)
    assert [(one.key, one.mine, one.theirs) for one in plan.asked] == [
        (asked, ("13911111111",), ("13822222222",))
    ]
    office.publish(plan)
    assert office.everybody()["张伟"][0] == ("13911111111",)
    assert office.compare(*other).is_nothing, "asked once, not every month"
    third = (room("3-2-1501", "张伟 owner 13833333333", "李娜 13800000002"), *FIRST[1:])
    plan = office.compare(*third)
    office.publish(plan, Decisions(take=frozenset({asked})))
    assert office.everybody()["张伟"][0] == ("13833333333",)


def test_what_was_typed_at_the_desk_is_added_to_and_asked_about_where_it_differs(office):
    here = office.add_room("3-2-1501", note="独居老人")
    there = office.add_room("3-2-1502", area_m2=99.0)
    office.add_person("张伟", "13800000001", homes=[here])
    office.add_person("王芳", "13899999999", homes=[there])
    plan = office.compare(
        room("3-2-1501", "张伟 13800000001 0571-88881234", area=89.5, note="独居老人"),
        room("3-2-1502", "王芳 13800000003", area=120.25),
    )
    assert {(one.name, one.key.field, one.mine, one.theirs) for one in plan.asked} == {
        ("3-2-1502", Field.AREA, 99.0, 120.25),
        ("王芳", Field.PHONES, ("13899999999",), ("13800000003",)),
    }
    office.publish(plan)
    assert office.room("3-2-1501").area_m2 == 89.5
    assert office.room("3-2-1502").area_m2 == 99.0
    assert office.everybody()["张伟"][0] == ("13800000001", "0571-88881234")
    assert office.everybody()["王芳"][0] == ("13899999999",)


def test_a_sold_flat_is_one_gone_and_one_new(office):
    office.bring(*FIRST)
    sold = (*FIRST[:1], room("3-2-1502", "陈静 owner 13877777777"), FIRST[2])
    plan = office.compare(*sold)
    assert [one.name for one in plan.people_new] == ["陈静"]
    gone = plan.people_gone[0]
    assert (gone.name, gone.room, gone.by_hand) == ("王芳", "3-2-1502", False)
    office.publish(plan)
    assert set(office.everybody()) == {"张伟", "李娜", "王芳", "陈静"}, "nobody goes unless told"
    plan = office.compare(*sold)
    assert [one.name for one in plan.people_gone] == ["王芳"]
    made = office.publish(plan, plan.everything())
    assert set(office.everybody()) == {"张伟", "李娜", "陈静"}
    assert made.counts["people_retired"] == 1
    retired = Resident.get(Resident.name == "王芳")
    assert [step.action for step in journal.history(Topic.RESIDENTS, retired.id)] == [
        "resident.retired"
    ]
    back = office.compare(*FIRST)
    assert [(one.name, one.changes) for one in back.touched if one.changes] == [
        ("王芳", ((Field.ACTIVE, False, True, ""),))
    ]


def test_somebody_the_desk_took_off_stays_off(office):
    office.bring(*FIRST)
    person = office.person("王芳")
    office.do(residents.retire, person, 1)
    plan = office.compare(*FIRST)
    assert plan.is_nothing
    assert "王芳" not in office.everybody()


def test_whoever_moves_out_of_one_of_two_homes_keeps_the_other(office):
    office.bring(room("3-2-1501", "张伟 13800000001"), room("5-1-101", "张伟 13800000001"))
    assert office.everybody() == {"张伟": (("13800000001",), ("3-2-1501:owner", "5-1-101:owner"))}
    office.bring(room("3-2-1501", "李强 13800000002"), all_of_it=True)
    assert office.everybody() == {
        "张伟": (("13800000001",), ("5-1-101:owner",)),
        "李强": (("13800000002",), ("3-2-1501:owner",)),
    }


def test_gone_rooms_are_of_the_buildings_the_file_is_about_and_stay_while_needed(office):
    office.bring(*FIRST, room("3-2-1701"), room("3-2-1702", "孙丽 13800000007"), room("7-1-101"))
    ticket_for(office, office.room("3-2-1601").id)
    plan = office.compare(*FIRST[:2])
    assert {(one.room, one.blocked) for one in plan.rooms_gone} == {
        ("3-2-1601", TICKETS),
        ("3-2-1701", ""),
        ("3-2-1702", PEOPLE),
    }
    rooms_only = frozenset(one.key for one in plan.rooms_gone)
    made = office.publish(plan, Decisions(retire=rooms_only))
    assert (made.counts["rooms_retired"], made.counts["rooms_kept"]) == (1, 2)
    plan = office.compare(*FIRST[:2])
    office.publish(plan, plan.everything())
    active = {one.label for one in Room.select().where(Room.active)}
    assert active == {"3-2-1501", "3-2-1502", "3-2-1601", "7-1-101"}
    assert "孙丽" not in office.everybody()
    office.bring(*FIRST, room("3-2-1701"))
    assert office.room("3-2-1701").active


def test_a_list_of_rooms_alone_makes_nobody_gone(office):
    office.bring(*FIRST)
    plan = office.compare(room("3-2-1501", area=90.0), room("3-2-1502"), room("3-2-1601"))
    assert plan.people_gone == []
    assert [one.changes for one in plan.touched] == [((Field.AREA, 89.5, 90.0, ""),)]


def test_villas_shops_and_garages_stand_where_the_desk_has_them(office):
    typed = office.do(rooms.add, office.community, NewRoom("", "", "S12", RoomKind.SHOP))
    plan = office.compare(
        room("8", "钱伟 13800000008", kind=RoomKind.VILLA),
        room("S12", kind=RoomKind.SHOP),
        room("B1-103", kind=RoomKind.GARAGE),
    )
    assert [one.label for one in plan.rooms_new] == ["别墅-8", "地库-B1-103"]
    office.publish(plan)
    assert Room.select().count() == 3
    again = office.compare(room("08", kind=RoomKind.VILLA), room("S12", kind=RoomKind.SHOP))
    assert again.rooms_new == []
    assert Room.get_by_id(typed).label == "S12"


def test_a_name_in_full_wins_over_a_title_and_never_the_other_way(office):
    office.bring(room("3-2-1501", "张先生 13800000001"))
    office.bring(room("3-2-1501", "张伟 13800000001"))
    assert list(office.everybody()) == ["张伟"]
    assert office.compare(room("3-2-1501", "张先生 13800000001")).asked == []
    office.bring(room("3-2-1501", "张先生 13800000001"))
    assert list(office.everybody()) == ["张伟"]


def test_a_wider_file_finds_who_was_typed_elsewhere_by_name_and_number(office):
    flat = office.add_room("3-2-1501")
    office.add_person("张伟", "13800000001", homes=[flat])
    office.bring(room("3-2-1501", "张伟 13800000001"), room("5-1-101", "张伟 13800000001"))
    assert office.everybody() == {"张伟": (("13800000001",), ("3-2-1501:owner", "5-1-101:owner"))}


def test_a_home_the_desk_took_away_does_not_come_back(office):
    office.bring(room("3-2-1501", "张伟 13800000001"), room("5-1-101", "张伟 13800000001"))
    office.correct(office.person("张伟"), homes=((office.room("5-1-101").id, Relation.OWNER),))
    plan = office.compare(room("3-2-1501", "张伟 13800000001"), room("5-1-101", "张伟 13800000001"))
    assert plan.is_nothing
    assert office.everybody()["张伟"][1] == ("5-1-101:owner",)


def test_tickets_stay_with_whom_they_were_made_for(office):
    office.bring(*FIRST)
    ticket = ticket_for(office, office.room("3-2-1502").id, office.person("王芳"))
    office.bring(*FIRST[:1], room("3-2-1502", "陈静 13877777777"), all_of_it=True)
    row = Ticket.get_by_id(ticket)
    assert (row.room.label, row.resident.name) == ("3-2-1502", "王芳")


def test_what_somebody_wrote_meanwhile_is_not_written_over(office):
    office.bring(*FIRST)
    plan = office.compare(
        room("3-2-1501", "张伟 owner 13800000009"), room("3-2-1601", "赵敏 13800000004")
    )
    office.correct(office.person("张伟"), note="腿脚不便")
    with pytest.raises(Refusal, match=r"import\.stale"):
        office.publish(plan)
    assert "赵敏" not in office.everybody()
    assert Import.select().count() == 1


@pytest.mark.parametrize("what", ["room", "person", "import"])
def test_what_somebody_added_meanwhile_is_not_added_twice(office, what):
    flat = office.add_room("3-2-1501")
    plan = office.compare(room("3-2-1501", "张伟 13800000001"), room("3-2-1502"))
    if what == "room":
        office.add_room("3-2-1502")
    elif what == "person":
        office.add_person("张伟", "13800000001", homes=[flat])
    else:
        office.bring(room("3-2-1501", "张伟 13800000001"), room("3-2-1502"))
    with pytest.raises(Refusal, match=r"import\.stale"):
        office.publish(plan)


def test_work_elsewhere_holds_up_no_import(office):
    office.add_room("3-2-1501")
    other = office.add_room("5-1-101")
    plan = office.compare(room("3-2-1501", "张伟 13800000001"), room("3-2-1502"))
    office.add_person("李强", "13800000002", homes=[other])
    office.note(other, "门铃坏")
    office.publish(plan)
    assert set(office.everybody()) == {"李强", "张伟"}


def test_nothing_half_done_stays_when_it_breaks_in_the_middle(office, monkeypatch):
    office.bring(*FIRST)
    before = office.everybody()
    plan = office.compare(*FIRST, room("9-1-101", "周杰 13866666666"))
    monkeypatch.setattr(record, "end", lambda *_: 1 / 0)
    heard = []
    office.store.changes.listen(heard.append)
    with pytest.raises(ZeroDivisionError):
        office.publish(plan)
    assert office.everybody() == before
    assert (Import.select().count(), Room.select().count(), heard) == (1, 3, [])
    monkeypatch.undo()
    office.publish(plan)
    assert "周杰" in office.everybody()


def test_imported_rooms_and_people_are_found_at_once(office):
    memory = Memory(office.store, office.community)
    memory.load(MORNING.date())
    heard = []
    office.store.changes.listen(heard.append)
    office.bring(*FIRST)
    assert {Topic.ROOMS, Topic.RESIDENTS, Topic.COMMUNITIES} <= heard[0]
    assert memory.follow(MORNING.date())
    found = memory.directory.find("3栋2单元1502")
    assert {(one.name, one.room_label) for one in found} >= {("王芳", "3-2-1502")}
    assert memory.directory.find("wangfang")[0].name == "王芳"


def test_the_history_tells_which_row_of_which_file_it_was(office):
    made = office.bring(*FIRST)
    whose = ((Topic.ROOMS, office.room("3-2-1502").id), (Topic.RESIDENTS, office.person("王芳")))
    assert {(one.topic, one.subject) for one in origins.of(whose)} == set(whose)
    assert {
        (one.did, one.at, one.who, one.file, one.sheet, one.row) for one in origins.of(whose)
    } == {(record.ADDED, made.at, "林晓月", made.file, "住户", 4)}
    assert origins.of([(Topic.ROOMS, office.add_room("9-1-101"))]) == []
    assert record.same_file(office.community, made.digest).id == made.id
    assert record.same_file(office.community, "other") is None


def test_what_a_file_said_of_somebody_goes_with_the_words_of_the_journal(office):
    office.bring(*FIRST)
    person = office.person("张伟")
    office.correct(person, name="张玮")
    with office.store.write(ACTOR, MORNING):
        journal.erase_texts(Topic.RESIDENTS, person)
    rows = ImportedRow.select().where(
        (ImportedRow.topic == Topic.RESIDENTS) & (ImportedRow.subject == person)
    )
    assert [(row.said, row.before) for row in rows] == [(None, None)]
    assert office.compare(*FIRST) is not None, "a roster still compares"


def test_whoever_waits_is_told_and_may_stop_it(office):
    many = tuple(room(f"3-1-{n}", f"张{n} 138{n:08}") for n in range(1_500))
    told = []
    roster.compare(office.community, roster_of(*many), lambda *done: told.append(done))
    assert told == [(1_000, 3_000), (2_000, 3_000), (3_000, 3_000)]
    with pytest.raises(InterruptedError):
        roster.compare(office.community, roster_of(*many), stopped)
    assert gc.isenabled()


def stopped(done: int, of: int) -> None:
    """Stop at the first word."""
    raise InterruptedError


def test_the_date_is_the_centres(office):
    assert office.bring(*FIRST).at.date() == date(2026, 3, 4)
    assert [one.name for one in Import.select()] == ["2026-03-04 09:00 翠湖苑_住户信息.xlsx"]
    assert office.bring(*FIRST).name == "2026-03-04 09:00 翠湖苑_住户信息.xlsx (2)"
