"""Writes a list as it stands on screen to a workbook or a CSV file that Excel opens rightly."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from desk import files
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
    _put(path, lambda file: writer([table], file))


def write_book(sheets: Sequence[Table], path: Path) -> None:
    """Write tables as the sheets of one ``.xlsx`` workbook, whole or not at all.

    Raises:
        Refusal: ``export.book_format`` for any other ending.
        OSError: the place cannot be written; what stood there before is untouched.
    """
    if path.suffix.lower() != ".xlsx":
        raise Refusal("export.book_format", file=path.name)
    _put(path, lambda file: _write_workbook(sheets, file))


def _put(path: Path, write_to: Callable[[IO[bytes]], None]) -> None:
    # Made in memory: a workbook whose file fails in the middle does not end quietly.
    content = io.BytesIO()
    write_to(content)
    files.put(path, content.getvalue())


def _write_csv(sheets: Sequence[Table], file: IO[bytes]) -> None:
    # The mark at the start is what tells Excel that the file is UTF-8.
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    rows = csv.writer(text)
    for table in sheets:
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


def _write_workbook(sheets: Sequence[Table], file: IO[bytes]) -> None:
    """Write row by row: a hundred thousand of them fit into little memory."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold = Font(bold=True)

    def cell_of(sheet: Any, value: Cell, zone: ZoneInfo) -> Any:  # noqa: ANN401 - openpyxl's own
        value = _naive(value, zone)
        formula = isinstance(value, str) and value.startswith("=")
        if not (formula or isinstance(value, datetime)):
            return value
        cell = WriteOnlyCell(sheet, value)
        if formula:
            cell.data_type = "s"  # a text that begins with = stays a text
        else:
            cell.number_format = "yyyy-mm-dd hh:mm"
        return cell

    for table in sheets:
        sheet: Any = book.create_sheet(_sheet_name(table.title, book.sheetnames))
        sheet.freeze_panes = "A2"
        last = get_column_letter(max(1, len(table.heads)))
        sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
        for number, head in enumerate(table.heads, start=1):
            widest = max((_width(row[number - 1]) for row in table.rows), default=0)
            column = get_column_letter(number)
            sheet.column_dimensions[column].width = min(_WIDEST, max(widest, _width(head))) + 2
        heads = [WriteOnlyCell(sheet, head) for head in table.heads]
        for head_cell in heads:
            head_cell.font = bold
        sheet.append(heads)
        for row in table.rows:
            sheet.append([cell_of(sheet, value, table.zone) for value in row])
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


def _sheet_name(title: str, taken: Sequence[str] = ()) -> str:
    """Return a name Excel accepts: no special mark, at most 31 characters, no other sheet's."""
    name = "".join(char for char in title if char not in "[]:*?/\\")[:31] or "Sheet1"
    number = 2
    while name.casefold() in {other.casefold() for other in taken}:
        name = f"{name[:28]} {number}"
        number += 1
    return name
