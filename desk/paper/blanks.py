"""Room for handwriting: a label on the line, boxes to tick, times and money to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from desk.paper.sheet import FRAME, HAIR, Sheet
from desk.paper.text import width

#: Distance from line to line where people write by hand: more than 8 mm.
ROW = 23.0
#: Size of a label.
LABEL = 8.5
_SMALLEST = 7.0
_BOX = 8.5
_HOLE = "__"


def label(sheet: Sheet, x: float, base: float, name: str) -> float:
    """Set what belongs here and return how wide it is."""
    return sheet.say(x, base, name, LABEL)


def line(sheet: Sheet, x: float, base: float, to: float, name: str, unit: str = "") -> None:
    """Set a label with a line behind it to write on, and a unit at its end."""
    x += label(sheet, x, base, name) + 5
    if unit:
        to -= sheet.say(to, base, unit, LABEL, align="right") + 4
    sheet.rule(x, base + 2.5, to, HAIR)


def pattern(sheet: Sheet, x: float, base: float, to: float, name: str, blank: str) -> None:
    """Set a label and a line with what is printed into it: ``__月__日 __:__``.

    The holes share what the printed part leaves, so that every figure has the same room.
    """
    x += label(sheet, x, base, name) + 5
    sheet.rule(x, base + 2.5, to, HAIR)
    parts = blank.split(_HOLE)
    holes = len(parts) - 1
    hole = (to - x - sum(width(part, LABEL) for part in parts)) / holes
    for i, part in enumerate(parts):
        x += sheet.say(x, base, part, LABEL)
        if i < holes:
            x += hole


def ticks(
    sheet: Sheet, x: float, base: float, to: float, name: str, choices: Sequence[str]
) -> float:
    """Set a label and boxes to tick that end before ``to``; return where the last one ends."""
    x += label(sheet, x, base, name) + 9
    boxes, gaps = len(choices) * (_BOX + 4), max(1, len(choices) - 1)
    size = LABEL
    while size > _SMALLEST and x + boxes + _together(choices, size) + gaps * 7 > to:
        size -= 0.25
    gap = min(14.0, (to - x - boxes - _together(choices, size)) / gaps)
    for choice in choices:
        sheet.frame(x, base - 7.6, _BOX, _BOX, FRAME)
        x += _BOX + 4
        x += sheet.say(x, base, choice, size) + gap
    return x - gap


def _together(choices: Sequence[str], size: float) -> float:
    return sum(width(choice, size) for choice in choices)
