"""The head of the Reports page: which day, who was on duty, and the ways out of the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.reports import names
from desk.reports.day_report import DayReport
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.key_cap import key_words
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.reports import said
from desk.ui.theme import Text, Tone
from desk.words import times
from desk.words.catalogue import Words

BACK_KEY, FORTH_KEY, TODAY_KEY, JUMP_KEY = "Alt+Left", "Alt+Right", "Alt+Home", "Ctrl+G"
LATE_KEY = "F6"
PRINT_KEY, PDF_KEY, SHEET_KEY = "Ctrl+P", "Ctrl+S", "Ctrl+E"


class DayHead(QWidget):
    """Date with its keys at the left, paper and files at the right; below both who was there."""

    #: A day back (-1) or forth (1).
    stepped = Signal(int)
    today_wanted = Signal()
    #: A date as somebody wrote it.
    day_typed = Signal(str)
    print_wanted = Signal()
    pdf_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.date = Label(look, "", Text.ANSWER, bold=True)
        self.back = IconButton(
            look, Icon.CHEVRON_LEFT, words.say("The day before"), key=BACK_KEY, parent=self
        )
        self.forth = IconButton(
            look, Icon.CHEVRON_RIGHT, words.say("The day after"), key=FORTH_KEY, parent=self
        )
        self.today = Button(look, words.say_in("button", "Today"), "quiet", small=True)
        self.today.setToolTip("+".join(key_words(TODAY_KEY)))
        self.calendar = IconButton(
            look, Icon.CALENDAR, words.say("Go to a date"), key=JUMP_KEY, parent=self
        )
        self.line = LineEdit(
            look,
            name=words.say("Go to a date"),
            placeholder=words.say("Date, such as 11-20"),
        )
        self.line.hide()
        self.print = Button(look, words.say_in("button", "Print"), key=PRINT_KEY, icon=Icon.PRINT)
        self.pdf = Button(look, "PDF", "quiet", key=PDF_KEY)
        self.sheet = Button(look, "Excel", "quiet", key=SHEET_KEY)
        self.pdf.setAccessibleName(words.say("Save the day as a PDF"))
        self.sheet.setAccessibleName(words.say("Save the day as a workbook"))
        self.under = ElidedLabel(look, "", Text.SMALL, tone=Tone.QUIET)
        self.trouble = Label(look, "", Text.SMALL, tone=Tone.OVERDUE, wrap=True)
        self.trouble.hide()
        self._on: date | None = None
        self._lay_out()
        self._connect()
        look.changed.connect(self.restyle)
        self.restyle()

    def _lay_out(self) -> None:
        self._which = QHBoxLayout()
        for widget in (self.back, self.forth, self.date, self.calendar, self.today, self.line):
            self._which.addWidget(widget)
        self._which.addStretch(1)
        self._tools = Flow()
        for button in (self.print, self.pdf, self.sheet):
            self._tools.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(self._which, 1)
        self._row.addLayout(self._tools)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.under)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.forth.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.calendar.clicked.connect(self.jump)
        self.line.returnPressed.connect(self._typed)
        self.line.textEdited.connect(lambda _text: self.complain(""))
        self.print.clicked.connect(self.print_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.sheet.clicked.connect(self.sheet_wanted)

    # --- what is shown --------------------------------------------------------------------------
    def show_day(self, on: date, today: date) -> None:
        """Name the day at once; its figures follow."""
        self._on = on
        self.forth.setEnabled(on < today)
        self.today.setVisible(on != today)
        self._turn()

    def show_report(self, report: DayReport, today: date) -> None:
        """Say of which moment the page tells, and who was on duty."""
        words = self._words
        self.under.setText(said.heading(words, report, today))
        if report.on_duty:
            names_said = names.listed(words, report.on_duty)
            duty = words.say_in("day page", "On duty: {names}", names=names_said)
            self.under.setText("·".join((self.under.text(), duty)))

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the date that was typed; it stays."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.line.set_invalid(bool(sentence))

    def jump(self) -> None:
        """Bring the caret to where a date is typed."""
        self.line.show()
        self._turn()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """Put the field for a date away."""
        self.complain("")
        self.line.clear()
        self.line.hide()
        self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field for a date by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.line.isVisible():
            self.leave()
            event.accept()
            return
        super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(s.wide, s.room, s.wide, s.small)
        self._column.setSpacing(s.unit)
        self._row.setSpacing(s.small)
        self._which.setSpacing(s.small)
        self._tools.setSpacing(s.small)
        self.line.setFixedWidth(s.least_field)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below where both do not fit side by side."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Leave the weekday out where that helps, else put the tools below."""
        if self._on is None:
            return
        words, on = self._words, self._on
        whole, short = times.date_in_full(words, on), times.date_words(words, on)
        tools = self._tools.sizeHint().width() + self._look.sizes.small
        beside = self._fits(whole, tools) or self._fits(short, tools)
        if not beside:
            _ = self._fits(whole, 0) or self._fits(short, 0)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def _fits(self, text: str, beside: int) -> bool:
        """Show a text as the date and tell whether the line has room for it."""
        if self.date.text() != text:
            self.date.setText(text)
        room = self.width() - 2 * self._look.sizes.wide
        return self._which.sizeHint().width() + beside <= room

    def _typed(self) -> None:
        if not self.line.composing and self.line.text().strip():
            self.day_typed.emit(self.line.text())
