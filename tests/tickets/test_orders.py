from __future__ import annotations

from desk.models.tables import Room
from desk.tickets import orders
from tests.tickets.office import Office, refused


def test_a_slip_carries_the_ticket_and_its_print_is_counted(office: Office):
    made = office.new(spot="厨房水槽下", door_note="有狗")
    look = orders.work_order(office.database, office.centre, made.ticket_id, office.now)
    assert look.print_count == 1
    for count in (1, 2):
        with office.store.write(office.actor, office.now) as write:
            order = orders.print_order(write, office.centre, made.ticket_id)
        assert order.print_count == count
    assert office.ticket(made).slip_prints == 2
    assert order.number == made.number
    assert (order.community, order.telephone) == ("锦绣花园", "021-1")
    assert order.category == "室内 › 漏水渗水"
    assert (order.place, order.spot, order.crew) == ("3-2-1502", "厨房水槽下", "水电班")
    assert order.received_by == "陈静"
    assert order.phone_on_paper == "138****5678"
    english = orders.work_order(
        office.database, office.centre, made.ticket_id, office.now, english=True
    )
    assert english.category.isascii()
    bare = office.new("你好", category=None, room=None, resident=None)
    plain = orders.work_order(office.database, office.centre, bare.ticket_id, office.now)
    assert (plain.category, plain.crew, plain.technician) == ("", "", "")
    with refused("ticket.unknown"):
        orders.work_order(office.database, office.centre, 999, office.now)


def test_a_slip_says_what_to_mind_at_the_door(office: Office):
    room = Room.get(Room.label == "3-2-1502")
    Room.update(note="勿按门铃，请轻敲").where(Room.id == room.id).execute()

    def at_the_door(door_note: str) -> str:
        made = office.new(door_note=door_note, room=room.id)
        order = orders.work_order(office.database, office.centre, made.ticket_id, office.now)
        return order.door_note

    assert at_the_door("") == "勿按门铃，请轻敲"
    assert at_the_door("有狗") == "有狗"
