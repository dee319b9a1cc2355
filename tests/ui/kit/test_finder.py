"""What somebody at the desk notices of a line over what answers it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.finder import Finder
from desk.ui.kit.rows import OneLine
from desk.ui.look import Look
from tests.ui.kit.conftest import Show

Key = Qt.Key


class Rooms(Finder):
    """Rooms 1 to 20."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host, name="房号", listed="房间", nothing="没有这间")
        self.found: list[str] = []
        self.taken: list[str] = []

    def place(self, room):
        return self.upper_part(room, self.look.sizes.sheet)

    def answer(self, query: str) -> Sequence[OneLine]:
        self.found = [str(number) for number in range(1, 21) if query in str(number)]
        return [OneLine(number) for number in self.found]

    def take(self, row: int) -> None:
        self.taken.append(self.found[row])
        self.dismiss()


@pytest.fixture
def rooms(look: Look, shown: Show) -> Rooms:
    host = QWidget()
    shown(host).resize(800, 600)
    finder = Rooms(look, host)
    finder.refresh()
    finder.open()
    return finder


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ((), "1"),
        ((Key.Key_Down, Key.Key_Down), "3"),
        ((Key.Key_Up,), "20"),
        ((Key.Key_Up, Key.Key_Down), "1"),
        ((Key.Key_PageDown,), "9"),
        ((Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown), "20"),
        ((Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp), "1"),
        ((Key.Key_2, Key.Key_Down), "12"),
    ],
)
def test_the_keys_walk_the_list_from_the_line(rooms: Rooms, qtbot: QtBot, keys, taken) -> None:
    for key in (*keys, Key.Key_Return):
        qtbot.keyClick(rooms.line, key)
    assert rooms.taken == [taken]
    assert not rooms.is_open


def test_where_nothing_answers_that_is_said_and_nothing_is_taken(
    rooms: Rooms, qtbot: QtBot
) -> None:
    qtbot.keyClicks(rooms.line, "99")
    assert rooms.nothing.isVisible()
    assert not rooms.list.isVisible()
    for key in (Key.Key_Down, Key.Key_PageUp, Key.Key_Return):
        qtbot.keyClick(rooms.line, key)
    assert not rooms.taken
    assert rooms.is_open


def test_enter_that_is_still_held_takes_nothing(rooms: Rooms, qtbot: QtBot) -> None:
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(rooms.line, held)
    assert not rooms.taken
    qtbot.keyClick(rooms.line, Key.Key_Return)
    assert rooms.taken == ["1"]
