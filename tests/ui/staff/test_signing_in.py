"""Changing who is at the desk by the keyboard, on a real database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desk.centre import staff
from desk.centre.signing_in import sign_in
from desk.codes import Role, Topic
from desk.models import journal
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.ui.kit.chip import Chip
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.staff.pin_sheet import ChangePinSheet
from desk.ui.staff.sign_in_sheet import SignInSheet
from desk.ui.staff.signing_in import SigningIn
from tests.fakes import FrozenClock

Key = Qt.Key


def keys(qtbot: QtBot, window: QMainWindow, text: str) -> None:
    """Press a key a character, each into whatever has the focus then."""
    for character in text:
        qtbot.keyClicks(window.focusWidget(), character)


def enter(qtbot: QtBot, window: QMainWindow) -> None:
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)


def sit_down(qtbot: QtBot, window: QMainWindow, signing_in: SigningIn, typed: str) -> None:
    """Sign in with an initial and the PIN behind it."""
    signing_in.ask()
    keys(qtbot, window, typed)
    enter(qtbot, window)


def change_pin(
    qtbot: QtBot, window: QMainWindow, signing_in: SigningIn, now: str, new: str, again: str
) -> ChangePinSheet:
    """Fill in the sheet for a new PIN and press Enter."""
    signing_in.change_pin()
    sheet = signing_in.sheet
    assert isinstance(sheet, ChangePinSheet)
    for field, text in ((sheet.now, now), (sheet.new, new), (sheet.again, again)):
        field.setFocus()
        keys(qtbot, window, text)
    enter(qtbot, window)
    return sheet


def sheet_of(signing_in: SigningIn) -> SignInSheet:
    assert isinstance(signing_in.sheet, SignInSheet)
    return signing_in.sheet


def test_an_initial_a_pin_and_enter(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    call = window.findChild(LineEdit)
    signing_in.ask()
    keys(qtbot, window, "l")
    assert window.focusWidget() is sheet_of(signing_in).pin
    keys(qtbot, window, "1234")
    with qtbot.waitSignal(session.staff_changed):
        enter(qtbot, window)
    assert session.staff is not None
    assert session.staff.name == "林晓月"
    assert signing_in.sheet is None
    assert window.focusWidget() is call
    assert call.text() == "厨房漏水"
    actions = [step.action for step in journal.history(Topic.STAFF, session.staff.id)]
    assert actions[-1] == "staff.signed_in"


def test_a_pin_as_long_as_any_needs_no_enter(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    signing_in.ask()
    keys(qtbot, window, "hp34567890")
    assert session.staff is not None
    assert session.staff.name == "胡平"


def test_the_rest_of_an_initial_does_not_get_into_the_pin(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    signing_in.ask()
    keys(qtbot, window, "hjx2345")
    assert sheet_of(signing_in).pin.text() == "2345"
    enter(qtbot, window)
    assert session.staff is not None
    assert session.staff.name == "何静"


def test_an_initial_that_is_a_figure(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    sit_down(qtbot, window, signing_in, "74567")
    assert session.staff is not None
    assert session.staff.initial == "7"


def test_names_that_match_are_shown_while_typing(
    qtbot: QtBot, window: QMainWindow, signing_in: SigningIn
) -> None:
    signing_in.ask()
    sheet = sheet_of(signing_in)
    shown = {chip.text(): chip for chip in sheet.findChildren(Chip)}
    assert len(shown) == 4
    keys(qtbot, window, "h")
    assert [name for name, chip in shown.items() if chip.isEnabled()] == ["何静", "胡平"]
    assert window.focusWidget() is sheet.initial


def test_a_wrong_pin_is_slowed_down_and_says_how_long(
    qtbot: QtBot,
    session: Session,
    window: QMainWindow,
    signing_in: SigningIn,
    frozen_clock: FrozenClock,
) -> None:
    for _ in range(3):
        with pytest.raises(Refusal):
            sign_in(session.store, "desk-1", "L", "9999", frozen_clock.now())
        frozen_clock.advance(timedelta(seconds=10))
    sit_down(qtbot, window, signing_in, "l9999")
    sheet = sheet_of(signing_in)
    assert sheet.trouble
    assert sheet.pin.text() == ""
    assert window.focusWidget() is sheet.pin
    assert sheet.initial.text() == "L"
    first = sheet.trouble
    frozen_clock.advance(timedelta(seconds=3))
    sheet._patience.look_again()
    assert sheet.trouble
    assert ("5" in sheet.trouble) == ("8" in first)
    # Enter while it lasts is not lost: it is tried when the wait is over.
    keys(qtbot, window, "1234")
    enter(qtbot, window)
    assert session.staff is None
    frozen_clock.advance(timedelta(seconds=6))
    sheet._patience.look_again()
    assert session.staff is not None


def test_an_unknown_initial_changes_nothing(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    sit_down(qtbot, window, signing_in, "x")
    sheet = sheet_of(signing_in)
    assert sheet.trouble
    assert window.focusWidget() is sheet.initial
    assert session.staff is None


def test_a_supervisor_lends_a_pin_and_the_desk_stays(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    sit_down(qtbot, window, signing_in, "hj2345")
    acted: list[Actor] = []
    session.supervise(acted.append)
    sheet = sheet_of(signing_in)
    assert [chip.text() for chip in sheet.findChildren(Chip)] == ["林晓月"]
    keys(qtbot, window, "l1234")
    enter(qtbot, window)
    assert session.staff is not None
    assert session.staff.role is Role.RECEPTIONIST
    assert [actor.staff for actor in acted] == [1]
    session.supervise(acted.append)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert len(acted) == 1


def test_a_supervisor_is_asked_over_a_sheet_that_waits(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    below = Sheet(session.look, session.words, "停用条目", window, primary="停用")
    below.body.addWidget(LineEdit(session.look, name="why"))
    acted: list[Actor] = []
    below.submitted.connect(lambda: session.supervise(acted.append))
    below.open()
    keys(qtbot, window, "旧".encode().hex())
    enter(qtbot, window)
    assert sheet_of(signing_in).isAncestorOf(window.focusWidget())
    keys(qtbot, window, "l1234")
    enter(qtbot, window)
    assert len(acted) == 1
    assert below.isAncestorOf(window.focusWidget())
    below.dismiss()


def test_a_receptionist_is_no_supervisor(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    acted: list[Actor] = []
    session.supervise(acted.append)
    sheet = sheet_of(signing_in)
    keys(qtbot, window, "hj")
    enter(qtbot, window)
    assert sheet.trouble
    assert not acted


def test_signing_out_leaves_the_page_alone(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    sit_down(qtbot, window, signing_in, "l1234")
    signing_in.ask()
    signing_in.sheet.sign_out_wanted.emit()
    assert session.staff is None
    assert window.findChild(LineEdit).text() == "厨房漏水"


def test_one_changes_ones_own_pin(
    qtbot: QtBot,
    session: Session,
    window: QMainWindow,
    signing_in: SigningIn,
    frozen_clock: FrozenClock,
) -> None:
    sit_down(qtbot, window, signing_in, "hj2345")
    sheet = change_pin(qtbot, window, signing_in, "2345", "111222", "111223")
    assert sheet._form.row("again").complaint
    keys(qtbot, window, "111222")
    enter(qtbot, window)
    assert signing_in.sheet is None
    assert sign_in(session.store, "d", "HJ", "111222", frozen_clock.now()).name == "何静"


def test_a_wrong_old_pin_is_said_under_it(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    sit_down(qtbot, window, signing_in, "hj2345")
    sheet = change_pin(qtbot, window, signing_in, "9999", "111222", "111222")
    assert sheet._form.row("now").complaint
    assert sheet.new.text() == "111222"
    assert window.focusWidget() is sheet.now


def test_whoever_is_at_the_desk_is_known_by_a_new_name_and_not_once_removed(
    qtbot: QtBot, session: Session, window: QMainWindow, signing_in: SigningIn
) -> None:
    here = staff.active()[1]
    session.sit_down(here)
    supervisor = Actor(staff.active()[0].id, "desk-2")
    with session.store.write(supervisor, session.clock.now()) as write:
        form = staff.StaffForm("何静怡", "HJ", Role.RECEPTIONIST)
        version = staff.edit(write, here.id, here.version, form)
    qtbot.waitUntil(lambda: session.staff is not None and session.staff.name == "何静怡")
    with session.store.write(supervisor, session.clock.now()) as write:
        staff.deactivate(write, here.id, version)
    qtbot.waitUntil(lambda: session.staff is None)


def test_every_field_has_a_name(signing_in: SigningIn) -> None:
    signing_in.ask()
    assert all(field.accessibleName() for field in sheet_of(signing_in).findChildren(LineEdit))
