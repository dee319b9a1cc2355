"""Where a blank cell of buildings or units means what stands above it: only where that is sure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk.sheets.book import Area, Row
from desk.sheets.cells import plain

#: So much of a list must go on in order for its blanks to be more than a guess.
_IN_ORDER = 0.7
_LEAST_WRITTEN = 3
_FIGURES = re.compile(r"\d+")
_DITTO = re.compile(r"[〃″\"'’”“=]{1,2}|同上|同前|~|\.{2,}")


@dataclass(frozen=True, slots=True)
class Carried:
    """The rows in which a blank means what stands above; ``everywhere``: in all."""

    everywhere: bool
    rows: Collection[int] = ()

    def holds(self, row: int) -> bool:
        """Tell whether a blank in a row means what stands above."""
        return self.everywhere or row in self.rows


def carried(
    column: int, room: int | None, rows: Sequence[Row], merged: Sequence[Area], outer: int | None
) -> Carried:
    """Return where the blanks of a column mean what stands above.

    A column written only where it changes means it everywhere. In one that is mostly written, a
    blank is filled between rows of the same house, or while the rooms go on counting, and only if
    the list is in order at all: an export of a form is not.

    Args:
        column: of buildings or units.
        room: the column of rooms.
        rows: the rows of data.
        merged: the merged cells of the sheet.
        outer: the column of buildings around a column of units.
    """
    if _is_carried(column, room, rows, merged) and not _wanders(column, rows, outer):
        return Carried(everywhere=True)
    if room is None:
        return Carried(everywhere=False)
    return Carried(everywhere=False, rows=_sure_rows(column, room, rows, outer))


@dataclass(slots=True)
class _Line:
    """A row with a room: what is written in the column, and the figures of the room."""

    row: int
    written: str
    outer: str
    figures: tuple[int, ...]


def _sure_rows(column: int, room: int, rows: Sequence[Row], outer: int | None) -> frozenset[int]:
    lines = _lines(column, room, rows, outer)
    blank = [at for at, line in enumerate(lines) if not line.written]
    written = [line for line in lines if line.written]
    if not blank or len(written) < _LEAST_WRITTEN or not _in_order(lines, written):
        return frozenset()
    sure: set[int] = set()
    after: dict[int, _Line] = {}
    following: _Line | None = None
    for at in range(len(lines) - 1, -1, -1):
        if following is not None:
            after[at] = following
        if lines[at].written:
            following = lines[at]
    before: _Line | None = None
    counting = True
    for at, line in enumerate(lines):
        if line.written:
            before, counting = line, True
            continue
        counting = counting and at > 0 and _is_next(lines[at - 1], line)
        behind = after.get(at)
        between = (
            before is not None
            and behind is not None
            and (before.written, before.outer) == (behind.written, behind.outer)
            and _rises(lines[at - 1], line)
        )
        if before is not None and before.outer == line.outer and (between or counting):
            sure.add(line.row)
    return frozenset(sure)


def _lines(column: int, room: int, rows: Sequence[Row], outer: int | None) -> list[_Line]:
    """Return the rows with rooms; a building around a unit goes down to the next one."""
    lines: list[_Line] = []
    around = ""
    for row in rows:
        if outer is not None and (text := plain(row.at(outer))) and not _DITTO.fullmatch(text):
            around = text
        figures = tuple(int(one[:6]) for one in _FIGURES.findall(plain(row.at(room))[:40]))
        if figures:
            written = plain(row.at(column))
            if written and _DITTO.fullmatch(written) and lines:
                written = lines[-1].written
            lines.append(_Line(row.number, written, around, figures))
    return lines


def _in_order(lines: Sequence[_Line], written: Sequence[_Line]) -> bool:
    """Tell whether every house stands in one stretch and the rooms mostly rise within it."""
    houses = [(line.outer, line.written) for line in written]
    stretches = 1 + sum(a != b for a, b in pairwise(houses))
    if stretches > 1.1 * len(set(houses)):
        return False
    within = [(a, b) for a, b in pairwise(lines) if not b.written or b.written == a.written]
    rising = sum(a.figures <= b.figures for a, b in within)
    return rising >= _IN_ORDER * len(within)


def _rises(before: _Line, line: _Line) -> bool:
    return before.figures <= line.figures


def _is_next(before: _Line, line: _Line) -> bool:
    """Tell whether a room is the one after another: the next door, or the first of the floor."""
    if before.figures[:-1] != line.figures[:-1]:
        return False
    (floor, door), (level, other) = divmod(before.figures[-1], 100), divmod(line.figures[-1], 100)
    if floor == level:  # a door may be left out: there is no 804 in many houses
        return 0 <= other - door <= 2
    return level - floor == 1 and other <= 2


def _is_carried(column: int, room: int | None, rows: Sequence[Row], merged: Sequence[Area]) -> bool:
    """Tell whether a column is written only where it changes, so that blanks mean the same."""
    inside = _inside(column, merged)
    blank = again = written = 0
    before: object = None
    for row in rows:
        value = row.at(column)
        if value is None:
            blank += room is None or row.at(room) is not None
        else:
            written += 1
            again += value == before and row.number not in inside
        before = value
    return bool(written) and blank > 0 and again <= 0.25 * blank


def _wanders(column: int, rows: Sequence[Row], outer: int | None) -> bool:
    """Tell whether mostly written values come and go, as in an export of a form: 3, 1, 3, 2, 1."""
    if outer is not None:
        return False
    written = [text for row in rows if (text := plain(row.at(column)))]
    changes = sum(a != b for a, b in pairwise(written))
    comes_and_goes = changes > 0.4 * len(written) and 1 + changes > 1.5 * len(set(written))
    return 2 * len(written) > len(rows) and comes_and_goes


def _inside(column: int, merged: Sequence[Area]) -> set[int]:
    """Return the rows in which a column repeats the cell above because both are merged."""
    inside: set[int] = set()
    below = 0
    for top, bottom in sorted(
        (area.top + 1, area.bottom) for area in merged if area.left <= column <= area.right
    ):
        # Nested areas by the thousand are walked through once.
        inside.update(range(max(top, below), bottom + 1))
        below = max(below, bottom + 1)
    return inside
