from __future__ import annotations

from datetime import date

from desk.codes import Channel, HoldReason, State
from desk.tickets import (
    actions,
    detail,
    dispatching,
    ending,
    finishing,
    holding,
    noting,
    visiting,
)
from tests.tickets.office import Office


def test_a_ticket_is_read_whole(office: Office):
    made = office.new(door_note="有狗")
    other = office.new()
    office.step(ending.merge, other, made.ticket_id)
    arrived = office.step(dispatching.arrive, made, technician=office.plumber)
    held = office.step(holding.hold, arrived, HoldReason.PARTS, date(2026, 3, 6), note="等角阀")
    office.later(hours=1)
    done = office.step(finishing.finish, held, "换了角阀")
    after = office.step(visiting.visit, done, reached=True, solved=False, score=2, note="还漏")
    office.step(noting.comment, after, "转主管")
    assert after.made is not None
    whole = detail.read(office.database, made.ticket_id)
    assert whole is not None
    assert whole.row.state is State.CLOSED
    assert whole.channel is Channel.PHONE
    assert (whole.received_by, whole.door_note, whole.result) == ("陈静", "有狗", "换了角阀")
    (hold,) = whole.holds
    assert (hold.reason, hold.until) == (HoldReason.PARTS, office.now)
    (visit,) = whole.visits
    assert (visit.staff, visit.score, visit.solved) == ("陈静", 2, False)
    assert [link.number for link in whole.merged] == [other.number]
    assert [link.ticket_id for link in whole.reopened_as] == [after.made.ticket_id]
    assert [step.action for step in whole.steps][-3:] == [
        actions.VISITED,
        actions.REOPENED,
        actions.COMMENTED,
    ]
    arrival = next(step for step in whole.steps if step.action == actions.ARRIVED)
    assert (arrival.staff, arrival.crew, arrival.technician) == ("陈静", "水电班", "王师傅")
    fresh = detail.read(office.database, after.made.ticket_id)
    assert fresh is not None
    assert fresh.reopened_from is not None
    assert fresh.reopened_from.number == made.number
    merged = detail.read(office.database, other.ticket_id)
    assert merged is not None
    assert merged.merged_into is not None
    assert merged.merged_into.ticket_id == made.ticket_id
    assert detail.read(office.database, 999) is None
