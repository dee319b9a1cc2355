"""How much each crew and each technician has to do."""

from __future__ import annotations

from desk.tickets import dispatching, finishing
from desk.tickets.load import load
from tests.tickets.office import Office


def test_what_is_at_work_counts_for_crew_and_technician(office: Office) -> None:
    first, second = office.new(), office.new()
    for made in (first, second):
        office.step(dispatching.transfer, made, office.water, office.plumber)
    office.new("路灯不亮", category=None, room=None, place="北门")
    found = load(office.database)
    assert found.crews == {office.water: 2}
    assert found.technicians == {office.plumber: 2}


def test_what_is_done_weighs_no_more(office: Office) -> None:
    made = office.new()
    office.step(finishing.finish, made, "修好了")
    assert load(office.database).crews == {}
