"""Service hours: the week, the days that do not follow it, the time zone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.centre.calendar import ServiceCalendar
from desk.centre.profile import Part, change_calendar
from desk.centre.spans import Spans
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.fields.week import DAYS, WeekFields, day_name, spans_text, week_words
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.section import Section as Heading
from desk.ui.session import Session
from desk.ui.settings_page.day_runs import merged
from desk.ui.settings_page.days import DaysField
from desk.ui.settings_page.section import FormSection
from desk.ui.theme import Text
from desk.words.sentences import sentence


class HoursSection(FormSection):
    """When the clocks of ordinary tickets run."""

    name = "hours"

    def __init__(self, session: Session) -> None:
        words, look = session.words, session.look
        super().__init__(
            session,
            words.say("Service hours"),
            words.say(
                "Deadlines in service hours run only then. What is due already stays as it is."
            ),
        )
        self._said = Label(look, "", Text.EMPHASIS, wrap=True)
        self.column.addWidget(self._said)
        self.week = WeekFields(look, words)
        self.column.addWidget(self.week)
        for day, line in enumerate(self.week.lines):
            self.draft.add(f"week.{day}", line)
        self.column.addSpacing(look.sizes.middle)
        self.column.addWidget(Heading(look, words.say("Holidays and make-up workdays")))
        self.days = DaysField(session)
        self.column.addWidget(self.days)
        self.draft.add("days", self.days)
        self.column.addSpacing(look.sizes.middle)
        self._form = Form(look)
        self._zone = LineEdit(look, name=words.say("Time zone"))
        self._form.add("timezone", words.say("Time zone"), self._zone)
        self._zone.textEdited.connect(self._form.row("timezone").clear)
        self.draft.add("timezone", self._zone)
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self.keep_narrow(self._form)
        self.draft.edited.connect(self._say)
        self.refill()

    def first_field(self) -> QWidget | None:
        """Begin with Monday."""
        return self.week.lines[0]

    def stored(self) -> Mapping[str, object]:
        """Return the calendar as it is typed."""
        calendar = self.session.centre.calendar
        values: dict[str, object] = {
            f"week.{day}": spans_text(calendar.week[day]) for day in range(DAYS)
        }
        values["days"] = dict(calendar.days)
        values["timezone"] = calendar.timezone
        return values

    def refill(self) -> None:
        """Follow what is stored; days that others entered join those typed here."""
        base, mine = self.draft.stored("days"), self.days.value()
        theirs = dict(self.session.centre.calendar.days)
        assert isinstance(base, Mapping)
        if mine != base and theirs != base:
            self.days.set_value(merged(base, mine, theirs))
            self.draft.take({"days": theirs})
        super().refill()
        self._say()

    def said_by_others(self, name: str, value: object) -> str:
        """Name the day that somebody else has changed too."""
        said = super().said_by_others(name, value)
        _, _, day = name.partition(".")
        if not day:
            return said
        words = self.session.words
        return words.say("{day}: {sentence}", day=day_name(words, int(day)), sentence=said)

    def check(self) -> bool:
        """Name the day whose hours cannot be read, or the zone that is none."""
        self.complain({})
        if self.week.complain():
            self.bar.tell(self.week.wrong.text(), wrong=True)
            return False
        if self.days.half_typed and not self.days.add_typed():
            self.bar.tell(self.days.wrong.text(), wrong=True)
            return False
        try:
            self._calendar()
        except Refusal as refusal:
            self._form.complain({"timezone": sentence(self.session.words, refusal)})
            return False
        return True

    def complain(self, names: Mapping[str, str]) -> None:
        """Say sentences: about a day in the bar, about the zone under it."""
        self._form.complain({name: said for name, said in names.items() if name == "timezone"})
        if not names:
            self.week.clear()
        for name, said in names.items():
            if name != "timezone":
                self.bar.tell(said, wrong=True)

    def work(self) -> Callable[[Write], object]:
        """Return what stores the calendar."""
        calendar, seen = self._calendar(), self.session.centre.versions[Part.CALENDAR]
        return lambda write: change_calendar(write, seen, calendar)

    def state(self) -> dict[str, Any]:
        """Return what was typed and not saved, the half-typed day too."""
        return {**super().state(), "when": self.days.when.text(), "hours": self.days.hours.text()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left."""
        super().restore(state)
        self.days.when.setText(state.get("when", ""))
        self.days.hours.setText(state.get("hours", ""))

    def _calendar(self) -> ServiceCalendar:
        week: tuple[Spans, ...] = self.week.read() or ()
        return ServiceCalendar(self._zone.text().strip(), week, self.days.value())

    def _say(self) -> None:
        week = self.week.read()
        if week is not None:
            self._said.setText(week_words(self.session.words, week))
            self.days.set_week(week)
