"""The list on screen as a workbook or a CSV file: every row of its filter, phones masked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from peewee import Database

from desk.reports import lists
from desk.sheets.tables import Table
from desk.tickets import further
from desk.tickets.further import Further
from desk.tickets.queue import Filter
from desk.tickets.rows import TicketRow
from desk.ui.exporting import ListExport
from desk.ui.queue import reading
from desk.ui.queue.chips import chip_name
from desk.ui.queue.reading import Soon
from desk.ui.session import Session

#: The rows of a list, and what is said of them beyond.
_Found = tuple[Sequence[TicketRow], Mapping[int, Further]]


def export(where: ListExport, session: Session, wanted: Filter) -> None:
    """Export what a filter shows."""
    words, zone, now = session.words, session.centre.zone, session.clock.now()
    title = chip_name(words, wanted.chip) if wanted.chip else words.say("Queue")

    def form(found: _Found) -> Table:
        rows, said = found
        return lists.tickets(words, zone, title, rows, now, said)

    def said(count: int, path: Path) -> str:
        return words.say_n(
            "{n} ticket exported to {file}", "{n} tickets exported to {file}", count, file=path
        )

    soon, database = session.centre.policy.soon, session.store.database
    where.start_from(title, partial(_read, database, wanted, now, soon), form, said)


def _read(database: Database, wanted: Filter, now: datetime, soon: Soon) -> _Found:
    rows = reading.read_all(database, wanted, now, soon)
    return rows, further.read(database, (row.ticket_id for row in rows))
