"""The sheets that ask for a few words only: why, or what is to be added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.tickets import dispatching, ending, noting
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.session import Session
from desk.ui.ticket import quick_texts
from desk.ui.ticket.quick_texts import QuickText
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.words.catalogue import Words

_Ask = Callable[[Words], tuple[str, tuple[str, ...]]]

#: The label of the field and the texts offered for it.
_ASKS: dict[Step, _Ask] = {
    Step.CANCEL: lambda words: (words.say("Reason"), quick_texts.reasons_to_cancel(words)),
    Step.TURN_DOWN: lambda words: (
        words.say("Why (may stay empty)"),
        quick_texts.reasons_to_turn_down(words),
    ),
    Step.CLOSE: lambda words: (words.say("Note (may stay empty)"), ()),
    Step.REOPEN: lambda words: (words.say("What is still wrong (may stay empty)"), ()),
    Step.COMMENT: lambda words: (words.say("Comment"), ()),
}


class WordsSheet(StepSheet):
    """One field, and the usual answers to it."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.reason_missing": "words",
        "ticket.words_missing": "words",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step, danger=step is Step.CANCEL)
        look, words = session.look, session.words
        label, texts = _ASKS[step](words)
        self.words = QuickText(look, words, label, texts)
        self.add("words", label, self.words)

    def work(self) -> Work | None:
        """Do the step with these words."""
        step, text = self.step, self.words.text()
        works: dict[Step, Work] = {
            Step.CANCEL: lambda write, centre, seen: ending.cancel(write, centre, seen, text),
            Step.TURN_DOWN: lambda write, centre, seen: dispatching.turn_down(
                write, centre, seen, text
            ),
            Step.CLOSE: lambda write, centre, seen: ending.close(write, centre, seen, text),
            Step.REOPEN: lambda write, centre, seen: ending.reopen(write, centre, seen, text),
            Step.COMMENT: lambda write, centre, seen: noting.comment(write, centre, seen, text),
        }
        return works[step]
