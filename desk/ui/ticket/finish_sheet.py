"""What was done, and when if it was not just now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.tickets import finishing
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.session import Session
from desk.ui.ticket.quick_texts import QuickText, results
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.ui.ticket.written_times import WrittenTimes


class FinishSheet(StepSheet):
    """The result in words; the times only where paper says others than now."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.time_ahead": "finished",
        "ticket.time_before": "finished",
        "ticket.time_order": "finished",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step)
        look, words = session.look, session.words
        name = words.say("What was done")
        self.result = QuickText(look, words, name, results(words))
        self.add("result", name, self.result)
        self.times = WrittenTimes(session, self, unfinished=words.say_in("empty field", "now"))
        self.body.addWidget(self.times)

    def work(self) -> Work | None:
        """Finish it."""
        result, times = self.result.text(), self.times.read()
        if times is None:
            return None
        return lambda write, centre, seen: finishing.finish(
            write,
            centre,
            seen,
            result,
            occurred_at=times.finished,
            accepted_at=times.accepted,
            arrived_at=times.arrived,
        )
