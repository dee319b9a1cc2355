"""The imports in the settings: what each brought, taking one back, and what stays of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk.community import residents
from desk.intake import imports, record
from desk.models.tables import Resident, Room, Ticket
from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.intake.import_groups import ImportGroups
from desk.ui.intake.imports_list import OPEN_ACTION, ImportsSection
from desk.ui.intake.work import Stopped
from desk.ui.kit.rows import TwoLines
from desk.ui.kit.sheet import Sheet
from desk.ui.settings_page.page import SettingsPage
from desk.words.catalogue import Words, mark
from tests.ui.footing import Place, place
from tests.ui.intake import brought
from tests.ui.pressing import CTRL, press


@pytest.fixture
def centre(sqlite_store, look, words: Words, tmp_path) -> Iterator[Place]:
    with place(sqlite_store, look, words, tmp_path) as made:
        yield made


@pytest.fixture
def page(centre: Place) -> SettingsPage:
    page = SettingsPage(centre.session)
    centre.show(page)
    return page


@pytest.fixture
def section(page: SettingsPage) -> ImportsSection:
    section = page.go("imports")
    assert isinstance(section, ImportsSection)
    page.enter()
    return section


def lines(section: ImportsSection) -> list[TwoLines]:
    return [row.shown for row in section.listing.rows.rows if isinstance(row.shown, TwoLines)]


def sheet_of(section: ImportsSection) -> Sheet:
    assert section.sheet is not None
    return section.sheet


def said(sheet: Sheet) -> str:
    (groups,) = sheet.findChildren(ImportGroups)
    return "\n".join(groups.texts())


def take_back(section: ImportsSection, qtbot) -> None:
    section.listing.list.setFocus()
    press(qtbot, section.listing.list, Qt.Key.Key_Delete)
    press(qtbot, sheet_of(section), Qt.Key.Key_Return, CTRL)


def test_the_newest_import_stands_first(centre: Place, section: ImportsSection):
    assert section.empty.isVisible()
    brought.bring_roster(centre)
    centre.pass_time(days=2)
    brought.bring_questions(centre, brought.article("物业费怎么算?", "按建筑面积计收。"))
    centre.settle()
    first, second = lines(section)
    assert first.title == "常见问题解答.xlsx"
    assert first.detail.startswith("问答")
    assert second.detail == "花名册·新增 8 间，新增 8 人"
    assert second.under == centre.supervisor.name


def test_an_import_is_opened(centre: Place, section: ImportsSection, qtbot):
    brought.bring_roster(centre)
    centre.settle()
    press(qtbot, section.listing.list, Qt.Key.Key_Return)
    shown = said(sheet_of(section))
    assert "新增的房屋" in shown
    assert "3-1-102 李娜" in shown
    press(qtbot, sheet_of(section), Qt.Key.Key_Return, CTRL)
    assert section.sheet is None


def test_an_import_nobody_touched_goes_as_a_whole(centre: Place, section: ImportsSection, qtbot):
    made = brought.bring_roster(centre)
    centre.settle()
    take_back(section, qtbot)
    centre.settle()
    assert not Room.select().exists()
    assert not Resident.select().exists()
    assert section.sheet is None
    text, fault = centre.told[-1]
    assert made.name in text
    assert not fault
    (line,) = lines(section)
    assert [words for words, _tone in line.marks] == ["已撤回"]
    assert not section.listing.buttons["back"].isEnabled()
    press(qtbot, section.listing.list, Qt.Key.Key_Delete)
    assert section.sheet is None


def test_what_was_worked_on_stays_and_is_named(centre: Place, section: ImportsSection, qtbot):
    brought.bring_roster(centre)
    centre.pass_time(hours=1)
    person = residents.read(Resident.get(Resident.name == "张伟").id)
    form = replace(person.form, note="晚上在家")
    centre.write(residents.correct, person.id, person.version, form)
    brought.ticket_for(centre, "3-1-302")
    centre.settle()
    take_back(section, qtbot)
    shown = said(sheet_of(section))
    assert "3-1-101 张伟" in shown
    assert "3-1-302" in shown
    assert "李娜" not in shown
    assert Resident.select().count() == 1
    press(qtbot, sheet_of(section), Qt.Key.Key_Return, CTRL)
    # It can be looked up later, too.
    press(qtbot, section.listing.list, Qt.Key.Key_Return)
    assert "3-1-101 张伟" in said(sheet_of(section))


def test_a_ledger_is_taken_back(centre: Place, section: ImportsSection, qtbot):
    made = brought.bring_ledger(centre)
    centre.settle()
    section.listing.choose(made.id)
    assert Ticket.select().count() == 5
    take_back(section, qtbot)
    assert not Ticket.select().exists()


def test_only_a_supervisor_takes_back(centre: Place, section: ImportsSection, qtbot):
    brought.bring_roster(centre)
    centre.settle()
    centre.session.sit_down(centre.receptionist)
    press(qtbot, section.listing.list, Qt.Key.Key_Delete)
    assert section.sheet is None
    assert len(centre.asked_for) == 1


def test_it_asks_first_and_says_what_stays(centre: Place, section: ImportsSection, qtbot):
    brought.bring_roster(centre)
    centre.settle()
    press(qtbot, section.listing.list, Qt.Key.Key_Delete)
    assert "新增的住户" in said(sheet_of(section))
    press(qtbot, sheet_of(section), Qt.Key.Key_Escape)
    assert Room.select().exists()
    assert imports.listed(centre.community)[0].state == record.DONE


def test_whoever_stops_gets_everything_back(
    centre: Place, section: ImportsSection, qtbot, monkeypatch
):
    brought.bring_roster(centre)
    centre.settle()
    undo = imports.take_back

    def slow(write, imported):
        taken = undo(write, imported)
        section.work.stop()
        return taken

    monkeypatch.setattr(imports, "take_back", slow)
    take_back(section, qtbot)
    assert Room.select().count() == 8
    assert imports.listed(centre.community)[0].state == record.DONE
    assert centre.told[-1] == ("已停止，什么都没有撤回。", False)
    assert issubclass(Stopped, Exception)


def test_a_file_is_chosen_where_the_window_can(centre: Place):
    asked: list[bool] = []
    page = SettingsPage(centre.session)
    actions = centre.show(page)
    bare = page.go("imports")
    assert isinstance(bare, ImportsSection)
    assert not bare.file.isVisible()
    other = SettingsPage(centre.session)
    actions = Actions(page.window(), centre.session.words)
    run = Action(
        OPEN_ACTION, mark("Import a file"), "Ctrl+I", Icon.IMPORT, lambda: asked.append(True)
    )
    actions.add(run, home=page.window())
    other.offer(actions)
    section = other.go("imports")
    assert isinstance(section, ImportsSection)
    assert not section.file.isHidden()
    section.file.click()
    section.empty.action.click()
    assert asked == [True, True]
    other.deleteLater()
