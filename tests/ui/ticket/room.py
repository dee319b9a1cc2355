"""A session on the small office of the tests of tickets, and a window around what is tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.calls.memory import Memory
from desk.centre.profile import Centre
from desk.centre.staff import StaffRow
from desk.codes import Role
from desk.reports.day_report import DayReport
from desk.settings import Settings
from desk.tickets.work_order import WorkOrder
from desk.ui.look import Look
from desk.ui.session import Session
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.tickets.office import Office
from tests.ui.inline_jobs import InlineJobs


@dataclass
class Picture:
    """A white page."""

    width: int
    height: int

    @property
    def stride(self) -> int:
        return self.width * 3

    @property
    def data(self) -> bytes:
        return b"\xff" * (self.stride * self.height)


class PlainPapers:
    """Makes a PDF that is only a name and pictures that are only white."""

    def __init__(self) -> None:
        self.slips: list[tuple[tuple[WorkOrder, ...], str]] = []

    def slip(self, orders: Sequence[WorkOrder], size: str) -> bytes:
        self.slips.append((tuple(orders), size))
        return f"%PDF {orders[0].number} {size} {orders[0].print_count}".encode()

    def day(self, report: DayReport) -> bytes:
        raise NotImplementedError

    def pages(self, pdf: bytes, dpi: int) -> list[Picture]:
        return [Picture(dpi * 8, dpi * 6)]


def new_session(
    office: Office,
    look: Look,
    folder: Path,
    *,
    language: str = "zh_CN",
    papers: Any = None,
    settings: Settings | None = None,
) -> Session:
    """Return a session at the office's clock with somebody at the desk."""
    office.centre = Centre.read()
    session = Session(
        store=office.store,
        clock=FrozenClock(office.now),
        jobs=InlineJobs(),
        words=Words(language),
        look=look,
        folder=folder,
        settings=settings or Settings(desk="front"),
        centre=office.centre,
        memory=Memory(office.store, office.community),
        papers=papers or PlainPapers(),
        community=office.community,
    )
    session.sit_down(StaffRow(office.staff, 1, "陈静", "CJ", Role.RECEPTIONIST))
    return session


class Frame(QWidget):
    """A window with one widget in it, on the ground."""

    def __init__(self, look: Look, inner: QWidget, width: int, height: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look.colours.ground)
        self.setPalette(palette)
        self.resize(width, height)
