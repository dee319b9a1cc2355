"""The list on screen as a workbook or a CSV file: every row of its filter, phones masked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from peewee import Database
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.reports import lists
from desk.sheets import tables
from desk.tickets import further
from desk.tickets.further import Further
from desk.tickets.queue import Filter
from desk.tickets.rows import TicketRow
from desk.ui.file_dialog import AskFile, ask_file
from desk.ui.jobs import Lane
from desk.ui.queue import reading
from desk.ui.queue.chips import chip_name
from desk.ui.queue.reading import Soon
from desk.ui.session import Session

#: The rows of a list, and what is said of them beyond.
_Found = tuple[Sequence[TicketRow], Mapping[int, Further]]


def _read(database: Database, wanted: Filter, now: datetime, soon: Soon) -> _Found:
    rows = reading.read_all(database, wanted, now, soon)
    return rows, further.read(database, (row.ticket_id for row in rows))


class Export(QObject):
    """Asks where, reads all rows, writes them and says where they are; one at a time."""

    def __init__(self, session: Session, parent: QWidget, ask: AskFile = ask_file) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._ask = ask
        self._busy = False

    def start(self, wanted: Filter) -> None:
        """Export what a filter shows."""
        if self._busy:
            return
        session, words = self._session, self._session.words
        now, zone = session.clock.now(), session.centre.zone
        title = chip_name(words, wanted.chip) if wanted.chip else words.say("Queue")
        name = f"{title} {now.astimezone(zone):%Y-%m-%d %H%M}.xlsx"
        kinds = ";;".join(
            (words.say("Excel workbook (*.xlsx)"), words.say("CSV for Excel (*.csv)"))
        )
        path = self._ask(self._window, words.say("Export the list"), name, kinds)
        if path is None:
            return
        self._busy = True
        soon, database = session.centre.policy.soon, session.store.database
        session.jobs.run(
            partial(_read, database, wanted, now, soon),
            partial(self._write, title, path, now),
            self._failed,
            owner=self,
        )

    def _write(self, title: str, path: Path, now: datetime, found: _Found) -> None:
        """Write in the other lane: a large workbook takes seconds the database is needed in."""
        session = self._session
        words, zone = session.words, session.centre.zone
        rows, said = found

        def work() -> int:
            tables.write(lists.tickets(words, zone, title, rows, now, said), path)
            return len(rows)

        session.jobs.run(
            work, partial(self._written, path), self._failed, lane=Lane.LONG, owner=self
        )

    def _written(self, path: Path, count: int) -> None:
        self._busy = False
        self._session.tell(
            self._session.words.say_n(
                "{n} ticket exported to {file}", "{n} tickets exported to {file}", count, file=path
            )
        )

    def _failed(self, trouble: BaseException) -> None:
        self._busy = False
        if not isinstance(trouble, Exception):
            raise trouble
        self._session.refuse(trouble)
