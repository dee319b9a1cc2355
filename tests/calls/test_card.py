"""The household card: who lives there, what is open, what was last, what to mind."""

from __future__ import annotations

import pytest

from desk.calls.card import household
from desk.codes import Relation
from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.tickets import ending
from tests.tickets.office import Office


@pytest.fixture
def family(office: Office) -> dict[str, int]:
    """Zhang lives in 1502 and owns 101, Li rents 1502, Wang lives nowhere."""
    home, second = office.rooms["3-2-1502"], office.rooms["3-1-101"]
    people = {
        "张淑芬": PersonForm(
            "张淑芬",
            ("13812345678", "021-88881234"),
            ((home, Relation.OWNER), (second, Relation.OWNER)),
            "独居老人",
        ),
        "李强": PersonForm("李强", ("13987654321",), ((home, Relation.TENANT),)),
        "王五": PersonForm("王五", ("13711112222",)),
    }
    with office.store.write(office.actor, office.now) as write:
        rooms.note(write, home, 1, "勿按门铃")
        return {name: residents.add(write, office.community, form) for name, form in people.items()}


def card(office: Office, **whose):
    return household(office.database, office.now, **whose)


def test_a_room_shows_who_lives_there(office, family):
    found = card(office, room=office.rooms["3-2-1502"])
    assert (found.room_label, found.room_note, found.room_version) == ("3-2-1502", "勿按门铃", 2)
    assert found.caller is None
    assert [member.name for member in found.members] == ["张淑芬", "李强"]
    zhang = found.members[0]
    assert zhang.phones == ("13812345678", "021-88881234")
    assert (zhang.relation, zhang.note, zhang.version) == (Relation.OWNER, "独居老人", 1)
    assert found.homes == ()


def test_who_calls_stands_first_and_brings_the_other_rooms(office, family):
    found = card(office, room=office.rooms["3-2-1502"], resident=family["李强"])
    assert found.caller.name == "李强"
    assert [member.name for member in found.members] == ["李强", "张淑芬"]
    found = card(office, room=office.rooms["3-2-1502"], resident=family["张淑芬"])
    assert [home.label for home in found.homes] == ["3-1-101"]


def test_a_person_of_one_room_brings_it(office, family):
    found = card(office, resident=family["李强"])
    assert found.room_label == "3-2-1502"
    assert found.caller.name == "李强"


def test_a_person_of_several_rooms_is_asked_which(office, family):
    found = card(office, resident=family["张淑芬"])
    assert (found.room, found.room_label, found.room_version) == (None, "", 0)
    assert {home.label for home in found.homes} == {"3-2-1502", "3-1-101"}
    assert [member.name for member in found.members] == ["张淑芬"]


def test_somebody_may_call_about_a_room_that_is_not_theirs(office, family):
    found = card(office, room=office.rooms["5-1-101"], resident=family["李强"])
    assert found.room_label == "5-1-101"
    assert found.caller.name == "李强"
    assert found.caller.relation is None
    assert [home.label for home in found.homes] == ["3-2-1502"]


def test_a_person_of_no_room_has_a_card(office, family):
    found = card(office, resident=family["王五"])
    assert (found.room, found.caller.name, found.homes) == (None, "王五", ())


def test_who_moved_away_is_on_no_card(office, family):
    with office.store.write(office.actor, office.now) as write:
        residents.retire(write, family["李强"], 1)
    assert card(office, resident=family["李强"]) is None
    found = card(office, room=office.rooms["3-2-1502"], resident=family["李强"])
    assert found.caller is None
    assert [member.name for member in found.members] == ["张淑芬"]


def test_what_is_not_there_has_no_card(office):
    assert card(office, room=99_999) is None
    assert card(office, resident=99_999) is None
    assert card(office) is None


def test_open_tickets_stand_apart_from_the_last_ones(office, family):
    home = office.rooms["3-2-1502"]
    over = [office.new(f"旧事{number}") for number in range(7)]
    for made in over:
        office.later(minutes=1)
        office.step(ending.cancel, made, "不修了")
    late, soon = office.new("水管漏水"), office.new("燃气味", urgency="critical")
    elsewhere = office.new("别家", room=office.rooms["5-1-101"], resident=None)
    found = card(office, room=home)
    assert [row.ticket_id for row in found.open] == [soon.ticket_id, late.ticket_id]
    assert len(found.last) == 5
    assert elsewhere.ticket_id not in {row.ticket_id for row in (*found.open, *found.last)}
    assert found.lately == 9
    office.later(days=31)
    assert card(office, room=home).lately == 0
