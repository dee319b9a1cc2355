"""Fields: they know what is being composed, keep what is typed and can be used by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.combo import Combo, SpinBox
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.text_edit import TextEdit
from desk.ui.kit.toggle import CheckBox, Toggle
from desk.ui.look import Look
from tests.ui.kit.conftest import Show


def compose(field: QWidget, text: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(text, []))


def commit(field: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_enter_never_submits_what_is_being_composed(look: Look, qtbot: QtBot, shown: Show) -> None:
    field = LineEdit(look, name="来电")
    shown(field)
    submitted: list[str] = []
    field.returnPressed.connect(lambda: submitted.append(field.text()))
    compose(field, "lou")
    assert field.composing
    assert field.preedit == "lou"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert submitted == []
    commit(field, "漏")
    assert not field.composing
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert submitted == ["漏"]


def test_what_is_composed_is_told_while_it_changes(look: Look, qtbot: QtBot, shown: Show) -> None:
    field = LineEdit(look)
    shown(field)
    told: list[str] = []
    field.preedit_changed.connect(told.append)
    for text in ("l", "lo", "lo", ""):
        compose(field, text)
    assert told == ["l", "lo", ""]


def test_leaving_the_field_ends_the_composing(look: Look, qtbot: QtBot, shown: Show) -> None:
    field, other = LineEdit(look), LineEdit(look)
    shown(field, other)
    field.setFocus()
    compose(field, "lou")
    other.setFocus()
    assert not field.composing


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_running_text_takes_enter_only_when_nothing_is_composed(
    look: Look, qtbot: QtBot, shown: Show, key: Qt.Key
) -> None:
    field = TextEdit(look, "漏水")
    shown(field)
    compose(field, "di")
    assert field.composing
    qtbot.keyClick(field, key)
    assert field.text() == "漏水"
    commit(field, "")
    qtbot.keyClick(field, key)
    assert field.text().strip() == "漏水"
    assert "\n" in field.text()


def test_tab_leaves_running_text(look: Look, qtbot: QtBot, shown: Show) -> None:
    field, other = TextEdit(look), LineEdit(look)
    shown(field, other)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert field.text() == ""


def test_coming_back_chooses_all_where_that_is_wanted(
    look: Look, qtbot: QtBot, shown: Show
) -> None:
    whole, plain = LineEdit(look, "1502", select_on_focus=True), LineEdit(look, "1502")
    shown(plain, whole)
    plain.setFocus()
    whole.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert whole.selectedText() == "1502"
    whole.deselect()
    plain.setFocus()
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert whole.selectedText() == "1502"
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert whole.selectedText() == ""


def test_the_wheel_changes_no_answer(look: Look, qtbot: QtBot, shown: Show) -> None:
    combo, number = Combo(look, [("漏水", 1), ("停电", 2)]), SpinBox(look, 30)
    shown(combo, number)
    for field in (combo, number):
        field.setFocus()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, wheel)
    assert (combo.value(), number.value()) == (1, 30)


def test_a_combo_keeps_its_answer_when_others_are_offered(look: Look, qtbot: QtBot) -> None:
    combo = Combo(look, [("漏水", 1), ("停电", 2)])
    qtbot.addWidget(combo)
    combo.set_value(2)
    combo.set_choices([("Leak", 1), ("Power cut", 2), ("Gas", 3)])
    assert (combo.value(), combo.currentText()) == (2, "Power cut")
    combo.set_value("unknown")
    assert combo.value() == 2
    combo.set_choices([("Gas", 3)])
    assert combo.value() == 3


def test_a_number_is_stepped_by_the_arrows(look: Look, qtbot: QtBot, shown: Show) -> None:
    number = SpinBox(look, 30, least=5, most=60, suffix=" 分钟")
    shown(number)
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert number.text() == "31 分钟"


@pytest.mark.parametrize("kind", [Toggle, CheckBox])
def test_a_switch_is_pressed_by_space_enter_and_anywhere(
    look: Look, qtbot: QtBot, shown: Show, kind: type[Toggle] | type[CheckBox]
) -> None:
    switch = kind(look, "自动打印派工单")
    shown(switch)
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert not switch.isChecked()
    right = QPoint(switch.width() - 2, switch.height() // 2)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=right)
    assert switch.isChecked()
    assert spoken(switch) == "自动打印派工单"


def test_segments_are_walked_by_the_arrows(look: Look, qtbot: QtBot, shown: Show) -> None:
    segments = Segments(look, [("浅色", "light"), ("深色", "dark"), ("跟随系统", None)], None)
    shown(segments)
    assert segments.value() is None
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    last = segments.layout().itemAt(2).widget()
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Left)
    assert segments.value() == "dark"
    assert chosen == ["dark"]
    segments.set_value("light")
    assert chosen == ["dark"]


def test_a_form_says_what_is_wrong_under_the_field_and_keeps_it(
    look: Look, qtbot: QtBot, shown: Show
) -> None:
    form = Form(look)
    phone, note = LineEdit(look, "1380013800"), TextEdit(look, "漏水")
    minutes = SpinBox(look, 30)
    form.add("phone", "电话", phone, hint="手机或座机")
    form.add("note", "说明", note)
    form.add("minutes", "时限", minutes)
    window = shown(form)
    window.resize(500, 500)
    before = note.mapTo(window, note.rect().topLeft())
    form.complain({"phone": "电话号码少一位，请再核对。", "minutes": "太短。"})
    QApplication.sendPostedEvents()
    assert phone.hasFocus()
    assert phone.text() == "1380013800"
    assert form.row("phone").complaint == "电话号码少一位，请再核对。"
    assert form.row("note").complaint == ""
    assert note.mapTo(window, note.rect().topLeft()) == before
    form.complain({"note": "请写一句。"})
    assert form.row("phone").complaint == ""
    assert note.hasFocus()
    form.clear()
    assert form.row("note").complaint == ""
    assert form.row("phone").under.text() == "手机或座机"


@pytest.mark.parametrize("beside", [False, True])
def test_the_label_of_a_row_is_the_name_of_its_field(
    look: Look, qtbot: QtBot, shown: Show, beside: bool
) -> None:
    form = Form(look, beside=beside)
    fields = {
        "电话": LineEdit(look),
        "说明": TextEdit(look),
        "类别": Combo(look, [("漏水", 1)]),
        "时限": SpinBox(look, 30),
    }
    for label, field in fields.items():
        form.add(label, label, field)
    shown(form)
    assert [field.accessibleName() for field in fields.values()] == list(fields)
    # Qt on Linux says the chosen text of a combo box and leaves its name to the label.
    assert [spoken(field) for field in fields.values()] == ["电话", "说明", "漏水", "时限"]


def test_a_row_can_be_hidden_whole(look: Look, qtbot: QtBot, shown: Show) -> None:
    form = Form(look)
    row = form.add("unit", "单元", LineEdit(look))
    shown(form)
    row.set_visible(False)
    assert not row.field.isVisible()
    assert not row.label.isVisible()
