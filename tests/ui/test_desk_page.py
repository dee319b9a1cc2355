"""The Desk page as a whole: call, queue and ticket side by side or one over the other."""

from __future__ import annotations

import pytest

from desk.ui.call.picker import Picker
from tests.garden import PIN
from tests.ui.call.conftest import OpenDesk, data_folder, desk, open_desk, planted
from tests.ui.call.receptionist import ALT, CTRL, Key, Receptionist

__all__ = ["data_folder", "desk", "open_desk", "planted"]

NARROW = {"width": 1024, "height": 700}


# --- narrow -------------------------------------------------------------------------------------
def test_typing_opens_the_drawer_and_escape_closes_it(open_desk: OpenDesk) -> None:
    desk = open_desk(**NARROW)
    columns = desk.page.columns
    assert columns.narrow
    assert not columns.is_open
    desk.type("zsf")
    assert columns.is_open
    assert desk.page.call_side.list.isVisible()
    assert desk.in_line
    desk.press(Key.Key_Escape)
    assert not columns.is_open
    assert desk.line == "zsf"
    desk.press(Key.Key_F2)
    desk.type("x")
    assert columns.is_open


def test_the_drawer_goes_with_the_call(open_desk: OpenDesk) -> None:
    desk = open_desk(**NARROW)
    columns = desk.page.columns
    desk.type("漏水怎么办")
    desk.press(Key.Key_Return)
    assert not columns.is_open
    desk.press(Key.Key_Z, CTRL)
    assert columns.is_open
    desk.press(Key.Key_F2)
    assert not columns.is_open
    desk.press(Key.Key_F3)
    assert columns.is_open
    for _ in range(5):
        desk.press(Key.Key_Backspace)
    assert not columns.is_open


def test_a_chosen_caller_keeps_the_drawer_out(open_desk: OpenDesk) -> None:
    desk = open_desk(**NARROW)
    desk.type("5678")
    desk.press(Key.Key_Return)
    assert desk.line == ""
    assert desk.page.columns.is_open
    assert desk.card == "3-2-1502"


def test_a_window_that_becomes_narrow_keeps_the_call_in_sight(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk()
    desk.type("zsf")
    desk.desk.window.resize(1024, 700)
    assert desk.page.columns.narrow
    assert desk.page.columns.is_open


def test_f4_shows_and_hides_the_drawer(open_desk: OpenDesk) -> None:
    desk = open_desk(**NARROW)
    desk.press(Key.Key_F4)
    assert desk.page.columns.is_open
    desk.press(Key.Key_F4)
    assert not desk.page.columns.is_open


# --- the ticket beside the queue ----------------------------------------------------------------
@pytest.fixture
def busy(desk: Receptionist) -> Receptionist:
    """A desk with two open tickets."""
    for words in ("厨房漏水一直滴 3-2-1502", "路灯不亮"):
        desk.type(words)
        desk.press(Key.Key_Return, CTRL)
        desk.wait(minutes=1)
    return desk


def test_enter_in_the_queue_opens_a_ticket_and_escape_goes_back_to_it(
    qtbot, busy: Receptionist
) -> None:
    busy.press(Key.Key_F6)
    qtbot.waitUntil(lambda: busy.page.queue.table.rowCount() == 2)
    busy.press(Key.Key_Down)
    busy.press(Key.Key_Return)
    assert busy.page.side.currentWidget() is busy.page.ticket
    busy.press(Key.Key_Escape)
    assert busy.page.side.currentWidget() is busy.page.call_side
    assert busy.page.queue.isAncestorOf(busy.focus)


def test_typing_brings_the_call_back_before_the_ticket(qtbot, busy: Receptionist) -> None:
    busy.type("zsf")
    busy.press(Key.Key_F6)
    qtbot.waitUntil(lambda: busy.page.queue.table.rowCount() == 2)
    busy.press(Key.Key_Return)
    assert busy.page.side.currentWidget() is busy.page.ticket
    busy.press(Key.Key_F2)
    assert busy.line == "zsf"
    assert busy.page.side.currentWidget() is busy.page.ticket
    busy.type("x")
    assert busy.page.side.currentWidget() is busy.page.call_side


def test_a_chase_with_nobody_in_the_line_is_about_the_open_ticket(
    qtbot, busy: Receptionist
) -> None:
    busy.press(Key.Key_F6)
    qtbot.waitUntil(lambda: busy.page.queue.table.rowCount() == 2)
    busy.press(Key.Key_Return)
    qtbot.waitUntil(lambda: busy.page.ticket.ticket is not None)
    busy.press(Key.Key_U, ALT)
    qtbot.waitUntil(lambda: busy.page.ticket.ticket.chased == 1)


# --- nothing is lost ----------------------------------------------------------------------------
def fill(desk: Receptionist) -> None:
    """Park one call and have another one with everything chosen in the line."""
    desk.type("one")
    desk.press(Key.Key_F2)
    desk.type("5678")
    desk.press(Key.Key_Return)
    desk.type("厨房漏水")
    desk.alt("e")
    desk.type("2")
    desk.alt("c")
    desk.press(Key.Key_Home)


def everything(desk: Receptionist) -> tuple[object, ...]:
    line = desk.page.bar.line
    draft = desk.call.draft
    return line.text(), line.cursorPosition(), draft, desk.parked, desk.card, desk.in_line


def test_switching_the_language_loses_nothing(qtbot, desk: Receptionist) -> None:
    fill(desk)
    before = everything(desk)
    old = desk.page
    desk.desk.window.speak("en")
    assert desk.page is not old
    qtbot.waitUntil(desk.page.isVisible)
    assert everything(desk) == before
    assert desk.chip("urgency").startswith("Urgent")
    assert desk.page.bar.channel.text() == "Counter"
    desk.type("x")
    assert desk.line == "x厨房漏水"
    desk.desk.window.speak("zh_CN")
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.tickets) == 1


def test_switching_the_language_keeps_the_open_ticket_and_its_comment(
    busy: Receptionist,
) -> None:
    busy.alt("o")
    busy.page.ticket.comment.line.setFocus()
    busy.type("halfway")
    shown = busy.page.ticket.ticket
    busy.desk.window.speak("en")
    assert busy.page.side.currentWidget() is busy.page.ticket
    assert busy.page.ticket.ticket == shown
    assert busy.page.ticket.comment.text == "halfway"


def test_what_hangs_on_an_old_page_does_not_answer_any_more(qtbot, desk: Receptionist) -> None:
    for language in ("en", "zh_CN", "en"):
        desk.type("zs")
        desk.alt("w")
        desk.press(Key.Key_Escape)
        desk.desk.window.speak(language)
    qtbot.wait(1)
    # One of each sort, of the page there is: nothing of the old ones stays behind.
    pickers = desk.desk.window.findChildren(Picker)
    assert {picker.parent() for picker in pickers} == {desk.page.bar.chips, desk.page.call_side}
    desk.press(Key.Key_F2)
    desk.type("厨房漏水")
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.tickets) == 1


def test_switching_the_theme_loses_nothing(desk: Receptionist) -> None:
    fill(desk)
    before = everything(desk)
    desk.desk.window.show_scheme("dark")
    assert everything(desk) == before
    desk.desk.window.show_scheme("light")
    desk.desk.session.look.rescale(2.0)
    assert everything(desk) == before
    desk.desk.session.look.rescale(1.0)


def test_changing_who_is_at_the_desk_loses_nothing(qtbot, desk: Receptionist) -> None:
    fill(desk)
    before = everything(desk)
    desk.press(Key.Key_F12)
    desk.type(f"h{PIN}")
    desk.press(Key.Key_Return)
    assert desk.desk.session.staff is not None
    assert desk.desk.session.staff.name == "何静"
    assert everything(desk) == before
    desk.press(Key.Key_Return, CTRL)
    assert desk.calls[0].staff.name == "何静"


def test_going_to_another_place_and_back_loses_nothing(desk: Receptionist) -> None:
    fill(desk)
    before = everything(desk)
    desk.press(Key.Key_2, CTRL)
    assert desk.desk.window.pages["knowledge"].isVisible()
    desk.press(Key.Key_1, CTRL)
    assert everything(desk) == before
