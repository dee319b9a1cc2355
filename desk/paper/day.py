"""The supervisor's day on one sheet of A4; what is too long for it is counted."""

from __future__ import annotations

from dataclasses import dataclass

from desk.paper.blanks import ROW
from desk.paper.fonts import settable
from desk.paper.lists import BELOW_TITLE, TEXT, Column, Lists, columns, divided
from desk.paper.sheet import A4, HAIR, PRESS, RULE, Book, Sheet
from desk.paper.text import shortened
from desk.reports.day_report import Counted, DayReport, OverdueLine
from desk.tickets.work_order import mobiles_hidden
from desk.words import terms, times
from desk.words.catalogue import Words

_LEFT, _RIGHT = 42.0, A4[0] - 42
_GAP = 22.0
_SMALL = 7.8
#: First title of a list, and the lowest baseline that a list may have.
_FIRST, _LAST = 194.0, A4[1] - 58
_BETWEEN = 28.0
#: From baseline to baseline in lists: as much as the page has to give.
_STEPS = (19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
_KINDS, _CHANNELS, _NAMES, _OVERDUE, _STATES, _ASKED = 6, 5, 13, 16, 7, 7
#: Where the cells of a line of what is late begin, and how wide they are.
_CELLS = ((0.0, 76.0), (80.0, 160.0), (246.0, 62.0), (314.0, 92.0), (412.0, 99.0))


def day(report: DayReport, words: Words) -> bytes:
    """Return the day as a PDF of exactly one page; the same input gives the same bytes.

    Raises:
        Refusal: ``paper.font_missing`` when a face is not there or damaged.
    """
    with PRESS:
        title = words.say_in("day page", "Daily report") + " " + report.day.isoformat()
        book = Book(A4, title, report.community, words.language)
        _set(book.sheet(), report, words)
        book.turn()
        return book.close()


def _set(sheet: Sheet, report: DayReport, words: Words) -> None:
    step = next((step for step in _STEPS if _bottom(report, step) <= _LAST), _STEPS[-1])
    page = _Page(sheet, report, words, Lists(sheet, words, step))
    page.head()
    page.figures(142)
    bottom = page.received(_FIRST)
    bottom = page.overdue(bottom + _BETWEEN)
    bottom = page.rest(bottom + _BETWEEN)
    page.notes(bottom + _BETWEEN)
    page.foot(A4[1] - 30)


def _bottom(report: DayReport, step: float) -> float:
    """Return the last baseline of the lists if their lines stand that far apart."""

    def high(most: int, *lengths: int) -> float:
        return (max(1, min(most, *lengths)) - 1) * step if lengths else 0

    kinds = high(_KINDS, len(report.by_kind)) + _BETWEEN + BELOW_TITLE
    received = max(
        kinds + high(_CHANNELS, len(report.by_channel)),
        high(_NAMES, max(len(report.by_category), len(report.by_building))),
    )
    rest = max(
        high(_STATES, len(report.open_by_state)),
        high(_ASKED, max(len(report.asked_most), len(report.unanswered))),
    )
    lists = received + high(_OVERDUE, len(report.overdue)) + rest
    return _FIRST + 3 * BELOW_TITLE + 2 * _BETWEEN + lists


@dataclass(frozen=True, slots=True)
class _Page:
    """One report on one sheet; methods take the top and return the last baseline."""

    sheet: Sheet
    report: DayReport
    words: Words
    lists: Lists

    def head(self) -> None:
        report, words, sheet = self.report, self.words, self.sheet
        sheet.say(_LEFT, 50, report.community, 9, room=_RIGHT - _LEFT)
        title = words.say_in("day page", "Daily report")
        x = _LEFT + sheet.say(_LEFT, 80, title, 22, bold=True) + 12
        x += sheet.say(x, 80, times.date_in_full(words, report.day), 12) + 16
        if report.on_duty:
            duty = settable(words.say_in("day page", "On duty: {names}", names=self._on_duty()))
            sheet.say(_RIGHT, 80, shortened(duty, 9, _RIGHT - x), 9, align="right")
        sheet.rule(_LEFT, 92, _RIGHT, RULE)

    def _on_duty(self) -> str:
        first, *others = self.report.on_duty
        for name in others:
            first = self.words.say_in("list of names", "{names}, {name}", names=first, name=name)
        return first

    def figures(self, base: float) -> None:
        """Set the figures that the day comes down to."""
        report, words, sheet = self.report, self.words, self.sheet
        share = "—" if report.in_time is None else f"{report.in_time}%"
        complaints = words.say_in(
            "day page", "{closed} closed, {serious} serious",
            closed=report.complaints_closed, serious=report.complaints_serious,
        )  # fmt: skip
        in_time = words.say_in("day page", "{n} in time", n=report.finished_in_time)
        answered = words.say_in("day page", "{n} answered", n=report.answered)
        score = ""
        if report.score is not None:
            score = words.say_in("day page", "mark {score}", score=report.score)
        figures = (
            (str(report.received), words.say_in("day page", "Received"), ""),
            (str(report.finished), words.say_in("day page", "Finished"), in_time),
            (share, words.say_in("day page", "In time"), ""),
            (str(report.late), words.say_in("day page", "Overdue"), ""),
            (str(report.still_open), words.say_in("day page", "Still open"), ""),
            (str(report.complaints_new), words.say_in("day page", "New complaints"), complaints),
            (str(report.visits), words.say_in("day page", "Return visits"), score),
            (str(report.calls), words.say_in("day page", "Calls"), answered),
        )
        wide = (_RIGHT - _LEFT + 8) / len(figures)
        for i, (figure, name, more) in enumerate(figures):
            x = _LEFT + i * wide
            sheet.say(x, base, figure, 22, bold=True, room=wide - 12, smallest=14)
            sheet.say(x, base + 14, name, TEXT, room=wide - 4, smallest=7)
            sheet.say(x, base + 25, more, _SMALL, room=wide - 4, smallest=6.5)

    def received(self, top: float) -> float:
        """Set what came in, seen from four sides."""
        report, words, lists = self.report, self.words, self.lists
        first, second, third = columns(_LEFT, _RIGHT, _GAP, 1, 1.15, 1)
        kinds = [Counted(terms.kind(words, kind), n) for kind, n in report.by_kind]
        channels = [Counted(terms.channel(words, channel), n) for channel, n in report.by_channel]
        by_kind, by_channel = (
            words.say_in("day page", "By kind"),
            words.say_in("day page", "By channel"),
        )
        by_category, by_building = (
            words.say_in("day page", "By category"),
            words.say_in("day page", "By building"),
        )
        bottom = lists.bars(first, top, by_kind, kinds, _KINDS)
        return max(
            lists.bars(first, bottom + _BETWEEN, by_channel, channels, _CHANNELS),
            lists.bars(second, top, by_category, report.by_category, _NAMES),
            lists.bars(third, top, by_building, report.by_building, _NAMES),
        )

    def overdue(self, top: float) -> float:
        """Set what is late, with the reasons or room to write them."""
        report, words, sheet, lists = self.report, self.words, self.sheet, self.lists
        whole = Column(_LEFT, _RIGHT - _LEFT)
        lists.title(whole, top, words.say_in("day page", "Overdue"))
        base = top + BELOW_TITLE
        if not report.overdue:
            return lists.none(whole, base)
        heads = (
            words.say_in("day page", "Where and what"),
            words.say_in("day page", "Who"),
            words.say_in("day page", "Late by"),
            words.say_in("day page", "Reason"),
        )
        for (x, _), name in zip(_CELLS[1:], heads, strict=True):
            sheet.say(_LEFT + x, top, name, _SMALL)
        shown, rest = divided(report.overdue, _OVERDUE)
        for line in shown:
            self._late(line, base)
            base += lists.step
        if rest:
            hidden = report.late - len(shown)
            more = words.say_n("and {n} more", "and {n} more", hidden)
            sheet.say(_LEFT, base, more, TEXT)
            base += lists.step
        return base - lists.step

    def _late(self, line: OverdueLine, base: float) -> None:
        words, sheet = self.words, self.sheet
        late = words.say_in(
            "day page", "{clock}: {late}",
            clock=terms.due_clock(words, line.due), late=times.duration(words, line.late),
        )  # fmt: skip
        number, *texts = line.number, f"{line.place}  {line.what}", line.who, late, line.reason
        sheet.say(_LEFT, base, number, 8.2, bold=True, room=_CELLS[0][1], smallest=7)
        for (x, room), text in zip(_CELLS[1:], texts, strict=True):
            sheet.say(_LEFT + x, base, mobiles_hidden(text), TEXT, room=room, smallest=8)
        if not line.reason:
            x, room = _CELLS[-1]
            sheet.rule(_LEFT + x, base + 2.5, _LEFT + x + room, HAIR)

    def rest(self, top: float) -> float:
        """Set what is still open, and what people wanted to know."""
        report, words, lists = self.report, self.words, self.lists
        first, second, third = columns(_LEFT, _RIGHT, _GAP, 1, 1.2, 1.2)
        states = [Counted(terms.state(words, state), n) for state, n in report.open_by_state]
        still_open, asked, unanswered = (
            words.say_in("day page", "Still open"),
            words.say_in("day page", "Asked most"),
            words.say_in("day page", "Found no answer"),
        )
        return max(
            lists.bars(first, top, still_open, states, _STATES),
            lists.counts(second, top, asked, report.asked_most, _ASKED),
            lists.counts(third, top, unanswered, report.unanswered, _ASKED),
        )

    def notes(self, top: float) -> None:
        """Rule what is left of the page for the supervisor's own hand."""
        rows = min(8, int((_LAST - top - 5) // ROW))
        if rows < 2:
            return
        whole = Column(_LEFT, _RIGHT - _LEFT)
        self.lists.title(whole, top, self.words.say_in("day page", "Supervisor's notes"))
        for i in range(1, rows + 1):
            self.sheet.rule(_LEFT, top + 5 + i * ROW, _RIGHT, HAIR)

    def foot(self, base: float) -> None:
        report, words, sheet = self.report, self.words, self.sheet
        made = times.stamp(report.made_at, report.zone)
        printed = words.say_in("day page", "Made {at}", at=made)
        x = _LEFT + sheet.say(_LEFT, base, printed, 7.5) + 10
        if report.made_by:
            sheet.say(x, base, report.made_by, 7.5, room=200)
        signed, line = words.say_in("day page", "Supervisor's signature"), 110.0
        sheet.say(_RIGHT - line - 5, base, signed, TEXT, align="right")
        sheet.rule(_RIGHT - line, base + 2.5, _RIGHT, HAIR)
