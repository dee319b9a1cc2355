"""Reads an old ledger of repairs or complaints: every row becomes a ticket or is accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from desk.sheets.book import Book, Progress, Sheet
from desk.sheets.columns import Choice, Columns
from desk.sheets.findings import Findings, Place, Rejected, Skipped, Warned
from desk.tickets.ledger.contacts import Contacts
from desk.tickets.ledger.layout import Layout, layout
from desk.tickets.ledger.numbering import without_running
from desk.tickets.ledger.places import Places
from desk.tickets.ledger.read import LedgerRead, ReadTicket
from desk.tickets.ledger.sheet_days import only_year
from desk.tickets.ledger.sheet_reader import SheetReader

#: How many rows are read between two reports of progress.
_STEP = 500


def read(
    book: Book, *, choices: Sequence[Choice] = (), progress: Progress | None = None
) -> LedgerRead:
    """Read a ledger as a careful clerk does.

    Args:
        book: the file.
        choices: what somebody said a column is.
        progress: called with rows read and rows there are; what it raises goes through.
    """
    tickets: list[ReadTicket] = []
    columns: list[Columns] = []
    rejected: list[Rejected] = []
    warned: list[Warned] = []
    skipped: list[Skipped] = []
    ignored = 0
    places, contacts = Places(), Contacts()
    laid = [(sheet, layout(sheet, choices)) for sheet in book.sheets]
    whole = sum(len(sheet.rows) for sheet, one in laid if isinstance(one, Layout)) or 1
    tables = [(sheet, one) for sheet, one in laid if isinstance(one, Layout)]
    year = only_year(tables, book.file) if len(tables) > 1 else None
    past = 0
    for sheet, one in laid:
        if isinstance(one, Skipped):
            skipped.append(one)
            continue
        reader = SheetReader(sheet, one, book.file, year, places, contacts)
        columns.append(one.columns)
        for at, row in enumerate(sheet.rows):
            if progress is not None and at % _STEP == 0:
                progress(past + at, whole)
            reader.take(row)
        past += len(sheet.rows)
        tickets += reader.tickets
        rejected += reader.rejected
        rejected += _unread(sheet)
        warned += reader.warned
        ignored += _ignored(sheet, len(reader.tickets), len(reader.rejected))
    if progress is not None:
        progress(whole, whole)
    found = Findings(
        tuple(columns), tuple(rejected), tuple(warned), tuple(skipped), ignored, book.notes
    )
    return LedgerRead(tuple(without_running(tickets)), found)


def _unread(sheet: Sheet) -> list[Rejected]:
    return [Rejected(Place(sheet.name, one.row), one.why, "") for one in sheet.unread]


def _ignored(sheet: Sheet, read: int, rejected: int) -> int:
    """Return how many rows up to the last one are neither entries nor reported."""
    last = max(
        sheet.rows[-1].number if sheet.rows else 0,
        max((one.row for one in sheet.unread), default=0),
    )
    return max(0, last - read - rejected - len(sheet.unread))
