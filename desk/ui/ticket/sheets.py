"""Which sheet asks for what a step needs; loaded with the first one that is opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QWidget

from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.session import Session
from desk.ui.ticket.appoint_sheet import AppointSheet
from desk.ui.ticket.dispatch_sheet import DispatchSheet
from desk.ui.ticket.edit_sheet import EditSheet
from desk.ui.ticket.finish_sheet import FinishSheet
from desk.ui.ticket.hold_sheet import HoldSheet
from desk.ui.ticket.merge_sheet import MergeSheet
from desk.ui.ticket.slip_sheet import SlipSheet
from desk.ui.ticket.step_sheet import StepSheet
from desk.ui.ticket.visit_sheet import PlanVisitSheet, VisitSheet
from desk.ui.ticket.words_sheet import WordsSheet

_SHEETS: Final[Mapping[Step, type[StepSheet]]] = MappingProxyType(
    {
        Step.DISPATCH: DispatchSheet,
        Step.TRANSFER: DispatchSheet,
        Step.ACCEPT: DispatchSheet,
        Step.ARRIVE: DispatchSheet,
        Step.HOLD: HoldSheet,
        Step.FINISH: FinishSheet,
        Step.APPOINT: AppointSheet,
        Step.VISIT: VisitSheet,
        Step.PLAN_VISIT: PlanVisitSheet,
        Step.RETURN_SLIP: SlipSheet,
        Step.EDIT: EditSheet,
        Step.MERGE: MergeSheet,
        Step.CANCEL: WordsSheet,
        Step.TURN_DOWN: WordsSheet,
        Step.CLOSE: WordsSheet,
        Step.REOPEN: WordsSheet,
        Step.COMMENT: WordsSheet,
    }
)


def sheet_for(session: Session, host: QWidget, row: TicketRow, step: Step) -> StepSheet:
    """Return the sheet of a step, about a ticket as it was seen.

    Raises:
        KeyError: the step needs no sheet.
    """
    return _SHEETS[step](session, host, row, step)
