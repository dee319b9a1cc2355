"""A file somebody brought, as sheets of rows: what stands in it and where, nothing understood yet.

Rows and columns keep their place: a row has the 1-based number the spreadsheet shows, a column is
counted from 0. Rows in which nothing stands are not there at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from desk.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell whose formula failed: ``#N/A``, ``#DIV/0!``."""

    text: str


#: What stands in a cell; None where nothing does, never an empty text.
Value = str | int | float | bool | datetime | date | time | Fault | None

#: Called with (done, all) as work goes on; whoever wants it to stop raises from it.
Progress = Callable[[int, int], None]


class Row(NamedTuple):
    """A row in which something stands. Cells behind the last one are blank."""

    number: int
    cells: tuple[Value, ...]

    def at(self, column: int) -> Value:
        """Return what stands in a column."""
        return self.cells[column] if column < len(self.cells) else None


class Area(NamedTuple):
    """Merged cells: first and last row (1-based) and column (0-based), both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A row whose bytes could not be read as what they should be, and why."""

    row: int
    why: Refusal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a book.

    Attributes:
        name: as its tab says, made harmless to show; None in a file that has no tabs (CSV).
        rows: those in which something stands, in order. The cells of a merged area all hold what
            stands in its first one.
        merged: the merged areas, clipped to the rows and columns that are used.
        hidden: whoever keeps the file has put it out of sight.
        unread: rows that were left out, in order.
    """

    name: str | None
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was read.

    Attributes:
        file: its name without the folder.
        sheets: in the order of their tabs.
        notes: what was left alone in it, such as macros, each as a code with a sentence.
    """

    file: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Refusal, ...] = ()
