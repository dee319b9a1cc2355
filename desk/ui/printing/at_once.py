"""Prints the slip of a new ticket at once, where this computer is set to do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.refusals import Refusal

if TYPE_CHECKING:
    from desk.tickets.work_order import WorkOrder
    from desk.ui.printing.devices import Devices, Printers
    from desk.ui.session import Session


def print_at_once(session: Session, ticket: int, devices: Devices | None = None) -> None:
    """Print a ticket's slip on the remembered printer, else on the system's own.

    Nothing is asked: it is counted when it was handed over, and what went wrong is one sentence.

    Args:
        session: ``settings.print_new`` says whether this computer does so at all.
        ticket: its id.
        devices: what it prints with; this computer's printers if None.
    """
    if not session.settings.print_new:
        return
    # Printing is loaded with the first slip.
    from desk.ui.printing.devices import PrintOrder, system_devices
    from desk.ui.printing.slip_printing import SlipPrinting

    devices = devices or system_devices(session.papers)
    printing = SlipPrinting(session, devices, session)
    settings, words = session.settings, session.words

    def failed(error: Exception) -> None:
        printing.deleteLater()
        session.refuse(error)

    def read(order: WorkOrder) -> None:
        printing.set(order, settings.paper, lambda pdf: choose(order, pdf), failed)

    def choose(order: WorkOrder, pdf: bytes) -> None:
        if settings.printer:
            hand_over(order, pdf, settings.printer)
        else:
            printing.printers(lambda found: take_default(order, pdf, found), failed)

    def take_default(order: WorkOrder, pdf: bytes, found: Printers) -> None:
        name = found.default or next(iter(found.names), "")
        if name:
            hand_over(order, pdf, name)
        else:
            failed(Refusal("print.no_printer", number=order.number))

    def hand_over(order: WorkOrder, pdf: bytes, printer: str) -> None:
        job = PrintOrder(pdf, printer, settings.paper, 1, order.number)
        printing.hand_over(job, lambda: count(order, printer), failed)

    def count(order: WorkOrder, printer: str) -> None:
        said = words.say(
            "The slip of {number} is with printer {printer}.", number=order.number, printer=printer
        )
        printing.count(ticket, said)
        printing.deleteLater()

    printing.read(ticket, read, failed)
