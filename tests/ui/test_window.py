"""The window around the pages: places, language, theme, what it says, who is at the desk."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk import settings
from desk.refusals import Refusal
from desk.ui.kit.overlay import Overlay
from tests.garden import PIN
from tests.ui.call.conftest import OpenDesk, close, data_folder, desk, open_desk, planted
from tests.ui.call.receptionist import CTRL, Key, Receptionist

__all__ = ["data_folder", "desk", "open_desk", "planted"]

SHIFT = Qt.KeyboardModifier.ShiftModifier
PLACES = ("desk", "knowledge", "residents", "reports", "settings")


def test_every_place_is_one_key_away_in_both_languages(desk: Receptionist) -> None:
    window = desk.desk.window
    for _language in range(2):
        for number, place in enumerate(PLACES, start=1):
            desk.press(Key(Key.Key_0 + number), CTRL)
            assert window.pages[place].isVisible()
            assert window._buttons[place].isChecked()
        desk.press(Key.Key_L, CTRL | SHIFT)
    assert desk.desk.session.words.language == "zh_CN"


def test_pages_are_built_when_they_are_first_asked_for(desk: Receptionist) -> None:
    assert set(desk.desk.window.pages) == {"desk"}
    desk.press(Key.Key_2, CTRL)
    assert set(desk.desk.window.pages) == {"desk", "knowledge"}


def test_the_language_changes_at_once_and_is_kept(open_desk: OpenDesk) -> None:
    desk = open_desk()
    title = desk.desk.window.windowTitle()
    desk.press(Key.Key_L, CTRL | SHIFT)
    assert desk.desk.window.windowTitle() != title
    assert "桂语花园" in desk.desk.window.windowTitle()
    assert [label for label in _labels(desk) if "工单" in label] == []
    assert settings.load(desk.desk.session.folder).language == "en"
    close(desk.desk)
    assert open_desk().desk.session.words.language == "en"


def _labels(desk: Receptionist) -> list[str]:
    found = desk.desk.window.findChildren(QLabel)
    return [label.text() for label in found if label.isVisible()]


def test_the_theme_changes_at_once_and_is_kept(desk: Receptionist) -> None:
    look = desk.desk.session.look
    assert look.theme.scheme == "light"
    desk.press(Key.Key_D, CTRL | SHIFT)
    assert look.theme.scheme == "dark"
    assert settings.load(desk.desk.session.folder).scheme == "dark"
    desk.press(Key.Key_D, CTRL | SHIFT)
    assert look.theme.scheme == "light"


def test_who_is_at_the_desk_shows_in_the_corner(desk: Receptionist) -> None:
    window = desk.desk.window
    assert "?" in window.avatar.accessibleName()
    desk.press(Key.Key_F12)
    desk.type(f"h{PIN}")
    desk.press(Key.Key_Return)
    assert "何静" in window.avatar.accessibleName()
    desk.press(Key.Key_L, CTRL | SHIFT)
    assert "何静" in window.avatar.accessibleName()


def test_what_was_done_floats_and_what_went_wrong_stays(desk: Receptionist) -> None:
    session = desk.desk.session
    session.tell("Done")
    assert desk.told == "Done"
    assert desk.fault == ""
    session.refuse(Refusal("phone.invalid"))
    assert desk.fault == session.wording(Refusal("phone.invalid"))


def test_a_fault_of_ours_is_logged_and_the_desk_goes_on(
    desk: Receptionist, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        desk.desk.session.refuse(ZeroDivisionError("oops"))
    assert "ZeroDivisionError" in caplog.text
    assert desk.fault
    desk.type("zsf")
    assert desk.titles


def test_all_actions_are_found_by_a_few_letters(desk: Receptionist) -> None:
    desk.press(Key.Key_K, CTRL)
    palette = desk.desk.window.palette_sheet
    assert palette is not None
    assert palette.is_open
    desk.type("gd")
    desk.press(Key.Key_Escape)
    assert not palette.is_open
    assert desk.in_line


def test_every_action_has_words_in_both_languages(desk: Receptionist) -> None:
    for language in ("zh_CN", "en"):
        desk.desk.window.speak(language)
        registry = desk.desk.window.registry
        for action in registry.all():
            said = registry.text(action)
            assert said
            if language == "zh_CN":
                assert not said.isascii(), action.id


def test_no_shortcut_fires_under_a_sheet(desk: Receptionist) -> None:
    desk.type("zs")
    desk.press(Key.Key_F12)
    assert any(one.is_open for one in desk.desk.window.findChildren(Overlay))
    desk.press(Key.Key_F2)
    desk.press(Key.Key_2, CTRL)
    assert desk.line == "zs"
    assert set(desk.desk.window.pages) == {"desk"}
    desk.press(Key.Key_Escape)
    assert desk.in_line


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)])
def test_it_fits_the_screen_it_is_given(
    open_desk: OpenDesk, size: tuple[int, int], scale: float
) -> None:
    desk = open_desk(width=size[0], height=size[1])
    look = desk.desk.session.look
    look.rescale(scale)
    desk.type("厨房漏水一直滴 3-2-1502")
    window = desk.desk.window
    assert (window.width(), window.height()) == size
    side = desk.page.call_side
    for widget in (desk.page.bar.line, desk.page.bar.channel, side.make, side.list.viewport()):
        corners = widget.rect().topLeft(), widget.rect().bottomRight()
        assert all(window.rect().contains(widget.mapTo(window, corner)) for corner in corners)
        assert widget.visibleRegion().boundingRect() == widget.rect()
    look.rescale(1.0)


def test_what_kept_a_write_from_the_disk_is_taken_back_by_one_that_gets_there(
    desk: Receptionist,
) -> None:
    session, banner = desk.desk.session, desk.desk.window.banner
    session.refuse(Refusal("disk.full"))
    assert "磁盘已满" in banner.sentence
    desk.type("楼道灯不亮")
    desk.press(Key.Key_Return, CTRL)
    assert banner.sentence == ""
    session.refuse(Refusal("ticket.stale"))
    desk.type("电梯困人")
    desk.press(Key.Key_Return, CTRL)
    assert banner.sentence != ""  # of one ticket: another one does not settle it
