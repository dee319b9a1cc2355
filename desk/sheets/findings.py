"""What the reader of a file tells besides what it read: what every row and sheet came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from desk.refusals import Refusal
from desk.sheets.columns import Columns


class Place(NamedTuple):
    """A row of a sheet; the sheet is None in a file without tabs."""

    sheet: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be understood.

    Attributes:
        why: worded by the fronts; holds no name and no telephone number.
        text: the row as it stands, its cells joined, for whoever looks at her own file. Never
            logged.
    """

    place: Place
    why: Refusal
    text: str


@dataclass(frozen=True, slots=True)
class Warned:
    """One cell that was of no use in a row that was read all the same.

    Attributes:
        field: the key of the field it should have been, such as ``area``.
        text: what stands in the cell. Never logged.
    """

    place: Place
    field: str
    text: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sheet nothing was read from: hidden, a summary, empty, notes."""

    sheet: str | None
    why: Refusal


@dataclass(frozen=True, slots=True)
class Findings:
    """What became of everything in a file that is not a room, a ticket or an article.

    Attributes:
        columns: what the columns of each sheet that was read were taken for.
        ignored: rows that are no data: titles, heads, section rows, subtotals, notes, and blank
            ones up to the last row in which something stands, of the sheets that were read.
    """

    columns: tuple[Columns, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warned: tuple[Warned, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    notes: tuple[Refusal, ...] = field(default=())
