"""How a PDF reaches a printer: by ``lp`` as it is, or painted page by page."""

from __future__ import annotations

import shlex
import stat
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desk.refusals import Refusal
from desk.ui.printing import devices
from desk.ui.printing.devices import PrintOrder, by_lp, by_raster, image_of, installed, lay_out
from tests.ui.ticket.room import Picture, PlainPapers

ORDER = PrintOrder(b"%PDF slip", "前台 HP", "A5", 2, "WX20260304-0001")


def program(folder: Path, body: str) -> str:
    """Write a stand-in for the system's own ``lp``."""
    path, script = folder / "lp", folder / "lp.py"
    script.write_text(f"import sys, pathlib\n{body}\n", "utf-8")
    # By way of the shell: the first line of a script cannot name a folder with a space in it.
    run = shlex.join([sys.executable, str(script)])
    path.write_text(f'#!/bin/sh\nexec {run} "$@"\n', "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_lp_gets_the_bytes_and_every_wish(tmp_path: Path) -> None:
    out = tmp_path / "out"
    lp = program(
        tmp_path,
        f"pathlib.Path({str(out)!r}).write_bytes("
        "' '.join(sys.argv[1:]).encode() + b'|' + sys.stdin.buffer.read())",
    )
    by_lp(ORDER, lp)
    wishes, _, pdf = out.read_bytes().partition(b"|")
    assert wishes.decode() == "-d 前台 HP -n 2 -t WX20260304-0001 -o media=A5"
    assert pdf == ORDER.pdf


def test_a_printer_that_refuses_is_named(tmp_path: Path) -> None:
    lp = program(tmp_path, "sys.exit('lp: Error - The printer or class does not exist.')")
    with pytest.raises(Refusal) as refused:
        by_lp(ORDER, lp)
    assert refused.value.code == "print.refused"
    assert refused.value.fields == {"printer": "前台 HP"}


def test_a_spooler_that_does_not_answer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "_PATIENCE", 0.2)
    lp = program(tmp_path, "import threading\nthreading.Event().wait(30)")
    with pytest.raises(Refusal) as refused:
        by_lp(ORDER, lp)
    assert refused.value.code == "print.slow"


def test_pages_are_painted_one_by_one(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"

    def to_file(order: PrintOrder) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return lay_out(printer, order)

    class TwoPages(PlainPapers):
        def pages(self, pdf: bytes, dpi: int) -> list[Picture]:
            return [Picture(dpi, dpi // 2), Picture(dpi, dpi // 2)]

    by_raster(TwoPages(), ORDER, to_file)
    document = pypdfium2.PdfDocument(path)
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    document.close()
    assert sizes == [(595, 420), (595, 420)]


def test_a_printer_nobody_knows_fails_and_writes_no_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal) as refused:
        by_raster(PlainPapers(), ORDER)
    assert refused.value.code == "print.failed"
    assert not list(tmp_path.iterdir())


def test_asking_for_printers_answers(qapp: QApplication) -> None:
    found = installed()
    assert found.default in ("", *found.names)


def test_a_page_becomes_an_image_of_its_own_memory() -> None:
    image = image_of(Picture(7, 3))
    assert (image.width(), image.height()) == (7, 3)
    assert image.pixelColor(6, 2).name() == "#ffffff"
