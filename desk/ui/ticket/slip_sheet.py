"""The signed slip is back: what the technician wrote on it goes into the ticket."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.centre.profile import Centre
from desk.models.database import Write
from desk.tickets import noting, slips
from desk.tickets.rows import TicketRow
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.session import Session
from desk.ui.ticket.quick_texts import QuickText, results
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.ui.ticket.written_times import WrittenTimes


class SlipSheet(StepSheet):
    """In the order of the paper: times, what was done, parts, the resident's signature."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.time_ahead": "finished",
        "ticket.time_before": "finished",
        "ticket.time_order": "finished",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        words = session.words
        super().__init__(session, host, row, step, primary=words.say("Save the slip"), wide=True)
        look = session.look
        over = row.finished_at is not None or not row.is_open
        empty = (
            words.say_in("empty field", "as known")
            if over
            else words.say_in("empty field", "not finished yet")
        )
        done = words.say("What was done")
        self.times = WrittenTimes(session, self, unfinished=empty)
        self.result = QuickText(look, words, done, results(words), lines=2)
        self.parts = LineEdit(look, placeholder=words.say("name, model, how many, price"))
        self.signed = Segments(
            look,
            [
                (words.say("signed, satisfied"), "satisfied"),
                (words.say("signed, not satisfied"), "displeased"),
                (words.say("not signed"), "unsigned"),
            ],
            "satisfied",
            name=words.say("The resident's signature"),
        )
        # In the order of the paper, which is the order of Tab too.
        self.body.addWidget(self.times)
        rest = self.new_form()
        self.add("result", done, self.result, form=rest)
        self.add("parts", words.say("Parts (may stay empty)"), self.parts, form=rest)
        self.add("signed", words.say("The resident's signature"), self.signed, form=rest)

    def work(self) -> Work | None:
        """Enter the slip; what it says of parts and of a missing signature stays with it."""
        times, said = self.times.read(), self._result()
        if times is None:
            return None
        signed = self.signed.value()
        satisfied = {"satisfied": True, "displeased": False}.get(str(signed))
        unsigned = "" if satisfied is not None else self._session.words.say("Slip not signed")

        def enter(write: Write, centre: Centre, seen: Seen) -> After:
            after = slips.return_slip(
                write,
                centre,
                seen,
                result=said,
                accepted_at=times.accepted,
                arrived_at=times.arrived,
                finished_at=times.finished,
                satisfied=satisfied,
            )
            # Where it is not finished the result has no place of its own yet.
            notes = [said] if times.finished is None and said else []
            for note in [*notes, unsigned]:
                if note:
                    noting.comment(write, centre, after.seen, note)
            return after

        return enter

    def _result(self) -> str:
        words, result = self._session.words, self.result.text().strip()
        parts = self.parts.text().strip()
        if not parts:
            return result
        return "\n".join(p for p in (result, words.say("Parts: {parts}", parts=parts)) if p)
