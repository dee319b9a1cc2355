"""The list of sections, keys, and the state that outlives a change of the language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.icons import Icon
from desk.ui.kit.combo import Combo
from desk.ui.kit.label import Label
from desk.ui.kit.rows import OneLine
from desk.ui.kit.toggle import CheckBox, Toggle
from desk.ui.session import Session
from desk.ui.settings_page.computer import ComputerSection
from desk.ui.settings_page.page import ENTRIES
from desk.words.catalogue import Words
from tests.ui.settings_page.conftest import Shown

Key = Qt.Key


def test_the_arrow_keys_go_from_section_to_section(qtbot: QtBot, shown: Shown) -> None:
    assert shown.window.focusWidget() is shown.page.list
    qtbot.keyClick(shown.page.list, Key.Key_Down)
    assert shown.page.section is shown.page.sections["hours"]
    qtbot.keyClick(shown.page.list, Key.Key_Right)
    assert shown.page.section.isAncestorOf(shown.window.focusWidget())


def test_ctrl_page_down_goes_on_from_inside_a_section(qtbot: QtBot, shown: Shown) -> None:
    shown.page.enter()
    qtbot.keyClick(
        shown.window.focusWidget(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier
    )
    assert shown.page.section is shown.page.sections["hours"]
    assert shown.page.section.isAncestorOf(shown.window.focusWidget())
    assert shown.page.list.currentIndex().row() == 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_section_opens_in_both_languages_and_every_field_has_a_name(
    show: Callable[..., Shown], session: Session, entry
) -> None:
    for language in ("zh_CN", "en"):
        session.words = Words(language)
        section = show().go(entry.id)
        buddies = [label.buddy() for label in section.findChildren(Label)]
        fields: list[QWidget] = [
            *section.findChildren(QLineEdit),
            *section.findChildren(Combo),
            *section.findChildren(QAbstractItemView),
            *section.findChildren(CheckBox),
            *section.findChildren(Toggle),
        ]
        for field in fields:
            if isinstance(field.parent(), QAbstractSpinBox):
                continue
            if (
                isinstance(field, QAbstractItemView)
                and isinstance(field.window(), QWidget)
                and field.parent() is not None
                and field.parent().metaObject().className().startswith("QComboBox")
            ):
                continue
            text = field.text() if isinstance(field, Toggle | CheckBox) else ""
            assert field.accessibleName() or text or field in buddies, field


def test_what_is_typed_outlives_a_change_of_the_language(
    show: Callable[..., Shown], session: Session
) -> None:
    first = show()
    centre = first.go("centre")
    centre.draft.field("name").setText("新名")
    hours = first.go("hours")
    hours.week.lines[0].setText("9-1")
    hours.days.when.setText("12-")
    first.go("computer")
    state = first.page.state()
    session.words = Words("en")
    second = show()
    second.page.restore(state)
    assert isinstance(second.page.section, ComputerSection)
    assert second.page.sections["centre"].draft.text("name") == "新名"
    assert second.page.sections["centre"].dirty
    assert second.page.sections["hours"].week.lines[0].text() == "9-1"
    assert second.page.sections["hours"].days.when.text() == "12-"
    marks = {row.key: row.shown for row in second.page.rows.rows}
    assert isinstance(marks["hours"], OneLine)
    assert marks["hours"].icon is Icon.EDIT
    assert marks["staff"].icon is not Icon.EDIT


def test_a_language_is_asked_of_the_window(qtbot: QtBot, shown: Shown) -> None:
    shown.go("computer")
    section = shown.page.section
    assert isinstance(section, ComputerSection)
    with qtbot.waitSignal(shown.page.language_chosen) as chosen:
        section.language.set_value("en")
        section.language.chosen.emit("en")
    assert chosen.args == ["en"]


def test_the_lists_are_well_formed(qtmodeltester, shown: Shown) -> None:
    shown.go("categories")
    for rows in (shown.page.rows, shown.page.sections["categories"].listing.rows):
        qtmodeltester.check(rows)


def test_nothing_is_cut_in_a_small_window(show: Callable[..., Shown]) -> None:
    shown = show(1024, 700)
    for entry in ENTRIES:
        section = shown.go(entry.id)
        assert section.minimumSizeHint().width() <= shown.page.stack.width(), entry.id
