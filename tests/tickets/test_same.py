from __future__ import annotations

from desk.codes import Family, Topic
from desk.models import journal
from desk.tickets import actions, ending, same
from desk.tickets.same import Near
from tests.tickets.office import Office


def near(office: Office, room: str | None, **how) -> list[tuple[int, Near]]:
    found = same.same_thing(
        office.database,
        office.community,
        Family.LEAK,
        None if room is None else office.rooms[room],
        office.now,
        **how,
    )
    return [(one.row.ticket_id, one.near) for one in found]


def test_the_nearest_comes_first(office: Office):
    building = office.new(room=office.rooms["3-1-101"])
    room = office.new(room=office.rooms["3-2-1602"])
    unit = office.new(room=office.rooms["3-2-1502"])
    office.new(room=office.rooms["5-1-101"])
    office.new("灯不亮", room=office.rooms["3-2-1602"], category=office.bulb)
    assert near(office, "3-2-1602") == [
        (room.ticket_id, Near.ROOM),
        (unit.ticket_id, Near.UNIT),
        (building.ticket_id, Near.BUILDING),
    ]


def test_a_public_place_is_the_same_by_its_words(office: Office):
    made = office.new("车库漏水", room=None, place="地下车库B1层")
    assert near(office, None, place="地下车库B1层") == [(made.ticket_id, Near.PLACE)]
    assert near(office, None, place="南门") == []


def test_what_is_over_or_long_ago_is_not_the_same(office: Office):
    office.step(ending.cancel, office.new(), "打错了")
    made = office.new()
    assert near(office, "3-2-1502") == [(made.ticket_id, Near.ROOM)]
    office.later(hours=2, seconds=1)
    assert near(office, "3-2-1502") == []


def test_a_joined_caller_is_counted_and_named_in_the_history(office: Office):
    made = office.new()
    office.step(same.join, made, words="我家也漏", caller_name="李强", caller_phone="13900001111")
    step = journal.history(Topic.TICKETS, made.ticket_id)[-1]
    assert step.action == actions.JOINED
    assert step.text == {"words": "我家也漏", "caller": "李强", "phone": "13900001111"}
    assert office.ticket(made).chased == 1
