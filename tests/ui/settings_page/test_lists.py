"""Crews, categories and staff: by keys, as a supervisor, stale-safe, what is chosen stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.centre import categories, crews, staff
from desk.centre.crews import CrewForm
from desk.centre.signing_in import sign_in
from desk.centre.staff import StaffForm
from desk.codes import ClockRun, Family, Kind, Role, Topic, Urgency
from desk.models import journal
from desk.models.journal import Actor
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.ui.settings_page.category_sheet import BranchSheet, CategorySheet
from desk.ui.settings_page.crew_sheet import CrewSheet
from desk.ui.settings_page.list_section import ListSection
from desk.ui.settings_page.people import NewPinSheet, PersonSheet
from tests.conftest import MORNING
from tests.ui.settings_page.conftest import Shown, settle

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def open_list(shown: Shown, name: str) -> ListSection:
    section = shown.go(name)
    assert isinstance(section, ListSection)
    shown.page.enter()
    assert shown.window.focusWidget() is section.listing.list
    return section


def press(qtbot: QtBot, shown: Shown, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(shown.window.focusWidget(), key, modifier)
    settle()


def names(section: ListSection) -> list[str]:
    return [row.shown.title for row in section.listing.rows.rows]


def put(field: LineEdit, text: str) -> None:
    field.setText(text)
    field.setFocus()


# --- crews ------------------------------------------------------------------------------------


def test_a_crew_is_added_with_its_technicians(qtbot: QtBot, shown: Shown, session: Session) -> None:
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_N, CTRL)
    sheet = section.sheet
    assert isinstance(sheet, CrewSheet)
    assert shown.window.focusWidget() is sheet.name
    sheet.covers[Family.POWER].click()
    sheet.hours.set_value(ClockRun.ROUND)
    sheet.add_line()
    put(sheet.lines[0].name, "赵师傅")
    put(sheet.lines[0].telephone, "138 0000 0009")
    put(sheet.name, "强电班")
    press(qtbot, shown, Key.Key_Return)
    assert section.sheet is None
    crew = crews.active()[-1]
    assert crew.form == CrewForm("强电班", (Family.POWER,), ClockRun.ROUND)
    assert [(one.name, one.telephone) for one in crew.technicians] == [("赵师傅", "13800000009")]
    assert names(section)[-1] == "强电班"
    assert shown.window.focusWidget() is section.listing.list


def test_a_crew_is_changed_and_only_what_changed_is_written(
    qtbot: QtBot, shown: Shown, session: Session
) -> None:
    section = open_list(shown, "crews")
    before = crews.active()[0]
    press(qtbot, shown, Key.Key_Return)
    sheet = section.sheet
    assert isinstance(sheet, CrewSheet)
    put(sheet.lines[0].telephone, "13800000002")
    press(qtbot, shown, Key.Key_Return)
    after = crews.active()[0]
    assert after.version == before.version
    assert after.technicians[0].telephone == "13800000002"
    press(qtbot, shown, Key.Key_Return)
    sheet = section.sheet
    assert isinstance(sheet, CrewSheet)
    sheet.lines[0].remove.click()
    press(qtbot, shown, Key.Key_Return, CTRL)
    assert crews.active()[0].technicians == ()


def test_a_name_that_is_taken_is_said_under_it_and_kept(
    qtbot: QtBot, shown: Shown, session: Session
) -> None:
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_Return)
    sheet = section.sheet
    assert isinstance(sheet, CrewSheet)
    put(sheet.name, "保洁班")
    press(qtbot, shown, Key.Key_Return)
    assert sheet.is_open
    assert sheet._form.row("name").complaint
    assert sheet.name.text() == "保洁班"


def test_a_crew_is_moved_by_keys_and_stays_chosen(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_Down, ALT)
    assert [crew.name for crew in crews.active()] == ["电梯维保", "水电班", "保洁班"]
    assert names(section) == ["电梯维保", "水电班", "保洁班"]
    assert section.listing.current.shown.title == "水电班"
    press(qtbot, shown, Key.Key_Up, ALT)
    press(qtbot, shown, Key.Key_Up, ALT)
    assert crews.active()[0].name == "水电班"


def test_a_crew_is_dissolved_after_a_question(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_Delete)
    assert section.sheet is not None
    press(qtbot, shown, Key.Key_Escape)
    assert len(crews.active()) == 3
    press(qtbot, shown, Key.Key_Delete)
    press(qtbot, shown, Key.Key_Return, CTRL)
    assert [crew.name for crew in crews.active()] == ["电梯维保", "保洁班"]
    assert section.listing.current is not None


def test_somebody_was_quicker_and_what_was_typed_is_kept(
    qtbot: QtBot, shown: Shown, session: Session, supervisor: Actor
) -> None:
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_Return)
    sheet = section.sheet
    assert isinstance(sheet, CrewSheet)
    crew = crews.active()[0]
    with session.store.write(supervisor, MORNING) as write:
        crews.edit(write, crew.id, crew.version, CrewForm("水暖班"))
    settle()
    put(sheet.name, "水电一班")
    press(qtbot, shown, Key.Key_Return)
    assert sheet.is_open
    assert sheet.name.text() == "水电一班"
    assert not sheet._trouble.isHidden()
    assert crews.active()[0].name == "水暖班"


# --- categories -------------------------------------------------------------------------------


def test_a_category_is_added_to_the_branch_one_is_in(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "categories")
    press(qtbot, shown, Key.Key_N, CTRL)
    sheet = section.sheet
    assert isinstance(sheet, CategorySheet)
    assert sheet.scope.value() == "室内"
    put(sheet.name, "新风")
    sheet.family.set_value(Family.INDOOR)
    sheet.urgency.set_value(Urgency.PLANNED)
    press(qtbot, shown, Key.Key_Return)
    added = next(row for row in categories.active() if row.form.name == "新风")
    assert (added.form.scope, added.form.kind) == ("室内", Kind.REPAIR)
    assert (added.form.family, added.form.urgency) == (Family.INDOOR, Urgency.PLANNED)
    titles = names(section)
    assert titles.index("新风") < titles.index("公共")


def test_a_category_gets_a_new_branch(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "categories")
    press(qtbot, shown, Key.Key_N, CTRL)
    sheet = section.sheet
    assert isinstance(sheet, CategorySheet)
    assert sheet.branch.isHidden()
    sheet.scope.setCurrentIndex(sheet.scope.count() - 1)
    assert not sheet.branch.isHidden()
    put(sheet.name, "游泳池")
    press(qtbot, shown, Key.Key_Return)
    assert sheet._form.row("branch").complaint
    put(sheet.branch, "会所")
    press(qtbot, shown, Key.Key_Return)
    assert section.sheet is None
    assert "会所" in names(section)


def test_a_category_is_renamed_moved_and_retired(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "categories")
    first, second = names(section)[1:3]
    press(qtbot, shown, Key.Key_Return)
    sheet = section.sheet
    assert isinstance(sheet, CategorySheet)
    put(sheet.name, "水龙头")
    press(qtbot, shown, Key.Key_Return)
    assert names(section)[1:3] == ["水龙头", second]
    press(qtbot, shown, Key.Key_Down, ALT)
    assert names(section)[1:3] == [second, "水龙头"]
    press(qtbot, shown, Key.Key_Delete)
    press(qtbot, shown, Key.Key_Return, CTRL)
    assert "水龙头" not in names(section)
    assert first not in names(section)


def test_a_branch_is_renamed_with_all_below_it(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "categories")
    section.listing.choose("公共")
    assert not section.listing.buttons["remove"].isEnabled()
    press(qtbot, shown, Key.Key_Return)
    sheet = section.sheet
    assert isinstance(sheet, BranchSheet)
    put(sheet.name, "公共部位")
    press(qtbot, shown, Key.Key_Return)
    scopes = {row.form.scope for row in categories.active()}
    assert "公共部位" in scopes
    assert "公共" not in scopes


def test_categories_are_found_by_any_word(shown: Shown) -> None:
    section = open_list(shown, "categories")
    section.search.setText("漏水")
    assert set(names(section)) >= {"漏水渗水", "漏水致损"}
    assert "电梯" not in names(section)
    section.search.setText("nothing of the kind")
    assert names(section) == []
    section.search.setText("")
    assert len(names(section)) > 40


# --- staff ------------------------------------------------------------------------------------


def test_somebody_new_can_sign_in(qtbot: QtBot, shown: Shown, session: Session) -> None:
    section = open_list(shown, "staff")
    press(qtbot, shown, Key.Key_N, CTRL)
    sheet = section.sheet
    assert isinstance(sheet, PersonSheet)
    qtbot.keyClicks(sheet.name, "Meng Fan")
    assert sheet.initial.text() == "MF"
    put(sheet.pin, "4321")
    put(sheet.again, "4322")
    press(qtbot, shown, Key.Key_Return)
    assert sheet.form.row("again").complaint
    put(sheet.again, "4321")
    press(qtbot, shown, Key.Key_Return)
    assert names(section) == ["林晓月", "何静", "Meng Fan"]
    assert sign_in(session.store, "d", "mf", "4321", MORNING).role is Role.RECEPTIONIST


@pytest.mark.parametrize(
    ("field", "text"), [("name", " "), ("initial", "L"), ("initial", "!!"), ("pin", "12")]
)
def test_a_mistake_is_said_under_its_field(
    qtbot: QtBot, shown: Shown, field: str, text: str
) -> None:
    section = open_list(shown, "staff")
    press(qtbot, shown, Key.Key_N, CTRL)
    sheet = section.sheet
    assert isinstance(sheet, PersonSheet)
    fields = {"name": sheet.name, "initial": sheet.initial, "pin": sheet.pin}
    for name, good in (("name", "孟凡"), ("initial", "M"), ("pin", "4321")):
        fields[name].setText(text if name == field else good)
    sheet.again.setText(sheet.pin.text())
    sheet.name.setFocus()
    press(qtbot, shown, Key.Key_Return)
    assert sheet.is_open
    assert sheet.form.row(field).complaint
    assert len(staff.active()) == 2


def test_a_forgotten_pin_is_replaced(qtbot: QtBot, shown: Shown, session: Session) -> None:
    section = open_list(shown, "staff")
    section.listing.choose(staff.active()[1].id)
    press(qtbot, shown, Key.Key_P)
    sheet = section.sheet
    assert isinstance(sheet, NewPinSheet)
    put(sheet.pin, "999999")
    put(sheet.again, "999999")
    press(qtbot, shown, Key.Key_Return)
    assert sign_in(session.store, "d", "H", "999999", MORNING).name == "何静"


def test_the_last_supervisor_remains(qtbot: QtBot, shown: Shown) -> None:
    section = open_list(shown, "staff")
    press(qtbot, shown, Key.Key_Delete)
    press(qtbot, shown, Key.Key_Return, CTRL)
    assert section.sheet is not None
    assert not section.sheet._trouble.isHidden()
    press(qtbot, shown, Key.Key_Escape)
    assert len(staff.active()) == 2


def test_the_list_follows_another_desk(shown: Shown, session: Session, supervisor: Actor) -> None:
    section = open_list(shown, "staff")
    section.listing.choose(staff.active()[1].id)
    with session.store.write(supervisor, MORNING) as write:
        staff.add(write, StaffForm("欧阳倩", "O"), "1234")
    settle()
    assert names(section) == ["林晓月", "何静", "欧阳倩"]
    assert section.listing.current.shown.title == "何静"


def test_every_step_is_in_the_journal_with_who(
    qtbot: QtBot, shown: Shown, session: Session
) -> None:
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_Delete)
    press(qtbot, shown, Key.Key_Return, CTRL)
    del section
    step = journal.history(Topic.CREWS, 1)[-1]
    assert (step.action, step.staff, step.desk) == ("crew.dissolved", 1, "desk-1")


def test_a_receptionist_is_asked_for_a_supervisor_before_any_sheet(
    qtbot: QtBot, shown: Shown, session: Session, supervisor: Actor
) -> None:
    session.sit_down(staff.active()[1])
    asked: list[object] = []
    session.supervisor_wanted.connect(asked.append)
    section = open_list(shown, "crews")
    press(qtbot, shown, Key.Key_Return)
    assert section.sheet is None
    asked[0](supervisor)
    sheet = section.sheet
    assert isinstance(sheet, CrewSheet)
    put(sheet.name, "水电一班")
    press(qtbot, shown, Key.Key_Return)
    assert crews.active()[0].name == "水电一班"
    assert journal.history(Topic.CREWS, 1)[-1].staff == supervisor.staff
