"""One slip on its way: read, set, handed over, and only then counted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from desk.refusals import Refusal
from desk.tickets.orders import print_order, work_order
from desk.tickets.work_order import WorkOrder
from desk.ui.jobs import Lane
from desk.ui.printing.devices import Devices, Printers, PrintOrder
from desk.ui.session import Session
from desk.words.faults import as_refusal

T = TypeVar("T")
Failed = Callable[[Exception], None]


def read_order(session: Session, ticket: int) -> WorkOrder:
    """Read what the slip of a ticket says, as if it were printed now.

    Raises:
        Refusal: ``ticket.unknown``.
    """
    english = session.words.language == "en"
    now = session.clock.now()
    return work_order(session.store.database, session.centre, ticket, now, english=english)


class SlipPrinting(QObject):
    """The steps of printing for one owner; each goes on where the one before has ended.

    Reading is done in the lane of the database, everything slow in the other one.
    """

    def __init__(self, session: Session, devices: Devices, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._devices = devices

    def read(self, ticket: int, done: Callable[[WorkOrder], None], failed: Failed) -> None:
        """Read what the slip says."""
        session = self._session
        session.jobs.run(partial(read_order, session, ticket), done, failed, owner=self)

    def set(
        self, order: WorkOrder, paper: str, done: Callable[[bytes], None], failed: Failed
    ) -> None:
        """Set it as a PDF; only the latest wish is answered."""
        papers = self._session.papers
        self._other(lambda: papers.slip([order], paper), done, failed, key="set")

    def printers(self, done: Callable[[Printers], None], failed: Failed) -> None:
        """Ask which printers there are."""
        self._other(self._devices.installed, done, failed)

    def hand_over(self, order: PrintOrder, done: Callable[[], None], failed: Failed) -> None:
        """Give it to the printer."""
        hand_over = self._devices.hand_over
        self._other(lambda: hand_over(order), lambda _none: done(), failed)

    def save(self, pdf: bytes, path: Path, done: Callable[[], None], failed: Failed) -> None:
        """Write it to a file, whole or not at all."""
        self._other(lambda: _write(pdf, path), lambda _none: done(), failed)

    def count(self, ticket: int, said: str) -> None:
        """Count that it was printed and say so, also when the owner is gone by then."""
        session = self._session
        session.write(
            lambda write: print_order(write, session.centre, ticket),
            lambda _order: session.tell(said),
            owner=session,
        )

    def _other(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, key: str = ""
    ) -> None:
        self._session.jobs.run(work, done, failed, lane=Lane.OTHER, owner=self, key=key or None)


def _write(pdf: bytes, path: Path) -> None:
    partial_file = path.with_name(path.name + ".partial")
    try:
        partial_file.write_bytes(pdf)
        partial_file.replace(path)
    except OSError as error:
        partial_file.unlink(missing_ok=True)
        if as_refusal(error) is None:
            raise Refusal("print.unwritable", file=path.name) from error
        raise
