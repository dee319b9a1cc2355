"""What the queue reads from the database in one go, off the main thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from peewee import Database

from desk.codes import Urgency
from desk.tickets import queue
from desk.tickets.queue import Chip, Filter
from desk.tickets.rows import TicketRow

#: Rows of one page.
PAGE = 100
Soon = Mapping[Urgency, timedelta]


class Shown(NamedTuple):
    """One state of the queue.

    Attributes:
        wanted: the filter it was read for.
        rows: as many as were asked for, from the first on.
        more: whether there are rows behind them.
        counts: for each chip.
        next_change: when time alone will change a count or what a filter shows.
    """

    wanted: Filter
    rows: Sequence[TicketRow]
    more: bool
    counts: Mapping[Chip, int]
    next_change: datetime | None


def read(database: Database, wanted: Filter, now: datetime, soon: Soon, rows: int) -> Shown:
    """Read the first ``rows`` rows of a filter, in pages, and the counts of all filters."""
    found: list[TicketRow] = []
    more = True
    while more and len(found) < rows:
        page = queue.page(database, wanted, now, soon, found[-1] if found else None, PAGE)
        found += page
        more = len(page) == PAGE
    counts = queue.counts(database, now, soon, wanted.community, wanted.crew)
    return Shown(wanted, found, more, counts, queue.next_change(database, now, soon))


def read_more(
    database: Database, wanted: Filter, now: datetime, soon: Soon, after: TicketRow
) -> list[TicketRow]:
    """Read the page behind a row."""
    return queue.page(database, wanted, now, soon, after, PAGE)


def read_all(database: Database, wanted: Filter, now: datetime, soon: Soon) -> list[TicketRow]:
    """Read every row of a filter."""
    found: list[TicketRow] = []
    while page := queue.page(database, wanted, now, soon, found[-1] if found else None, 10 * PAGE):
        found += page
        if len(page) < 10 * PAGE:
            break
    return found
