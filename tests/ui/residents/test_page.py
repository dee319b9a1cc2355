from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desk.codes import Kind, Relation, RoomKind, State, Urgency
from desk.community import residents
from desk.community.estate import Building, Unit
from desk.community.found import RoomRow
from desk.community.residents import PersonForm
from desk.models.journal import Actor
from desk.models.tables import Occupancy, Resident, Room, Ticket
from desk.ui.kit.label import Label
from desk.ui.residents import nodes
from desk.ui.residents.nodes import Sort, Tree
from desk.ui.residents.page import ResidentsPage
from desk.ui.residents.tree_table import EstateTable
from desk.ui.residents.tree_view import EstateTree
from desk.ui.ticket_line import TicketLine
from desk.words.catalogue import Words
from tests.ui.residents.conftest import SHARED, Town

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(town: Town) -> ResidentsPage:
    page = ResidentsPage(town.place.session)
    town.place.show(page)
    return page


def press(qtbot, widget: QWidget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def lines(page: ResidentsPage) -> list[str]:
    """What stands in the tree as far as it is open, with its depth."""
    tree, table = page.browser.tree, page.browser.table
    found = []
    index = table.index(0, 0)
    while index.isValid():
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        node = table.node(index)
        found.append("  " * depth + table.title(node))
        index = tree.indexBelow(index)
    return found


def texts(page: ResidentsPage) -> str:
    return " ".join(label.text() for label in page.view.findChildren(Label) if label.isVisible())


def go(page: ResidentsPage, town: Town, label: str) -> None:
    page.browser.choose_room(town.rooms[label])
    town.place.settle()


# --- walking -------------------------------------------------------------------------------------
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


# --- finding -------------------------------------------------------------------------------------
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


# --- the household -------------------------------------------------------------------------------
def test_a_household_says_who_and_what_to_mind(page, town):
    go(page, town, "3-2-1502")
    said = texts(page)
    assert "张淑芬" in said
    assert "138****5678" in said
    assert SHARED not in said
    assert "独居老人" in said
    buttons = [
        button.text()
        for row in page.view.rows
        for button in row.findChildren(QWidget)
        if hasattr(button, "text") and callable(button.text)
    ]
    assert any("王磊" in text and "号码" in text for text in buttons)
    assert "10-1-201 业主" in buttons


def test_one_key_shows_and_copies_the_number_and_again_the_next(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_F9)
    assert QGuiApplication.clipboard().text() == SHARED
    assert SHARED in texts(page)
    press(qtbot, page.browser.line, Key.Key_F9)
    assert QGuiApplication.clipboard().text() == "13900001111"
    assert town.place.told[-1] == ("已复制第 2 个号码，共 2 个。", False)
    go(page, town, "3-2-1501")
    go(page, town, "3-2-1502")
    assert SHARED not in texts(page)


def test_another_room_of_a_person_is_one_press_away(page, qtbot, town):
    go(page, town, "3-2-1502")
    page.view.rows[0].room_wanted.emit(town.rooms["10-1-201"])
    assert page.view.title.text() == "10-1-201"
    assert page.browser.tree.chosen.label == "10-1-201"


def test_a_stranger_is_shown_without_a_room(page, town):
    page.browser.tree.choose(f"p{town.people['过客']}")
    assert page.view.title.text() == "过客"
    assert not page.view.add.isVisible()


def test_tickets_open_on_the_desk(page, qtbot, town):
    ticket = Ticket.insert(
        community=town.place.community,
        number="WX20260304-0001",
        draft_key="k",
        due_clock="none",
        serial=1,
        kind=Kind.REPAIR,
        state=State.RECEIVED,
        urgency=Urgency.NORMAL,
        words="厨房漏水",
        room=town.rooms["3-2-1502"],
        place="3-2-1502",
        channel="phone",
        received_at=town.place.clock.now(),
        is_open=True,
    ).execute()
    go(page, town, "3-2-1502")
    line = page.view.findChildren(TicketLine)[0]
    with qtbot.waitSignal(page.ticket_opened) as caught:
        press(qtbot, line, Key.Key_Return)
    assert caught.args == [ticket]


def test_what_another_desk_changed_is_seen(page, town):
    go(page, town, "3-2-1501")
    form = PersonForm("李娜", ("13500001234",), ((town.rooms["3-2-1501"], Relation.TENANT),))
    town.place.write(residents.correct, town.people["李娜"], 1, form, by=town.place.receptionist)
    assert "135****1234" in texts(page)
    corrected, *_ = page.view.history.shown
    assert corrected.who == "李娜·陈静"
    assert [(one.label, one.before, one.after) for one in corrected.changes] == [
        ("电话", "", "135****1234")
    ]


# --- changing ------------------------------------------------------------------------------------
def test_a_resident_is_added_to_the_room_by_keys(page, qtbot, town):
    go(page, town, "3-1-101")
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    assert focused() is page.people.person.name
    qtbot.keyClicks(focused(), "Tom")
    press(qtbot, focused(), Key.Key_Tab)
    qtbot.keyClicks(focused(), "13612345678")
    press(qtbot, focused(), Key.Key_Return)
    town.place.settle()
    person = Resident.get(Resident.name == "Tom")
    home = Occupancy.get(Occupancy.resident == person)
    assert (home.room_id, home.relation) == (town.rooms["3-1-101"], Relation.OWNER)
    assert page.view.current is not None
    assert page.view.current.name == "Tom"


def test_a_wrong_number_keeps_what_was_typed(page, qtbot, town):
    go(page, town, "3-2-1501")
    press(qtbot, page.browser.line, Key.Key_F7)
    sheet = page.people.person
    sheet.phones.setText("123")
    sheet.note.setPlainText("有狗")
    press(qtbot, sheet.name, Key.Key_Return)
    assert sheet.is_open
    assert sheet.form.row("phones").complaint
    assert sheet.note.text() == "有狗"


def test_one_more_room_is_only_typed(page, qtbot, town):
    go(page, town, "3-2-1501")
    press(qtbot, page.browser.line, Key.Key_F7)
    sheet = page.people.person
    sheet.homes.lines[-1].room.line.setText("10栋1单元201")
    assert sheet.homes.lines[1].room.label == "10-1-201"
    assert len(sheet.homes.lines) == 3
    press(qtbot, sheet.name, Key.Key_Return)
    town.place.settle()
    homes = Occupancy.select().where(Occupancy.resident == town.people["李娜"])
    assert {home.room_id for home in homes} == {town.rooms["3-2-1501"], town.rooms["10-1-201"]}


def test_a_room_that_is_none_is_said(page, qtbot, town):
    go(page, town, "3-2-1501")
    press(qtbot, page.browser.line, Key.Key_F7)
    sheet = page.people.person
    sheet.homes.lines[-1].room.line.setText("99-9-999")
    press(qtbot, sheet.name, Key.Key_Return)
    assert sheet.is_open
    assert sheet.form.row("homes").complaint


def test_two_corrections_at_once(page, qtbot, town):
    go(page, town, "3-2-1501")
    press(qtbot, page.browser.line, Key.Key_F7)
    sheet = page.people.person
    sheet.note.setPlainText("有狗")
    home = ((town.rooms["3-2-1501"], Relation.TENANT),)
    theirs = PersonForm("李娜", ("13500001234",), home, "门铃坏")
    town.place.write(residents.correct, town.people["李娜"], 1, theirs)
    press(qtbot, sheet.name, Key.Key_Return)
    assert sheet.is_open
    assert "门铃坏" in sheet._trouble.text()
    assert "135****1234" in sheet._trouble.text()
    assert sheet.note.text() == "有狗"
    press(qtbot, sheet.name, Key.Key_Return)
    assert Resident.get_by_id(town.people["李娜"]).note == "有狗"


def test_a_person_moves_to_another_room(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_M, CTRL)
    qtbot.keyClicks(focused(), "3-1-101")
    press(qtbot, focused(), Key.Key_Return)
    town.place.settle()
    homes = Occupancy.select().where(Occupancy.resident == town.people["张淑芬"])
    assert {home.room_id for home in homes} == {town.rooms["3-1-101"], town.rooms["10-1-201"]}
    assert town.place.told[-1] == ("已搬到 3-1-101。", False)
    assert "张淑芬" not in [row.member.name for row in page.view.rows]


def test_who_moved_away_leaves_the_register_after_a_question(page, qtbot, town):
    go(page, town, "3-2-1502")
    page.view.take_focus()
    press(qtbot, page.view.rows[0], Key.Key_Down)
    press(qtbot, focused(), Key.Key_Delete)
    assert page.people.removing.is_open
    page.people.removing.primary.click()
    town.place.settle()
    assert not Resident.get_by_id(town.people["王磊"]).active
    assert [row.member.name for row in page.view.rows] == ["张淑芬"]


def test_a_room_is_added_beside_the_one_looked_at(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert (page.room.building.text(), page.room.unit.text()) == ("3", "2")
    qtbot.keyClicks(focused(), "1503")
    assert page.room.called.text() == "房号将是 3-2-1503"
    press(qtbot, focused(), Key.Key_Return)
    town.place.settle()
    assert page.view.title.text() == "3-2-1503"
    assert page.browser.tree.chosen.label == "3-2-1503"


def test_a_room_that_is_there_is_refused_below_its_field(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(focused(), "1502")
    press(qtbot, focused(), Key.Key_Return)
    assert page.room.is_open
    assert page.room.form.row("number").complaint


def test_a_whole_building_shows_what_it_makes(page, qtbot, town):
    press(qtbot, page.browser.line, Key.Key_B, CTRL)
    sheet = page.building
    qtbot.keyClicks(focused(), "3")
    sheet.units.setValue(2)
    sheet.highest.setValue(2)
    sheet.per_floor.setValue(3)
    assert sheet.preview.sentence == "将生成 11 间。另有 1 间已登记，保持不变。"
    assert sheet.names.text() == "3-1-101至3-2-203"
    sheet.kind.set_value(RoomKind.SHOP)
    press(qtbot, sheet.building, Key.Key_Return)
    town.place.settle()
    assert Room.select().where(Room.building == "3").count() == 14
    assert town.place.told[-1] == ("已录入 11 间。", False)
    assert "    203" in lines(page)
    assert Room.get(Room.label == "3-1-203").kind == RoomKind.SHOP


def test_the_note_on_a_room(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_T, CTRL)
    page.note.note.setPlainText("勿按门铃")
    press(qtbot, page.note.note, Key.Key_Return, CTRL)
    town.place.settle()
    assert page.view.note.sentence == "勿按门铃"
    press(qtbot, page.browser.line, Key.Key_T, CTRL)
    page.note.note.setPlainText("我的")
    Room.update(note="对方的", version=9).where(Room.id == town.rooms["3-2-1502"]).execute()
    press(qtbot, page.note.note, Key.Key_Return, CTRL)
    assert "对方的" in page.note._trouble.text()
    press(qtbot, page.note.note, Key.Key_Return, CTRL)
    assert Room.get_by_id(town.rooms["3-2-1502"]).note == "我的"


# --- the rest ------------------------------------------------------------------------------------
def test_numbers_leave_masked_unless_a_supervisor_agrees(town, qtbot, tmp_path):
    out = tmp_path / "out.xlsx"
    page = ResidentsPage(town.place.session, ask=lambda *_: out)
    town.place.show(page)
    press(qtbot, page.browser.line, Key.Key_E, CTRL)
    page.exporting.primary.click()
    rows = list(load_workbook(out).active.values)
    assert rows[0][0] == "房号"
    assert ("3-2-1502", "张淑芬", "138****5678 139****1111") in [
        (row[0], row[6], row[8]) for row in rows
    ]
    out.unlink()
    town.place.session.sit_down(town.place.receptionist)
    press(qtbot, page.browser.line, Key.Key_E, CTRL)
    page.exporting.phones.set_value("whole")
    page.exporting.primary.click()
    assert not Path(out).exists()
    then = town.place.asked_for.pop()
    then(Actor(town.place.supervisor.id, "front"))  # type: ignore[operator]
    rows = list(load_workbook(out).active.values)
    assert f"{SHARED} 13900001111" in [row[8] for row in rows]


def test_an_empty_community_offers_the_one_way_to_begin(centre, qtbot):
    page = ResidentsPage(centre.session)
    centre.show(page)
    assert page.browser._no_rooms.isVisible()
    assert not page.nothing.isVisible()
    page.browser._no_rooms.action.click()
    assert page.building.is_open


def test_a_switch_of_the_language_keeps_place_and_search(page, qtbot, town):
    go(page, town, "3-2-1502")
    page.view.choose(town.people["王磊"])
    state = page.state()
    town.place.session.words = Words("en")
    again = ResidentsPage(town.place.session)
    town.place.show(again)
    again.restore(state)
    town.place.settle()
    assert again.view.title.text() == "3-2-1502"
    assert again.view.current is not None
    assert again.view.current.name == "王磊"


def test_where_it_is_narrow_one_pane_is_in_front(town, qtbot):
    page = ResidentsPage(town.place.session)
    town.place.show(page, 700, 600)
    qtbot.keyClicks(page.browser.line, "zsf")
    assert not page.right.isVisible()
    press(qtbot, page.browser.line, Key.Key_Return)
    assert page.right.isVisible()
    press(qtbot, focused(), Key.Key_Escape)
    assert page.browser.isVisible()


def test_every_field_has_a_name(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_F7)
    fields = [*page.window().findChildren(QLineEdit), *page.window().findChildren(QPlainTextEdit)]
    own = [one for one in fields if one.objectName() != "qt_spinbox_lineedit"]
    assert [one for one in own if not one.accessibleName()] == []


def test_fifty_thousand_rooms_are_laid_out_once_and_painted_by_the_line(town):
    rooms = tuple(
        RoomRow(at, str(at // 500), "1", str(at), RoomKind.FLAT, str(at)) for at in range(1, 50_001)
    )
    buildings = tuple(
        Building(name, (Unit("1", tuple(group)),))
        for name, group in groupby(rooms, key=lambda room: room.building)
    )
    found = nodes.lay_out(buildings, ())
    asked: list[int] = []
    table = EstateTable(town.place.session.words, asked.extend)
    tree = EstateTree(town.place.session.look, town.place.session.words, table)
    tree.resize(400, 700)
    table.become(Tree(found, {node.key: at for at, node in enumerate(found)}))
    tree.choose("r25000")
    tree.grab()
    town.place.settle()
    assert 0 < len(asked) < 60
    tree.deleteLater()


def test_the_tables_keep_the_rules_of_qt(page, qtmodeltester, qtbot, town):
    qtmodeltester.check(page.browser.table, force_py=False)
    qtmodeltester.check(page.browser.finds, force_py=False)
    qtbot.keyClicks(page.browser.line, "1502")
    page.browser.line.clear()
    go(page, town, "3-2-1501")
