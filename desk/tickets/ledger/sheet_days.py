"""Prepares the days of a sheet: what its titles and names say, and which rows say a whole day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from desk.sheets.book import Sheet
from desk.sheets.cells import plain
from desk.tickets.ledger.days import (
    Days,
    Period,
    first_year,
    period,
    section_day,
    whole_day,
    years_of,
)
from desk.tickets.ledger.layout import Layout

_DAY_IN_TITLE: Final = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?")
#: Where so many rows say their whole day none needs its neighbours.
_PLENTY: Final = 2000


def days_of(sheet: Sheet, layout: Layout, file: str, year: int | None) -> Days:
    """Return the days of a sheet before its first row is read.

    Args:
        sheet: the sheet.
        layout: its columns.
        file: the file's name, which may say a year.
        year: the only year that other sheets speak of.
    """
    titles = _titles(sheet, layout)
    names = [*titles, sheet.name or "", file.rsplit(".", 1)[0]]
    around = years_of(names)
    column = layout.one("reported")
    whole = _whole(sheet, layout, column) if column >= 0 else []
    if around.year is None and not whole and first_year(names) is None:
        around = Period(year, around.month)
    days = Days(around, whole, first_year(names))
    day = _day_of_all(titles, sheet.name or "", around) if column < 0 else None
    if day is not None:
        days.set_day(day)
    return days


def only_year(laid: Sequence[tuple[Sheet, Layout]], file: str) -> int | None:
    """Return the one year that the sheets of a file speak of, None for none or several."""
    years: set[int] = set()
    for sheet, layout in laid:
        said = [period(text).year for text in (*_titles(sheet, layout), sheet.name or "", file)]
        years.update(year for year in said if year is not None)
        column = layout.one("reported")
        if column >= 0:
            years.update(day.year for _, day in _whole(sheet, layout, column)[:_PLENTY])
    return years.pop() if len(years) == 1 else None


def _titles(sheet: Sheet, layout: Layout) -> list[str]:
    first = min(layout.columns.heads, default=0)
    return [
        plain(value)
        for row in sheet.rows[:50]
        # A title right above the heads may have been taken for one of them.
        if row.number <= first
        for value in dict.fromkeys(row.cells)
        if isinstance(value, str)
    ]


def _whole(sheet: Sheet, layout: Layout, column: int) -> list[tuple[int, date]]:
    first = min(layout.columns.heads, default=0)
    whole: list[tuple[int, date]] = []
    for row in sheet.rows:
        value = row.at(column)
        if row.number > first and value is not None:
            if len(whole) > _PLENTY and len(whole) > 0.9 * row.number:
                break
            day = whole_day(value)
            if day is not None:
                whole.append((row.number, day))
    return whole


def _day_of_all(titles: Sequence[str], name: str, around: Period) -> date | None:
    """Return the day of a sheet that is of one: 日期：2023年3月6日 above it, or its name 3月6日."""
    for title in titles:
        if found := _DAY_IN_TITLE.search(title):
            return section_day(found.group(), around)
    return section_day(name, around)
