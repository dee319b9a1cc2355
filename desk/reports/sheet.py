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
    figures: list[tuple[str, Cell]] = [
        (words.say_in("day page", "Day"), report.day.isoformat()),
        (words.say_in("day page", "Community"), report.community),
        (words.say_in("day page", "On duty"), names.listed(words, report.on_duty)),
        (words.say_in("day page", "Received"), report.received),
        (words.say_in("day page", "Finished"), report.finished),
        (words.say_in("day page", "Finished in time"), report.finished_in_time),
        (words.say_in("day page", "In time, per cent"), report.in_time),
        (words.say_in("day page", "Overdue"), report.late),
        (words.say_in("day page", "Still open"), report.still_open),
        *(
            (
                words.say_in("day page", "Still open: {state}", state=terms.state(words, state)),
                count,
            )
            for state, count in report.open_by_state
        ),
        (words.say_in("day page", "New complaints"), report.complaints_new),
        (words.say_in("day page", "Serious complaints"), report.complaints_serious),
        (words.say_in("day page", "Complaints closed"), report.complaints_closed),
        (words.say_in("day page", "Return visits"), report.visits),
        (words.say_in("day page", "Reached"), report.visits_reached),
        (words.say_in("day page", "Solved"), report.visits_solved),
        (words.say_in("day page", "Mean mark"), report.score),
        *((words.say_n("{n} point", "{n} points", mark), count) for mark, count in report.scores),
        (words.say_in("day page", "Calls"), report.calls),
        (words.say_in("day page", "Answered by the library"), report.answered),
        (words.say_in("day page", "Made"), times.stamp(report.made_at, report.zone)),
    ]
    title = words.say_in("day page", "Daily report")
    return Table(
        title,
        (words.say_in("column", "Figure"), words.say_in("column", "Value")),
        figures,
        report.zone,
    )


def _received(report: DayReport, words: Words) -> Table:
    kinds = [Counted(terms.kind(words, kind), n) for kind, n in report.by_kind]
    channels = [Counted(terms.channel(words, channel), n) for channel, n in report.by_channel]
    heads = (
        words.say_in("column", "Seen by"),
        words.say_in("day page", "Name"),
        words.say_in("column", "Count"),
    )
    rows = [
        *_lines(words.say_in("day page", "By kind"), kinds),
        *_lines(words.say_in("day page", "By channel"), channels),
        *_lines(words.say_in("day page", "By category"), report.by_category),
        *_lines(words.say_in("day page", "By building"), report.by_building),
    ]
    return Table(words.say_in("day page", "Received"), heads, rows, report.zone)


def _overdue(report: DayReport, words: Words) -> Table:
    heads = (
        words.say_in("column", "Number"),
        words.say_in("column", "Urgency"),
        words.say_in("column", "Place"),
        words.say_in("column", "What it is"),
        words.say_in("day page", "Who"),
        words.say_in("column", "Which deadline"),
        words.say_in("column", "Deadline"),
        words.say_in("day page", "Late by"),
        words.say_in("day page", "Reason"),
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
    return Table(words.say_in("day page", "Overdue"), heads, rows, report.zone)


def _asked(report: DayReport, words: Words) -> Table:
    heads = (
        words.say_in("column", "List"),
        words.say_in("column", "Question"),
        words.say_in("column", "Count"),
    )
    rows = [
        *_lines(words.say_in("day page", "Asked most"), report.asked_most),
        *_lines(words.say_in("day page", "Found no answer"), report.unanswered),
    ]
    return Table(words.say_in("day page", "Questions"), heads, rows, report.zone)


def _lines(title: str, items: Iterable[Counted]) -> list[tuple[Cell, ...]]:
    return [(title, item.name, item.count) for item in items]
