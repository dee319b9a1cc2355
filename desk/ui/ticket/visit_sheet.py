"""The return visit: whether it was done, and how well; and the day on which it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.refusals import Refusal
from desk.tickets import visiting
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.text_edit import TextEdit
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.ui.ticket.moment_field import DayField, day_typed, next_service_day
from desk.ui.ticket.stars import Stars
from desk.ui.ticket.step_sheet import StepSheet, Work


class VisitSheet(StepSheet):
    """Reached, solved, stars by the keys 1 to 5, a note; it says what follows from it."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.score": "score",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step, primary=session.words.say("Save the visit"))
        look, words = session.look, session.words
        name = words.say("Did somebody answer?")
        answers = [(words.say("reached"), True), (words.say("not reached"), False)]
        self.reached = Segments(look, answers, True, name=name)
        done = words.say("Is it solved?")
        outcomes = [(words.say("solved"), True), (words.say("not solved"), False)]
        self.solved = Segments(look, outcomes, True, name=done)
        score = words.say("How well was it done?")
        self.score = Stars(look, words, score)
        self.note = TextEdit(look, lines=2)
        self.add("reached", name, self.reached)
        self._asked = [
            self.add("solved", done, self.solved),
            self.add("score", score, self.score),
        ]
        self.add("note", words.say("Note (may stay empty)"), self.note)
        self.follows = Label(look, "", Text.SMALL, tone=Tone.QUIET, wrap=True)
        self.body.addWidget(self.follows)
        self.reached.chosen.connect(self._follow)
        self.solved.chosen.connect(self._follow)
        self._follow()

    def retype(self, typed: Mapping[str, object]) -> None:
        """Take up what was typed, and show what follows from it."""
        super().retype(typed)
        self._follow()

    def work(self) -> Work | None:
        """Enter what it brought."""
        reached, solved = bool(self.reached.value()), bool(self.solved.value())
        score, note = self.score.score, self.note.text()
        return lambda write, centre, seen: visiting.visit(
            write, centre, seen, reached=reached, solved=solved, score=score, note=note
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give stars by a figure wherever the focus is, but in a text."""
        figure = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5
        writing = isinstance(self.window().focusWidget(), LineEdit | TextEdit)
        if figure and not writing and self.reached.value():
            self.score.give(event.key() - Qt.Key.Key_0)
            event.accept()
            return
        super().keyPressEvent(event)

    def _follow(self, _value: object = None) -> None:
        words, session = self._session.words, self._session
        reached = bool(self.reached.value())
        for row in self._asked:
            row.set_visible(reached)
        if not reached:
            day = day_typed(session, next_service_day(session, session.today()))
            said = words.say("It is asked again {day}.", day=day)
        elif self.solved.value():
            said = words.say("The ticket is closed.")
        else:
            said = words.say("The ticket is closed and goes on as a new one, to be dispatched.")
        self.follows.setText(said)
        self.arrange()


class PlanVisitSheet(StepSheet):
    """The day of a return visit."""

    field_of: ClassVar[Mapping[str, str]] = {
        "time.invalid": "day",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step, primary=session.words.say_in("visit", "Plan"))
        tomorrow = next_service_day(session, session.today())
        self.day = DayField(session, day_typed(session, tomorrow))
        self.add("day", session.words.say("Ask on"), self.day)

    def work(self) -> Work | None:
        """Plan it."""
        day = self.day.day()
        if day is None:
            raise Refusal("time.invalid")
        return lambda write, centre, seen: visiting.plan_visit(write, centre, seen, day)
