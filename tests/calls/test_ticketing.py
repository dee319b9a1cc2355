"""From a draft to one ticket, one chase, one joined report, with its call or not at all."""

from __future__ import annotations

import threading

import pytest

from desk.calls import ticketing
from desk.calls.drafts import Draft
from desk.calls.ticketing import Becomes
from desk.codes import Channel, Kind, Outcome, Urgency
from desk.models import journal
from desk.models.tables import Call, Ticket
from desk.tickets.make import Made
from tests.tickets.office import Office, refused


def call(office: Office, text: str = "厨房水管漏水") -> Draft:
    draft = Draft.new(office.now)
    draft.text = text
    draft.caller_name, draft.caller_phone = " 张淑芬 ", "13812345678"
    draft.resident = office.resident
    return draft


def becomes(office: Office, **what) -> Becomes:
    what = {"category": office.leak, "room": office.rooms["3-2-1502"], "place": "3-2-1502"} | what
    return Becomes(Kind.REPAIR, Urgency.NORMAL, **what)


def make(office: Office, draft: Draft, **what) -> Made:
    with office.store.write(office.actor, office.now) as write:
        return ticketing.make_ticket(
            write, office.centre, office.community, draft, becomes(office, **what)
        )


def test_a_draft_becomes_a_ticket_and_a_call(office):
    draft = call(office, " 厨房水管漏水 ")
    draft.channel, draft.spot, draft.door_note = Channel.COUNTER, " 水池下 ", " 有狗 "
    made = make(office, draft)
    ticket = office.ticket(made)
    assert (ticket.words, ticket.spot, ticket.door_note) == ("厨房水管漏水", "水池下", "有狗")
    assert (ticket.caller_name, ticket.channel, ticket.draft_key) == (
        "张淑芬",
        "counter",
        draft.key,
    )
    assert (ticket.place, ticket.resident_id) == ("3-2-1502", office.resident)
    row = Call.get()
    assert (row.ticket_id, row.outcome) == (made.ticket_id, Outcome.TICKET)
    assert row.draft_key == draft.key


def test_saved_twice_it_is_one_ticket(office):
    draft = call(office)
    first, again = make(office, draft), make(office, draft)
    assert not first.again
    assert again.again
    assert again.number == first.number
    assert Ticket.select().count() == Call.select().count() == 1


def test_saved_at_once_at_two_desks_it_is_one_ticket(office):
    draft, start, made, failed = call(office), threading.Barrier(2), [], []

    def desk() -> None:
        start.wait()
        try:
            made.append(make(office, draft))
        except Exception as error:
            failed.append(error)
        finally:
            office.store.release()

    threads = [threading.Thread(target=desk) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len({found.number for found in made}) == 1
    assert sorted(found.again for found in made) == [False, True]
    assert Ticket.select().count() == Call.select().count() == 1


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_ticket_needs_words(office, text):
    with refused("ticket.words_missing"):
        make(office, call(office, text))
    assert Ticket.select().count() == Call.select().count() == 0


def test_a_call_that_cannot_be_stored_takes_its_ticket_with_it(office):
    """Nothing is half done: the number is not used up either."""
    draft = call(office)
    draft.article = None
    draft.resident = 99_999  # there is no such person: the row of the call refuses it
    with pytest.raises(Exception, match=r"(?i)foreign key|violates"):
        make(office, draft)
    assert Ticket.select().count() == Call.select().count() == 0
    assert make(office, call(office)).number.endswith("-0001")
    assert journal.first_broken_link() is None


def test_a_chase_is_counted_once_however_often_it_is_saved(office):
    made, draft = office.new(), call(office, "怎么还没人来")
    for _ in range(3):
        with office.store.write(office.actor, office.now) as write:
            ticketing.chase(write, office.centre, office.community, draft, made.seen)
    assert office.ticket(made).chased == 1
    row = Call.get()
    assert (row.outcome, row.ticket_id, row.words) == ("chased", made.ticket_id, "怎么还没人来")


def test_a_chase_of_a_ticket_that_is_over_leaves_no_call(office):
    from desk.tickets import ending

    made = office.new()
    office.step(ending.cancel, made, "打错了")
    with refused("ticket.step_not_allowed"), office.store.write(office.actor, office.now) as write:
        ticketing.chase(write, office.centre, office.community, call(office), made.seen)
    assert Call.select().count() == 0


def test_joining_is_counted_once_however_often_it_is_saved(office):
    made, draft = office.new(), call(office, "我家也停水了")
    for _ in range(2):
        with office.store.write(office.actor, office.now) as write:
            ticketing.join(write, office.centre, office.community, draft, made.seen)
    assert Call.select().count() == 1
    assert Call.get().ticket_id == made.ticket_id
    assert office.ticket(made).chased == 1
