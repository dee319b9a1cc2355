"""Sheets: they hold keys and focus, answer by key, and give everything back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.banner import Banner
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.flow import Flow
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.progress_sheet import ProgressSheet
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.look import Look
from desk.words.catalogue import Words

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A window with one field and one shortcut."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.field = QLineEdit()
        column.addWidget(self.field)
        self.resize(1024, 700)
        self.fired = 0
        QShortcut(QKeySequence("F2"), self).activated.connect(self._fire)

    def _fire(self) -> None:
        self.fired += 1


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    window.field.setFocus()
    return window


@pytest.fixture
def sheet(look: Look, words: Words, window: Window) -> Sheet:
    sheet = Sheet(look, words, "暂停工单", window, primary="暂停")
    form = Form(look)
    form.add("when", "何时再看", LineEdit(look, "明天 9:00"))
    form.add("note", "说明", TextEdit(look))
    sheet.body.addWidget(form)
    return sheet


def field_of(sheet: Sheet) -> LineEdit:
    field = sheet.findChild(LineEdit)
    assert isinstance(field, LineEdit)
    return field


def test_a_sheet_begins_in_its_first_field_and_gives_the_focus_back(
    sheet: Sheet, window: Window
) -> None:
    sheet.open()
    assert field_of(sheet).hasFocus()
    sheet.dismiss()
    assert window.field.hasFocus()
    assert not sheet.isVisible()


def test_keys_of_the_window_rest_while_a_sheet_is_open(
    sheet: Sheet, window: Window, qtbot: QtBot
) -> None:
    sheet.open()
    qtbot.keyClick(field_of(sheet), Qt.Key.Key_F2)
    assert window.fired == 0
    sheet.dismiss()
    qtbot.keyClick(window.field, Qt.Key.Key_F2)
    assert window.fired == 1


def test_making_a_sheet_shows_no_window_of_its_own(
    look: Look, words: Words, window: Window
) -> None:
    # A label that is shown before it has a parent is a window for a moment, and takes the focus.
    Sheet(look, words, "暂停工单", window, primary="暂停", sentence="暂停期间不计时。")
    ProgressSheet(look, words, "正在导入住户", window)
    Banner(look, words)
    EmptyState(look, "没有。", "新建")
    QApplication.processEvents()
    assert window.isActiveWindow()
    assert window.field.hasFocus()


def test_tab_goes_round_on_the_sheet(sheet: Sheet, window: Window, qtbot: QtBot) -> None:
    sheet.open()
    visited = []
    for _ in range(5):
        now = window.focusWidget()
        visited.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert visited[0] is visited[4]
    assert visited[2:4] == [sheet.back, sheet.primary]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is visited[0]
    assert not window.field.hasFocus()


def test_something_below_cannot_take_the_focus_away(sheet: Sheet, window: Window) -> None:
    sheet.open()
    window.field.setFocus()
    assert field_of(sheet).hasFocus()


@pytest.mark.parametrize("modifier", [CTRL, Qt.KeyboardModifier.NoModifier])
def test_enter_in_a_line_submits(sheet: Sheet, qtbot: QtBot, modifier: Qt.KeyboardModifier) -> None:
    sheet.open()
    with qtbot.waitSignal(sheet.submitted):
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Return, modifier)
    # Asking is not doing: the sheet stays until it is done.
    assert sheet.is_open


def test_enter_in_running_text_is_a_line_and_ctrl_enter_submits(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.open()
    text = sheet.findChild(TextEdit)
    text.setFocus()
    with qtbot.assertNotEmitted(sheet.submitted):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.text() == "\n"
    with qtbot.waitSignal(sheet.submitted):
        qtbot.keyClick(text, Qt.Key.Key_Return, CTRL)


def test_nothing_is_submitted_while_composing(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.open()
    QApplication.sendEvent(field_of(sheet), QInputMethodEvent("ming", []))
    with qtbot.assertNotEmitted(sheet.submitted):
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Return)
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Return, CTRL)


def test_escape_goes_back_and_what_was_typed_is_still_there(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.open()
    field_of(sheet).setText("后天")
    with qtbot.waitSignals([sheet.cancelled, sheet.closed]):
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Escape)
    sheet.open()
    assert field_of(sheet).text() == "后天"


def test_a_refusal_is_said_on_the_sheet(sheet: Sheet, window: Window, qtbot: QtBot) -> None:
    sheet.open()
    before = sheet.card.height()
    sheet.complain("别人刚刚改过这张工单，你写的都在，请再看一眼。")
    QApplication.processEvents()
    assert sheet.card.height() > before
    sheet.complain("")
    QApplication.processEvents()
    assert sheet.card.height() == before
    sheet.set_busy(True)
    with qtbot.assertNotEmitted(sheet.submitted):
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Return, CTRL)


def test_a_press_beside_the_sheet_loses_nothing(sheet: Sheet, window: Window, qtbot: QtBot) -> None:
    sheet.open()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    assert sheet.is_open


def test_the_sheet_follows_the_window(sheet: Sheet, window: Window) -> None:
    sheet.open()
    window.resize(1300, 900)
    QApplication.processEvents()
    assert sheet.size() == window.size()
    assert abs(sheet.card.geometry().center().x() - window.rect().center().x()) <= 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_fits_the_smallest_window(
    sheet: Sheet, look: Look, window: Window, scale: float
) -> None:
    look.rescale(scale)
    sheet.body.addWidget(TextEdit(look, lines=40))
    sheet.open()
    QApplication.processEvents()
    assert window.rect().contains(sheet.card.geometry())
    assert sheet.card.rect().contains(sheet.primary.geometry())


def test_long_work_shows_how_far_it_is_and_is_stopped_once(
    look: Look, words: Words, window: Window, qtbot: QtBot
) -> None:
    progress = ProgressSheet(look, words, "正在导入住户", window)
    asked: list[bool] = []
    progress.cancelled.connect(lambda: asked.append(True))
    progress.open()
    progress.advance(412, 1100)
    progress.tell("第 412 行，共 1100 行")
    assert progress.stop.hasFocus()
    qtbot.keyClick(progress.stop, Qt.Key.Key_Escape)
    progress.escape()
    assert asked == [True]
    assert progress.is_open
    progress.dismiss()
    assert window.field.hasFocus()


def test_what_lies_below_outlives_its_neighbours_once_a_sheet_was_open(
    window: Window, look: Look, sheet: Sheet, qtbot: QtBot
) -> None:
    below = QWidget()
    flow = Flow(below)
    for _ in range(3):
        flow.addWidget(LineEdit(look))
    layout = window.layout()
    assert layout is not None
    layout.addWidget(below)
    sheet.open()
    sheet.dismiss()
    window.field.deleteLater()
    with qtbot.waitSignal(window.field.destroyed):
        pass
    assert below.grab().width() == below.width()
    assert flow.sizeHint().isValid()
