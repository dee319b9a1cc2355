"""Reads a workbook of the kind xls, as programs wrote them until 2007 and old systems still do."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from desk.refusals import Refusal
from desk.sheets.book import Area, Book, Progress, Value
from desk.sheets.cells import day_or_moment, number_value, text_value
from desk.sheets.gathering import Gathered
from desk.sheets.names import SheetNames


def read_old_workbook(data: bytes, name: str, progress: Progress | None = None) -> Book:
    """Read an old workbook.

    Raises:
        Refusal: ``sheet.*``: it has a password, is damaged or of another kind.
    """
    _refuse_others(data, name)
    names = SheetNames()
    sheets = []
    notes: list[Refusal] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        count = len(book.sheets_metadata)
        for index, tab in enumerate(book.sheets_metadata):
            gathered = Gathered(name, names.harmless(tab.name))
            _read_sheet(book, index, gathered)
            sheets.append(gathered.sheet(hidden=tab.visible != SheetVisibleEnum.Visible))
            notes += gathered.notes()
            if progress is not None:
                progress(index + 1, count)
    except CalamineError as error:
        raise Refusal("sheet.incomplete", file=name) from error
    return Book(name, tuple(sheets), tuple(notes))


def _refuse_others(data: bytes, name: str) -> None:
    for stream, code in (
        ("EncryptedPackage", "sheet.password"),
        ("WordDocument", "sheet.word"),
        ("PowerPoint Document", "sheet.slides"),
    ):
        if stream.encode("utf-16-le") in data:
            raise Refusal(code, file=name)


def _read_sheet(book: CalamineWorkbook, index: int, gathered: Gathered) -> None:
    sheet = book.get_sheet_by_index(index)
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        for column, cell in enumerate(cells):
            if cell != "" and (value := _value(cell)) is not None:
                gathered.put(number, column, value)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        gathered.merged.append(Area(top + 1, left, bottom + 1, right))


def _value(cell: object) -> Value:
    if isinstance(cell, str):
        return text_value(cell)
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return number_value(float(cell))
    if isinstance(cell, datetime):
        return day_or_moment(cell)
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 86_400
    return cell  # type: ignore[return-value]  # a date or a time
