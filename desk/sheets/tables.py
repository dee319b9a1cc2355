"""Writes a list as it stands on screen to a workbook or a CSV file that Excel opens rightly."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from desk.refusals import Refusal

#: A cell: text, a number, an aware instant, or nothing.
Cell = str | int | float | datetime | None
#: What a spreadsheet program would run as a formula if it stood first in a text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


@dataclass(frozen=True)
class Table:
    """A list to be written: its title, its columns' heads, its rows, the zone of its times."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    zone: ZoneInfo


def write(table: Table, path: Path) -> None:
    """Write a table to ``.xlsx`` or ``.csv``, whole or not at all.

    Raises:
        Refusal: ``export.format`` for any other ending.
        OSError: the place cannot be written; what stood there before is untouched.
    """
    writers = {".xlsx": _write_workbook, ".csv": _write_csv}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise Refusal("export.format", file=path.name)
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            writer(table, file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _write_csv(table: Table, file: IO[bytes]) -> None:
    import io

    # The mark at the start is what tells Excel that the file is UTF-8.
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    rows = csv.writer(text)
    rows.writerow(table.heads)
    rows.writerows([_harmless(_local(cell, table.zone)) for cell in row] for row in table.rows)
    text.flush()
    text.detach()


def _local(cell: Cell, zone: ZoneInfo) -> Cell:
    return f"{cell.astimezone(zone):%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else cell


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell


def _write_workbook(table: Table, file: IO[bytes]) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = _sheet_name(table.title)
    sheet.append(list(table.heads))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in table.rows:
        sheet.append([_naive(value, table.zone) for value in row])
    for cells in sheet.iter_rows(min_row=1):
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with = stays a text
            elif isinstance(cell.value, datetime):
                cell.number_format = "yyyy-mm-dd hh:mm"
    for number, head in enumerate(table.heads, start=1):
        widest = max((_width(row[number - 1]) for row in table.rows), default=0)
        column = get_column_letter(number)
        sheet.column_dimensions[column].width = min(_WIDEST, max(widest, _width(head))) + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(file)


def _naive(cell: Cell, zone: ZoneInfo) -> Cell:
    """Return what a workbook can hold: it knows local times only, and no control characters."""
    if isinstance(cell, datetime):
        return cell.astimezone(zone).replace(tzinfo=None, microsecond=0)
    if isinstance(cell, str):
        return "".join(char for char in cell if char >= " " or char in "\t\n")
    return cell


def _width(cell: Cell) -> int:
    """Return how wide a cell is in half-width characters; Chinese counts double."""
    if isinstance(cell, datetime):
        return 16
    text = "" if cell is None else str(cell)
    return max((sum(2 if ord(char) > 0x2E7F else 1 for char in line)) for line in text.split("\n"))


def _sheet_name(title: str) -> str:
    """Return a name Excel accepts: none of its special marks, at most 31 characters."""
    return "".join(char for char in title if char not in "[]:*?/\\")[:31] or "Sheet1"
