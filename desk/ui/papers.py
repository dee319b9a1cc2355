"""What the window knows of paper: bytes it can show, print and save; ``app`` brings the maker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desk.reports.day_report import DayReport
from desk.tickets.work_order import WorkOrder


class PageImage(Protocol):
    """One page as pixels: three bytes each, red green blue."""

    @property
    def width(self) -> int:
        """Pixels in a row."""
        ...

    @property
    def height(self) -> int:
        """Rows."""
        ...

    @property
    def stride(self) -> int:
        """Bytes in a row."""
        ...

    @property
    def data(self) -> bytes:
        """All rows, top first."""
        ...


class Papers(Protocol):
    """Makes PDFs and pictures of their pages; every method may be called off the main thread."""

    def slip(self, orders: Sequence[WorkOrder], size: str) -> bytes:
        """Return the slips as one PDF on ``"A5"`` or ``"A4"``."""
        ...

    def day(self, report: DayReport) -> bytes:
        """Return the day on one page as a PDF."""
        ...

    def pages(self, pdf: bytes, dpi: int) -> Sequence[PageImage]:
        """Return each page as pixels at this resolution."""
        ...
