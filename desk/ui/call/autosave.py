"""Writes the drafts of this desk to its file within 300 ms of the last key, off the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from copy import deepcopy

from PySide6.QtCore import QObject, QTimer

from desk.calls.drafts import Draft, DraftFile
from desk.ui.jobs import Jobs, Lane

#: Milliseconds after a key before the file is written: well inside the 300 the desk promises,
#: and long enough that a typed word is one write.
DELAY = 120


class Autosave(QObject):
    """Saves what ``drafts`` returns a moment after it is told that something was typed."""

    def __init__(
        self,
        file: DraftFile,
        drafts: Callable[[], list[Draft]],
        jobs: Jobs,
        failed: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._drafts = drafts
        self._jobs = jobs
        self._failed = failed
        self._told = False
        self._finished = False
        self._writing = threading.Lock()
        self._asked = self._written = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.save)

    def typed(self) -> None:
        """Save soon. The clock runs from the first unsaved key, so steady typing is saved too."""
        if not self._timer.isActive() and not self._finished:
            self._timer.start()

    def save(self) -> None:
        """Save now, off the main thread."""
        self._timer.stop()
        drafts, number = self._taken()
        self._jobs.run(
            lambda: self._put(drafts, number),
            self._saved,
            self._not_saved,
            lane=Lane.DRAFTS,
            owner=self,
        )

    def finish(self) -> None:
        """Save in the calling thread: the window is closing.

        Raises:
            Refusal, OSError: as ``DraftFile.save``; the file holds what was saved before.
        """
        if self._finished:
            return
        self._timer.stop()
        self._finished = True
        try:
            self._put(*self._taken())
        finally:
            self._file.release()

    def _taken(self) -> tuple[list[Draft], int]:
        self._asked += 1
        return deepcopy(self._drafts()), self._asked

    def _put(self, drafts: list[Draft], number: int) -> None:
        """Write, unless something newer has been written: a slow disk never brings old back."""
        with self._writing:
            if number > self._written:
                self._file.save(drafts)
                self._written = number

    def _saved(self, _nothing: None) -> None:
        self._told = False

    def _not_saved(self, error: Exception) -> None:
        # Typing goes on and each key tries again; saying it once is enough.
        if not self._told:
            self._told = True
            self._failed(error)
