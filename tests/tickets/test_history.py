from __future__ import annotations

from datetime import timedelta

from desk.tickets import ending, history
from desk.tickets.rows import TicketRow
from tests.tickets.office import Office


def test_a_household_s_open_tickets_then_its_last(office: Office):
    old = [
        office.new(f"第{n}次", received_at=office.now - timedelta(days=20 - n)) for n in range(8)
    ]
    for made in old[:7]:
        office.step(ending.cancel, made, "测试")
    elsewhere = office.new("车位", room=None)
    office.new("别家", room=office.rooms["5-1-101"], resident=None)

    def numbers(rows: list[TicketRow]) -> list[int]:
        return [row.ticket_id for row in rows]

    rows = history.of_household(office.database, office.rooms["3-2-1502"], office.resident)
    expected = [old[7].ticket_id, elsewhere.ticket_id]
    expected += [made.ticket_id for made in reversed(old[2:7])]
    assert numbers(rows) == expected
    only_room = history.of_household(office.database, office.rooms["3-2-1502"], None, limit=1)
    assert numbers(only_room) == [old[7].ticket_id, old[6].ticket_id]
    assert history.of_household(office.database, None, None) == []
