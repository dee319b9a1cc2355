"""A call is written down once, however often it is saved, and can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.calls import log
from desk.calls.drafts import Draft
from desk.codes import Channel, Outcome, Topic
from desk.models import journal
from desk.models.tables import Article, Call
from tests.tickets.office import Office, refused


@pytest.fixture
def article(office: Office) -> int:
    with office.store.write(office.actor, office.now) as write:
        form = ArticleForm("物业费怎么交?", "到前台,或公众号。")
        return library.add(write, office.community, form)


def call(office: Office, text: str = "物业费怎么交") -> Draft:
    draft = Draft.new(office.now)
    draft.text = text
    return draft


def end(office: Office, draft: Draft, outcome: Outcome = Outcome.ARTICLE, **what) -> log.Logged:
    with office.store.write(office.actor, office.now) as write:
        return log.end(write, office.community, draft, outcome, **what)


def take_back(office: Office, number: int) -> None:
    with office.store.write(office.actor, office.now) as write:
        log.take_back(write, number)


def used(article: int) -> int:
    return int(Article.get_by_id(article).used)


def test_a_call_is_stored_with_all_that_is_known(office, article):
    draft = call(office)
    draft.channel = Channel.COUNTER
    draft.room, draft.resident = office.rooms["3-2-1502"], office.resident
    draft.caller_name, draft.caller_phone = "张淑芬", "13812345678"
    office.later(minutes=2)
    logged = end(office, draft, article=article)
    row = Call.get_by_id(logged.call)
    assert not logged.again
    assert (row.channel, row.outcome, row.words) == ("counter", "article", "物业费怎么交")
    assert (row.room_id, row.resident_id) == (draft.room, draft.resident)
    assert (row.caller_name, row.caller_phone) == ("张淑芬", "13812345678")
    assert (row.started_at, row.ended_at) == (office.now - timedelta(minutes=2), office.now)
    assert (row.article_id, row.ticket_id, row.staff_id) == (article, None, office.staff)
    assert used(article) == 1
    (step,) = journal.history(Topic.CALLS, logged.call)
    assert (step.action, step.staff) == ("call.ended", office.staff)
    assert step.detail == {"outcome": "article", "article": article, "ticket": None}


def test_saved_twice_it_is_one_call(office, article):
    draft = call(office)
    first = end(office, draft, article=article)
    again = end(office, draft, article=article)
    assert (again.call, again.again) == (first.call, True)
    assert Call.select().count() == 1
    assert used(article) == 1
    assert len(journal.history(Topic.CALLS, first.call)) == 1


def test_another_call_between_is_not_taken_for_it(office, article):
    first, second = call(office), call(office, "停车费多少")
    one = end(office, first, article=article)
    other = end(office, second, article=article)
    again = end(office, first, article=article)
    assert other.call != one.call
    assert (again.call, again.again) == (one.call, True)


def test_a_call_that_is_taken_back_does_not_count(office, article):
    logged = end(office, call(office), article=article)
    office.later(seconds=5)
    take_back(office, logged.call)
    assert used(article) == 0
    assert Call.get_by_id(logged.call).taken_back_at == office.now
    actions = [step.action for step in journal.history(Topic.CALLS, logged.call)]
    assert actions == ["call.ended", "call.taken_back"]
    with refused("call.not_returnable"):
        take_back(office, logged.call)
    assert used(article) == 0


def test_a_call_that_is_ended_anew_stands_once(office, article):
    draft = call(office)
    logged = end(office, draft, article=article)
    take_back(office, logged.call)
    draft.text = "停车费怎么交"
    anew = end(office, draft, article=article)
    assert (anew.call, anew.again) == (logged.call, False)
    row = Call.get_by_id(anew.call)
    assert (row.words, row.taken_back_at, row.version) == ("停车费怎么交", None, 3)
    assert used(article) == 1
    assert end(office, draft, article=article).again


@pytest.mark.parametrize("outcome", [Outcome.TICKET, Outcome.CHASED])
def test_a_call_that_touched_a_ticket_stays(office, outcome):
    made = office.new()
    logged = end(office, call(office), outcome, ticket=made.ticket_id)
    with refused("call.not_returnable"):
        take_back(office, logged.call)


def test_a_call_that_is_not_there_cannot_be_taken_back(office):
    with refused("call.not_returnable"):
        take_back(office, 99)


def test_drafts_whose_calls_are_stored_are_not_taken_up_again(office, article):
    stored, returned, open_still = call(office), call(office), call(office)
    end(office, stored, article=article)
    take_back(office, end(office, returned, article=article).call)
    assert log.unfinished([stored, returned, open_still]) == [returned, open_still]
    assert log.unfinished([]) == []


def test_nobody_at_the_desk_is_nobody_in_the_call(office):
    from desk.models.journal import Actor

    with office.store.write(Actor(), office.now) as write:
        logged = log.end(write, office.community, call(office), Outcome.NONE)
    assert Call.get_by_id(logged.call).staff_id is None
