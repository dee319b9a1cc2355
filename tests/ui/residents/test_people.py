from __future__ import annotations

from PySide6.QtCore import Qt

from desk.codes import Relation, RoomKind
from desk.community import residents
from desk.community.residents import PersonForm
from desk.models.tables import Occupancy, Resident, Room
from tests.ui.pressing import CTRL, Key, focused, press
from tests.ui.residents.seen import go, lines


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
