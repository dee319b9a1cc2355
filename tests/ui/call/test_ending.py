"""How a call ends, each by one key, and how it comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desk.answers import library
from desk.codes import Outcome, State, Urgency
from desk.models.journal import Actor
from desk.models.tables import Article
from desk.ui.jobs import Lane
from tests.ui.call.receptionist import ALT, CTRL, Key, Receptionist


def use(desk: Receptionist) -> int:
    return int(Article.get_by_id(desk.garden.articles["家里漏水怎么办?"]).used)


# --- answered -----------------------------------------------------------------------------------
def test_a_question_costs_one_key_beyond_typing(desk: Receptionist) -> None:
    desk.type("厨房漏水怎么办")
    assert desk.pointed is not None
    assert desk.pointed.title == "家里漏水怎么办?"
    desk.press(Key.Key_Return)
    assert desk.outcomes == [Outcome.ARTICLE]
    assert desk.line == ""
    assert desk.in_line
    assert desk.rows == []
    assert "家里漏水怎么办?" in desk.note
    assert use(desk) == 1


def test_the_enter_of_the_number_pad_is_the_same(desk: Receptionist) -> None:
    desk.type("厨房漏水怎么办")
    desk.press(Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert desk.outcomes == [Outcome.ARTICLE]


def test_another_answer_by_its_number(desk: Receptionist) -> None:
    desk.type("漏水")
    second = next(row for row in desk.rows if row.number == 2)
    desk.press(Key.Key_2, ALT)
    assert desk.calls[0].article_id == second.id
    assert second.title in desk.note


def test_a_key_held_down_is_one_wish(desk: Receptionist) -> None:
    desk.type("漏水")
    repeated = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QCoreApplication.sendEvent(desk.focus, repeated)
    assert desk.calls == []


def test_ctrl_z_brings_the_last_call_back(desk: Receptionist) -> None:
    desk.type("漏水怎么办")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Z, CTRL)
    assert desk.line == "漏水怎么办"
    assert desk.in_line
    assert desk.outcomes == []
    assert use(desk) == 0
    assert desk.note == ""
    desk.press(Key.Key_Return)
    assert desk.outcomes == [Outcome.ARTICLE]
    assert len(desk.calls) == 1


def test_ctrl_z_brings_it_back_when_something_was_typed_and_deleted_since(
    desk: Receptionist,
) -> None:
    desk.type("漏水怎么办")
    desk.press(Key.Key_Return)
    desk.type("ab")
    desk.press(Key.Key_Backspace)
    desk.press(Key.Key_Backspace)
    assert desk.page.bar.line.isUndoAvailable()
    desk.press(Key.Key_Z, CTRL)
    assert desk.line == "漏水怎么办"


def test_ctrl_z_takes_typing_back_before_it_brings_a_call_back(desk: Receptionist) -> None:
    desk.type("漏水怎么办")
    desk.press(Key.Key_Return)
    desk.type("abc")
    desk.press(Key.Key_Z, CTRL)
    assert desk.line == ""
    desk.press(Key.Key_Z, CTRL)
    assert desk.line == "漏水怎么办"


def test_bringing_a_call_back_parks_the_next_one(desk: Receptionist) -> None:
    desk.type("漏水怎么办")
    desk.press(Key.Key_Return)
    desk.type("zsf")
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == "张淑芬"
    desk.press(Key.Key_Z, CTRL)
    assert desk.line == "漏水怎么办"
    assert desk.parked == ["张淑芬"]


def test_there_is_nothing_to_bring_back_at_first(desk: Receptionist) -> None:
    desk.press(Key.Key_Z, CTRL)
    assert desk.line == ""


def test_a_call_without_an_outcome_is_logged_too(desk: Receptionist) -> None:
    desk.type("zsf")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_L, CTRL)
    assert desk.outcomes == [Outcome.NONE]
    assert desk.calls[0].caller_name == "张淑芬"
    assert desk.chip("caller") == ""


# --- a ticket -----------------------------------------------------------------------------------
def test_ctrl_enter_makes_the_ticket(desk: Receptionist) -> None:
    desk.type("厨房漏水一直滴 3-2-1502")
    assert desk.chip("room") == "3-2-1502"
    assert desk.chip("category") == "漏水渗水"
    made = []
    desk.call.ticket_made.connect(made.append)
    desk.press(Key.Key_Return, CTRL)
    (ticket,) = desk.tickets
    assert ticket.words == "厨房漏水一直滴 3-2-1502"
    assert ticket.place == "3-2-1502"
    assert ticket.state == State.DISPATCHED
    assert desk.outcomes == [Outcome.TICKET]
    assert desk.line == ""
    assert desk.in_line
    assert ticket.number in desk.note
    assert made[0].number == ticket.number


def test_the_caller_stands_on_the_ticket(desk: Receptionist) -> None:
    desk.type("5678")
    desk.press(Key.Key_Return)
    desk.type("厨房漏水")
    desk.press(Key.Key_Return, CTRL)
    (ticket,) = desk.tickets
    assert ticket.resident_id == desk.garden.people["张淑芬"]
    assert (ticket.caller_name, ticket.caller_phone) == ("张淑芬", "13800005678")
    assert ticket.place == "3-2-1502"


def test_a_caller_named_in_the_sentence_stands_on_the_ticket(desk: Receptionist) -> None:
    desk.type("王小明说厨房漏水")
    assert desk.chip("caller") == "王小明"
    assert desk.card == "3-2-1602"
    desk.press(Key.Key_Return, CTRL)
    (ticket,) = desk.tickets
    assert ticket.resident_id == desk.garden.people["王小明"]
    assert ticket.place == "3-2-1602"


def test_saving_twice_makes_one(desk: Receptionist) -> None:
    desk.type("厨房漏水一直滴")
    desk.press(Key.Key_Return, CTRL)
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.tickets) == 1
    assert desk.told == desk.fault == ""


def test_what_was_made_is_opened_by_one_key(desk: Receptionist) -> None:
    desk.type("厨房漏水一直滴")
    desk.press(Key.Key_Return, CTRL)
    desk.alt("o")
    shown = desk.page.ticket.ticket
    assert shown is not None
    assert shown.number == desk.tickets[0].number
    desk.press(Key.Key_Escape)
    assert desk.in_line


def test_nothing_said_makes_no_ticket(desk: Receptionist) -> None:
    desk.type("zsf")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets == []
    assert desk.told
    assert desk.chip("caller") == "张淑芬"


def test_somebody_at_risk_is_said_on_the_button_and_the_chip(desk: Receptionist) -> None:
    foot = desk.page.call_side.foot
    desk.type("5号楼电梯困人了")
    assert foot.alarm.isVisible()
    assert not foot.make.isVisible()
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].urgency == Urgency.CRITICAL
    assert desk.tickets[0].place == "5号楼"


@pytest.fixture
def full_disk(desk: Receptionist) -> Iterator[Callable[[], None]]:
    """Let the database grow no more; returns what gives it room again."""
    database = desk.garden.store.database
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages}")

    def make_room() -> None:
        database.execute_sql("PRAGMA max_page_count = 1073741823")

    yield make_room
    make_room()


def test_a_ticket_that_cannot_be_stored_comes_back_into_the_line(
    desk: Receptionist, full_disk: Callable[[], None]
) -> None:
    words = "厨房漏水" + "一直滴" * 1_500
    desk.give(words)
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets == []
    assert desk.line == words
    assert desk.fault
    full_disk()
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.tickets) == 1


def test_a_failed_end_never_takes_the_line_from_the_next_call(
    desk: Receptionist, full_disk: Callable[[], None]
) -> None:
    """The next call is being typed when the disk says no: the failed one waits beside it."""
    words = "厨房漏水" + "一直滴" * 1_500
    desk.give(words)
    desk.jobs.hold(Lane.DATABASE)
    desk.press(Key.Key_Return, CTRL)
    assert desk.line == ""
    desk.type("zsf")
    desk.jobs.let_go()
    assert desk.line == "zsf"
    assert len(desk.parked) == 1
    desk.press(Key.Key_F3)
    assert desk.line == words


def test_ctrl_enter_twice_while_the_disk_is_slow_makes_one(desk: Receptionist) -> None:
    desk.type("厨房漏水一直滴")
    desk.jobs.hold(Lane.DATABASE)
    desk.press(Key.Key_Return, CTRL)
    desk.press(Key.Key_Return, CTRL)
    desk.jobs.let_go()
    assert len(desk.tickets) == 1
    assert desk.told == desk.fault == ""


def test_a_lookup_that_is_not_read_yet_makes_no_ticket_either(desk: Receptionist) -> None:
    desk.jobs.hold(Lane.LOOK)
    desk.type("zsf")
    desk.press(Key.Key_Return, CTRL)
    desk.jobs.let_go()
    assert desk.tickets == []
    assert desk.line == "zsf"
    assert desk.told
    assert desk.fault == ""


def test_enter_waits_for_what_the_words_lead_to(desk: Receptionist) -> None:
    """A scanner types faster than anything is read: its Enter acts on what was scanned."""
    desk.jobs.hold(Lane.LOOK)
    desk.type("5678")
    desk.press(Key.Key_Return)
    assert desk.chip("caller") == ""
    desk.jobs.let_go()
    assert desk.chip("caller") == "张淑芬"
    assert desk.line == ""


def test_enter_waits_for_tickets_that_are_still_read(desk: Receptionist) -> None:
    desk.type("厨房漏水一直滴")
    desk.press(Key.Key_Return, CTRL)
    number = desk.tickets[0].number
    desk.jobs.hold(Lane.DATABASE)
    desk.type(number)
    desk.press(Key.Key_Return)
    assert desk.page.ticket.ticket is None
    desk.jobs.let_go()
    assert desk.page.ticket.ticket is not None
    assert desk.page.ticket.ticket.number == number


def test_an_enter_that_waits_is_forgotten_when_typing_goes_on(desk: Receptionist) -> None:
    desk.jobs.hold(Lane.LOOK)
    desk.type("5678")
    desk.press(Key.Key_Return)
    desk.type("9")
    desk.jobs.let_go()
    assert desk.line == "56789"
    assert desk.chip("caller") == ""


def test_an_answer_that_was_edited_is_the_new_one(qtbot, desk: Receptionist) -> None:
    desk.type("漏水怎么办")
    stored = library.read(desk.garden.articles["家里漏水怎么办?"])
    with desk.garden.store.write(Actor(), desk.clock.now()) as write:
        library.edit(write, stored.id, stored.version, replace(stored.form, answer="先关总阀。"))
    qtbot.waitUntil(lambda: desk.rows[0].detail == "先关总阀。")
