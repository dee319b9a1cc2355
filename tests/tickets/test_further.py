"""What an exported list says of tickets beyond their rows."""

from __future__ import annotations

from datetime import timedelta

from desk.codes import Channel
from desk.models.tables import ReturnVisit, Room, Ticket
from desk.tickets import further
from desk.tickets.further import Visited
from tests.tickets.office import MORNING, Office


def test_numbers_results_rooms_and_visits(office: Office):
    office.new("灯坏了")
    office.new("水管漏水")
    first, second = (row.id for row in Ticket.select().order_by(Ticket.id))
    room = Room.select().first()
    later = MORNING + timedelta(hours=2)
    with office.store.database.atomic():
        Ticket.update(source_number="A-17", result="换灯管", room=room.id).where(
            Ticket.id == first
        ).execute()
        for at, solved, score in ((MORNING, False, None), (later, True, 5)):
            ReturnVisit.insert(
                ticket=first, at=at, staff=None, reached=True, solved=solved, score=score
            ).execute()
    found = further.read(office.store.database, iter([first, second, 4711]))
    assert found.keys() == {first, second}
    assert (found[first].source_number, found[first].result) == ("A-17", "换灯管")
    assert found[first].room == room.label
    assert found[first].visits == (
        Visited(MORNING, reached=True, solved=False, score=None),
        Visited(later, reached=True, solved=True, score=5),
    )
    assert (found[second].source_number, found[second].visits) == ("", ())
    assert isinstance(found[second].channel, Channel)
    assert further.read(office.store.database, []) == {}
