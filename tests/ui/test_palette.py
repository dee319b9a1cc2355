"""Every action once: one key for one thing, found by Chinese, English and initials."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.look import Look
from desk.ui.palette import CommandPalette, Entry, rank
from desk.words.catalogue import Words

INITIALS = {"取消": "qx", "选择": "xz", "执行": "zx", "关闭提示": "gbts"}


class Window(QWidget):
    """A window with a field and a page."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.field = QLineEdit()
        self.page = QWidget()
        inner = QVBoxLayout(self.page)
        self.list = QLineEdit()
        inner.addWidget(self.list)
        column.addWidget(self.field)
        column.addWidget(self.page)
        self.resize(900, 700)
        self.ran: list[str] = []
        self.keys = Actions(self, words)

    def action(
        self, name: str, text: str, key: str = "", enabled: Callable[[], bool] | None = None
    ) -> Action:
        def run() -> None:
            self.ran.append(name)

        more = {} if enabled is None else {"enabled": enabled}
        return Action(name, text, key, Icon.PHONE, run, **more)


@pytest.fixture
def window(look: Look, words: Words, qtbot: QtBot) -> Iterator[Window]:
    window = Window(words)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    window.field.setFocus()
    yield window
    # The focus of the application must not outlive the window it is in.
    QApplication.sendPostedEvents()


@pytest.fixture
def palette(look: Look, words: Words, window: Window) -> CommandPalette:
    for name, text, key in (
        ("a.cancel", "Cancel", "F2"),
        ("a.choose", "Choose", ""),
        ("a.run", "Run", "Ctrl+Return"),
        ("a.dismiss", "Dismiss", ""),
    ):
        window.keys.add(window.action(name, text, key))
    return CommandPalette(look, words, window.keys, lambda text: INITIALS.get(text, ""), window)


def test_a_key_runs_its_action(window: Window, qtbot: QtBot) -> None:
    window.keys.add(window.action("call.box", "Cancel", "F2"))
    qtbot.keyClick(window.field, Qt.Key.Key_F2)
    assert window.ran == ["call.box"]


def test_enter_of_the_number_pad_is_enter(window: Window, qtbot: QtBot) -> None:
    window.keys.add(window.action("ticket.make", "Run", "Ctrl+Return"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(window.field, key, Qt.KeyboardModifier.ControlModifier)
    assert window.ran == ["ticket.make"] * 2


def test_what_cannot_be_done_now_is_not_done(window: Window, qtbot: QtBot) -> None:
    window.keys.add(window.action("call.box", "Cancel", "F2", lambda: False))
    qtbot.keyClick(window.field, Qt.Key.Key_F2)
    assert not window.ran
    assert not window.keys.trigger("call.box")
    assert window.keys.in_reach() == []
    assert not window.keys.trigger("no.such")


def test_no_two_share_a_key(window: Window) -> None:
    window.keys.add(window.action("one", "Cancel", "Ctrl+J"))
    with pytest.raises(ValueError, match="share"):
        window.keys.add(window.action("two", "Run", "ctrl+j"))
    with pytest.raises(ValueError, match="share"):
        window.keys.add(window.action("three", "Run", "Ctrl+J"), window.page)
    with pytest.raises(ValueError, match="called"):
        window.keys.add(window.action("one", "Run"))
    with pytest.raises(ValueError, match="no key"):
        window.keys.add(window.action("four", "Run", "Hyper+Blue"))


def test_pages_that_are_never_seen_together_may_share_a_key(window: Window, qtbot: QtBot) -> None:
    other = QWidget(window)
    other.hide()
    window.keys.add(window.action("here", "Cancel", "Ctrl+J"), window.page)
    window.keys.add(window.action("there", "Run", "Ctrl+J"), other)
    qtbot.keyClick(window.field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert window.ran == ["here"]
    assert [action.id for action in window.keys.in_reach()] == ["here"]


def test_a_single_letter_acts_only_where_nothing_is_typed(window: Window, qtbot: QtBot) -> None:
    window.keys.add(window.action("chase", "Run", "F7"), window.page, focused=True)
    qtbot.keyClick(window.field, Qt.Key.Key_F7)
    assert not window.ran
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_F7)
    assert window.ran == ["chase"]


def test_what_is_destroyed_takes_its_actions_along(window: Window) -> None:
    page = QWidget(window)
    window.keys.add(window.action("gone", "Run", "Ctrl+J"), page)
    page.setParent(None)
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.keys.all() == []
    assert not window.keys.trigger("gone")
    window.keys.add(window.action("gone", "Run", "Ctrl+J"))


def test_a_menu_shows_words_and_keys(window: Window, look: Look) -> None:
    window.keys.add(window.action("run", "Run", "Ctrl+Return"))
    window.keys.add(window.action("no", "Cancel", "", lambda: False))
    menu = window.keys.fill(QMenu(window), look, ["run", "", "no"])
    run, line, no = menu.actions()
    assert run.text() == "执行\tCtrl+⏎"
    assert line.isSeparator()
    assert not no.isEnabled()
    run.trigger()
    assert window.ran == ["run"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["取消", "选择", "执行", "关闭提示"]),
        ("取", ["取消"]),
        ("提示", ["关闭提示"]),
        ("zx", ["执行"]),
        ("GB", ["关闭提示"]),
        ("can", ["取消"]),
        ("c", ["取消", "选择"]),
        ("执 r", ["执行"]),
        ("没有", []),
    ],
)
def test_an_action_is_found_by_words_english_and_initials(
    palette: CommandPalette, qtbot: QtBot, query: str, found: list[str]
) -> None:
    palette.open()
    palette.line.setText(query)
    assert palette.titles() == found


def test_the_start_of_a_name_counts_more_than_its_middle() -> None:
    def entry(title: str, english: str, initials: str) -> Entry:
        return Entry(Action("x", english, "", None, lambda: None), title, english, initials)

    start, middle = entry("派单", "Dispatch", "pd"), entry("自动派单", "Auto dispatch", "zdpd")
    for query in ("派", "p", "d"):
        first, second = rank(start, query), rank(middle, query)
        assert first is not None
        assert second is not None
        assert first < second


def test_arrows_choose_and_enter_runs_where_the_focus_was(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.ran == ["a.choose"]
    assert not palette.is_open
    assert window.field.hasFocus()


def test_the_arrows_go_round(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 3
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == 3


def test_escape_closes_and_runs_nothing(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.is_open
    assert not window.ran
    assert window.field.hasFocus()


def test_keys_of_the_window_rest_while_the_palette_is_open(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_F2)
    assert not window.ran
    palette.dismiss()
    qtbot.keyClick(window.field, Qt.Key.Key_F2)
    assert window.ran == ["a.cancel"]


def test_enter_while_composing_runs_nothing(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    QApplication.sendEvent(palette.line, QInputMethodEvent("z'x", []))
    assert palette.titles() == ["执行"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.is_open
    assert not window.ran
    committed = QInputMethodEvent("", [])
    committed.setCommitString("执行")
    QApplication.sendEvent(palette.line, committed)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.ran == ["a.run"]


def test_what_was_used_last_stands_first(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    palette.line.setText("gb")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    palette.open()
    assert palette.titles()[0] == "关闭提示"
    assert palette.line.text() == ""


def test_enter_with_nothing_found_does_nothing(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    palette.line.setText("没有")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.is_open
    assert not window.ran


def test_a_press_beside_the_palette_closes_it(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.is_open
