"""Why the work stands still, and the day on which somebody looks at it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.codes import HoldReason
from desk.refusals import Refusal
from desk.tickets import holding
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.kit.segments import Segments
from desk.ui.kit.text_edit import TextEdit
from desk.ui.session import Session
from desk.ui.ticket.moment_field import DayField, day_typed, next_service_day
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.words import terms


class HoldSheet(StepSheet):
    """A reason, a day, a note."""

    field_of: ClassVar[Mapping[str, str]] = {
        "time.invalid": "day",
        "ticket.look_again_past": "day",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step)
        look, words = session.look, session.words
        reasons = [(terms.hold_reason(words, reason), reason) for reason in HoldReason]
        self.reason = Segments(look, reasons, HoldReason.PARTS, name=words.say("Reason"))
        self.day = DayField(session, day_typed(session, next_service_day(session, session.today())))
        self.note = TextEdit(look, lines=2)
        self.add("reason", words.say("Reason"), self.reason)
        self.add("day", words.say("Look again on"), self.day)
        self.add("note", words.say("Note (may stay empty)"), self.note)

    def work(self) -> Work | None:
        """Put it on hold."""
        reason, day, note = self.reason.value(), self.day.day(), self.note.text()
        if day is None:
            raise Refusal("time.invalid")
        return lambda write, centre, seen: holding.hold(
            write, centre, seen, HoldReason(str(reason)), day, note=note
        )
