"""The day to a file: a PDF page or a workbook, read anew and whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk import files
from desk.refusals import Refusal
from desk.reports.day_report import DayReport
from desk.reports.sheet import write_day
from desk.ui.file_dialog import AskFile
from desk.ui.jobs import Lane
from desk.ui.session import Session
from desk.words.faults import as_refusal


class DaySaving(QObject):
    """Saves one day at a time; nothing of it happens on the main thread."""

    def __init__(self, session: Session, parent: QWidget, ask: AskFile) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._ask = ask
        self._busy = False

    def start(self, ending: str, on: date, read: Callable[[], DayReport]) -> None:
        """Ask where to, read the day and write it.

        Args:
            ending: ``".pdf"`` or ``".xlsx"``.
            on: the day.
            read: reads it whole, off the main thread.
        """
        if self._busy:
            return
        words = self._session.words
        pdf, sheet = words.say("PDF (*.pdf)"), words.say("Excel workbook (*.xlsx)")
        kinds = pdf if ending == ".pdf" else sheet
        proposed = f"{words.say_in('day page', 'Daily report')} {on.isoformat()}{ending}"
        path = self._ask(self._window, words.say("Save the day to a file"), proposed, kinds)
        if path is None:
            return
        self._busy = True
        self._session.jobs.run(read, partial(self._write, path), self._failed, owner=self)

    def _write(self, path: Path, report: DayReport) -> None:
        session = self._session
        words, papers = session.words, session.papers

        def work() -> None:
            try:
                if path.suffix.lower() == ".pdf":
                    files.put(path, papers.day(report))
                else:
                    write_day(report, words, path)
            except OSError as error:
                if (refusal := as_refusal(error)) is not None and refusal.code.startswith("disk."):
                    raise
                raise Refusal("file.unwritable", file=str(path)) from error

        session.jobs.run(
            work, partial(self._written, path), self._failed, lane=Lane.LONG, owner=self
        )

    def _written(self, path: Path, _none: None) -> None:
        self._busy = False
        self._session.tell(self._session.words.say("The day is in {file}.", file=path))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._session.refuse(error)
