"""Writes the drafts of this desk to its file within 300 ms of the last key, off the main thread."""

from __future__ import annotations

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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.save)

    def typed(self) -> None:
        """Save soon. The clock runs from the first unsaved key, so steady typing is saved too."""
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Save now, off the main thread."""
        self._timer.stop()
        drafts = deepcopy(self._drafts())
        self._jobs.run(
            lambda: self._file.save(drafts),
            self._saved,
            self._not_saved,
            lane=Lane.OTHER,
            owner=self,
        )

    def finish(self) -> None:
        """Save in the calling thread: the window is closing."""
        self._timer.stop()
        self._file.save(self._drafts())
        self._file.release()

    def _saved(self, _nothing: None) -> None:
        self._told = False

    def _not_saved(self, error: BaseException) -> None:
        # Typing goes on and each key tries again; saying it once is enough.
        if not self._told and isinstance(error, Exception):
            self._told = True
            self._failed(error)
