"""Tickets from the line: chased, joined and opened, each by one key."""

from __future__ import annotations

import pytest

from desk.codes import Outcome
from desk.models.journal import Actor
from desk.tickets import ending
from desk.tickets.find import by_number
from tests.ui.call.receptionist import CTRL, Key, Receptionist


@pytest.fixture
def leak(desk: Receptionist) -> str:
    """An open ticket of 3-2-1502; returns its number."""
    desk.type("厨房漏水一直滴 3-2-1502")
    desk.press(Key.Key_Return, CTRL)
    desk.wait(minutes=10)
    return str(desk.tickets[0].number)


def test_one_key_chases_the_open_ticket_of_who_calls(desk: Receptionist, leak: str) -> None:
    desk.type("5678")
    desk.press(Key.Key_Return)
    desk.type("怎么还没来")
    desk.alt("u")
    (ticket,) = desk.tickets
    assert ticket.chased == 1
    assert desk.outcomes[-1] is Outcome.CHASED
    assert leak in desk.note
    assert desk.line == ""


def test_a_ticket_is_chased_by_its_last_four(desk: Receptionist, leak: str) -> None:
    desk.type(leak[-4:])
    assert leak in desk.titles[0]
    desk.alt("u")
    assert desk.tickets[0].chased == 1


def test_of_several_open_tickets_it_asks_which(desk: Receptionist, leak: str) -> None:
    desk.type("门锁坏了 3-2-1502")
    desk.press(Key.Key_Return, CTRL)
    desk.type("3-2-1502")
    desk.press(Key.Key_Return)
    desk.alt("u")
    assert [ticket.chased for ticket in desk.tickets] == [0, 0]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert sorted(ticket.chased for ticket in desk.tickets) == [0, 1]
    assert desk.in_line


def test_without_a_ticket_there_is_nothing_to_chase(desk: Receptionist) -> None:
    desk.type("zsf")
    desk.alt("u")
    assert desk.calls == []
    assert desk.told
    assert desk.line == "zsf"


def test_the_same_thing_is_joined_by_one_key(desk: Receptionist, leak: str) -> None:
    desk.type("楼上漏水 3-2-1602")
    strip = desk.page.call_side.foot.same
    assert strip.isVisible()
    assert leak in strip.detail.text()
    desk.alt("j")
    assert len(desk.tickets) == 1
    assert desk.tickets[0].chased == 1
    assert desk.outcomes[-1] is Outcome.CHASED
    assert not strip.isVisible()


def test_of_several_same_reports_one_can_be_pointed_at(desk: Receptionist, leak: str) -> None:
    desk.type("卫生间漏水 3-2-1602")
    desk.press(Key.Key_Return, CTRL)
    other = desk.tickets[1].number
    desk.type("厨房漏水 3-2-1501")
    rows = [row for row in desk.rows if row.ticket is not None]
    assert {row.title.split()[0] for row in rows} == {leak, other}
    assert rows[0].heading
    while desk.pointed is None or not desk.pointed.title.startswith(leak):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert [ticket.chased for ticket in desk.tickets] == [1, 0]


def test_the_same_thing_far_away_is_not_offered(desk: Receptionist, leak: str) -> None:
    desk.type("厨房漏水 4-2-101")
    assert not desk.page.call_side.foot.same.isVisible()


def test_enter_on_a_ticket_opens_it_and_escape_goes_back(desk: Receptionist, leak: str) -> None:
    desk.type(leak[-4:])
    desk.press(Key.Key_Return)
    shown = desk.page.ticket.ticket
    assert shown is not None
    assert shown.number == leak
    assert not desk.in_line
    desk.press(Key.Key_Escape)
    assert desk.in_line
    assert desk.page.bar.line.selectedText() == leak[-4:]


def test_a_whole_number_in_a_sentence_is_found(desk: Receptionist, leak: str) -> None:
    assert by_number(desk.garden.store.database, leak) is not None
    desk.type(f"{leak} 怎么还没来")
    assert leak in desk.titles[0]


def test_a_ticket_that_others_finish_is_seen_on_the_card(
    qtbot, desk: Receptionist, leak: str
) -> None:
    desk.type("5678")
    assert desk.call.card is not None
    assert len(desk.call.card.open) == 1
    row = desk.call.card.open[0]
    with desk.garden.store.write(Actor(), desk.clock.now()) as write:
        ending.cancel(write, desk.desk.session.centre, row.seen, "误报")
    qtbot.waitUntil(lambda: desk.call.card is not None and not desk.call.card.open)
