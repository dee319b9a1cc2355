from __future__ import annotations

from desk.codes import Kind, State, Topic
from desk.models import journal
from desk.models.tables import Ticket
from desk.tickets import closing, finishing
from desk.tickets.closing import Tended
from tests.tickets.office import Office


def tend(office: Office) -> Tended:
    with office.store.write(office.actor, office.now) as write:
        return closing.tend(write, office.centre)


def test_what_is_done_and_asks_for_no_visit_closes_by_itself(office: Office):
    made = office.new("门禁卡怎么办", kind=Kind.INQUIRY, category=None)
    office.step(finishing.finish, made, "已答复")
    assert tend(office) == Tended(0, 0)
    office.later(days=3)
    assert tend(office) == Tended(1, 0)
    assert tend(office) == Tended(0, 0)
    assert office.ticket(made).state == State.CLOSED
    assert office.ticket(made).closed_at == office.now
    assert journal.history(Topic.TICKETS, made.ticket_id)[-1].detail["by_time"] is True


def test_a_visit_that_nobody_planned_is_planned(office: Office):
    done = office.step(finishing.finish, office.new(), "好了")
    Ticket.update(state=State.DONE, visit_on=None, due_at=None).execute()
    assert tend(office) == Tended(0, 1)
    ticket = office.ticket(done)
    assert (ticket.state, ticket.due_clock) == (State.TO_VISIT, "visit")
    assert tend(office) == Tended(0, 0)
