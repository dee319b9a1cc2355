"""One day on one page: the figures, what is late and why, what came in, what was asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.reports.day_report import Counted, DayReport, OverdueLine
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.look import Look
from desk.ui.reports import said
from desk.ui.reports.bars import LONG_NAMES, SHORT_NAMES, Bars
from desk.ui.reports.block import Block
from desk.ui.reports.columns import Columns
from desk.ui.reports.figures import Figures
from desk.ui.reports.lines import Lines
from desk.ui.theme import Tone
from desk.words.catalogue import Words

#: Overdue tickets before somebody asks for more (a few more are not worth asking), and lines of
#: the other lists.
_FIRST, _FEW, _MOST = 8, 4, 10

WRITE_KEY = "Return"


class DayView(QWidget):
    """Shows a report; it scrolls as a whole.

    Attributes:
        figures, overdue, unanswered, bars: what it is made of, for tests.
    """

    #: A ticket (its id) is to be opened.
    ticket_opened = Signal(int)
    #: A question that had no answer is to become an article.
    article_wanted = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._report: DayReport | None = None
        self._all = False
        self.figures = Figures(look, words.say_in("day page", "Figures of the day"))
        self.overdue: Lines[OverdueLine] = Lines(
            look,
            words.say_in("day page", "Overdue"),
            lambda line: said.overdue(words, line, narrow=self._narrow),
            lambda line: said.spoken(words, line),
            lambda line: line.ticket_id,
        )
        self.unanswered: Lines[Counted] = Lines(
            look,
            words.say_in("day page", "Found no answer"),
            lambda item: said.question(words, item),
            lambda item: f"{item.name} {item.count}",
            lambda item: item.name,
        )
        self.bars = {
            name: Bars(
                look, words, title, most=_MOST, share=LONG_NAMES if name == "asked" else SHORT_NAMES
            )
            for name, title in (
                ("states", words.say_in("day page", "Still open")),
                ("kinds", words.say_in("day page", "By kind")),
                ("channels", words.say_in("day page", "By channel")),
                ("categories", words.say_in("day page", "By category")),
                ("buildings", words.say_in("day page", "By building")),
                ("asked", words.say_in("day page", "Asked most")),
                ("marks", words.say_in("day page", "Return visits")),
            )
        }
        self._build()
        self.restyle()
        look.changed.connect(self.restyle)

    def _build(self) -> None:
        look, words = self._look, self._words
        self.none_late = Label(look, words.say("Nothing is overdue."), tone=Tone.QUIET)
        self.more = Button(look, "", "bare", small=True)
        self.more.clicked.connect(self._show_all)
        self.none_asked = Label(look, words.say("Every question found an answer."), tone=Tone.QUIET)
        self.write = Button(
            look,
            words.say("Write an article"),
            "quiet",
            key=WRITE_KEY,
            icon=Icon.ARTICLE,
            small=True,
        )
        self.write.clicked.connect(self.write_chosen)
        bars = {name: Block(look, one.accessibleName(), one) for name, one in self.bars.items()}
        self._marks = bars["marks"]
        late = Block(look, self.overdue.accessibleName(), self.overdue, self.none_late, self.more)
        self._late = late
        self._open_questions = Block(
            look, self.unanswered.accessibleName(), self.unanswered, self.none_asked
        )
        self._open_questions.head.add_tool(self.write)
        self.columns = Columns(
            look,
            [
                (late, (0, 0)),
                (bars["states"], (1, 1)),
                (self._open_questions, (0, 0)),
                (bars["asked"], (0, 0)),
                (bars["kinds"], (1, 1)),
                (bars["channels"], (1, 1)),
                (bars["categories"], (1, 2)),
                (bars["buildings"], (1, 2)),
                (bars["marks"], (0, 1)),
            ],
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.figures)
        self._column.addWidget(self.columns)
        self._column.addStretch(1)
        self.overdue.opened.connect(lambda line: self.ticket_opened.emit(line.ticket_id))
        self.unanswered.opened.connect(lambda item: self.article_wanted.emit(item.name))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(s.wide, s.room, s.wide, s.wide)
        self._column.setSpacing(s.wide)

    @property
    def _narrow(self) -> bool:
        """Whether a row has no room for a whole number beside what is the matter."""
        return self.overdue.width() < self._look.sizes.reading * 5 // 6

    # --- what is shown --------------------------------------------------------------------------
    def show_report(self, report: DayReport, today: date) -> None:
        """Show a day; what was chosen and opened out stays so."""
        words = self._words
        if self._report is not None and self._report.day != report.day:
            self._all = False
        self._report = report
        self.figures.show_figures(said.figures(words, report))
        shown = {
            "states": said.states(words, report),
            "kinds": said.kinds(words, report),
            "channels": said.channels(words, report),
            "categories": report.by_category,
            "buildings": report.by_building,
            "asked": report.asked_most,
            "marks": said.marks(words, report),
        }
        for name, items in shown.items():
            self.bars[name].show_items(items)
        self._marks.setVisible(bool(report.visits))
        self._marks.head.set_note(said.visited(words, report))
        self.unanswered.show_rows(report.unanswered)
        self.unanswered.setVisible(bool(report.unanswered))
        self.write.setVisible(bool(report.unanswered))
        self.none_asked.setVisible(not report.unanswered)
        self._show_late()

    def _show_late(self) -> None:
        report, words = self._report, self._words
        if report is None:
            return
        everything = self._all or len(report.overdue) <= _FIRST + _FEW
        lines = report.overdue if everything else report.overdue[:_FIRST]
        self.overdue.show_rows(lines)
        self.overdue.setVisible(bool(lines))
        self.none_late.setVisible(not lines)
        self._late.head.set_note(str(report.late) if report.late else "")
        hidden = report.late - len(lines)
        self.more.setText(words.say_n("Show {n} more", "Show {n} more", hidden))
        if everything:
            self.more.setText(words.say_n("{n} more in the queue", "{n} more in the queue", hidden))
        self.more.setEnabled(not everything)
        self.more.setVisible(hidden > 0)
        self.more.updateGeometry()

    def _show_all(self) -> None:
        self._all = True
        had = self.more.hasFocus()
        self._show_late()
        if had:
            self.overdue.setFocus()

    def enter(self) -> None:
        """Bring the keyboard to the overdue tickets."""
        if self.overdue.isVisible():
            self.overdue.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_chosen(self) -> None:
        """Ask for an article about the chosen question, or the first."""
        item = self.unanswered.current or next(iter(self.unanswered.table.rows), None)
        if item is not None:
            self.article_wanted.emit(item.name)

    # --- from one life to the next --------------------------------------------------------------
    def state(self) -> dict[str, Any]:
        """Return what was opened out."""
        return {"all": self._all}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it up again."""
        self._all = bool(state.get("all"))
        self._show_late()
