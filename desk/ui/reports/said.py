"""What the Reports page says: the figures large, the rows of its lists, what has no rows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desk.reports.day_report import Counted, DayReport, OverdueLine
from desk.tickets.work_order import mobiles_hidden
from desk.ui.icons import Icon
from desk.ui.kit.rows import OneLine, TwoLines
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import Words


class Figure(NamedTuple):
    """One of the numbers the day comes down to; only what is urgent has a tone."""

    value: str
    name: str
    note: str = ""
    tone: Tone = Tone.PLAIN


def figures(words: Words, report: DayReport) -> list[Figure]:
    """Return the figures in the order in which they are read."""
    complaints = words.say_in(
        "day page", "{closed} closed, {serious} serious",
        closed=report.complaints_closed, serious=report.complaints_serious,
    )  # fmt: skip
    share = "—" if report.in_time is None else f"{report.in_time}%"
    in_time = (
        words.say_in("day page", "{n} in time", n=report.finished_in_time)
        if report.finished
        else ""
    )
    score = words.say_in("day page", "mark {score}", score=report.score) if report.score else ""
    return [
        Figure(str(report.received), words.say_in("day page", "Received")),
        Figure(str(report.finished), words.say_in("day page", "Finished"), in_time),
        Figure(share, words.say_in("day page", "In time")),
        Figure(
            str(report.late),
            words.say_in("day page", "Overdue"),
            tone=Tone.OVERDUE if report.late else Tone.PLAIN,
        ),
        Figure(str(report.still_open), words.say_in("day page", "Still open")),
        Figure(str(report.complaints_new), words.say_in("day page", "New complaints"), complaints),
        Figure(str(report.visits), words.say_in("day page", "Return visits"), score),
        Figure(
            str(report.calls),
            words.say_in("day page", "Calls"),
            words.say_in("day page", "{n} answered", n=report.answered),
        ),
    ]


def heading(words: Words, report: DayReport, today: date) -> str:
    """Say of which moment the page tells."""
    if report.day < today:
        return words.say_in("day page", "As it stood at the end of the day")
    at = times.clock_time(report.made_at, report.zone)
    return words.say_in("day page", "As it stands at {time}", time=at)


def overdue(words: Words, line: OverdueLine, *, narrow: bool = False) -> TwoLines:
    """Say one overdue ticket: what and where, why, who, and by how much; narrow by its serial."""
    end = line.due_at + line.late
    return TwoLines(
        title="  ".join(mobiles_hidden(part) for part in (line.place, line.what) if part),
        lead=line.number.rpartition("-")[2] if narrow else line.number,
        detail=line.who,
        time=times.left(words, line.due_at, end),
        tone=Tone.OVERDUE,
        icon=Icon.OVERDUE,
        under=terms.due_clock(words, line.due),
        marks=((mobiles_hidden(line.reason), Tone.PLAIN),) if line.reason else (),
    )


def spoken(words: Words, line: OverdueLine) -> str:
    """Say an overdue ticket for a screen reader."""
    said = overdue(words, line)
    parts = (said.lead, said.title, line.reason, said.under, said.time, said.detail)
    return " ".join(part for part in parts if part)


def question(words: Words, item: Counted) -> OneLine:
    """Say what was asked, and how often where that was more than once."""
    often = words.say_n("{n} time", "{n} times", item.count) if item.count > 1 else ""
    return OneLine(item.name, often, Icon.HELP)


def kinds(words: Words, report: DayReport) -> list[Counted]:
    """Name what came in by kind."""
    return [Counted(terms.kind(words, kind), count) for kind, count in report.by_kind]


def channels(words: Words, report: DayReport) -> list[Counted]:
    """Name what came in by channel."""
    return [Counted(terms.channel(words, channel), count) for channel, count in report.by_channel]


def states(words: Words, report: DayReport) -> list[Counted]:
    """Name what is open by state."""
    return [Counted(terms.state(words, state), count) for state, count in report.open_by_state]


def marks(words: Words, report: DayReport) -> list[Counted]:
    """Name the marks given at return visits."""
    return [
        Counted(words.say_n("{n} point", "{n} points", mark), count)
        for mark, count in report.scores
    ]


def visited(words: Words, report: DayReport) -> str:
    """Say what came of the return visits."""
    return words.say_in(
        "day page", "{reached} reached, {solved} solved",
        reached=report.visits_reached, solved=report.visits_solved,
    )  # fmt: skip
