"""A new ticket's slip is printed at once where this computer is set to."""

from __future__ import annotations

from dataclasses import replace

from desk.models.tables import Ticket
from desk.refusals import Refusal
from desk.ui.printing.at_once import print_at_once
from desk.ui.printing.devices import Devices, Printers, PrintOrder
from desk.ui.session import Session
from tests.tickets.office import Office


def test_nothing_is_printed_unless_it_is_wanted(
    office: Office, session: Session, devices: Devices, printed: list[PrintOrder]
) -> None:
    print_at_once(session, office.new().ticket_id, devices)
    assert printed == []


def test_the_remembered_printer_gets_it_and_it_is_counted(
    office: Office, session: Session, devices: Devices, printed: list[PrintOrder]
) -> None:
    session.settings = replace(session.settings, print_new=True, printer="前台", paper="A4")
    made = office.new()
    print_at_once(session, made.ticket_id, devices)
    assert [(order.printer, order.paper, order.copies) for order in printed] == [("前台", "A4", 1)]
    assert Ticket.get_by_id(made.ticket_id).slip_prints == 1


def test_without_a_remembered_printer_the_systems_own_is_taken(
    office: Office, session: Session, devices: Devices, printed: list[PrintOrder]
) -> None:
    session.settings = replace(session.settings, print_new=True)
    print_at_once(session, office.new().ticket_id, devices)
    assert printed[0].printer == "仓库"


def test_what_goes_wrong_is_one_sentence_and_not_counted(office: Office, session: Session) -> None:
    session.settings = replace(session.settings, print_new=True)
    said: list[tuple[str, bool]] = []
    session.told.connect(lambda text, fault: said.append((text, fault)))
    made = office.new()

    def refuse(order: PrintOrder) -> None:
        raise Refusal("print.refused", printer=order.printer)

    print_at_once(session, made.ticket_id, Devices(Printers, refuse))
    print_at_once(session, made.ticket_id, Devices(lambda: Printers(("甲",), ""), refuse))
    assert [fault for _text, fault in said] == [True, True]
    assert Ticket.get_by_id(made.ticket_id).slip_prints == 0
