"""Times and says what was timed: medians, percentiles, and ratios to a floor of the same run."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begin = perf_counter()
    work()
    return 1_000 * (perf_counter() - begin)


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile of some values."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, its value, what the aim is, and whether it is met."""

    name: str
    value: float
    unit: str
    aim: float
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether the aim is met."""
        return self.value < self.aim

    def line(self) -> str:
        """Return the figure as a line of text."""
        mark = "ok  " if self.met else "OVER"
        return (
            f"{mark} {self.name:46s} {self.value:9.2f} {self.unit:6s} "
            f"(aim under {self.aim:g})  {self.detail}"
        )

    def json(self) -> str:
        """Return the figure as a line of JSON."""
        return json.dumps(
            {
                "name": self.name,
                "value": round(self.value, 3),
                "unit": self.unit,
                "aim": self.aim,
                "met": self.met,
                "detail": self.detail,
            }
        )


def spread(values: Sequence[float]) -> str:
    """Return median and p95 of some milliseconds in words."""
    return f"median {median(values):.2f} ms, p95 {percentile(values, 95):.2f} ms"
