"""Area and day of moving in, and from which file a household came."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.community import rooms
from desk.community.rooms import RoomDetails
from desk.intake import roster
from desk.intake.origin import Origin
from desk.intake.roster_plan import Decisions
from desk.models.tables import Room
from desk.ui.residents.page import ResidentsPage
from tests.intake.roster_office import room
from tests.ui.intake import brought
from tests.ui.pressing import CTRL, press
from tests.ui.residents.conftest import Town

Key = Qt.Key


@pytest.fixture
def home(page: ResidentsPage, town: Town) -> int:
    found = town.rooms["3-2-1502"]
    page.browser.choose_room(found)
    town.place.settle()
    return found


def test_area_and_moving_in_are_typed_as_people_write_them(page, qtbot, town, home):
    press(qtbot, page.view, Key.Key_T, CTRL)
    sheet = page.note
    assert sheet.is_open
    sheet.details.area.setText("89.50㎡")
    sheet.details.moved_in.setText("2021年3月")
    press(qtbot, sheet, Key.Key_Return, CTRL)
    town.place.settle()
    assert not sheet.is_open
    row = Room.get_by_id(home)
    assert (row.area_m2, row.moved_in) == (89.5, "2021-03")
    assert "89.5 平方米" in page.view.under.text()
    assert "2021-03 入住" in page.view.under.text()
    step = page.view.history.shown[0]
    assert step.action == "改了房屋资料"
    assert {(one.label, one.after) for one in step.changes} == {
        ("面积（㎡）", "89.5"),
        ("入住日期", "2021-03"),
    }


def test_what_cannot_be_read_is_said_below_its_field(page, qtbot, town, home):
    press(qtbot, page.view, Key.Key_T, CTRL)
    sheet = page.note
    sheet.details.area.setText("很大")
    sheet.details.moved_in.setText("很久了")
    press(qtbot, sheet, Key.Key_Return, CTRL)
    assert sheet.is_open
    assert sheet.details.forms["area"].row("area").complaint
    assert sheet.details.forms["moved_in"].row("moved_in").complaint
    assert Room.get_by_id(home).version == 1


def test_a_late_save_shows_theirs_and_keeps_what_was_typed(page, qtbot, town, home):
    press(qtbot, page.view, Key.Key_T, CTRL)
    sheet = page.note
    sheet.details.area.setText("90")
    town.place.write(rooms.describe, home, 1, RoomDetails("有狗", 88.0))
    press(qtbot, sheet, Key.Key_Return, CTRL)
    assert sheet.is_open
    assert "有狗" in sheet._trouble.text()
    assert "88 平方米" in sheet._trouble.text()
    assert sheet.details.area.text() == "90"
    press(qtbot, sheet, Key.Key_Return, CTRL)
    assert Room.get_by_id(home).area_m2 == 90


def test_a_room_is_added_with_its_area(page, qtbot, town, home):
    page.add_room()
    page.room.number.setText("1777")
    page.room.details.area.setText("101.2")
    page.room.details.moved_in.setText("2019")
    press(qtbot, page.room, Key.Key_Return, CTRL)
    row = Room.get(Room.number == "1777")
    assert (row.area_m2, row.moved_in) == (101.2, "2019")


def test_the_history_says_from_which_file_somebody_came(page, town):
    brought.bring_roster(town.place, room("77-1-101", "孙洁 owner 13800007777", area=60, row=7))
    town.place.pass_time(days=30)
    plan = roster.compare(
        town.place.community,
        brought.roster_of(room("77-1-101", "孙洁 owner 13800007777", area=61, row=9)),
    )
    again = Origin("十月.xlsx", "e" * 64)
    town.place.write(roster.publish, town.place.community, plan, Decisions(), again)
    page.browser.choose_room(Room.get(Room.building == "77").id)
    town.place.settle()
    said = [(step.action, step.who, step.note) for step in page.view.history.shown]
    assert said[0][0] == "导入时更改"
    assert said[0][2] == "十月.xlsx 住户 第 9 行"
    came = [(action, who) for action, who, _note in said[1:]]
    assert len(came) == 2
    assert all("翠湖苑_住户信息.xlsx 住户 第 7 行导入" in action for action, _who in came)
    assert {who.split("·")[0] for _action, who in came} == {"77-1-101", "孙洁"}
