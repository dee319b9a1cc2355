"""The service hours of a week: said in one line, and typed a day a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.centre.spans import Span, Spans
from desk.ui.fields.listed import listed
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words import times
from desk.words.catalogue import Words, mark
from desk.words.typed_hours import hours_text, read_hours

DAYS = 7
_A_MONDAY = date(2024, 1, 1)
_SHORT = (
    mark("Mon"),
    mark("Tue"),
    mark("Wed"),
    mark("Thu"),
    mark("Fri"),
    mark("Sat"),
    mark("Sun"),
)


def day_name(words: Words, day: int) -> str:
    """Name a day of the week in full, Monday is 0: 星期一."""
    return times.weekday(words, _A_MONDAY + timedelta(days=day))


def read_spans(text: str) -> Spans | None:
    """Read the hours typed for a day; None where nobody can tell."""
    pairs = read_hours(text)
    return None if pairs is None else tuple(Span(*pair) for pair in pairs)


def spans_text(spans: Spans) -> str:
    """Write the hours of a day as they are typed."""
    return hours_text(spans)


def spans_words(words: Words, spans: Spans) -> str:
    """Say the hours of a day: 08:30–12:00、13:30–18:00, 休息."""
    if not spans:
        return words.say("closed")
    written = [hours_text((span,)).replace("-", "–") for span in spans]
    return listed(words, written)


def week_words(words: Words, week: Sequence[Spans]) -> str:
    """Say a week in one line: 周一至周六 08:30–12:00、13:30–18:00，周日休息."""
    said: list[str] = []
    for spans, group in groupby(range(DAYS), key=lambda day: week[day]):
        days = list(group)
        first, last = words.say(_SHORT[days[0]]), words.say(_SHORT[days[-1]])
        name = first if len(days) == 1 else words.say("{first} to {last}", first=first, last=last)
        said.append(
            words.say("{days} {hours}", days=name, hours=spans_words(words, spans))
            if spans
            else words.say("{days} closed", days=name)
        )
    return reduce(
        lambda first, second: words.say_in("week", "{first}; {second}", first=first, second=second),
        said,
    )


class WeekFields(QWidget):
    """A line for each day; Enter and the arrow keys go from day to day."""

    edited = Signal()

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[Label] = []
        self.lines: list[LineEdit] = []
        for day in range(DAYS):
            name = day_name(words, day)
            line = LineEdit(look, name=name, placeholder=words.say("closed"))
            line.textEdited.connect(self._edited)
            line.editingFinished.connect(self._tidy)
            label = Label(look, name, tone=Tone.QUIET)
            label.setBuddy(line)
            # The row below each day is for what is wrong with it.
            self._grid.addWidget(label, 2 * day, 0)
            self._grid.addWidget(line, 2 * day, 1)
            self.lines.append(line)
            self._labels.append(label)
        self.wrong = Label(look, "", Text.SMALL, tone=Tone.OVERDUE, wrap=True, parent=self)
        self.wrong.hide()
        look.changed.connect(self.restyle)
        self.restyle()

    def texts(self) -> tuple[str, ...]:
        """Return what stands in the seven lines, Monday first."""
        return tuple(line.text() for line in self.lines)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Put something into the seven lines."""
        for line, text in zip(self.lines, texts, strict=True):
            if line.text() != text:
                line.setText(text)
        self.clear()

    def read(self) -> tuple[Spans, ...] | None:
        """Return the week, or None where a line cannot be read."""
        read = [read_spans(line.text()) for line in self.lines]
        found = tuple(spans for spans in read if spans is not None)
        return found if len(found) == DAYS else None

    def complain(self) -> bool:
        """Name the first day that cannot be read, and go there; say whether there is one."""
        self.clear()
        wrong = [day for day, line in enumerate(self.lines) if read_spans(line.text()) is None]
        for day in wrong:
            self.lines[day].set_invalid(True)
        if not wrong:
            return False
        first = self.lines[wrong[0]]
        said = self._words.say(
            "{day}: these hours cannot be read. Write them as 08:30-12:00, 13:30-18:00, or "
            "leave the line empty for a closed day.",
            day=day_name(self._words, wrong[0]),
        )
        self._grid.addWidget(self.wrong, 2 * wrong[0] + 1, 1)
        self.wrong.setText(said)
        self.wrong.show()
        first.setAccessibleDescription(said)
        first.setFocus()
        return True

    def clear(self) -> None:
        """Take every complaint back."""
        for line in self.lines:
            line.set_invalid(False)
            line.setAccessibleDescription("")
        self.wrong.hide()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(s.room)
        self._grid.setVerticalSpacing(s.ring)
        self.setMaximumWidth(s.sheet)

    def _edited(self) -> None:
        self.clear()
        self.edited.emit()

    def _tidy(self) -> None:
        """Write what was understood as everybody writes it."""
        for line in self.lines:
            spans = read_spans(line.text())
            if spans is not None and spans_text(spans) != line.text():
                line.setText(spans_text(spans))
                self.edited.emit()
