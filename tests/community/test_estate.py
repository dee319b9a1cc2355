from __future__ import annotations

import pytest

from desk.codes import Relation, RoomKind, Topic
from desk.community import estate, register, residents, rooms, ties, whole_building
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.community.ties import OtherHome, Sharer
from desk.community.whole_building import Added, Plan
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, Room
from desk.refusals import Refusal
from tests.conftest import MORNING


@pytest.fixture
def community(store: Store) -> int:
    return int(Community.insert(name="锦绣花园").execute())


@pytest.fixture
def write(store: Store):
    """Run one function of a floor in a transaction."""

    def run(fn, *args, **named):
        with store.write(Actor(None, "front"), MORNING) as write:
            return fn(write, *args, **named)

    return run


def test_rooms_stand_as_people_walk_them(community, write):
    for building, unit, number in [
        ("10", "1", "101"),
        ("3", "2", "1502"),
        ("3", "2", "301"),
        ("3", "1", "101"),
    ]:
        write(rooms.add, community, NewRoom(building, unit, number))
    write(rooms.add, community, NewRoom("别墅", "", "8", RoomKind.VILLA))
    found = estate.read(community)
    walked = [
        (building.name, unit.name, [room.number for room in unit.rooms])
        for building in found
        for unit in building.units
    ]
    assert walked == [
        ("3", "1", ["101"]),
        ("3", "2", ["301", "1502"]),
        ("10", "1", ["101"]),
        ("别墅", "", ["8"]),
    ]
    assert [building.count for building in found] == [3, 1, 1]


def test_who_belongs_to_no_room_is_named(community, write):
    room = write(rooms.add, community, NewRoom("3", "2", "1502"))
    write(residents.add, community, PersonForm("张淑芬", (), ((room, Relation.OWNER),)))
    stranger = write(residents.add, community, PersonForm("过客"))
    assert estate.without_room(community) == ((stranger, "过客"),)
    assert estate.living([room]) == {room: ("张淑芬",)}
    assert estate.living([]) == {}


def test_several_rooms_and_shared_numbers_are_seen(community, write):
    first = write(rooms.add, community, NewRoom("3", "2", "1502"))
    second = write(rooms.add, community, NewRoom("3", "2", "1602"))
    number = "13812345678"
    mother = write(
        residents.add,
        community,
        PersonForm("张淑芬", (number,), ((first, Relation.OWNER), (second, Relation.FAMILY))),
    )
    son = write(
        residents.add, community, PersonForm("王磊", (number,), ((second, Relation.OWNER),))
    )
    assert ties.other_homes([mother, son], first) == {
        mother: [OtherHome(second, "3-2-1602", Relation.FAMILY)],
        son: [OtherHome(second, "3-2-1602", Relation.OWNER)],
    }
    assert ties.sharers([mother]) == {mother: {number: [Sharer(son, "王磊", "3-2-1602")]}}
    assert ties.sharers([]) == {}
    assert ties.other_homes([], None) == {}


def test_who_moved_away_shares_nothing_any_more(community, write):
    one = write(residents.add, community, PersonForm("张淑芬", ("13812345678",)))
    other = write(residents.add, community, PersonForm("王磊", ("13812345678",)))
    write(residents.retire, other, 1)
    assert ties.sharers([one]) == {}


def test_a_building_is_written_in_one_step(community, write):
    write(rooms.add, community, NewRoom("12", "1", "101"))
    plan = Plan(" 12 ", units=2, lowest=1, highest=3, per_floor=2)
    assert plan.count == 12
    assert write(whole_building.add, community, plan) == Added(added=11, known=1)
    labels = [row.label for row in Room.select().where(Room.building == "12")]
    assert sorted(labels)[:3] == ["12-1-101", "12-1-102", "12-1-201"]
    assert len(labels) == 12
    steps = journal.history(Topic.COMMUNITIES, community)
    assert [(step.action, step.detail) for step in steps] == [
        ("community.rooms_added", {"count": 11})
    ]
    with pytest.raises(Refusal) as refused:
        write(whole_building.add, community, plan)
    assert refused.value.code == "building.exists"


def test_a_building_without_units_numbers_its_rooms_alone():
    plan = Plan("商铺", units=0, lowest=1, highest=1, per_floor=3, kind=RoomKind.SHOP)
    assert [room.label for room in plan.rooms()] == ["商铺-101", "商铺-102", "商铺-103"]


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (Plan(" ", 1, 1, 2, 2), "building.name_missing"),
        (Plan("3", 1, 5, 2, 2), "building.floors"),
        (Plan("3", 1, 1, 2, 0), "building.empty"),
        (Plan("3", 99, 1, 99, 99), "building.too_large"),
    ],
)
def test_a_building_that_cannot_be_is_refused(plan: Plan, code: str):
    with pytest.raises(Refusal) as refused:
        plan.checked()
    assert refused.value.code == code


def test_the_register_has_a_line_for_each_person_of_each_room(community, write):
    room = write(rooms.add, community, NewRoom("3", "2", "1502", note="门铃坏"))
    write(rooms.add, community, NewRoom("3", "2", "1602"))
    write(
        residents.add,
        community,
        PersonForm("张淑芬", ("13812345678", "13900001111"), ((room, Relation.OWNER),), "独居"),
    )
    write(residents.add, community, PersonForm("过客", ("13700001111",)))
    lines = [
        (line.room_label, line.room_note, line.name, line.relation, line.phones, line.note)
        for line in register.read(community)
    ]
    assert lines == [
        (
            "3-2-1502",
            "门铃坏",
            "张淑芬",
            Relation.OWNER,
            ("13812345678", "13900001111"),
            "独居",
        ),
        ("3-2-1602", "", "", None, (), ""),
        ("", "", "过客", None, ("13700001111",), ""),
    ]
