"""Rooms, residents and communities are written with their history; nothing is half stored."""

from __future__ import annotations

import pytest

from desk.codes import Relation, RoomKind, Topic
from desk.community import communities, residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom, RoomDetails
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, JournalEntry, Occupancy, Phone, Resident, Room
from desk.refusals import Refusal
from tests.conftest import MORNING


class Estate:
    """A community to write in; every act is a transaction of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.community = int(Community.insert(name="锦绣花园").execute())

    def do(self, act, *args, **how):
        with self.store.write(Actor(), MORNING) as write:
            return act(write, *args, **how)

    def room(self, label: str) -> int:
        return int(self.do(rooms.add, self.community, NewRoom(*label.split("-"))))

    def refused(self, act, *args, **how) -> str:
        steps = JournalEntry.select().count()
        with pytest.raises(Refusal) as refused:
            self.do(act, *args, **how)
        assert JournalEntry.select().count() == steps, "what is refused leaves no trace"
        assert not any("138" in str(value) for value in refused.value.fields.values())
        return refused.value.code


@pytest.fixture
def estate(store: Store) -> Estate:
    return Estate(store)


def person(estate: Estate, **how) -> int:
    return int(estate.do(residents.add, estate.community, PersonForm(**{"name": "张淑芬"} | how)))


# --- rooms ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("room", "label"),
    [
        (NewRoom("3", "2", "1502"), "3-2-1502"),
        (NewRoom("8", "", "1", RoomKind.VILLA), "8-1"),
        (NewRoom("", "", "8", RoomKind.SHOP), "8"),
        (NewRoom(" 3", "2 ", " 1502 "), "3-2-1502"),
    ],
)
def test_a_room_is_written_and_labelled(estate, room, label):
    row = Room.get_by_id(estate.do(rooms.add, estate.community, room))
    assert (row.label, row.kind, row.version) == (label, room.kind, 1)
    (step,) = journal.history(Topic.ROOMS, row.id)
    assert (step.action, step.detail) == ("room.added", {"label": label})


@pytest.mark.parametrize("again", [NewRoom("3", "2", "1502"), NewRoom("3 ", "2", " 1502")])
def test_a_room_is_there_once(estate, again):
    estate.room("3-2-1502")
    assert estate.refused(rooms.add, estate.community, again) == "room.exists"
    other = int(Community.insert(name="另一个小区").execute())
    assert estate.do(rooms.add, other, again)


@pytest.mark.parametrize("number", ["", "  "])
def test_a_room_needs_a_number(estate, number):
    assert estate.refused(rooms.add, estate.community, NewRoom("3", "2", number)) == (
        "room.incomplete"
    )


def test_many_rooms_are_one_step(estate):
    estate.room("1-1-101")
    new = [NewRoom("3", "2", str(number)) for number in range(250)]
    found = estate.do(rooms.add_many, estate.community, new)
    assert len(found) == 251
    assert Room.get_by_id(found["3-2-7"]).number == "7"
    (step,) = journal.history(Topic.COMMUNITIES, estate.community)
    assert (step.action, step.detail) == ("community.rooms_added", {"count": 250})


def test_many_rooms_are_all_there_or_none(estate):
    new = [NewRoom("3", "2", str(number)) for number in (*range(150), 1)]
    with pytest.raises(Exception, match=r"(?i)unique"):
        estate.do(rooms.add_many, estate.community, new)
    assert Room.select().count() == 0


def test_a_note_is_changed_with_its_history(estate):
    room = estate.room("3-2-1502")
    assert estate.do(rooms.note, room, 1, " 勿按门铃 ") == 2
    assert Room.get_by_id(room).note == "勿按门铃"
    assert estate.do(rooms.note, room, 2, "") == 3
    noted = journal.history(Topic.ROOMS, room)[1]
    assert noted.text == {"before": "", "after": "勿按门铃"}
    assert noted.detail == {}


def test_a_note_upon_what_somebody_changed_is_refused(estate):
    room = estate.room("3-2-1502")
    estate.do(rooms.note, room, 1, "甲")
    assert estate.refused(rooms.note, room, 1, "乙") == "room.stale"
    assert estate.refused(rooms.note, 99, 1, "乙") == "room.stale"
    assert Room.get_by_id(room).note == "甲"


def test_the_details_of_a_room_are_changed_together_with_their_history(estate):
    room = estate.room("3-2-1502")
    known = RoomDetails("勿按门铃", 89.5, "2021-03")
    assert estate.do(rooms.describe, room, 1, known) == 2
    assert rooms.details(room) == (2, known)
    before, after = (
        journal.history(Topic.ROOMS, room)[1].text[part] for part in ("before", "after")
    )
    assert (before["area_m2"], after["area_m2"]) == (None, "89.5")
    assert (before["moved_in"], after["moved_in"]) == ("", "2021-03")


def test_details_that_are_the_same_leave_no_trace(estate):
    room = estate.room("3-2-1502")
    steps = JournalEntry.select().count()
    assert estate.do(rooms.describe, room, 1, RoomDetails(" ")) == 1
    assert JournalEntry.select().count() == steps


def test_details_upon_what_somebody_changed_are_refused(estate):
    room = estate.room("3-2-1502")
    estate.do(rooms.note, room, 1, "甲")
    known = RoomDetails("甲", 90.0)
    assert estate.refused(rooms.describe, room, 1, known) == "room.stale"
    assert estate.refused(rooms.describe, room, 1, RoomDetails("甲")) == "room.stale"
    assert estate.refused(rooms.describe, 99, 1, known) == "room.stale"


# --- residents --------------------------------------------------------------------------------


def test_a_resident_is_written_whole(estate):
    home = estate.room("3-2-1502")
    row = person(
        estate,
        name=" 张  淑芬 ",
        phones=("138 1234 5678", "", "(021)8888-1234", "13812345678"),
        homes=((home, Relation.OWNER),),
        note=" 独居老人 ",
    )
    found = residents.read(row)
    assert found.form == PersonForm(
        "张 淑芬", ("13812345678", "021-88881234"), ((home, Relation.OWNER),), "独居老人"
    )
    stored = Resident.get_by_id(row)
    assert "zhang" in stored.pinyin
    assert "zsf" in stored.initials
    (step,) = journal.history(Topic.RESIDENTS, row)
    assert step.action == "resident.added"
    assert step.detail == {}, "names and telephones stand in what can be erased"
    assert step.text["phones"] == ["13812345678", "021-88881234"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_resident_needs_a_name(estate, name):
    assert estate.refused(residents.add, estate.community, PersonForm(name)) == (
        "resident.name_missing"
    )


@pytest.mark.parametrize("phone", ["1381234567", "abc", "13812345678 13812345679"])
def test_a_wrong_telephone_stores_nothing(estate, phone):
    form = PersonForm("张淑芬", ("13812345678", phone))
    assert estate.refused(residents.add, estate.community, form) == "phone.invalid"
    assert Resident.select().count() == Phone.select().count() == 0


def test_people_may_share_a_telephone(estate):
    for name in ("张淑芬", "李强"):
        person(estate, name=name, phones=("13812345678",))
    assert Phone.select().where(Phone.number == "13812345678").count() == 2


def test_a_correction_replaces_and_keeps_the_old_in_the_history(estate):
    one, two = estate.room("3-2-1502"), estate.room("3-1-101")
    row = person(
        estate,
        phones=("13812345678", "13912345678"),
        homes=((one, Relation.OWNER),),
    )
    corrected = PersonForm(
        "张淑芳", ("13912345678", "13712345678"), ((two, Relation.TENANT),), "有狗"
    )
    assert estate.do(residents.correct, row, 1, corrected) == 2
    assert residents.read(row).form == corrected
    assert "zsf" in Resident.get_by_id(row).initials
    assert Phone.select().count() == 2
    assert Occupancy.select().count() == 1
    step = journal.history(Topic.RESIDENTS, row)[-1]
    assert step.text["before"]["name"] == "张淑芬"
    assert step.text["after"]["phones"] == ["13912345678", "13712345678"]
    journal.erase_texts(Topic.RESIDENTS, row)
    assert journal.first_broken_link() is None


def test_the_order_of_telephones_is_which_is_dialled_first(estate):
    row = person(estate, phones=("13812345678", "13912345678"))
    turned = PersonForm("张淑芬", ("13912345678", "13812345678"))
    estate.do(residents.correct, row, 1, turned)
    assert residents.read(row).form.phones == ("13912345678", "13812345678")


def test_a_correction_upon_what_somebody_changed_is_refused_whole(estate):
    row = person(estate, phones=("13812345678",))
    estate.do(residents.correct, row, 1, PersonForm("张淑芳", ("13812345678",)))
    late = PersonForm("张三", ("13912345678",))
    assert estate.refused(residents.correct, row, 1, late) == "resident.stale"
    assert residents.read(row).form == PersonForm("张淑芳", ("13812345678",))


def test_who_moved_away_is_gone_from_the_roster_and_not_from_the_history(estate):
    row = person(estate, phones=("13812345678",))
    estate.do(residents.retire, row, 1)
    with pytest.raises(Refusal) as refused:
        residents.read(row)
    assert refused.value.code == "resident.gone"
    assert estate.refused(residents.correct, row, 2, PersonForm("张三")) == "resident.gone"
    assert [step.action for step in journal.history(Topic.RESIDENTS, row)] == [
        "resident.added",
        "resident.retired",
    ]


def test_a_home_that_is_not_there_stores_nothing(estate):
    with pytest.raises(Exception, match=r"(?i)foreign key|violates"):
        person(estate, homes=((99_999, Relation.OWNER),))
    assert Resident.select().count() == 0


# --- communities ------------------------------------------------------------------------------


def edit(estate: Estate, seen: int, name: str = "锦绣花园", **how):
    how = {"telephone": "", "address": ""} | how
    return estate.do(communities.edit, estate.community, seen, name=name, **how)


def test_what_stands_on_every_slip_is_changed(estate):
    assert edit(estate, 1, " 锦绣花园二期 ", telephone=" 021-1 ", address="花园路1号") == 2
    (row,) = communities.active()
    assert (row.name, row.telephone, row.address) == ("锦绣花园二期", "021-1", "花园路1号")
    assert row.version == 2


def test_a_community_keeps_a_name_of_its_own(estate):
    Community.insert(name="另一个小区").execute()
    for name, code in ((" ", "community.name_missing"), ("另一个小区", "community.exists")):
        refused = estate.refused(
            communities.edit, estate.community, 1, name=name, telephone="", address=""
        )
        assert refused == code
    assert edit(estate, 1) == 2, "its own name is not taken"


def test_a_change_upon_what_somebody_changed_is_refused(estate):
    edit(estate, 1, telephone="1")
    refused = estate.refused(
        communities.edit, estate.community, 1, name="x", telephone="2", address=""
    )
    assert refused == "community.stale"
    assert communities.active()[0].telephone == "1"


def test_a_community_that_is_no_longer_served_is_not_listed(estate):
    Community.update(active=False).execute()
    assert communities.active() == []
