"""Sheets written as short lines, a bar between cells."""

from __future__ import annotations

from desk.sheets.book import Area, Book, Row, Sheet, Value


def cell(text: str) -> Value:
    """Return what a spreadsheet would hold: figures that are no code become a number."""
    text = text.strip()
    if text.isdecimal() and not text.startswith("0"):
        return float(text)
    return text or None


def sheet(text: str, name: str | None = "Sheet1", **more: object) -> Sheet:
    """Return a sheet; every line is a row, a blank one too."""
    lines = text.strip("\n").split("\n")
    rows = [Row(n, tuple(map(cell, line.split("|")))) for n, line in enumerate(lines, start=1)]
    filled = tuple(row for row in rows if any(value is not None for value in row.cells))
    return Sheet(name, filled, **more)  # type: ignore[arg-type]


def book(*sheets: Sheet, file: str = "roster.xlsx") -> Book:
    """Return a book of sheets."""
    return Book(file, sheets)


def filled(one: Sheet, area: Area) -> Sheet:
    """Return a sheet with an area merged: its first cell stands in all of it."""
    value = next(row.at(area.left) for row in one.rows if row.number == area.top)
    rows = []
    for row in one.rows:
        cells = list(row.cells)
        if area.top <= row.number <= area.bottom:
            cells += [None] * (area.right + 1 - len(cells))
            cells[area.left : area.right + 1] = [value] * (area.right + 1 - area.left)
        rows.append(Row(row.number, tuple(cells)))
    return Sheet(one.name, tuple(rows), (*one.merged, area), one.hidden, one.unread)
