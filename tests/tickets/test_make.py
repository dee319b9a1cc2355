from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

from desk.codes import Channel, Due, Family, State, Topic, Urgency
from desk.models import journal
from desk.models.tables import Ticket
from desk.tickets import actions, find, make
from tests.tickets.office import Office, refused


def test_a_new_ticket_has_its_number_its_clocks_and_its_crew(office: Office):
    made = office.new()
    ticket = office.ticket(made)
    assert made.number == "WX20260304-0001"
    assert (made.version, made.again) == (1, False)
    assert made.state is State.DISPATCHED
    assert ticket.crew_id == office.water
    assert ticket.place == "3-2-1502"
    assert ticket.received_by_id == office.staff
    # Thirty minutes of service hours to respond, 24 hours of them to arrive and to finish.
    assert ticket.respond_by == office.at("09:30")
    assert ticket.finish_by == ticket.arrive_by > office.at("18:00") + timedelta(days=2)
    assert (ticket.due_at, ticket.due_clock) == (ticket.respond_by, Due.RESPOND)
    assert ticket.is_open


def test_what_no_crew_covers_now_waits(office: Office):
    made = office.new("楼道灯不亮", category=office.bulb)
    assert made.state is State.RECEIVED
    assert office.ticket(made).crew_id is None
    office.later(hours=12)
    assert office.new().state is State.RECEIVED  # the crew works in service hours


def test_what_may_hurt_somebody_goes_to_who_is_there_at_night(office: Office):
    office.later(hours=12)
    made = office.new("电梯困人", category=office.category(Family.LIFT), urgency=Urgency.CRITICAL)
    assert office.ticket(made).crew_id == office.guards
    assert office.ticket(made).respond_by == office.now + timedelta(minutes=1)


def test_the_same_draft_again_is_the_same_ticket(office: Office):
    made = office.new(draft_key="d")
    again = office.new("other words", draft_key="d")
    assert again == made._replace(again=True)
    assert Ticket.select().count() == 1
    assert office.new().number.endswith("-0002")


def test_two_desks_that_save_one_draft_make_one_ticket(office: Office):
    found: list[make.Made] = []

    def save() -> None:
        found.append(office.new(draft_key="parked"))
        office.store.release()

    desks = [threading.Thread(target=save) for _ in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert len({one.ticket_id for one in found}) == 1
    assert sorted(one.again for one in found) == [False, True, True, True]


def test_an_appointment_is_when_somebody_has_to_be_there(office: Office):
    begin, until = office.at("14:00") + timedelta(days=1), office.at("16:00") + timedelta(days=1)
    ticket = office.ticket(office.new(appointment=(begin, until)))
    assert ticket.arrive_by == until
    assert (ticket.appointment_from, ticket.appointment_until) == (begin, until)


def test_the_journal_says_how_it_came_and_holds_no_names(office: Office):
    made = office.new(channel=Channel.COUNTER)
    (step,) = journal.history(Topic.TICKETS, made.ticket_id)
    assert step.action == actions.RECEIVED
    assert step.staff == office.staff
    assert step.detail["channel"] == Channel.COUNTER
    assert step.detail["crew"] == office.water
    assert "张" not in str(step.detail)


def test_it_is_found_by_its_words_at_once(office: Office):
    made = office.new("主卧天花板渗水")
    assert [row.ticket_id for row in find.by_text(office.database, "渗水", 5)] == [made.ticket_id]


def test_a_ticket_received_yesterday_counts_to_yesterday(office: Office):
    made = office.new(received_at=office.now - timedelta(days=1), source_number="A-17")
    assert made.number == "WX20260303-0001"
    assert office.ticket(made).source_number == "A-17"


def test_nothing_said_is_refused_and_takes_no_number(office: Office):
    with refused("ticket.words_missing"):
        office.new(" ", category=None)
    with refused("ticket.time_ahead"):
        office.new(received_at=office.now + timedelta(seconds=1))
    with refused("ticket.appointment_order"):
        office.new(appointment=(office.now, office.now))
    assert office.new().number.endswith("-0001")


def test_a_category_that_was_removed_still_makes_a_ticket(office: Office):
    office.centre = replace(office.centre, categories=())
    assert office.new().state is State.RECEIVED
