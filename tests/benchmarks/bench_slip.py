"""How long a slip takes: ``python -m tests.benchmarks.bench_slip [--rounds N] [--json]``.

The ratio is against the floor of the same run: a page of the same size with one line of Chinese in
the same two faces, which is what reportlab itself asks for before anything is set. Every slip is
another ticket, so that nothing is kept from the one before. "First" includes loading the faces.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from statistics import median, quantiles
from time import perf_counter

from desk.paper.fonts import BOLD, REGULAR
from desk.paper.raster import rasterise
from desk.paper.sheet import A5_LANDSCAPE, Book
from desk.paper.slip import slip
from desk.words.catalogue import Words
from tests.paper.samples import ORDER


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begin = perf_counter()
    work()
    return 1_000 * (perf_counter() - begin)


def floor() -> bytes:
    """Make the least PDF that has both faces in it."""
    book = Book(A5_LANDSCAPE, "floor", "desk", "zh_CN")
    sheet = book.sheet()
    sheet.say(40, 40, ORDER.place, 12, bold=True)
    sheet.say(40, 60, ORDER.description, 12)
    book.turn()
    return book.close()


def summary(times: list[float]) -> dict[str, float]:
    """Return median and 95th percentile."""
    return {"median_ms": round(median(times), 2), "p95_ms": round(quantiles(times, n=20)[-1], 2)}


def main() -> None:
    """Measure, alternating with the floor, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    words = Words("zh_CN")
    first = milliseconds(lambda: slip([ORDER], words))
    times: dict[str, list[float]] = {"floor": [], "a5": [], "a4": [], "a5_raster_300dpi": []}
    pdf = b""
    for i in range(options.rounds):
        one = replace(ORDER, number=f"WX20251122-{i:04}")
        another = replace(ORDER, number=f"FW20251122-{i:04}")
        times["floor"].append(milliseconds(floor))
        begin = perf_counter()
        pdf = slip([one], words)
        times["a5"].append(1_000 * (perf_counter() - begin))
        times["a4"].append(milliseconds(lambda order=another: slip([order], words, "A4")))
        times["a5_raster_300dpi"].append(milliseconds(lambda pdf=pdf: rasterise(pdf, 0, 300)))
    figures = {name: summary(taken) for name, taken in times.items()}
    ratio = round(figures["a5"]["median_ms"] / figures["floor"]["median_ms"], 2)
    if options.json:
        print(json.dumps({**figures, "first_ms": round(first, 1), "a5_ratio": ratio}))
        return
    print(f"slip on A5, faces {REGULAR} and {BOLD}, {len(pdf):,} bytes, {options.rounds} rounds")
    for name, taken in figures.items():
        print(f"  {name:<18}{taken['median_ms']:8.2f} ms median{taken['p95_ms']:8.2f} ms p95")
    print(f"  first slip of a process, with loading the faces {first:.0f} ms")
    print(f"  A5 against the floor: {ratio} times (aim: under 40 ms)")


if __name__ == "__main__":
    main()
