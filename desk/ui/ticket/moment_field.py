"""Fields for a moment and for a day, typed as people say them; what was understood is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.refusals import Refusal
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.words import times
from desk.words.typed import names_day, parse_day, parse_moment

_DAY = timedelta(days=1)


class MomentField(LineEdit):
    """A moment: ``明天 9:00``, ``18:30``, ``11-23 14:00``; empty is None."""

    #: What was understood, in words; empty while nothing is.
    understood = Signal(str)

    def __init__(
        self,
        session: Session,
        text: str = "",
        *,
        past: bool = False,
        around: Callable[[], datetime] | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field.

        Args:
            session: has clock, zone and words.
            text: what stands in it.
            past: what is written here has happened: a time without a day is the last such time.
            around: whose day a time without a day belongs to; now if None.
            placeholder: an example.
            parent: the Qt parent.
        """
        super().__init__(session.look, text, placeholder=placeholder, parent=parent)
        self._session = session
        self._past = past
        self._around = around or session.clock.now
        self.textChanged.connect(self.read_again)

    def moment(self) -> datetime | None:
        """Return the moment in UTC, None where nothing is typed.

        Raises:
            Refusal: ``time.invalid``.
        """
        text, zone, around = self.text().strip(), self._session.centre.zone, self._around()
        if not text:
            return None
        found = parse_moment(text, zone, around)
        if self._past and found > self._session.clock.now() and not names_day(text):
            return parse_moment(text, zone, around - _DAY)
        return found

    def read_again(self) -> None:
        """Say what is understood now."""
        self.understood.emit(self._said())

    def _said(self) -> str:
        session = self._session
        try:
            found = self.moment()
        except Refusal:
            return ""
        if found is None:
            return ""
        return times.moment(session.words, found, session.centre.zone, session.clock.now())


class DayField(LineEdit):
    """A day: ``明天``, ``3-6``, ``3月6日``; empty is None."""

    understood = Signal(str)

    def __init__(
        self,
        session: Session,
        text: str = "",
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session.look, text, placeholder=placeholder, parent=parent)
        self._session = session
        self.textChanged.connect(self.read_again)

    def day(self) -> date | None:
        """Return the local day, None where nothing is typed.

        Raises:
            Refusal: ``time.invalid``.
        """
        text = self.text().strip()
        if not text:
            return None
        return parse_day(text, self._session.centre.zone, self._session.clock.now())

    def read_again(self) -> None:
        """Say what is understood now."""
        try:
            day = self.day()
        except Refusal:
            day = None
        words = self._session.words
        self.understood.emit("" if day is None else times.date_in_full(words, day))


def next_service_day(session: Session, after: date) -> date:
    """Return the first day after ``after`` on which the centre is open."""
    calendar = session.centre.calendar
    return calendar.local(calendar.opening_on(after + _DAY)).date()


def day_typed(session: Session, on: date) -> str:
    """Return a day as it can be typed: 明天, 3月6日."""
    return times.day_name(session.words, on, session.today())


def moment_typed(session: Session, at: datetime) -> str:
    """Return a moment as it can be typed: 明天 09:00."""
    return times.moment(session.words, at, session.centre.zone, session.clock.now())
