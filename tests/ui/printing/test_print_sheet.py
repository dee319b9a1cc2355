"""The sheet that prints: what is asked, what is remembered, what is counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.models.tables import Ticket
from desk.refusals import Refusal
from desk.settings import load
from desk.tickets.rows import by_ids
from desk.ui.jobs import Jobs
from desk.ui.look import Look
from desk.ui.printing.devices import Devices, Printers, PrintOrder
from desk.ui.printing.print_sheet import PrintSheet
from desk.ui.session import Session
from tests.tickets.office import Office
from tests.ui.ticket.conftest import InWindow
from tests.ui.ticket.room import PlainPapers

CTRL = Qt.KeyboardModifier.ControlModifier
Make = Callable[..., PrintSheet]


def no_file(_parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
    return None


@pytest.fixture
def make(office: Office, session: Session, devices: Devices, in_window: InWindow) -> Make:
    """Opens the sheet for a new ticket."""
    host = QWidget()
    in_window(host)

    def open_sheet(
        given: Devices = devices, ask: Callable[..., Path | None] = no_file
    ) -> PrintSheet:
        row = by_ids(office.database, [office.new().ticket_id])[0]
        sheet = PrintSheet(session, host, row, given, ask)
        sheet.open()
        return sheet

    return open_sheet


def prints(sheet: PrintSheet) -> int:
    return int(Ticket.get_by_id(sheet._row.ticket_id).slip_prints)


def press_enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_enter_prints_on_the_systems_printer_counts_it_and_says_so(
    make: Make, qtbot: QtBot, printed: list[PrintOrder], session: Session
) -> None:
    said: list[str] = []
    session.told.connect(lambda text, _fault: said.append(text))
    sheet = make()
    assert sheet.preview.pages == 1
    press_enter(qtbot)
    number = sheet._row.number
    assert printed == [PrintOrder(f"%PDF {number} A5 1".encode(), "仓库", "A5", 1, number)]
    assert prints(sheet) == 1
    assert not sheet.is_open
    assert said == [f"工单 {number} 的派工单已送打印机 仓库。"]


def test_printer_and_paper_are_remembered_for_the_next_slip(
    make: Make, qtbot: QtBot, printed: list[PrintOrder], session: Session
) -> None:
    sheet = make()
    sheet.printer.setFocus()
    qtbot.keyClick(sheet.printer, Qt.Key.Key_Up)
    assert sheet.printer.value() == "前台"
    qtbot.keyClick(sheet.printer, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    sheet.copies.setValue(3)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert (printed[0].printer, printed[0].paper, printed[0].copies) == ("前台", "A4", 3)
    assert printed[0].pdf.split()[2] == b"A4"
    assert (session.settings.printer, session.settings.paper) == ("前台", "A4")
    assert load(session.folder).printer == "前台"
    press_enter_on_next = make()
    assert press_enter_on_next.printer.value() == "前台"
    assert press_enter_on_next.paper.value() == "A4"


def test_the_count_on_the_paper_is_the_one_that_will_be_stored(
    make: Make, qtbot: QtBot, printed: list[PrintOrder], papers: PlainPapers
) -> None:
    sheet = make()
    press_enter(qtbot)
    again = PrintSheet(sheet._session, sheet.parentWidget(), sheet._row, sheet._printing._devices)
    again.open()
    press_enter(qtbot)
    assert [order.pdf.split()[-1] for order in printed] == [b"1", b"2"]
    assert prints(sheet) == 2


def test_what_the_printer_refused_is_not_counted_and_may_be_tried_again(
    make: Make, qtbot: QtBot
) -> None:
    broken = [True]
    taken: list[PrintOrder] = []

    def hand_over(order: PrintOrder) -> None:
        if broken[0]:
            raise Refusal("print.refused", printer=order.printer)
        taken.append(order)

    sheet = make(Devices(lambda: Printers(("仓库",), "仓库"), hand_over))
    press_enter(qtbot)
    assert sheet.is_open
    assert sheet._trouble.text()
    assert prints(sheet) == 0
    assert sheet.primary.isEnabled()
    broken[0] = False
    press_enter(qtbot)
    assert len(taken) == 1
    assert prints(sheet) == 1


def test_without_a_printer_the_file_is_the_way(
    make: Make, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    asked: list[tuple[str, str]] = []

    def ask(_parent: QWidget, title: str, proposed: str, _kinds: str) -> Path:
        asked.append((title, proposed))
        return tmp_path / proposed

    sheet = make(Devices(Printers, lambda _order: None), ask)
    assert sheet.form.row("printer").complaint == "这台电脑没有可用的打印机，可以存为文件。"
    assert sheet.primary.text() == "存为文件"
    assert sheet.save.isHidden()
    press_enter(qtbot)
    assert asked == [("把派工单存为文件", f"{sheet._row.number}.pdf")]
    assert (tmp_path / f"{sheet._row.number}.pdf").read_bytes().startswith(b"%PDF")
    assert prints(sheet) == 1


def test_ctrl_s_saves_to_a_file(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = make(ask=lambda *_what: tmp_path / "slip.pdf")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    assert (tmp_path / "slip.pdf").exists()
    assert [path.name for path in tmp_path.glob("*.partial")] == []
    assert prints(sheet) == 1


def test_thinking_better_of_the_file_changes_nothing(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    assert sheet.is_open
    assert sheet.primary.isEnabled()
    assert prints(sheet) == 0


def test_a_folder_that_is_not_there_is_one_sentence(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = make(ask=lambda *_what: tmp_path / "gone" / "slip.pdf")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    assert sheet.is_open
    assert sheet._trouble.text()
    assert prints(sheet) == 0


def test_a_spooler_that_cannot_be_asked_leaves_the_file(make: Make) -> None:
    def installed() -> Printers:
        raise Refusal("print.slow", printer="")

    sheet = make(Devices(installed, lambda _order: None))
    assert sheet.primary.text() == "存为文件"


def test_enter_before_everything_is_there_prints_as_soon_as_it_is(
    office: Office,
    session: Session,
    devices: Devices,
    printed: list[PrintOrder],
    in_window: InWindow,
    qtbot: QtBot,
) -> None:
    jobs = Jobs(leaving=lambda _lane: office.store.release())
    session.jobs = jobs
    host = QWidget()
    in_window(host)
    row = by_ids(office.database, [office.new().ticket_id])[0]
    sheet = PrintSheet(session, host, row, devices, no_file)
    sheet.open()
    press_enter(qtbot)
    assert sheet.is_open
    assert not sheet.primary.isEnabled()
    qtbot.waitUntil(lambda: len(printed) == 1)
    qtbot.waitUntil(lambda: not sheet.is_open)
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.close()
    assert prints(sheet) == 1


def test_pictures_are_as_sharp_as_the_theme_is_large(
    make: Make, look: Look, papers: PlainPapers
) -> None:
    asked: list[int] = []
    pages = papers.pages
    papers.pages = lambda pdf, dpi: (asked.append(dpi), pages(pdf, dpi))[1]  # type: ignore[method-assign]
    make()
    look.rescale(2.0)
    make()
    assert asked[1] == 2 * asked[0]
