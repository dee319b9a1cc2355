"""The rows of a call: what is marked, in which order, and that nothing flickers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desk.codes import Relation
from desk.community.found import By, Found
from desk.ui.call.marks import marks_of
from desk.ui.call.notes import note_icon
from desk.ui.call.result_table import ResultTable
from desk.ui.call.results import Result, Sort
from desk.ui.icons import Icon
from tests.ui.call.receptionist import Key, Receptionist


def found(
    by: By, phone: str = "13800005678", spans: tuple[tuple[int, int], ...] = ((0, 4),)
) -> Found:
    return Found(1, 2, "张淑芬", "3-2-1502", phone, Relation.OWNER, 90, by, spans)


DETAIL = "3-2-1502  138****5678"


@pytest.mark.parametrize(
    ("text", "by", "span", "title", "detail"),
    [
        ("5678", By.PHONE, (0, 4), "", "5678"),
        ("13800005678", By.PHONE, (0, 11), "", "5678"),
        ("78", By.PHONE, (0, 2), "", "78"),
        ("1380", By.PHONE, (0, 4), "", ""),
        ("zs", By.INITIALS, (0, 2), "张淑", ""),
        ("zhangshufen", By.PINYIN, (0, 11), "张淑芬", ""),
        ("张淑芬", By.NAME, (0, 3), "张淑芬", ""),
        ("淑芬", By.NAME, (0, 2), "淑芬", ""),
        ("3栋2单元1502", By.ROOM, (0, 9), "", "321502"),
        ("1502", By.ROOM, (0, 4), "", "1502"),
    ],
)
def test_what_was_typed_is_marked(
    text: str, by: By, span: tuple[int, int], title: str, detail: str
) -> None:
    marked, marked_detail = marks_of(found(by, spans=(span,)), text, "张淑芬", DETAIL)
    assert "".join("张淑芬"[start:end] for start, end in marked) == title
    assert "".join(DETAIL[start:end] for start, end in marked_detail) == detail


@pytest.mark.parametrize(
    ("note", "icon"),
    [
        ("独居老人", Icon.CARE),
        ("勿按门铃，请轻敲", Icon.DO_NOT_RING),
        ("家里有狗", Icon.PET),
        ("上门前一小时先打电话", Icon.INFO),
        ("Lives alone", Icon.CARE),
        ("will be back at six", Icon.INFO),
    ],
)
def test_a_note_has_the_icon_of_what_it_is_about(note: str, icon: Icon) -> None:
    assert note_icon(note) is icon


# --- the table ----------------------------------------------------------------------------------
def row(number: int, detail: str = "") -> Result:
    return Result(Sort.ANSWER, number, f"question {number}", detail, number=number)


@pytest.fixture
def table(qapp) -> ResultTable:
    table = ResultTable()
    table.tester = QAbstractItemModelTester(table)  # type: ignore[attr-defined]
    return table


def test_the_table_becomes_longer_and_shorter(table: ResultTable) -> None:
    lengths = [3, 1, 5, 0, 2]
    for length in lengths:
        table.become([row(number) for number in range(length)])
        assert table.rowCount() == length
        assert table.rowCount(table.index(0) if length else QModelIndex()) in (0, length)
    assert table.index(0).data() == "question 0"
    assert table.data(QModelIndex()) is None


def test_the_same_rows_change_nothing(qtbot, table: ResultTable) -> None:
    assert table.become([row(1), row(2)])
    with qtbot.assertNotEmitted(table.dataChanged):
        assert not table.become([row(1), row(2)])


def test_only_what_changed_is_painted_anew(qtbot, table: ResultTable) -> None:
    table.become([row(1), row(2), row(3)])
    with qtbot.waitSignal(table.dataChanged) as changed, qtbot.assertNotEmitted(table.modelReset):
        table.become([row(1), row(2, "edited"), row(3)])
    assert [index.row() for index in changed.args[:2]] == [1, 1]


# --- on the screen ------------------------------------------------------------------------------
def test_a_sentence_lets_answers_stand_first(desk: Receptionist) -> None:
    desk.type("漏水 3-2-1502")
    sorts = [one.sort for one in desk.rows]
    assert sorts[0] is Sort.ANSWER
    assert Sort.CALLER in sorts
    assert "3-2-1502" not in desk.titles


def test_a_lookup_lets_callers_stand_first(desk: Receptionist) -> None:
    desk.type("zsf")
    assert desk.rows[0].sort is Sort.CALLER


def test_the_highlight_stays_on_the_same_thing_while_rows_come(qtbot, desk: Receptionist) -> None:
    desk.type("漏水")
    desk.press(Key.Key_Down)
    before = desk.pointed
    assert before is not None
    desk.page.call_side.show_results()
    assert desk.pointed == before
    desk.type("了")
    assert desk.pointed is not None
    assert desk.pointed.name == before.name


def test_another_call_begins_at_its_first_row(desk: Receptionist) -> None:
    desk.type("漏水")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_F2)
    desk.type("漏水")
    assert desk.pointed is desk.rows[0]


def test_the_answer_pointed_at_is_shown_whole(desk: Receptionist) -> None:
    desk.type("漏水")
    view = desk.page.call_side.list
    first = view.visualRect(view.model().index(0, 0)).height()
    second = view.visualRect(view.model().index(1, 0)).height()
    assert first > second
    desk.press(Key.Key_Down)
    assert view.visualRect(view.model().index(0, 0)).height() < first


def test_what_is_pointed_at_is_said_to_a_screen_reader(desk: Receptionist) -> None:
    desk.type("zsf")
    assert desk.page.bar.line.accessibleDescription().startswith("张淑芬")
    desk.press(Key.Key_Down)
    assert desk.page.bar.line.accessibleDescription().startswith("邹淑芬")


def test_a_click_acts_as_enter_does(qtbot, desk: Receptionist) -> None:
    desk.type("zsf")
    view = desk.page.call_side.list
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.chip("caller") == "邹淑芬"
    assert desk.in_line
