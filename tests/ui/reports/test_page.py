"""What a supervisor notices on the Reports page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.codes import Kind, Outcome
from desk.tickets import dispatching, finishing
from desk.ui.kit.line_edit import LineEdit
from desk.ui.reports.page import ReportsPage
from desk.words.catalogue import Words
from tests.ui.reports.conftest import Choice, Desk

DAY = date(2026, 3, 4)


def figures(desk: Desk) -> dict[str, str]:
    """Return each figure by its name, as a screen reader is told."""
    said = desk.page.view.figures.accessibleDescription()
    return {one.split(" ")[0]: one.split(" ", 1)[1] for one in said.split("; ")}


def test_an_empty_day_says_so(desk: Desk):
    assert desk.page.empty.isVisible()
    assert not desk.page.view.isVisible()


def test_the_figures_follow_what_happens_today(desk: Desk):
    made = desk.office.new()
    desk.office.new("楼上太吵", kind=Kind.COMPLAINT, category=None)
    desk.settle()
    assert desk.page.view.isVisible()
    assert figures(desk)["受理"] == "2"
    assert figures(desk)["超时"] == "0"
    desk.office.step(finishing.finish, made, "好了")
    desk.settle()
    assert figures(desk)["完成"] == "1 按时 1"
    assert figures(desk)["按时率"] == "100%"
    assert figures(desk)["新增投诉"].startswith("1 ")
    assert "报修 1" in desk.page.view.bars["kinds"].accessibleDescription()
    assert "3栋 2" in desk.page.view.bars["buildings"].accessibleDescription()


def test_time_alone_makes_a_ticket_overdue(desk: Desk):
    desk.office.new()
    desk.settle()
    desk.later(hours=1)
    desk.page.timer.timeout.emit()
    assert figures(desk)["超时"] == "1"
    assert desk.page.timer.isActive()


def test_while_hidden_nothing_is_read_and_afterwards_all_is_there(desk: Desk):
    window = desk.page.window()
    window.hide()
    assert not desk.page.timer.isActive()
    desk.office.new()
    desk.settle()
    assert desk.page.empty.isVisibleTo(desk.page)
    window.show()
    desk.page.opened()
    assert figures(desk)["受理"] == "1"


def test_an_overdue_ticket_says_why_and_opens_by_enter(qtbot, desk: Desk):
    made = desk.office.new("厨房漏水")
    desk.later(days=1)
    desk.page.reload()
    opened: list[int] = []
    desk.page.ticket_opened.connect(opened.append)
    late = desk.page.view.overdue
    assert "班组未接单" in str(late.table.data(late.table.index(0)))
    desk.actions.trigger("day.late")
    qtbot.keyClick(late, Qt.Key.Key_Return)
    assert opened == [made.ticket_id]


def test_many_overdue_tickets_are_shown_when_asked_for(desk: Desk):
    for at in range(15):
        desk.office.new(f"工单 {at}")
    desk.later(days=9)
    desk.page.reload()
    view = desk.page.view
    assert view.overdue.table.rowCount() == 8
    assert view.more.text() == "再显示 7 张"
    view.more.click()
    assert view.overdue.table.rowCount() == 15
    assert not view.more.isVisible()
    chosen = view.overdue.table.index(3)
    view.overdue.setCurrentIndex(chosen)
    kept = view.overdue.current
    desk.office.step(dispatching.accept, desk.office.new("又一张"))
    desk.settle()
    assert view.overdue.table.rowCount() == 15
    assert view.overdue.current is not None
    assert view.overdue.current.ticket_id == kept.ticket_id


def test_a_question_without_an_answer_becomes_an_article(qtbot, desk: Desk):
    wanted: list[str] = []
    desk.page.article_wanted.connect(wanted.append)
    desk.call("充电桩什么时候装", Outcome.NONE)
    desk.call("能种菜吗", Outcome.NONE)
    desk.settle()
    view = desk.page.view
    assert view.unanswered.isVisible()
    view.write.click()
    desk.actions.trigger("day.article")
    view.unanswered.setFocus()
    qtbot.keyClick(view.unanswered, Qt.Key.Key_Down)
    qtbot.keyClick(view.unanswered, Qt.Key.Key_Return)
    assert wanted == ["充电桩什么时候装", "充电桩什么时候装", "能种菜吗"]


def test_days_are_walked_by_keys_and_never_beyond_today(desk: Desk):
    desk.office.new()
    desk.later(days=1)
    desk.office.new()
    desk.office.new()
    desk.page.reload()
    assert figures(desk)["受理"] == "2"
    assert desk.actions.trigger("day.back")
    assert desk.page.day == DAY
    assert figures(desk)["受理"] == "1"
    assert desk.page.head.today.isVisible()
    desk.actions.trigger("day.forth")
    desk.actions.trigger("day.forth")
    assert desk.page.day == desk.session.today()
    assert not desk.page.head.forth.isEnabled()
    desk.actions.trigger("day.back")
    desk.actions.trigger("day.today")
    assert desk.page.day == desk.session.today()


def test_today_goes_on_past_midnight(desk: Desk):
    desk.office.new()
    desk.settle()
    desk.later(days=1)
    desk.page.timer.timeout.emit()
    assert desk.page.day == date(2026, 3, 5)
    assert "2026年3月5日" in desk.page.head.date.text()


def test_a_date_is_typed_and_what_is_none_is_said(qtbot, desk: Desk):
    desk.office.new()
    desk.later(days=3)
    desk.actions.trigger("day.jump")
    line = desk.page.head.line
    assert line.isVisible()
    line.setText("2027-13-01")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.page.head.trouble.isVisible()
    assert line.text() == "2027-13-01"
    line.setText("3-4")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.page.day == DAY
    assert not line.isVisible()
    assert not desk.page.head.trouble.isVisible()


def test_the_day_is_saved_as_a_page_and_as_a_workbook(desk: Desk, choice: Choice, tmp_path: Path):
    desk.office.new()
    desk.settle()
    choice.path = tmp_path / "day.pdf"
    desk.actions.trigger("day.pdf")
    assert choice.path.read_bytes().startswith(b"%PDF")
    choice.path = tmp_path / "day.xlsx"
    desk.actions.trigger("day.sheet")
    book = load_workbook(choice.path)
    values = dict(book.worksheets[0].iter_rows(values_only=True))
    assert values["受理"] == 1
    assert choice.asked == ["日报 2026-03-04.pdf", "日报 2026-03-04.xlsx"]
    assert [fault for _, fault in desk.told] == [False, False]


def test_a_place_that_cannot_be_written_is_said(desk: Desk, choice: Choice, tmp_path: Path):
    desk.office.new()
    choice.path = tmp_path / "nowhere" / "day.pdf"
    desk.actions.trigger("day.pdf")
    assert desk.told[-1][1]
    assert not choice.path.exists()
    choice.path = tmp_path / "day.pdf"
    desk.actions.trigger("day.pdf")
    assert choice.path.exists()


def test_the_next_life_of_the_page_shows_the_same_day(qtbot, desk: Desk):
    desk.office.new()
    desk.later(days=2)
    desk.page.show_day(DAY)
    desk.actions.trigger("day.jump")
    desk.page.head.line.setText("3-1")
    desk.session.words = Words("en")
    again = ReportsPage(desk.session)
    qtbot.addWidget(again)
    again.show()
    again.restore(desk.page.state())
    again.opened()
    assert again.day == DAY
    assert again.head.line.text() == "3-1"
    assert "Received 1" in again.view.figures.accessibleDescription()


def test_everything_has_a_name(desk: Desk):
    desk.office.new()
    desk.call("能种菜吗", Outcome.NONE)
    desk.later(days=1)
    desk.actions.trigger("day.back")
    desk.actions.trigger("day.jump")
    fields = [
        one
        for one in desk.page.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisible()
    ]
    assert any(isinstance(one, LineEdit) for one in fields)
    assert [type(one).__name__ for one in fields if not (one.accessibleName() or _text(one))] == []


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


@pytest.mark.parametrize(("width", "columns"), [(500, 1), (944, 2), (1840, 3)])
def test_columns_follow_the_width(desk: Desk, width: int, columns: int):
    desk.office.new()
    desk.page.window().resize(width, 700)
    desk.settle()
    assert desk.page.view.columns.count == columns


def test_the_lists_are_sound_tables(desk: Desk, qtmodeltester):
    desk.office.new()
    desk.later(days=1)
    desk.page.reload()
    qtmodeltester.check(desk.page.view.overdue.table, force_py=True)
    qtmodeltester.check(desk.page.view.unanswered.table, force_py=True)
