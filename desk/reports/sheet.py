"""The day as a workbook: figures, what came in, what is overdue, what people wanted to know."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desk.reports import names
from desk.reports.day_report import Counted, DayReport
from desk.sheets import tables
from desk.sheets.tables import Cell, Table
from desk.words import terms, times
from desk.words.catalogue import Words


def write_day(report: DayReport, words: Words, path: Path) -> None:
    """Write the day to an ``.xlsx`` file, whole or not at all.

    Raises:
        Refusal: ``export.book_format`` for any other ending.
        OSError: the place cannot be written.
    """
    tables.write_book(sheets(report, words), path)


def sheets(report: DayReport, words: Words) -> list[Table]:
    """Return the sheets of the day, in the order in which they are read."""
    return [
        _figures(report, words),
        _received(report, words),
        _overdue(report, words),
        _asked(report, words),
    ]


def _figures(report: DayReport, words: Words) -> Table:
    say = words.say_in
    figures: list[tuple[str, Cell]] = [
        (say("day page", "Day"), report.day.isoformat()),
        (say("day page", "Community"), report.community),
        (say("day page", "On duty"), names.listed(words, report.on_duty)),
        (say("day page", "Received"), report.received),
        (say("day page", "Finished"), report.finished),
        (say("day page", "Finished in time"), report.finished_in_time),
        (say("day page", "In time, per cent"), report.in_time),
        (say("day page", "Overdue"), report.late),
        (say("day page", "Still open"), report.still_open),
        *(
            (say("day page", "Still open: {state}", state=terms.state(words, state)), count)
            for state, count in report.open_by_state
        ),
        (say("day page", "New complaints"), report.complaints_new),
        (say("day page", "Serious complaints"), report.complaints_serious),
        (say("day page", "Complaints closed"), report.complaints_closed),
        (say("day page", "Return visits"), report.visits),
        (say("day page", "Reached"), report.visits_reached),
        (say("day page", "Solved"), report.visits_solved),
        (say("day page", "Mean mark"), report.score),
        *((words.say_n("{n} point", "{n} points", mark), count) for mark, count in report.scores),
        (say("day page", "Calls"), report.calls),
        (say("day page", "Answered by the library"), report.answered),
        (say("day page", "Made"), times.stamp(report.made_at, report.zone)),
    ]
    title = say("day page", "Daily report")
    return Table(title, (say("column", "Figure"), say("column", "Value")), figures, report.zone)


def _received(report: DayReport, words: Words) -> Table:
    say = words.say_in
    kinds = [Counted(terms.kind(words, kind), n) for kind, n in report.by_kind]
    channels = [Counted(terms.channel(words, channel), n) for channel, n in report.by_channel]
    heads = (say("column", "Seen by"), say("day page", "Name"), say("column", "Count"))
    rows = [
        *_lines(say("day page", "By kind"), kinds),
        *_lines(say("day page", "By channel"), channels),
        *_lines(say("day page", "By category"), report.by_category),
        *_lines(say("day page", "By building"), report.by_building),
    ]
    return Table(say("day page", "Received"), heads, rows, report.zone)


def _overdue(report: DayReport, words: Words) -> Table:
    say = words.say_in
    heads = (
        say("column", "Number"),
        say("column", "Urgency"),
        say("column", "Place"),
        say("column", "What it is"),
        say("day page", "Who"),
        say("column", "Which deadline"),
        say("column", "Deadline"),
        say("day page", "Late by"),
        say("day page", "Reason"),
    )
    rows = [
        (
            line.number,
            terms.urgency(words, line.urgency),
            line.place,
            line.what,
            line.who,
            terms.due_clock(words, line.due),
            line.due_at,
            times.duration(words, line.late),
            line.reason,
        )
        for line in report.overdue
    ]
    return Table(say("day page", "Overdue"), heads, rows, report.zone)


def _asked(report: DayReport, words: Words) -> Table:
    say = words.say_in
    heads = (say("column", "List"), say("column", "Question"), say("column", "Count"))
    rows = [
        *_lines(say("day page", "Asked most"), report.asked_most),
        *_lines(say("day page", "Found no answer"), report.unanswered),
    ]
    return Table(say("day page", "Questions"), heads, rows, report.zone)


def _lines(title: str, items: Iterable[Counted]) -> list[tuple[Cell, ...]]:
    return [(title, item.name, item.count) for item in items]
