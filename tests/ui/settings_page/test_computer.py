"""This computer: every change holds at once and is there after the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk import settings as this_computer
from desk.models import backup
from desk.ui.kit.label import ElidedLabel
from desk.ui.session import Session
from desk.ui.settings_page.backups import copies
from desk.ui.settings_page.computer import ComputerSection


@pytest.fixture
def opened(session: Session) -> list[Path]:
    return []


@pytest.fixture
def section(qtbot: QtBot, session: Session, opened: list[Path]) -> ComputerSection:
    section = ComputerSection(
        session, printers=lambda: ["前台 A5", "仓库"], show_folder=opened.append
    )
    qtbot.addWidget(section)
    section.show()
    section.opened()
    return section


def kept(session: Session) -> this_computer.Settings:
    """Return what the next start would find."""
    return this_computer.load(session.folder)


def test_every_choice_is_kept(section: ComputerSection, session: Session) -> None:
    section.paper.set_value("A4")
    section.paper.chosen.emit("A4")
    section.print_new.click()
    section.sound.click()
    section.printer.setCurrentIndex(2)
    section.desk.setText(" 1号台 ")
    section.desk.editingFinished.emit()
    stored = kept(session)
    assert (stored.paper, stored.print_new, stored.sound) == ("A4", True, True)
    assert stored.printer == "仓库"
    assert stored.desk == "1号台"
    assert session.settings == stored


def test_dark_is_dark_at_once(section: ComputerSection, session: Session) -> None:
    section.scheme.chosen.emit("dark")
    assert session.look.theme.scheme == "dark"
    assert kept(session).scheme == "dark"
    section.scheme.chosen.emit("system")
    assert session.look.chosen is None
    session.look.choose("light")


def test_a_printer_that_is_away_stays_chosen(
    qtbot: QtBot, session: Session, opened: list[Path]
) -> None:
    session.keep(printer="财务室")
    section = ComputerSection(session, printers=lambda: ["前台 A5"], show_folder=opened.append)
    qtbot.addWidget(section)
    section.opened()
    assert section.printer.value() == "财务室"
    assert "财务室" in section.printer.currentText()
    assert kept(session).printer == "财务室"


def test_the_data_folder_is_opened(
    section: ComputerSection, session: Session, opened: list[Path]
) -> None:
    section.backups.folder.click()
    assert opened == [session.folder]


def test_a_backup_is_made_now_and_listed(
    qtbot: QtBot, section: ComputerSection, session: Session
) -> None:
    path = session.store.path
    assert path is not None
    assert copies(path) == []
    with qtbot.waitSignal(session.told) as told:
        section.backups.back.click()
    made = copies(path)
    assert len(made) == 1
    backup.check(made[0].path)
    assert made[0].path.name in told.args[0]
    listed = [label.text() for label in section.backups.findChildren(ElidedLabel)]
    assert made[0].path.name in listed
    assert section.backups.back.isEnabled()


def test_a_backup_that_fails_leaves_a_way_to_try_again(
    section: ComputerSection, session: Session
) -> None:
    path = session.store.path
    assert path is not None
    folder = path.parent / backup.FOLDER
    folder.write_text("in the way")
    section.backups.back.click()
    assert section.backups.back.isEnabled()
    folder.unlink()
    section.backups.back.click()
    assert len(copies(path)) == 1
