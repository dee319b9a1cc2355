"""What somebody says about a file's columns on the command line: ``Sheet1!C=unit``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from desk.refusals import Refusal
from desk.sheets.book import Book
from desk.sheets.columns import Choice
from desk.sheets.letters import column_of

_WRITTEN = re.compile(r"(?:(?P<sheet>.+)!)?(?P<column>[A-Za-z]{1,3})=(?P<field>[a-z_]+|-)")


class Said(NamedTuple):
    """A column as it was named; the sheet is None where none was, and holds for every one then."""

    sheet: str | None
    column: int
    field: str | None


def said(written: str) -> Said:
    """Read one; a field of ``-`` is none of ours.

    Raises:
        ValueError: it is not written so.
    """
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        raise ValueError(written)
    field = match["field"]
    return Said(match["sheet"], column_of(match["column"]), None if field == "-" else field)


def choices(book: Book, named: Iterable[Said], fields: Collection[str]) -> list[Choice]:
    """Return what was said as choices for the sheets of a file.

    Raises:
        Refusal: ``import.no_such_field`` or ``import.no_such_sheet``.
    """
    sheets = {sheet.name for sheet in book.sheets}
    found = []
    for one in named:
        if one.field is not None and one.field not in fields:
            raise Refusal("import.no_such_field", field=one.field, fields=", ".join(sorted(fields)))
        if one.sheet is not None and one.sheet not in sheets:
            raise Refusal("import.no_such_sheet", sheet=one.sheet, file=book.file)
        meant = sheets if one.sheet is None else {one.sheet}
        found += [Choice(sheet, one.column, one.field) for sheet in meant]
    return found
