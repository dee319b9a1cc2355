"""The printers of this computer, and how a PDF reaches one.

On Linux ``lp`` takes the PDF as it is; elsewhere its pages are painted at 300 dpi. Nothing here
runs on the main thread: a printer that does not answer makes nobody wait.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk.refusals import Refusal
from desk.ui.papers import PageImage, Papers

#: Seconds after which a spooler that takes nothing is given up.
_PATIENCE: Final = 20
_DPI: Final = 300


@dataclass(frozen=True, slots=True)
class Printers:
    """The names of the printers, and which one the system proposes ('' for none)."""

    names: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed: a PDF on ``"A5"`` or ``"A4"``, so many copies, under a title."""

    pdf: bytes
    printer: str
    paper: str
    copies: int
    title: str


@dataclass(frozen=True, slots=True)
class Devices:
    """What a window prints with; tests bring their own.

    Attributes:
        installed: asks the system which printers there are; may take long.
        hand_over: gives an order to its printer, or raises a Refusal; may take long.
    """

    installed: Callable[[], Printers]
    hand_over: Callable[[PrintOrder], None]


def system_devices(papers: Papers) -> Devices:
    """Return the printers of this computer."""
    return Devices(installed, partial(hand_over, papers))


def installed() -> Printers:
    """Ask the system which printers there are."""
    return Printers(tuple(QPrinterInfo.availablePrinterNames()), QPrinterInfo.defaultPrinterName())


def hand_over(papers: Papers, order: PrintOrder) -> None:
    """Give an order to its printer in the way of this system.

    Raises:
        Refusal: ``print.refused``, ``print.slow`` or ``print.failed``, with the printer's name.
    """
    if sys.platform.startswith("linux"):
        try:
            by_lp(order)
        except FileNotFoundError:
            # No lp: what Qt sees of the printers is left.
            by_raster(papers, order)
    else:
        by_raster(papers, order)


def by_lp(order: PrintOrder, program: str = "lp") -> None:
    """Give the PDF to ``lp`` on its standard input.

    Raises:
        Refusal: ``print.refused`` or ``print.slow``.
        FileNotFoundError: there is no such program.
    """
    command = [
        program,
        "-d",
        order.printer,
        "-n",
        str(order.copies),
        "-t",
        order.title,
        "-o",
        f"media={order.paper}",
    ]
    try:
        done = subprocess.run(
            command, input=order.pdf, capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as slow:
        raise Refusal("print.slow", printer=order.printer) from slow
    if done.returncode != 0:
        raise Refusal("print.refused", printer=order.printer)


def by_raster(
    papers: Papers, order: PrintOrder, open_printer: Callable[[PrintOrder], QPrinter] | None = None
) -> None:
    """Paint every page on the printer.

    Raises:
        Refusal: ``print.failed``.
    """
    printer = (open_printer or _printer)(order)
    pages = papers.pages(order.pdf, _DPI)
    failed = Refusal("print.failed", printer=order.printer)
    painter = QPainter()
    if not printer.isValid() or not painter.begin(printer):
        raise failed
    try:
        for at, page in enumerate(pages):
            if at and not printer.newPage():
                raise failed
            painter.drawImage(QRectF(painter.viewport()), image_of(page))
    finally:
        ended = painter.end()
    if not ended:
        raise failed


def lay_out(printer: QPrinter, order: PrintOrder) -> QPrinter:
    """Set paper, copies and title: A5 lies, A4 stands, the page has its own margins."""
    printer.setResolution(_DPI)
    printer.setDocName(order.title)
    printer.setCopyCount(order.copies)
    lying = order.paper == "A5"
    size = QPageSize(QPageSize.PageSizeId.A5 if lying else QPageSize.PageSizeId.A4)
    turn = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turn, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    return printer


def image_of(page: PageImage) -> QImage:
    """Return a page as an image of its own memory."""
    form = QImage.Format.Format_RGB888
    return QImage(page.data, page.width, page.height, page.stride, form).copy()


def _printer(order: PrintOrder) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(order.printer)
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        # Without a printer of that name Qt would write a file nobody asked for.
        raise Refusal("print.failed", printer=order.printer)
    return lay_out(printer, order)
