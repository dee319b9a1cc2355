"""The day goes to a printer, or the sheet says why not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6

from desk.refusals import Refusal
from desk.reports.day import read_day
from desk.ui.printing.devices import Devices, Printers, PrintOrder
from desk.ui.reports.print_sheet import DayPrintSheet
from tests.ui.reports.conftest import Desk


@pytest.fixture
def orders() -> list[PrintOrder]:
    return []


@pytest.fixture
def sheet(desk: Desk, orders: list[PrintOrder]) -> Iterator[DayPrintSheet]:
    session = desk.session
    read = partial(
        read_day,
        session.store.database,
        session.centre,
        session.community,
        session.today(),
        session.clock.now(),
        session.words,
    )
    devices = Devices(lambda: Printers(("前台打印机",), "前台打印机"), orders.append)
    sheet = DayPrintSheet(session, desk.page.window(), read, devices)
    yield sheet
    if shiboken6.isValid(sheet):
        sheet.dismiss()


def test_enter_prints_the_page_on_the_proposed_printer(
    desk: Desk, sheet: DayPrintSheet, orders: list[PrintOrder]
):
    sheet.open()
    assert sheet.preview.pages == 1
    assert sheet.primary.isEnabled()
    sheet.primary.click()
    (order,) = orders
    assert (order.printer, order.paper, order.copies) == ("前台打印机", "A4", 1)
    assert order.pdf.startswith(b"%PDF")
    assert order.title == "日报 2026-03-04"
    assert desk.told == [("日报已送到打印机 前台打印机。", False)]


def test_a_printer_that_refuses_is_said_in_the_sheet(desk: Desk, sheet: DayPrintSheet):
    def refuse(order: PrintOrder) -> None:
        raise Refusal("print.refused", printer=order.printer)

    sheet._devices = Devices(sheet._devices.installed, refuse)
    sheet.open()
    sheet.primary.click()
    assert sheet.isVisible()
    assert sheet.primary.isEnabled()
    assert desk.told == []


def test_without_a_printer_the_way_out_is_a_file(desk: Desk, sheet: DayPrintSheet):
    sheet._devices = Devices(Printers, lambda _order: None)
    wanted: list[bool] = []
    sheet.save_wanted.connect(lambda: wanted.append(True))
    sheet.open()
    assert "PDF" in sheet.form.row("printer").complaint
    assert sheet.primary.isEnabled()
    sheet.primary.click()
    assert wanted == [True]
    assert not sheet.isVisible()
