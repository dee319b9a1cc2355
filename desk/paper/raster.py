"""Pages as pixels, for the preview and for printers that do not take a PDF."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2

from desk.refusals import Refusal

#: PDFium is not made for two threads at once.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pixels:
    """One page: rows from the top, three bytes a pixel (red, green, blue), ``stride`` bytes a row.

    ``dpi`` is the resolution in dots an inch that it was asked for.
    """

    data: bytes
    width: int
    height: int
    stride: int
    dpi: float


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has.

    Raises:
        Refusal: ``paper.damaged`` when the bytes are no PDF.
    """
    with _opened(pdf) as document:
        return len(document)


def rasterise(pdf: bytes, page: int, dpi: float) -> Pixels:
    """Return one page as pixels; the first has the number 0.

    Raises:
        Refusal: ``paper.damaged`` when the bytes are no PDF or it has no such page.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise Refusal("paper.damaged")
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True)
        return Pixels(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, dpi)


def rasterise_all(pdf: bytes, dpi: float) -> Iterator[Pixels]:
    """Give the pages one after the other, so that only one is in memory.

    Raises:
        Refusal: ``paper.damaged`` when the bytes are no PDF.
    """
    for page in range(page_count(pdf)):
        yield rasterise(pdf, page, dpi)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as fault:
            raise Refusal("paper.damaged") from fault
        try:
            yield document
        finally:
            document.close()
