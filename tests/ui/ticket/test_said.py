"""Facts and history in words, in both languages, for tickets in every state."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.codes import Family, HoldReason, State
from desk.tickets import (
    actions,
    chasing,
    detail,
    dispatching,
    ending,
    finishing,
    holding,
    noting,
    slips,
    undoing,
    visiting,
)
from desk.tickets.noting import Edit
from desk.tickets.same import join
from desk.tickets.seen import After, Made
from desk.ui.ticket.facts_said import FactSpeaker
from desk.ui.ticket.history_said import HistorySpeaker, StepSaid
from desk.words.catalogue import Words
from tests.tickets.office import Office


def a_long_life(office: Office) -> list[After | Made]:
    """Take tickets through every action there is."""
    step = office.step
    made = office.new()
    step(chasing.chase, made, words="怎么没来", caller_name="张淑芬")
    step(join, made, caller_name="李四")
    step(noting.comment, made, "楼下也漏")
    step(slips.print_slip, made)
    moved = step(dispatching.transfer, made, office.guards, reason="近")
    down = step(dispatching.turn_down, moved, "没空")
    sent = step(dispatching.dispatch, down, office.water, office.plumber)
    booked = step(noting.appoint, sent, office.at("14:00"), office.at("15:00"))
    free = step(noting.appoint, booked, None, None)
    edit = Edit(category=office.bulb, words="改过", caller_phone="13900001111", spot="")
    edited = step(noting.edit, free, edit)
    taken = step(dispatching.accept, edited)
    held = step(holding.hold, taken, HoldReason.AWAY, office.now.date() + timedelta(days=1))
    going = step(holding.resume, held)
    there = step(dispatching.arrive, going)
    back = step(undoing.take_back, there)
    done = step(slips.return_slip, back, result="好了", finished_at=office.now, satisfied=False)
    missed = step(visiting.visit, done, reached=False)
    asked = step(visiting.visit, missed, reached=True, solved=False, score=2, note="没好")
    assert asked.made is not None
    other = step(ending.merge, office.new(), asked.made.ticket_id)
    gone = step(ending.cancel, office.new(), "误建")
    fixed = step(finishing.finish, office.new(category=office.category(Family.POWER)), "已换开关")
    closed = step(ending.close, fixed, "不用回访")
    return [asked, asked.made, other, gone, closed]


@pytest.fixture
def lives(office: Office) -> list[int]:
    return [one.ticket_id for one in a_long_life(office)]


def history(office: Office, ticket: int, language: str) -> list[tuple[str, StepSaid]]:
    found = detail.read(office.database, ticket)
    assert found is not None
    speaker = HistorySpeaker(Words(language), office.centre)
    return [(step.action, speaker.say(step, office.now)) for step in found.steps]


def test_every_action_a_ticket_knows_is_told(office: Office, lives: list[int]) -> None:
    told = {action for one in lives for action, _ in history(office, one, "zh_CN")}
    assert told == set(actions.ALL)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_step_shows_a_code_or_an_unfilled_field(
    office: Office, lives: list[int], language: str
) -> None:
    for ticket in lives:
        for _action, said in history(office, ticket, language):
            text = " ".join((said.what, said.more, said.who, said.when, said.entered))
            assert said.what
            assert said.when
            assert "front" in said.where
            assert not [wrong for wrong in ("None", "{", "ticket.", "True") if wrong in text]


def test_what_each_step_tells(office: Office, lives: list[int]) -> None:
    said = {action: one.more for action, one in history(office, lives[0], "zh_CN")}
    assert said[actions.RECEIVED] == "电话，已派给水电班"
    assert said[actions.CHASED] == "第 1 次，张淑芬，怎么没来"
    assert said[actions.JOINED] == "第 2 次，李四"
    assert said[actions.TRANSFERRED] == "秩序班，近"
    assert said[actions.TURNED_DOWN] == "秩序班，没空"
    assert said[actions.DISPATCHED] == "水电班 王师傅"
    assert said[actions.APPOINTED] == "取消预约"
    assert said[actions.HELD] == "业主不在，明天复查"
    assert said[actions.TAKEN_BACK] == "已到场"
    assert said[actions.SLIP_RETURNED] == "业主不满意"
    assert said[actions.VISITED] == "没解决，2 分，没好"
    assert said[actions.EDITED].startswith("类别：公共照明")
    assert "改过" in said[actions.EDITED]
    assert "13900001111" not in said[actions.EDITED]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_facts_of_every_state_are_whole(office: Office, lives: list[int], language: str) -> None:
    speaker = FactSpeaker(Words(language), office.centre)
    for ticket in lives:
        found = detail.read(office.database, ticket)
        assert found is not None
        facts = speaker.facts(found, office.now)
        assert len({fact.key for fact in facts}) == len(facts)
        for fact in facts:
            assert fact.label
            assert fact.text
            assert "None" not in fact.text + fact.note
            assert "13812345678" not in fact.text + fact.note


def test_a_cancelled_ticket_says_why_and_a_closed_one_what_was_said(
    office: Office, lives: list[int]
) -> None:
    speaker = FactSpeaker(Words("zh_CN"), office.centre)
    by_state = {}
    for ticket in lives:
        found = detail.read(office.database, ticket)
        assert found is not None
        by_state.setdefault(found.row.state, []).append(
            {fact.key: fact for fact in speaker.facts(found, office.now)}
        )
    assert by_state[State.CANCELLED][0]["ended"].text == "误建"
    visited = by_state[State.CLOSED][0]
    assert visited["visit0"].text == "没联系上"
    assert visited["visit1"].text == "没解决，2 分"
