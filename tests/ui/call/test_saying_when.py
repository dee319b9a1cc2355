"""When somebody may come and who is there: said, shown, underlined, corrected, on the ticket."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from desk.ui.kit.chip import Chip
from tests.ui.call.receptionist import CTRL, Key, Receptionist

LEAK = "厨房漏水 3-2-1502，我妈一个人在家，明天下午三点到五点来"


def pointed(desk: Receptionist) -> set[str]:
    return {desk.line[start:end] for start, end in desk.page.bar.line._pointed}


def hover(chip: Chip) -> None:
    at = chip.rect().center().toPointF()
    QApplication.sendEvent(chip, QEnterEvent(at, at, chip.mapToGlobal(at)))


def test_a_time_that_is_said_is_on_the_ticket(desk: Receptionist) -> None:
    desk.type(LEAK)
    assert "15:00" in desk.chip("appointment")
    desk.press(Key.Key_Return, CTRL)
    (ticket,) = desk.tickets
    assert ticket.appointment_from is not None
    assert (ticket.appointment_until - ticket.appointment_from).total_seconds() == 2 * 3600
    assert ticket.door_note == "我妈一个人在家"
    assert ticket.urgency != "critical"


def test_a_time_that_is_typed_goes_before_the_one_said(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("a")
    desk.type("-")
    desk.press(Key.Key_Return)
    assert "15:00" not in desk.chip("appointment")
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].appointment_from is None


def test_what_makes_no_appointment_is_shown_in_its_words_and_goes_along(
    desk: Receptionist,
) -> None:
    desk.type("厨房漏水 3-2-1502，过两天再来")
    assert desk.chip("appointment") == "过两天"
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].door_note == "过两天再来"


def test_who_is_there_has_a_chip_only_where_it_is_said(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1502")
    assert not desk.page.bar.chips.who.isVisible()
    desk.type("，我妈一个人在家")
    assert desk.page.bar.chips.who.isVisible()
    assert desk.page.bar.chips.who.text() == "老人独自在家"


def test_a_note_for_the_door_that_is_typed_goes_before_what_is_said(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("h")
    desk.type("敲后门")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, CTRL)
    assert desk.tickets[0].door_note == "敲后门"


def test_a_chip_that_is_looked_at_shows_its_words(desk: Receptionist) -> None:
    desk.type(LEAK)
    chips = desk.page.bar.chips
    hover(chips.who)
    assert pointed(desk) == {"我妈一个人在家"}
    QApplication.sendEvent(chips.who, QEvent(QEvent.Type.Leave))
    assert pointed(desk) == set()
    chips.appointment.setFocus()
    assert pointed(desk) == {"明天下午三点到五点"}
    desk.page.bar.take_focus()
    assert pointed(desk) == set()


def test_a_correction_that_is_open_shows_its_words(desk: Receptionist) -> None:
    desk.type(LEAK)
    desk.alt("q")
    assert pointed(desk) == {"3-2-1502"}
    desk.press(Key.Key_Escape)
    assert pointed(desk) == set()
    assert desk.line == LEAK


def test_nothing_is_drawn_into_what_an_input_method_composes(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1502")
    desk.hold("zen'me")
    hover(desk.page.bar.chips.chips["room"])
    assert desk.page.bar.line.composing
    assert desk.page.bar.line.preedit == "zen'me"
    assert desk.line == "厨房漏水 3-2-1502"


def test_when_and_who_are_underlined(desk: Receptionist) -> None:
    desk.type(LEAK)
    said = {desk.line[rest.start : rest.end] for rest in desk.page.bar.line._rests}
    assert {"我妈一个人在家", "明天下午三点到五点", "3-2-1502"} <= said
