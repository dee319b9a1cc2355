"""``desk due``: deadlines for a file of cases by a service calendar, one JSON object a case."""

from __future__ import annotations

import json
import math
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desk.centre.calendar import Hold, ServiceCalendar
from desk.codes import ClockRun
from desk.commands.shared import options
from desk.refusals import Refusal
from desk.words.catalogue import mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from desk.words.catalogue import Words


_POLICY = mark("a service calendar as JSON")
_CASES = mark("cases as JSON, one a line: id, start, allowance_s, clock, holds")


class Case(NamedTuple):
    """One question: when is this allowance used up?"""

    id: object
    start: datetime
    allowance: timedelta
    run: ClockRun
    holds: list[Hold]


def add_parser(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add ``due`` to the command line."""
    # It needs no data and answers in JSON anyway; what every command takes is no mistake here.
    parser = subparsers.add_parser(
        "due", parents=[options(with_json=True)], help=mark("deadlines for a file of cases")
    )
    parser.add_argument("--policy", type=Path, required=True, metavar="FILE", help=_POLICY)
    parser.add_argument("--cases", type=Path, required=True, metavar="FILE", help=_CASES)
    parser.set_defaults(run=run)


def run(args: Namespace, words: Words) -> int:
    """Print ``{"id": …, "due": …}`` for each case as soon as it is known; the rest is JSON too.

    Raises:
        Refusal: ``due.file`` or ``due.case`` for what cannot be read, ``calendar.*`` for a bad
            calendar. Cases before a bad one have been answered.
    """
    calendar = ServiceCalendar.from_document(_document(args.policy))
    for case in _cases(args.cases):
        due = calendar.due(case.start, case.allowance, case.run, case.holds)
        answer = {"id": case.id, "due": None if due is None else due.isoformat()}
        print(json.dumps(answer, ensure_ascii=False))
    return 0


def _document(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as problem:
        raise Refusal("due.file", file=path.name) from problem


def _cases(path: Path) -> Iterator[Case]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _case(line, number)
    except (OSError, UnicodeDecodeError) as problem:
        raise Refusal("due.file", file=path.name) from problem


def _case(line: str, number: int) -> Case:
    try:
        fields: dict[str, Any] = json.loads(line)
        seconds = fields["allowance_s"]
        if isinstance(seconds, bool) or not math.isfinite(seconds) or seconds < 0:
            raise ValueError(seconds)
        return Case(
            fields["id"],
            _instant(fields["start"]),
            timedelta(seconds=seconds),
            ClockRun(fields["clock"]),
            [
                Hold(_instant(begin), None if until is None else _instant(until))
                for begin, until in fields.get("holds", [])
            ],
        )
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as e:
        raise Refusal("due.case", line=number) from e


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(text)
    return instant.astimezone(UTC)
