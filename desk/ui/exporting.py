"""A list as a workbook or a CSV file: asks where, reads, writes, and says where it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.sheets import tables
from desk.sheets.tables import Table
from desk.ui.file_dialog import AskFile, ask_file
from desk.ui.jobs import Lane
from desk.ui.session import Session

__all__ = ["AskFile", "ListExport", "ask_file"]

T = TypeVar("T")


class ListExport(QObject):
    """Exports one list at a time; nothing of it happens on the main thread."""

    def __init__(self, session: Session, parent: QWidget, ask: AskFile = ask_file) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._ask = ask
        self._busy = False

    def start(
        self, title: str, read: Callable[[], Table], said: Callable[[int, Path], str]
    ) -> None:
        """Ask where to and write it.

        Args:
            title: of the list; becomes the proposed name of the file.
            read: reads the rows, off the main thread.
            said: words how many rows went where.
        """
        self.start_from(title, read, _as_it_is, said)

    def start_from(
        self,
        title: str,
        read: Callable[[], T],
        form: Callable[[T], Table],
        said: Callable[[int, Path], str],
    ) -> None:
        """Ask where to and write what takes seconds to be put in a table.

        Args:
            title: as ``start`` has it.
            read: reads what the table is made of, off the main thread.
            form: makes it, in the other lane.
            said: as ``start`` has it.
        """
        if self._busy:
            return
        session, words = self._session, self._session.words
        name = f"{title} {session.clock.now().astimezone(session.centre.zone):%Y-%m-%d %H%M}.xlsx"
        kinds = ";;".join(
            (words.say("Excel workbook (*.xlsx)"), words.say("CSV for Excel (*.csv)"))
        )
        path = self._ask(self._window, words.say("Export the list"), name, kinds)
        if path is None:
            return
        self._busy = True
        session.jobs.run(read, partial(self._write, path, form, said), self._failed, owner=self)

    def _write(
        self, path: Path, form: Callable[[T], Table], said: Callable[[int, Path], str], found: T
    ) -> None:
        """Write in the other lane: a large workbook takes seconds the database is needed in."""

        def work() -> int:
            table = form(found)
            tables.write(table, path)
            return len(table.rows)

        self._session.jobs.run(
            work, partial(self._written, path, said), self._failed, lane=Lane.LONG, owner=self
        )

    def _written(self, path: Path, said: Callable[[int, Path], str], count: int) -> None:
        self._busy = False
        self._session.tell(said(count, path))

    def _failed(self, trouble: Exception) -> None:
        self._busy = False
        self._session.refuse(trouble)


def _as_it_is(table: Table) -> Table:
    return table
