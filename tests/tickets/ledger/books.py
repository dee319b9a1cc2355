"""Ledgers written for a test and read from their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from desk.sheets.reading import open_book
from desk.tickets.ledger.read import LedgerRead, ReadTicket
from desk.tickets.ledger.reader import read

Rows = Sequence[Sequence[Any]]


def workbook(
    folder: Path,
    sheets: Mapping[str, Rows],
    *,
    file: str = "台账.xlsx",
    merged: Mapping[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
) -> LedgerRead:
    """Write a workbook and read it."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
        if name in hidden:
            sheet.sheet_state = "hidden"
    path = folder / file
    book.save(path)
    return read(open_book(path))


def text_file(folder: Path, text: str, *, file: str = "台账.csv") -> LedgerRead:
    """Write a text file and read it."""
    path = folder / file
    path.write_text(text, encoding="utf-8")
    return read(open_book(path))


def table(text: str) -> list[list[str]]:
    """Return the rows of a table that is written with a line for each and | between cells."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def room(ticket: ReadTicket) -> str:
    """Return the room of a ticket written short, "" where it has none."""
    return ticket.room.label if ticket.room is not None else ""


def when(moment: date | None) -> str:
    """Return a moment to the minute, a day alone as such, "" for none."""
    if moment is None:
        return ""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"
