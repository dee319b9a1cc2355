"""Reads a workbook of the kind xls, as programs wrote them until 2007 and old systems still do."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from desk.refusals import Refusal
from desk.sheets.book import Area, Book, Progress, Sheet, Value
from desk.sheets.cells import day_or_moment, number_value, text_value
from desk.sheets.compound import Compound, Damaged
from desk.sheets.gathering import Gathered
from desk.sheets.names import SheetNames
from desk.sheets.old_records import Records, Seen, look_through
from desk.sheets.serials import Shown, from_serial

#: Each sheet is read as a whole, blank cells between others too: so many may there be.
_MOST = 4_000_000
_OTHER_KINDS = {
    "EncryptedPackage": "sheet.password",
    "WordDocument": "sheet.word",
    "PowerPoint Document": "sheet.slides",
}


def read_old_workbook(data: bytes, name: str, progress: Progress | None = None) -> Book:
    """Read an old workbook.

    Raises:
        Refusal: ``sheet.*``: it has a password, is damaged or of another kind.
    """
    try:
        has_macros, records = _looked_at(data, name)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets, notes = _sheets(book, name, records, progress)
    except (Damaged, CalamineError) as error:
        raise Refusal("sheet.incomplete", file=name) from error
    except BaseException as error:
        # What the library does where a damaged file surprises it; not an Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise Refusal("sheet.incomplete", file=name) from error
    if has_macros:
        notes.insert(0, Refusal("sheet.macros", file=name))
    return Book(name, tuple(sheets), tuple(notes))


def _looked_at(data: bytes, name: str) -> tuple[bool, Records]:
    """Return whether there are macros, and what the records say; refuse what is no workbook."""
    box = Compound(data)
    for other, code in _OTHER_KINDS.items():
        if other in box.names:
            raise Refusal(code, file=name)
    stream = next((stream for stream in ("Workbook", "Book") if stream in box.names), None)
    if stream is None:
        raise Refusal("sheet.unknown", file=name)
    records = look_through(box.stream(stream))
    if records.has_password:
        raise Refusal("sheet.password", file=name)
    if any(seen.height * seen.width > _MOST for seen in records.sheets):
        raise Refusal("sheet.too_many_cells", file=name)
    return "_VBA_PROJECT_CUR" in box.names, records


def _sheets(
    book: CalamineWorkbook, name: str, records: Records, progress: Progress | None
) -> tuple[list[Sheet], list[Refusal]]:
    names = SheetNames()
    sheets: list[Sheet] = []
    notes: list[Refusal] = []
    tabs = book.sheets_metadata
    for index, tab in enumerate(tabs):
        gathered = Gathered(name, names.harmless(tab.name))
        seen = records.sheets[index] if len(records.sheets) == len(tabs) else Seen()
        if progress is not None:
            progress(index, len(tabs))
        _read_sheet(book, index, gathered, seen, since_1904=records.since_1904)
        sheets.append(gathered.sheet(hidden=tab.visible != SheetVisibleEnum.Visible))
        notes += gathered.notes()
    if progress is not None:
        progress(len(tabs), len(tabs))
    return sheets, notes


def _read_sheet(
    book: CalamineWorkbook, index: int, gathered: Gathered, seen: Seen, *, since_1904: bool
) -> None:
    sheet = book.get_sheet_by_index(index)
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, cell in enumerate(cells):
            if cell == "":
                continue
            shown = seen.shown.get((row, column), Shown.NUMBER)
            if (value := _value(cell, shown, since_1904=since_1904)) is not None:
                gathered.put(row + 1, column, value)
    for (row, column), fault in seen.faults.items():
        gathered.put(row + 1, column, fault)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        gathered.merged.append(Area(top + 1, left, bottom + 1, right))


def _value(cell: object, shown: Shown, *, since_1904: bool) -> Value:
    match cell:
        case str():
            return text_value(cell)
        case bool() | time():
            return cell
        case int() | float():
            number = number_value(float(cell))
            if isinstance(number, float):
                return from_serial(number, shown, since_1904=since_1904)
            return number
        case datetime():
            return day_or_moment(cell)
        case timedelta():
            return from_serial(cell.total_seconds() / 86_400, Shown.CLOCK)
        case date():
            return cell
    return None
