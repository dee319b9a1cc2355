"""When somebody comes, typed as it is said on the telephone: 明天 9:00."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.refusals import Refusal
from desk.tickets import noting
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.kit.button import Button
from desk.ui.session import Session
from desk.ui.ticket.moment_field import MomentField, moment_typed
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.words import times

#: How long an appointment lasts where nobody says.
_USUAL = timedelta(hours=1)


class AppointSheet(StepSheet):
    """From when, until when; a ticket that has an appointment may lose it again."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.appointment_order": "until",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(
            session, host, row, step, primary=session.words.say_in("appointment", "Book")
        )
        words = session.words
        begin, until = row.appointment_from, row.appointment_until
        self.begin = MomentField(
            session,
            moment_typed(session, begin) if begin else "",
            placeholder=words.say("tomorrow 9:00"),
        )
        self.until = MomentField(
            session,
            times.clock_time(until, session.centre.zone) if until else "",
            around=self._same_day,
            placeholder="10:00",
        )
        self.add("begin", words.say_in("appointment", "Comes from"), self.begin)
        self.add(
            "until",
            words.say_in("appointment", "until"),
            self.until,
            hint=words.say("Empty: an hour later"),
        )
        self.begin.textChanged.connect(self.until.read_again)
        self.drop = Button(session.look, words.say("No appointment any more"), "danger")
        self.drop.setVisible(begin is not None)
        self.drop.clicked.connect(self._drop_it)
        self.add_tool(self.drop)
        self._dropping = False

    def work(self) -> Work | None:
        """Book it, or let it go."""
        if self._dropping:
            self._dropping = False
            return lambda write, centre, seen: noting.appoint(write, centre, seen, None, None)
        begin = self._read("begin", self.begin)
        if begin is None:
            return None
        if not self.until.text().strip():
            until: datetime | None = begin + _USUAL
        else:
            until = self._read("until", self.until)
        if until is None:
            return None
        return lambda write, centre, seen: noting.appoint(write, centre, seen, begin, until)

    def _read(self, key: str, field: MomentField) -> datetime | None:
        """Read a field that may not stay empty."""
        try:
            found = field.moment()
            if found is None:
                raise Refusal("time.invalid")
        except Refusal as refusal:
            self.complain_at(key, self._session.wording(refusal) or "")
            return None
        if key == "begin" and found < self._session.clock.now():
            words = self._session.words
            self.complain_at(key, words.say("That is over. Type a time that is still to come."))
            return None
        return found

    def _same_day(self) -> datetime:
        """A time without a day is of the day on which it begins."""
        now = self._session.clock.now()
        try:
            return self.begin.moment() or now
        except Refusal:
            return now

    def _drop_it(self) -> None:
        self._dropping = True
        self._submit()
