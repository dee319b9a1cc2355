"""Fits how likely the first answer is right, and says how well that holds: ``make calibrate``.

``python -m installer.calibrate [--judge NAME ARTICLES QUERIES]... [--dry]``

Fitted on the labelled estates of ``tests/answers/labelled``. Every printed figure is of a library
that was held back whole, because the next library is another one, too; thresholds are chosen
without it as well. Sets named with ``--judge`` are only judged, never fitted on. ``--dry`` writes
nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from desk.answers.confidence import parse
from desk.answers.deciding import Decision
from installer.estates import cases, estates
from installer.fitting import Judged, document, judged
from installer.reliability import brier, draw, expected_error

RESOURCE = Path(__file__).resolve().parent.parent / "resources" / "answers" / "confidence.json"
#: The columns: name, width.
_COLUMNS = (
    ("first right", 12),
    ("answered alone", 15),
    ("of these right", 15),
    ("settled", 9),
    ("offered", 9),
    ("outside: answered", 18),
    ("offered", 9),
    ("tickets: answered", 18),
    ("made", 9),
    ("questions made", 15),
    ("asked besides", 15),
)
_NAME = 28


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, judge, print, write."""
    parser = argparse.ArgumentParser(description="fit how likely the first answer is right")
    parser.add_argument(
        "--judge", nargs=3, action="append", default=[], metavar=("NAME", "ARTICLES", "QUERIES")
    )
    parser.add_argument("--dry", action="store_true")
    args = parser.parse_args(arguments)
    libraries = estates()
    every = [case for one in libraries.values() for case in one]
    _print_cells("", [name for name, _ in _COLUMNS])
    pooled = []
    for name, held_back in libraries.items():
        rest = [case for other in libraries if other != name for case in libraries[other]]
        found = judged(rest, held_back)
        _print(f"{name}, by the others", found)
        pooled += found
    _print("each by the others", pooled)
    others = {
        f"{name}, only judged": judged(every, cases(name, Path(articles), Path(queries)))
        for name, articles, queries in args.judge
    }
    for name, found in others.items():
        _print(name, found)
    print("score alone -> all features:")
    for name, found in ({"each by the others": pooled} | others).items():
        _print_calibration(name, found)
    fit = document(every)
    model = parse(fit)
    print(
        f"answers from {model.answers:.3f} on, offers from {model.offers:.3f} on, "
        f"tickets from {model.tickets:.3f} on"
    )
    if not args.dry:
        RESOURCE.write_text(json.dumps(fit, indent=1) + "\n", encoding="utf-8")
        draw(pooled, model)
    return 0


def _print(name: str, everything: Sequence[Judged]) -> None:
    """Print a line: settled, offered and the last are shares of the questions in scope."""
    # What is asked of no library in particular is counted apart.
    found = [one for one in everything if one.case.weight == 1.0]
    besides = [one.decision is Decision.ANSWER for one in everything if one.case.weight < 1.0]
    count = Counter((one.case.intent, one.decision) for one in found)
    inside, outside, tickets = (
        sum(one.case.intent == intent for one in found) for intent in ("faq", "oos", "ticket")
    )
    alone = [one for one in found if one.decision is Decision.ANSWER]
    right = sum(one.case.right for one in alone)
    offered = sum(one.decision is Decision.CHOOSE and one.case.offered for one in found)
    cells = (
        _share(sum(one.case.right for one in found), inside),
        str(len(alone)),
        _share(right, len(alone)),
        _share(right, inside),
        _share(offered, inside),
        f"{count['oos', Decision.ANSWER]} of {outside}",
        _share(count["oos", Decision.CHOOSE], outside),
        f"{count['ticket', Decision.ANSWER]} of {tickets}",
        _share(count["ticket", Decision.TICKET], tickets),
        _share(count["faq", Decision.TICKET], inside),
        f"{sum(besides)} of {len(besides)}" if besides else "-",
    )
    _print_cells(name, cells)


def _print_cells(name: str, cells: Sequence[str]) -> None:
    padded = [cell.rjust(width) for cell, (_, width) in zip(cells, _COLUMNS, strict=True)]
    print(name.ljust(_NAME) + "".join(padded))


def _print_calibration(name: str, found: Sequence[Judged]) -> None:
    """Print how far probabilities are off: of the score alone, and of all features."""
    asked = [one for one in found if one.case.intent != "ticket" and one.case.weight == 1.0]
    right = [one.case.right for one in asked]
    before, after = [one.by_score for one in asked], [one.chance for one in asked]
    print(
        f"{name.ljust(_NAME)}Brier {brier(before, right):.4f} -> {brier(after, right):.4f}  "
        f"calibration error {expected_error(before, right):.4f} -> "
        f"{expected_error(after, right):.4f}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    raise SystemExit(main())
