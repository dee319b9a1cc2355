"""A roster comes in: remarks on people, whoever has no room, and what sort a room is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.codes import Relation, RoomKind, Topic
from desk.community import residents, rooms
from desk.community.rooms import NewRoom
from desk.intake import imports
from desk.intake.roster_plan import Decisions, Field, Key
from desk.models.tables import Resident, Room
from desk.refusals import Refusal
from tests.intake.roster_office import Office, open_office, room, stranger


@pytest.fixture
def office(store) -> Office:
    return open_office(store)


# --- remarks --------------------------------------------------------------------------------------
def test_a_remark_on_a_person_is_stored_changed_and_put_back(office):
    office.bring(room("3-2-1501", "张伟 13800000001 (腿脚不便)"))
    assert office.remark("张伟") == "腿脚不便"
    plan = office.compare(room("3-2-1501", "张伟 13800000001 (坐轮椅)"))
    assert [one.changes for one in plan.touched] == [((Field.NOTE, "腿脚不便", "坐轮椅", ""),)]
    made = office.publish(plan)
    assert office.remark("张伟") == "坐轮椅"
    office.do(imports.take_back, made.id)
    assert office.remark("张伟") == "腿脚不便"


def test_a_remark_of_the_desk_is_kept_and_asked_about_once_the_file_says_another(office):
    first = room("3-2-1501", "张伟 13800000001 (腿脚不便)")
    office.bring(first)
    person = office.person("张伟")
    office.correct(person, note="已康复")
    assert office.compare(first).is_nothing
    assert office.compare(room("3-2-1501", "张伟 13800000001")).asked == []
    plan = office.compare(room("3-2-1501", "张伟 13800000001 (坐轮椅)"))
    key = Key(Topic.RESIDENTS, person, Field.NOTE)
    assert [(one.key, one.mine, one.theirs) for one in plan.asked] == [(key, "已康复", "坐轮椅")]
    office.publish(plan, Decisions(take=frozenset({key})))
    assert office.remark("张伟") == "坐轮椅"


def test_what_is_remarked_at_two_homes_is_said_of_one_person(office):
    office.bring(
        room("3-2-1501", "张伟 13800000001 (腿脚不便)"),
        room("5-1-101", "张伟 13800000001 (晚上别打)"),
        room("5-1-102", "张伟 13800000001 (腿脚不便)"),
    )
    assert office.remark("张伟") == "腿脚不便; 晚上别打"


# --- of no room -----------------------------------------------------------------------------------
def test_whoever_has_no_room_comes_in_and_is_known_the_next_time(office):
    people = (stranger("路人甲 13700000001 (常来)"), stranger("王芳"), stranger("王芳 13700000003"))
    made = office.bring(room("3-2-1501", "张伟 13800000001"), *people)
    assert (made.counts["people_added"], Resident.select().count()) == (4, 4)
    assert office.everybody()["路人甲"] == (("13700000001",), ())
    assert office.remark("路人甲") == "常来"
    plan = office.compare(room("3-2-1501", "张伟 13800000001"), *people)
    assert plan.is_nothing
    assert plan.people_same == 4
    plan = office.compare(stranger("路人甲 13700000009 (常来)"))
    assert [one.changes for one in plan.touched] == [
        ((Field.PHONES, ("13700000001",), ("13700000009",), ""),)
    ]
    office.do(imports.take_back, made.id)
    assert office.everybody() == {}


def test_somebody_the_desk_has_given_a_home_keeps_it(office):
    office.bring(room("3-2-1501"), stranger("路人甲 13700000001"))
    home = ((office.room("3-2-1501").id, Relation.TENANT),)
    office.correct(office.person("路人甲"), homes=home)
    again = (room("3-2-1501"), stranger("路人甲 13700000001"))
    office.bring(*again)
    assert office.everybody() == {"路人甲": (("13700000001",), ("3-2-1501:tenant",))}
    office.bring(*again, all_of_it=True)
    assert office.everybody() == {"路人甲": (("13700000001",), ())}, "without a room, not gone"


def test_somebody_typed_at_the_desk_is_found_by_name_and_number(office):
    flat = office.add_room("3-2-1501")
    office.add_person("张伟", "13800000001", homes=[flat])
    office.add_person("路人甲", "13700000001")
    plan = office.compare(stranger("张伟 13800000001"), stranger("路人甲 13700000001"))
    assert plan.people_new == []
    office.publish(plan)
    assert office.everybody()["张伟"][1] == ("3-2-1501:owner",)


def test_whoever_of_no_room_the_desk_took_off_stays_off(office):
    office.bring(stranger("路人甲 13700000001"))
    office.do(residents.retire, office.person("路人甲"), 1)
    assert office.compare(stranger("路人甲 13700000001")).is_nothing


def test_somebody_of_no_room_added_meanwhile_is_not_added_twice(office):
    plan = office.compare(stranger("路人甲 13700000001"))
    office.add_person("路人甲", "13700000001")
    with pytest.raises(Refusal, match=r"import\.stale"):
        office.publish(plan)


# --- what a room is -------------------------------------------------------------------------------
def test_what_sort_a_room_is_follows_the_file_while_nobody_said_otherwise(office):
    office.bring(room("3-2-1501"))
    plan = office.compare(replace(room("3-2-1501"), kind=RoomKind.SHOP))
    assert [one.changes for one in plan.touched] == [
        ((Field.KIND, RoomKind.FLAT, RoomKind.SHOP, ""),)
    ]
    made = office.publish(plan)
    assert office.room("3-2-1501").kind == RoomKind.SHOP
    office.do(imports.take_back, made.id)
    assert office.room("3-2-1501").kind == RoomKind.FLAT


def test_what_sort_a_room_typed_at_the_desk_is_is_asked(office):
    typed = office.do(rooms.add, office.community, NewRoom("", "", "S12"))
    plan = office.compare(room("S12", kind=RoomKind.SHOP))
    key = Key(Topic.ROOMS, typed, Field.KIND)
    assert [(one.key, one.mine, one.theirs) for one in plan.asked] == [
        (key, RoomKind.FLAT, RoomKind.SHOP)
    ]
    office.publish(plan, Decisions(take=frozenset({key})))
    assert [(one.id, one.kind, one.label) for one in Room.select()] == [
        (typed, RoomKind.SHOP, "S12")
    ]


def test_shops_of_a_list_of_shops_make_no_parking_space_gone(office):
    for number, kind in (("S12", RoomKind.SHOP), ("S13", RoomKind.SHOP), ("B1-1", RoomKind.GARAGE)):
        office.do(rooms.add, office.community, NewRoom("", "", number, kind))
    plan = office.compare(room("S12", kind=RoomKind.SHOP))
    assert [one.name for one in plan.rooms_gone] == ["S13"]
