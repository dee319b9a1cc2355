"""Hands the window its paper, so that the window never knows who makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.words.catalogue import Words

if TYPE_CHECKING:
    from desk.reports.day_report import DayReport
    from desk.tickets.work_order import WorkOrder
    from desk.ui.papers import PageImage


class PdfPapers:
    """Hands the window its paper; reportlab is imported with the first slip."""

    def __init__(self, session_words: Words) -> None:
        self.words = session_words

    def slip(self, orders: Sequence[WorkOrder], size: str) -> bytes:
        """Return the slips as one PDF."""
        from desk.paper.slip import slip

        return slip(orders, self.words, "A4" if size == "A4" else "A5")

    def day(self, report: DayReport) -> bytes:
        """Return the day on one page as a PDF."""
        from desk.paper.day import day

        return day(report, self.words)

    def pages(self, pdf: bytes, dpi: int) -> Sequence[PageImage]:
        """Return each page as pixels."""
        from desk.paper.raster import rasterise_all

        return list(rasterise_all(pdf, dpi))
