"""The import page: a file seen as it was understood, corrected, imported, given up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from desk.community import residents
from desk.community.residents import PersonForm
from desk.intake.record import Imported
from desk.models.tables import Article, Import, Resident, Room, Ticket
from desk.ui.intake.page import ImportPage
from desk.ui.intake.results_view import Part
from desk.words.catalogue import Words
from tests.ui.footing import Place, place
from tests.ui.intake import papers
from tests.ui.pressing import CTRL, press

Key = Qt.Key


@pytest.fixture
def centre(sqlite_store, look, words: Words, tmp_path) -> Iterator[Place]:
    with place(sqlite_store, look, words, tmp_path) as made:
        yield made


@pytest.fixture
def page(centre: Place) -> ImportPage:
    page = ImportPage(centre.session)
    centre.show(page, 1200, 800)
    return page


def tree(page: ImportPage) -> list[str]:
    """Return every line of the tree as a screen reader says it."""
    model, lines = page.content.results.table, []

    def walk(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            lines.append(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            walk(index)

    walk(QModelIndex())
    return lines


def rows(page: ImportPage, part: Part) -> list[str]:
    results = page.content.results
    listed = {
        Part.READ: results.read,
        Part.REJECTED: results.rejected,
        Part.WARNED: results.warned,
    }[part].rows
    return [
        str(listed.index(at).data(Qt.ItemDataRole.AccessibleTextRole))
        for at in range(listed.rowCount())
    ]


def say(page: ImportPage) -> str:
    return page.content._say.text()


def column(page: ImportPage, letter: str):
    """Return the row of a column by its letter; the last ones are built a turn later."""
    for _ in range(20):
        QCoreApplication.processEvents()
    return next(
        row
        for row in page.content.columns.rows
        if row.combo.accessibleName().startswith(f"{letter} ")
    )


def correct(page: ImportPage, letter: str, field: str) -> None:
    """Say what a column is, as somebody who picks it in the list does."""
    combo = column(page, letter).combo
    at = combo.findData(field)
    assert at >= 0
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def test_a_roster_is_seen_as_rooms_with_their_people(page: ImportPage, tmp_path: Path):
    page.take(papers.roster(tmp_path))
    lines = tree(page)
    assert lines[0] == "7号楼 3 间"
    assert lines[1] == "1单元 2 间"
    assert "101 欧阳小雨 业主 138****1234 89.5 m²  第 3 行" in lines
    assert any("夏侯云" in line and "诸葛明" in line for line in lines)
    assert "新增 3 间，4 人" in say(page)
    assert page.content.kinds.value() == "roster"
    assert page.content.results.chips[Part.READ].accessibleName() == "读到的房屋 3"


def test_whoever_belongs_to_no_room_stands_at_the_end_of_the_tree(page: ImportPage, tmp_path: Path):
    page.take(papers.workbook(tmp_path / "住户.xlsx", 住户=papers.OWN_LIST))
    assert tree(page)[-2:] == ["没有房号的住户 1 人", "路人甲 家属 137****2222  常来 第 3 行"]
    assert "新增 1 间，2 人" in say(page)
    page.take(papers.workbook(tmp_path / "住户.xlsx", 住户=papers.OWN_LIST[::2]))
    assert (len(tree(page)), page.content.ready) == (2, True)


def test_no_telephone_stands_whole_beside_its_column(page: ImportPage, tmp_path: Path):
    page.take(papers.roster(tmp_path))
    column(page, "A")
    said = [label.text() for label in page.content.columns.findChildren(QLabel)]
    assert any("138****" in text for text in said)
    assert not [text for text in said if re.search(r"1[3-9]\d{9}", text)]


def test_the_models_keep_qts_rules(page: ImportPage, tmp_path: Path, qtmodeltester):
    results = page.content.results
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (results.table, results.read.rows, results.rejected.rows)
    ]
    page.take(papers.roster(tmp_path))
    page.take(papers.workbook(tmp_path / "台账.xlsx", 一月=papers.LEDGER))
    page.take(papers.workbook(tmp_path / "问答.xlsx", 问答=papers.QUESTIONS))
    assert len(testers) == 3


def test_what_was_not_understood_is_listed_with_row_and_reason(page: ImportPage, tmp_path: Path):
    page.take(papers.roster(tmp_path))
    (line,) = rows(page, Part.REJECTED)
    assert line.startswith("花名册 第 6 行 ")
    assert "??" in line
    assert "公孙止" in line
    assert "1 行没看懂" in say(page)


def test_rows_that_were_not_understood_are_copied(page: ImportPage, tmp_path: Path, qtbot):
    page.take(papers.roster(tmp_path))
    page.content.results.show_part(Part.REJECTED)
    listed = page.content.results.rejected
    listed.setFocus()
    listed.setCurrentIndex(listed.rows.index(0))
    press(qtbot, listed, Key.Key_C, CTRL)
    assert "公孙止" in QGuiApplication.clipboard().text()


def test_the_list_of_them_is_saved(page: ImportPage, tmp_path: Path, qtbot):
    out = tmp_path / "out.xlsx"
    page._export._ask = lambda *_: out
    page.take(papers.roster(tmp_path))
    press(qtbot, page.content.results.tree, Key.Key_E, CTRL)
    saved = list(load_workbook(out).active.values)
    assert any("花名册" in row and 6 in row for row in saved)


def test_a_column_that_is_corrected_is_read_again(page: ImportPage, tmp_path: Path):
    page.take(papers.roster(tmp_path))
    correct(page, "H", "")
    assert page.found is not None
    assert all(room.note == "" for room in page.found.read.rooms)
    correct(page, "H", "note")
    assert [room.note for room in page.found.read.rooms] == ["养猫", "", "装修中"]
    assert column(page, "H").combo.value() == "note"
    assert "已更正" in column(page, "H")._examples.text()
    assert page.decided


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_column_is_corrected_by_keys(page: ImportPage, tmp_path: Path, qtbot):
    page.take(papers.roster(tmp_path))
    press(qtbot, page.content.results.tree, Key.Key_F6)
    assert page.content.columns.isAncestorOf(page.window().focusWidget())
    combo = column(page, "E").combo
    combo.setFocus()
    press(qtbot, combo, Key.Key_Return)
    listed = combo.view()
    assert listed.isVisible()
    press(qtbot, listed, Key.Key_Home)
    press(qtbot, listed, Key.Key_Return)
    assert page.found is not None
    assert all(room.area_m2 is None for room in page.found.read.rooms)


def test_a_correction_holds_for_every_sheet_with_that_heading(page: ImportPage, tmp_path: Path):
    other = [(*row[:1], "9栋", *row[2:]) if at > 1 else row for at, row in enumerate(papers.ROSTER)]
    file = papers.workbook(tmp_path / "分表.xlsx", 甲=papers.ROSTER, 乙=other)
    page.take(file)
    page.content.columns.go_to("乙")
    correct(page, "E", "")
    assert page.found is not None
    assert all(room.area_m2 is None for room in page.found.read.rooms)
    assert {choice.sheet for choice in page.found.choices} == {"甲", "乙"}
    assert page.content.columns.sheet is not None
    assert page.content.columns.sheet.sheet == "乙"


def test_ctrl_enter_imports_and_leads_to_where_it_belongs(
    page: ImportPage, centre: Place, tmp_path: Path, qtbot
):
    page.take(papers.roster(tmp_path))
    with qtbot.waitSignal(page.left) as left:
        press(qtbot, page.content.results.tree, Key.Key_Return, CTRL)
    assert left.args == ["residents"]
    assert {room.label for room in Room.select()} == {"7-1-101", "7-1-102", "7-2-101"}
    assert Resident.select().count() == 4
    assert any("已导入" in text and "花名册.xlsx" in text for text, _ in centre.told)
    assert page.found is None


def test_importing_is_a_supervisors(page: ImportPage, centre: Place, tmp_path: Path, qtbot):
    centre.session.sit_down(centre.receptionist)
    page.take(papers.roster(tmp_path))
    press(qtbot, page.content.results.tree, Key.Key_Return, CTRL)
    assert not Room.select().exists()
    then = centre.asked_for.pop()
    then(centre.session.actor())  # type: ignore[operator]
    assert Room.select().count() == 3


def test_the_same_file_again_says_so_and_changes_nothing(
    page: ImportPage, centre: Place, tmp_path: Path
):
    file = papers.roster(tmp_path)
    page.take(file)
    page.publish()
    page.take(file)
    assert "已经导入过" in page.content._notes.text()
    assert "已经有了" in say(page)
    assert not page.content.go.isEnabled()


def test_a_broken_file_says_its_sentence_and_another_can_be_chosen(
    page: ImportPage, tmp_path: Path, qtbot
):
    broken = tmp_path / "坏了.xlsx"
    broken.write_bytes(papers.roster(tmp_path).read_bytes()[:900])
    page.take(broken)
    assert "坏了.xlsx" in page.start.sentence
    assert page.start.refused.isVisible()
    assert page.window().focusWidget() is page.start.refused.action
    page._ask = lambda *_: papers.roster(tmp_path, "好的.xlsx")
    press(qtbot, page.start.refused.action, Key.Key_O, CTRL)
    assert "新增 3 间" in say(page)


def test_a_file_of_which_nothing_is_understood_cannot_be_imported(page: ImportPage, tmp_path: Path):
    file = tmp_path / "会议纪要.txt"
    file.write_text("今天开会\n大家都来了\n讨论了车位\n", "utf-8")
    page.take(file)
    if page.found is not None:
        assert page.found.amount == 0
        assert not page.content.go.isEnabled()


def test_escape_goes_back_and_asks_only_where_something_would_be_lost(
    page: ImportPage, tmp_path: Path, qtbot
):
    page.take(papers.roster(tmp_path))
    with qtbot.waitSignal(page.left) as left:
        press(qtbot, page.content.results.tree, Key.Key_Escape)
    assert left.args == [""]
    page.take(papers.roster(tmp_path))
    correct(page, "E", "")
    page.content.take_focus()
    press(qtbot, page.content.results.tree, Key.Key_Escape)
    assert page._leaving.is_open
    assert page.found is not None
    press(qtbot, page.window().focusWidget(), Key.Key_Escape)
    assert not page._leaving.is_open
    assert page.found.choices
    press(qtbot, page.content.results.tree, Key.Key_Escape)
    press(qtbot, page.window().focusWidget(), Key.Key_Return, CTRL)
    assert page.found is None


def test_another_language_keeps_what_was_corrected_and_reads_nothing_again(
    page: ImportPage, centre: Place, tmp_path: Path
):
    page.take(papers.roster(tmp_path))
    correct(page, "E", "")
    page.content.results.show_part(Part.REJECTED)
    found, state = page.found, page.state()
    centre.session.words = Words("en")
    again = ImportPage(centre.session)
    centre.show(again, 1200, 800)
    again.restore(state)
    assert again.found is found
    assert again.decided
    assert again.content.results.part is Part.REJECTED
    assert rows(again, Part.REJECTED)[0].startswith("花名册, row 6")
    assert say(again).startswith("New: 3 rooms, 4 people")


def test_a_ledger_comes_in_closed_but_for_what_is_ticked(
    page: ImportPage, centre: Place, tmp_path: Path, qtbot
):
    page.take(papers.workbook(tmp_path / "台账.xlsx", 一月=papers.LEDGER))
    assert page.content.kinds.value() == "tickets"
    assert page.content.results.chips[Part.PLAN].accessibleName() == "未完成 2"
    assert any("厨房漏水" in line and "2025-01-04 完成" in line for line in rows(page, Part.READ))
    page.content.results.show_part(Part.PLAN)
    listed = page.content.results.decisions.list
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    press(qtbot, listed, Key.Key_Space)
    assert "其中 1 张" in say(page)
    with qtbot.waitSignal(page.left) as left:
        press(qtbot, listed, Key.Key_Return, CTRL)
    assert left.args == ["desk"]
    assert Ticket.select().count() == 3
    assert Ticket.select().where(Ticket.is_open).count() == 1


def test_questions_come_into_the_library(page: ImportPage, tmp_path: Path, qtbot):
    page.take(papers.workbook(tmp_path / "问答.xlsx", 问答=papers.QUESTIONS))
    assert len(rows(page, Part.READ)) == 2
    assert len(rows(page, Part.REJECTED)) == 1
    with qtbot.waitSignal(page.left) as left:
        press(qtbot, page.content.results.read, Key.Key_Return, CTRL)
    assert left.args == ["knowledge"]
    assert Article.select().count() == 2


def test_another_kind_reads_the_file_as_that(page: ImportPage, tmp_path: Path):
    page.take(papers.roster(tmp_path))
    page.content.kinds.chosen.emit("knowledge")
    assert page.found is not None
    assert page.found.kind == "knowledge"
    page.content.kinds.chosen.emit("roster")
    assert len(page.found.read.rooms) == 3


def test_what_another_desk_changed_meanwhile_is_compared_again(
    page: ImportPage, centre: Place, tmp_path: Path
):
    page.take(papers.roster(tmp_path))
    page.publish()
    changed = [
        (*row[:6], "13811112222", *row[7:]) if "欧阳小雨" in row else row for row in papers.ROSTER
    ]
    page.take(papers.workbook(tmp_path / "下月.xlsx", 花名册=changed))
    person = Resident.get(Resident.name == "欧阳小雨")
    form = PersonForm("欧阳小雨", ("13900009999",), ((Room.get().id, _owner()),), "")
    centre.write(residents.correct, person.id, person.version, form)
    page.publish()
    assert any(fault for _text, fault in centre.told)
    assert page.found is not None
    assert Import.select().count() == 1
    page.publish()
    assert Import.select().count() == 2


def _owner():
    from desk.codes import Relation

    return Relation.OWNER


def test_narrow_the_columns_are_one_more_part(centre: Place, tmp_path: Path, qtbot):
    page = ImportPage(centre.session)
    centre.show(page, 700, 600)
    page.take(papers.roster(tmp_path))
    assert page.content.narrow
    assert not page.content.columns.isVisible()
    press(qtbot, page.content.results.tree, Key.Key_F6)
    assert page.content.columns.isVisible()
    assert column(page, "B").combo.value() == "building"
    press(qtbot, page.window().focusWidget(), Key.Key_Escape)
    assert page.content.results.part is Part.READ
    page.window().resize(1200, 800)
    centre.settle()
    assert page.content.columns.isVisible()
    assert page.content.results.tree.isVisible()


def test_every_control_has_a_name(page: ImportPage, tmp_path: Path):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox

    page.take(papers.roster(tmp_path))
    for kind in (QComboBox, QAbstractButton, QAbstractItemView):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_imports_are_known_by_their_names(page: ImportPage, tmp_path: Path):
    page.take(papers.roster(tmp_path))
    made: list[Imported] = []
    published = page._published
    page._published = lambda one: (made.append(one), published(one))  # type: ignore[method-assign]
    page.publish()
    assert made[0].file == "花名册.xlsx"
