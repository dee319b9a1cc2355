"""``desk report day``: one day of the centre as a PDF page or a workbook."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import json_line, open_store, options
from desk.commands.written import ending, writing
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from datetime import datetime
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from desk.reports.day_report import DayReport

#: The page has room for a few overdue tickets; the rest is counted.
_ON_PAPER = 100


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    from pathlib import Path

    parser = subparsers.add_parser(
        "report",
        parents=[options(with_json=True)],
        help=mark("one day as a PDF page or a workbook"),
    )
    parser.add_argument("what", choices=("day", "handover"), help=mark("which report"))
    parser.add_argument(
        "--on", metavar="DATE", help=mark("the day, such as 2026-11-22; else today")
    )
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="FILE",
        help=mark("the file to write, .pdf or .xlsx; else the figures are printed"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Write the file, or print the figures.

    Raises:
        Refusal: ``report.handover_later``, ``report.date``, ``report.day_ahead``,
            ``report.format``, ``centre.not_begun`` or ``file.unwritable``; then nothing was
            written.
    """
    from desk.centre.profile import Centre
    from desk.community import communities
    from desk.reports.day import read_day
    from desk.reports.standing import MANY

    if args.what == "handover":
        raise Refusal("report.handover_later")
    if args.out is not None:
        ending(args.out, (".pdf", ".xlsx"), "report.format")
    now = SystemClock().now()
    with open_store(args) as store:
        served = communities.active()
        if not served:
            raise Refusal("centre.not_begun")
        centre = Centre.read()
        on = _day(args.on, centre.zone, now)
        # Several communities are one centre's day.
        community = served[0].id if len(served) == 1 else None
        short = args.out is not None and args.out.suffix.lower() == ".pdf"
        most = _ON_PAPER if short else MANY
        report = read_day(store.database, centre, community, on, now, words, most)
    if args.out is not None:
        _write(report, words, args.out)
    if args.json:
        print(json_line(as_document(report) | ({"file": str(args.out)} if args.out else {})))
    elif args.out is not None:
        print(words.say("The day {day} is in {file}.", day=on.isoformat(), file=args.out))
    else:
        _print(report, words)
    return 0


def _day(text: str | None, zone: ZoneInfo, now: datetime) -> date:
    from desk.words import typed

    if text is None:
        return now.astimezone(zone).date()
    try:
        return typed.parse_day(text, zone, now)
    except Refusal as refusal:
        raise Refusal("report.date", value=text) from refusal


def _write(report: DayReport, words: Words, path: Path) -> None:
    with writing(path):
        if path.suffix.lower() == ".pdf":
            from desk import files
            from desk.paper.day import day

            files.put(path, day(report, words))
        else:
            from desk.reports.sheet import write_day

            write_day(report, words, path)


def as_document(report: DayReport) -> dict[str, object]:
    """Write the day for programs; instants are ISO in UTC, lengths of time in seconds."""
    return {
        "day": report.day.isoformat(),
        "community": report.community,
        "made_at": report.made_at.isoformat(),
        "on_duty": list(report.on_duty),
        "received": report.received,
        "by_kind": {str(kind): count for kind, count in report.by_kind},
        "by_channel": {str(channel): count for channel, count in report.by_channel},
        "by_category": {item.name: item.count for item in report.by_category},
        "by_building": {item.name: item.count for item in report.by_building},
        "finished": report.finished,
        "finished_in_time": report.finished_in_time,
        "in_time_percent": report.in_time,
        "overdue": [
            {
                "number": line.number,
                "place": line.place,
                "what": line.what,
                "who": line.who,
                "due": line.due,
                "due_at": line.due_at.isoformat(),
                "late_s": int(line.late.total_seconds()),
                "reason": line.reason,
            }
            for line in report.overdue
        ],
        "still_open": {str(state): count for state, count in report.open_by_state},
        "complaints": {
            "new": report.complaints_new,
            "closed": report.complaints_closed,
            "serious": report.complaints_serious,
        },
        "visits": {
            "made": report.visits,
            "reached": report.visits_reached,
            "solved": report.visits_solved,
            "scores": {str(mark): count for mark, count in report.scores},
        },
        "calls": report.calls,
        "answered": report.answered,
        "asked_most": {item.name: item.count for item in report.asked_most},
        "unanswered": {item.name: item.count for item in report.unanswered},
    }


def _print(report: DayReport, words: Words) -> None:
    from desk.reports.sheet import sheets

    figures, _received, overdue, _asked = sheets(report, words)
    for name, value in figures.rows:
        print(f"{name}  {'—' if value in (None, '') else value}")
    for row in overdue.rows:
        print("  ".join(str(cell) for at, cell in enumerate(row) if cell and at != 6))
