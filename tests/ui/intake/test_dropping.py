"""A file let fall on the real window, by keys into the register, and found by the next call."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.models.tables import Room
from desk.ui.intake.page import ImportPage
from desk.ui.kit.overlay import Overlay
from tests.ui.call.conftest import data_folder, desk, open_desk, planted
from tests.ui.call.receptionist import CTRL, Key, Receptionist
from tests.ui.intake import papers

__all__ = ["data_folder", "desk", "open_desk", "planted"]

SHIFT = Qt.KeyboardModifier.ShiftModifier


def drop(target: QWidget, *files: Path) -> bool:
    """Let files fall on a widget as the system does; say whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    fallen = QDropEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(target.window(), fallen)
    for _ in range(5):
        QCoreApplication.processEvents()
    return fallen.isAccepted()


def page_of(desk: Receptionist) -> ImportPage:
    page = desk.desk.window.pages["import"]
    assert isinstance(page, ImportPage)
    return page


def sit_down(desk: Receptionist) -> None:
    from desk.centre import staff

    supervisor = next(one for one in staff.active() if one.role == "supervisor")
    desk.desk.session.sit_down(supervisor)


def settle() -> None:
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def test_a_dropped_roster_is_in_the_call_box_two_keys_later(desk: Receptionist, tmp_path: Path):
    sit_down(desk)
    assert drop(desk.page, papers.roster(tmp_path))
    assert page_of(desk).isVisible()
    desk.press(Key.Key_Return, CTRL)
    settle()
    assert desk.desk.window.pages["residents"].isVisible()
    desk.press(Key.Key_1, CTRL)
    desk.press(Key.Key_F2)
    desk.type("oyxy")
    settle()
    assert any("欧阳小雨" in title for title in desk.titles)


def test_it_may_fall_on_a_field_that_takes_text(desk: Receptionist, tmp_path: Path):
    line = desk.page.bar.line
    assert drop(line, papers.roster(tmp_path))
    assert line.text() == ""
    assert page_of(desk).found is not None


def test_one_file_at_a_time(desk: Receptionist, tmp_path: Path):
    files = papers.roster(tmp_path), papers.roster(tmp_path, "二期.xlsx")
    assert drop(desk.page, *files)
    assert "import" not in desk.desk.window.pages
    assert "一次只能拖一个文件" in desk.desk.window.banner.sentence


def test_nothing_is_taken_while_something_is_asked(desk: Receptionist, tmp_path: Path):
    desk.press(Key.Key_F12)
    asking = [one for one in desk.desk.window.findChildren(Overlay) if one.isVisible()]
    assert asking
    assert not drop(desk.page, papers.roster(tmp_path))


def test_a_second_file_asks_where_the_first_was_corrected(desk: Receptionist, tmp_path: Path):
    drop(desk.page, papers.roster(tmp_path))
    page = page_of(desk)
    page._correct(_unwanted(page))
    drop(page, papers.roster(tmp_path, "二期.xlsx"))
    assert page._leaving.is_open
    assert page.found is not None
    assert page.found.opened.path.name == "花名册.xlsx"
    desk.press(Key.Key_Return, CTRL)
    assert page.found is not None
    assert page.found.opened.path.name == "二期.xlsx"


def _unwanted(page: ImportPage):
    from desk.sheets.columns import Choice

    return Choice("花名册", 4, None)


def test_escape_goes_back_to_where_one_was(desk: Receptionist, tmp_path: Path):
    desk.press(Key.Key_3, CTRL)
    drop(desk.desk.window.pages["residents"], papers.roster(tmp_path))
    assert desk.desk.window._buttons["residents"].isChecked()
    desk.press(Key.Key_Escape)
    assert desk.desk.window.pages["residents"].isVisible()
    assert not Room.select().where(Room.building == "7").exists()


def test_a_call_in_between_loses_nothing(desk: Receptionist, tmp_path: Path):
    drop(desk.page, papers.roster(tmp_path))
    page = page_of(desk)
    page._correct(_unwanted(page))
    desk.press(Key.Key_1, CTRL)
    assert desk.page.isVisible()
    desk.press(Key.Key_I, CTRL)
    assert page.isVisible()
    assert page.found is not None
    assert page.found.choices


def test_another_language_in_between_loses_nothing(desk: Receptionist, tmp_path: Path):
    drop(desk.page, papers.roster(tmp_path))
    page_of(desk)._correct(_unwanted(page_of(desk)))
    found = page_of(desk).found
    desk.press(Key.Key_L, CTRL | SHIFT)
    assert page_of(desk).isVisible()
    assert page_of(desk).found is found
    assert page_of(desk).decided
    desk.press(Key.Key_L, CTRL | SHIFT)
    assert page_of(desk).found is found


@pytest.mark.parametrize(("place", "kind"), [(3, "roster"), (2, "knowledge")])
def test_residents_and_knowledge_lead_here(desk: Receptionist, place: int, kind: str):
    desk.press(Key(Key.Key_0 + place), CTRL)
    name = "residents" if kind == "roster" else "knowledge"
    desk.desk.window.pages[name].browser.bring.click()
    assert page_of(desk).isVisible()
    assert desk.focus is page_of(desk).start.begin.action
