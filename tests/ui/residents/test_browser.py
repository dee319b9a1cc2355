from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desk.ui.residents.nodes import Sort
from tests.ui.pressing import Key, focused, press
from tests.ui.residents.seen import lines


def test_rooms_stand_by_building_and_unit(page):
    assert lines(page) == [
        "3号楼",
        "  1单元",
        "    101",
        "  2单元",
        "    1501",
        "    1502",
        "10号楼",
        "  1单元",
        "    201",
        "别墅",
        "  8",
        "未关联房屋",
        "  过客",
    ]


def test_who_lives_there_is_read_when_its_line_is_painted(page, town):
    town.place.settle()
    page.browser.tree.viewport().grab()
    town.place.settle()
    table = page.browser.table
    notes = {table.title(node): table.note(node) for node in table.nodes if node.sort is Sort.ROOM}
    assert notes["1502"] == "张淑芬、王磊"
    assert notes["101"] == "未登记"


def test_the_arrow_keys_walk_and_close(page, qtbot, town):
    press(qtbot, page.browser.line, Key.Key_Down)
    tree = page.browser.tree
    assert tree.hasFocus()
    press(qtbot, tree, Key.Key_Home)
    press(qtbot, tree, Key.Key_Left)
    assert lines(page)[:2] == ["3号楼", "10号楼"]
    press(qtbot, tree, Key.Key_Return)
    for _ in range(5):
        press(qtbot, tree, Key.Key_Down)
    assert page.view.title.text() == "3-2-1502"
    press(qtbot, tree, Key.Key_Return)
    assert focused().accessibleName().startswith("张淑芬 业主 138****5678")


def test_figures_typed_in_the_tree_search(page, qtbot):
    page.browser.tree.setFocus()
    qtbot.keyClicks(page.browser.tree, "1")
    assert page.browser.line.hasFocus()
    assert page.browser.line.text() == "1"


def test_what_was_scrolled_away_is_said_above_the_rooms(page, qtbot, town):
    page.window().resize(944, 260)
    town.place.settle()
    tree = page.browser.tree
    assert tree.above == ""
    tree.verticalScrollBar().setValue(4 * town.place.session.look.sizes.control)
    assert tree.above == "3号楼·2单元"
    tree.choose(f"r{town.rooms['3-1-101']}")
    below = town.place.session.look.sizes.control if tree.above else 0
    assert tree.visualRect(tree.currentIndex()).top() >= below


@pytest.mark.parametrize("typed", ["zsf", "zhangshufen", "3-2-1502", "1111"])
def test_whatever_is_typed_finds(page, qtbot, typed):
    qtbot.keyClicks(page.browser.line, typed)
    assert page.browser.searching
    assert page.view.shown is not None
    names = [member.name for member in page.view.shown.card.members]
    assert "张淑芬" in names


def test_what_an_input_method_composes_is_found_already(page):
    QApplication.sendEvent(page.browser.line, QInputMethodEvent("wang'lei", []))
    assert page.view.current is not None
    assert page.view.current.name == "王磊"


def test_after_a_search_the_tree_stands_at_the_room(page, qtbot):
    qtbot.keyClicks(page.browser.line, "ln")
    press(qtbot, page.browser.line, Key.Key_Escape)
    assert not page.browser.searching
    node = page.browser.tree.chosen
    assert node is not None
    assert node.label == "3-2-1501"


def test_a_search_in_vain_says_so(page, qtbot):
    qtbot.keyClicks(page.browser.line, "zzz")
    assert page.browser.finds.rowCount() == 0
    assert page.browser._nothing.isVisible()
