"""The days that do not follow the week: holidays, make-up workdays, days of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.centre.holidays import days_of, years_without_days
from desk.centre.spans import Spans
from desk.ui.fields.week import read_spans, spans_text, spans_words
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.composing import is_enter
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.list_view import ListView
from desk.ui.session import Session
from desk.ui.settings_page.columns import Columns, ColumnsDelegate
from desk.ui.settings_page.day_runs import missing, runs
from desk.ui.settings_page.keyed_rows import Keyed, KeyedRows
from desk.ui.theme import Text, Tone
from desk.words import times
from desk.words.catalogue import Words
from desk.words.typed_days import read_days

_ONE = timedelta(days=1)


class DaysField(QWidget):
    """The days of this year and later as a list, a line to add some, and the notices."""

    edited = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._days: dict[date, Spans] = {}
        self._week: tuple[Spans, ...] = session.centre.calendar.week
        look, words = session.look, session.words
        self._column = QVBoxLayout(self)
        self._years = QVBoxLayout()
        self._column.addLayout(self._years)
        self.when = LineEdit(
            look, name=words.say("Days"), placeholder=words.say("10-1, or 10-1 to 10-7")
        )
        self.hours = LineEdit(
            look, name=words.say("Hours of these days"), placeholder=words.say("closed")
        )
        self.add = Button(look, words.say("Add"), "quiet", icon=Icon.ADD)
        self.add.clicked.connect(self.add_typed)
        row = QHBoxLayout()
        row.addWidget(self.when, 3)
        row.addWidget(self.hours, 4)
        row.addWidget(self.add)
        row.setSpacing(look.sizes.small)
        self._column.addLayout(row)
        self.wrong = Label(look, "", Text.SMALL, tone=Tone.OVERDUE, wrap=True, parent=self)
        self.wrong.hide()
        self._column.addWidget(self.wrong)
        self.rows = KeyedRows(self)
        self.list = _DayList(session, words.say("Days that do not follow the week"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ColumnsDelegate(look, self.rows.columns, (6, 5, 1), self.list))
        self.list.taken_out.connect(self.take_out)
        self.list.activated.connect(lambda _index: self.edit_chosen())
        self._column.addWidget(self.list)
        for line in (self.when, self.hours):
            line.textEdited.connect(self._clear)
        look.changed.connect(self.restyle)
        self.restyle()
        self._show()

    # --- the value ----------------------------------------------------------------------------
    def value(self) -> dict[date, Spans]:
        """Return the days, those of earlier years too."""
        return dict(self._days)

    def set_value(self, days: object) -> None:
        """Show other days."""
        assert isinstance(days, Mapping)
        if dict(days) != self._days:
            self._days = dict(sorted(days.items()))
            self._show()
            self.edited.emit()

    def set_week(self, week: tuple[Spans, ...]) -> None:
        """Know the week that a make-up workday follows."""
        self._week = week

    # --- what can be done ---------------------------------------------------------------------
    def add_typed(self) -> bool:
        """Add what was typed into the line; say what is wrong with it."""
        words, session = self._session.words, self._session
        found = read_days(self.when.text(), session.centre.zone, session.clock.now())
        spans = read_spans(self.hours.text())
        if found is None:
            self._complain(
                self.when,
                words.say(
                    "These days cannot be read. Write them as 10-1, 2026-10-01 or 10-1 to 10-7."
                ),
            )
            return False
        if spans is None:
            self._complain(
                self.hours,
                words.say(
                    "{day}: these hours cannot be read. Write them as 08:30-12:00, 13:30-18:00, "
                    "or leave the line empty for a closed day.",
                    day=_short(words, found[0]),
                ),
            )
            return False
        first, last = found
        added = {first + at * _ONE: spans for at in range((last - first).days + 1)}
        self.when.clear()
        self.hours.clear()
        self.set_value({**self._days, **added})
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_notice(self, year: int) -> None:
        """Enter the holidays and make-up workdays of a year; days of one's own stay."""
        self.set_value({**days_of(year, self._week), **self._days})
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self) -> None:
        """Let the chosen days follow the week again."""
        row = self.rows.keyed(self.list.currentIndex())
        if row is None or not isinstance(row.key, tuple):
            return
        first, last = row.key
        self.set_value({day: s for day, s in self._days.items() if not first <= day <= last})

    def edit_chosen(self) -> None:
        """Put the chosen days into the line, to be written anew."""
        row = self.rows.keyed(self.list.currentIndex())
        if row is None or not isinstance(row.key, tuple):
            return
        first, last = row.key
        words = self._session.words
        typed = first.isoformat()
        if last != first:
            typed = words.say("{first} to {last}", first=typed, last=last.isoformat())
        self.when.setText(typed)
        self.hours.setText(spans_text(self._days[first]))
        self.hours.setFocus(Qt.FocusReason.TabFocusReason)
        self.hours.selectAll()

    @property
    def half_typed(self) -> bool:
        """Whether something stands in the line that was not added."""
        return bool(self.when.text().strip())

    # --- showing ------------------------------------------------------------------------------
    def _show(self) -> None:
        today = self._session.clock.now().astimezone(self._session.centre.zone).date()
        rows: list[Keyed] = []
        year = 0
        for first, last in runs(self._days, date(today.year, 1, 1)):
            if first.year != year:
                year = first.year
                rows.append(Keyed(year, Columns(str(year), heading=True), heading=True))
            rows.append(Keyed((first, last), self._row(first, last)))
        self.rows.become(rows)
        self._show_years((today.year, today.year + 1))
        self.restyle()

    def _row(self, first: date, last: date) -> Columns:
        words, spans = self._session.words, self._days[first]
        count = (last - first).days + 1
        title = words.say("{day} {weekday}", day=_short(words, first), weekday=_week(words, first))
        if count > 1:
            end = words.say("{day} {weekday}", day=_short(words, last), weekday=_week(words, last))
            title = words.say("{start} – {end}", start=title, end=end)
        days = words.say_n("{n} day", "{n} days", count)
        return Columns(title, (spans_words(words, spans), days if count > 1 else ""))

    def _show_years(self, years: Iterable[int]) -> None:
        while (item := self._years.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for year in years:
            self._years.addWidget(self._year(year))

    def _year(self, year: int) -> QWidget:
        look, words = self._session.look, self._session.words
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sizes.middle)
        empty = bool(years_without_days(self._days, (year,)))
        not_entered = missing(year, self._week, self._days)
        if not_entered is None:
            said = (
                words.say(
                    "{year}: the State Council's notice is not out yet. Until days are entered "
                    "the plain week holds.",
                    year=year,
                )
                if empty
                else words.say("{year}: days of your own; no notice is known yet.", year=year)
            )
        elif not_entered:
            said = words.say_n(
                "{year}: {n} day of the notice is not entered.",
                "{year}: {n} days of the notice are not entered.",
                not_entered,
                year=year,
            )
        else:
            said = words.say("{year}: follows the State Council's notice.", year=year)
        label = Label(look, said, tone=Tone.SOON if not_entered is None and empty else Tone.QUIET)
        label.setWordWrap(True)
        row.addWidget(label, 1)
        if not_entered:
            take = Button(look, words.say("Enter the notice of {year}", year=year), "quiet")
            take.clicked.connect(lambda: self.take_notice(year))
            row.addWidget(take)
        return line

    def restyle(self) -> None:
        """Be as high as the list is long: the section scrolls, not the list."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small)
        self._years.setSpacing(s.unit)
        self.list.setFixedHeight(max(1, self.rows.rowCount()) * s.row)

    def _complain(self, line: LineEdit, said: str) -> None:
        self._clear()
        line.set_invalid(True)
        line.setAccessibleDescription(said)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wrong.setText(said)
        self.wrong.show()

    def _clear(self) -> None:
        for line in (self.when, self.hours):
            line.set_invalid(False)
            line.setAccessibleDescription("")
        self.wrong.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add by Enter in the line."""
        plain = not event.modifiers() or event.modifiers() == Qt.KeyboardModifier.KeypadModifier
        if is_enter(event) and plain and (self.when.hasFocus() or self.hours.hasFocus()):
            event.accept()
            self.add_typed()
            return
        super().keyPressEvent(event)


class _DayList(ListView):
    """The list; Delete takes the chosen days out."""

    taken_out = Signal()

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(session.look, name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take out by Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_out.emit()
            return
        super().keyPressEvent(event)


def _short(words: Words, on: date) -> str:
    # Seen from the other end of its year, so that it is never "today".
    far = date(on.year, (on.month + 5) % 12 + 1, 15)
    return times.day_name(words, on, far)


def _week(words: Words, on: date) -> str:
    return times.weekday(words, on)
