"""An input method at work in the line: every key is its own, and the search runs ahead of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.call.conftest import OpenDesk
from tests.ui.call.receptionist import ALT, CTRL, NONE, Key, Receptionist


def test_what_is_composed_is_looked_for_already(desk: Receptionist) -> None:
    desk.hold("zhang'shu'fen")
    assert "张淑芬" in desk.titles
    assert desk.line == ""
    desk.give("张淑芬")
    assert desk.line == "张淑芬"
    assert desk.titles[0] == "张淑芬"


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_Return, CTRL),
        (Key.Key_Return, NONE),
        (Key.Key_F2, NONE),
        (Key.Key_F3, NONE),
        (Key.Key_1, ALT),
        (Key.Key_U, ALT),
        (Key.Key_Escape, NONE),
        (Key.Key_Down, NONE),
        (Key.Key_Z, CTRL),
    ],
)
def test_no_key_acts_while_composing(
    desk: Receptionist, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    desk.type("漏水")
    desk.hold("zen'me")
    before = desk.pointed
    desk.press(key, modifiers)
    assert desk.calls == []
    assert desk.tickets == []
    assert desk.line == "漏水"
    assert desk.in_line
    assert desk.parked == []
    assert desk.pointed == before
    desk.give("怎么办")
    assert desk.line == "漏水怎么办"
    desk.press(Key.Key_Return)
    assert len(desk.calls) == 1


def test_what_is_composed_opens_the_drawer(open_desk: OpenDesk) -> None:
    desk = open_desk(width=1024, height=700)
    assert not desk.page.columns.is_open
    desk.hold("zsf")
    assert desk.page.columns.is_open


def test_the_focus_going_away_gives_the_composing_up(desk: Receptionist) -> None:
    desk.type("漏水")
    desk.hold("zen'me")
    desk.page.queue.setFocus()
    assert not desk.page.bar.line.composing
    assert desk.call.draft.text == "漏水"
    assert not desk.call.composing


def test_chips_underline_what_they_rest_on(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1502")
    rests = desk.page.bar.line._rests
    said = {desk.line[rest.start : rest.end] for rest in rests}
    assert "漏水" in said
    assert "3-2-1502" in said
    assert not any(rest.critical for rest in rests)
    desk.press(Key.Key_F2)
    assert desk.page.bar.line._rests == ()
    desk.type("电梯困人了")
    assert any(rest.critical for rest in desk.page.bar.line._rests)


def test_underlining_changes_neither_text_nor_selection(desk: Receptionist) -> None:
    desk.type("厨房漏水 3-2-1502")
    line = desk.page.bar.line
    line.setSelection(2, 2)
    desk.alt("c")
    assert line.selectedText() == "漏水"
    assert line.isUndoAvailable()
    assert line.text() == "厨房漏水 3-2-1502"


def test_a_lookup_is_not_underlined(desk: Receptionist) -> None:
    desk.type("3-2-1502")
    assert desk.page.bar.line._rests == ()
