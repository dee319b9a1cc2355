"""How long a deadline takes: ``python -m tests.benchmarks.bench_due [--cases N]``.

Ratios are against the floor of the same run: one ``datetime`` addition in UTC, which is what a
deadline would cost without service hours. "Cold" is the first deadline of a calendar nobody has
asked before.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from desk.centre.calendar import Hold, ServiceCalendar
from desk.codes import ClockRun

CLOCKS = Path(__file__).parents[1] / "clocks"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
TEN_YEARS = 10 * 365 * 86_400


class Case(NamedTuple):
    """One question to a calendar."""

    start: datetime
    allowance: timedelta
    holds: list[Hold]


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def random_cases(count: int) -> list[Case]:
    """Make cases that start somewhere in ten years, a fifth of them thousands of hours long."""
    choice = random.Random(2026)
    cases = []
    for _ in range(count):
        start = BEGIN + timedelta(seconds=choice.randrange(TEN_YEARS))
        hours = choice.choice([0.5, 4, 24, 56, choice.randrange(1_000, 10_000)])
        holds = []
        for _ in range(choice.randrange(4)):
            begin = start + timedelta(hours=choice.randrange(200))
            holds.append(Hold(begin, begin + timedelta(hours=choice.randrange(1, 100))))
        cases.append(Case(start, timedelta(hours=hours), holds))
    return cases


def main() -> None:
    """Measure each calendar of the solved cases and print a line of figures for it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=5_000)
    cases = random_cases(parser.parse_args().cases)

    def add_all() -> None:
        for case in cases:
            case.start + case.allowance

    floor = min(seconds(add_all) for _ in range(5)) / len(cases)
    print(f"floor: one addition {floor * 1e6:.2f} us; {len(cases)} cases over ten years")
    for path in sorted(CLOCKS.glob("*.policy.json")):
        document = json.loads(path.read_text("utf-8"))
        fresh = ServiceCalendar.from_document(document)
        cold = seconds(lambda: fresh.due(BEGIN, timedelta(hours=24)))  # noqa: B023 - called here
        calendar = ServiceCalendar.from_document(document)
        times = [
            seconds(lambda: calendar.due(c.start, c.allowance, ClockRun.SERVICE, c.holds))  # noqa: B023
            for c in cases
        ]
        mean = sum(times) / len(times)
        print(
            f"{path.name.split('.')[0]:10}"
            f" mean {mean * 1e3:.4f} ms ({mean / floor:5.0f} floors)"
            f" median {median(times) * 1e3:.4f} p99 {quantiles(times, n=100)[98] * 1e3:.4f}"
            f" worst {max(times) * 1e3:.2f} cold {cold * 1e3:.2f} ms a case"
        )


if __name__ == "__main__":
    main()
