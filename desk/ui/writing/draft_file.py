"""What is being written in one view, on the disk: a crash or the window's end loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desk import files
from desk.ui.jobs import Lane
from desk.ui.session import Session

#: Milliseconds after the last key until it is written down.
_REST = 300


class Drafts(Protocol):
    """Whoever keeps what is being written: each as plain values with ``typed`` and ``base``."""

    unsaved_changed: SignalInstance

    def state(self) -> list[dict[str, Any]]:
        """Return all drafts."""
        ...

    def restore(self, states: Iterable[Mapping[str, Any]]) -> None:
        """Take up the drafts of an earlier life."""
        ...


class DraftFile(QObject):
    """Writes the drafts of one window a moment after each change, and reads them once.

    A file that cannot be read is left where it is; one that cannot be written is told once.
    """

    #: Drafts of an earlier run were found and taken up.
    found = Signal()

    def __init__(self, session: Session, writing: Drafts, parent: QObject, name: str) -> None:
        """Keep drafts; ``name`` is the first part of the file's."""
        super().__init__(parent)
        self._session = session
        self._writing = writing
        self._name = name
        self._written: list[dict[str, Any]] = []
        self._told = False
        self._fresh = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self.write)
        writing.unsaved_changed.connect(self._timer.start)

    @property
    def path(self) -> Path:
        """Where the drafts of this window are."""
        # Not among the drafts of calls: a window that starts takes over every file of theirs.
        slot = self._session.slot or "window"
        return self._session.folder / "writing" / f"{self._name}-{slot}.json"

    def opened(self, window: QWidget) -> None:
        """Look once for what an earlier run left, and write before this window goes."""
        if self._fresh:
            self._fresh = False
            self._look_for()
        window.installEventFilter(self)

    def state(self) -> list[dict[str, Any]]:
        """Return all drafts."""
        return self._writing.state()

    def restore(self, states: Iterable[Mapping[str, Any]]) -> None:
        """Take up the drafts of an earlier life of the view: newer than those of the file."""
        self._fresh = False
        self._writing.restore(states)

    def _look_for(self) -> None:
        path = self.path
        self._session.jobs.run(
            lambda: _read(path), self._take, self._session.refuse, lane=Lane.OTHER, owner=self
        )

    def write(self) -> None:
        """Write down what is being written, if it is not there already."""
        self._timer.stop()
        state = [one for one in self._writing.state() if one["typed"] != one["base"]]
        if state == self._written:
            return
        self._written = state
        path = self.path
        self._session.jobs.run(
            lambda: _write(path, state), failed=self._failed, lane=Lane.OTHER, owner=self
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Write at once when the window is asked to close: its workers end with it."""
        if event.type() == QEvent.Type.Close:
            self.write()
        return False

    def _take(self, state: list[dict[str, Any]]) -> None:
        self._written = state
        if state:
            session = self._session
            self._writing.restore(state)
            session.tell(session.words.say("What was not saved last time is still there."))
            self.found.emit()

    def _failed(self, trouble: Exception) -> None:
        self._written = []
        if not self._told:
            self._told = True
            self._session.refuse(trouble)


def _read(path: Path) -> list[dict[str, Any]]:
    """Return what stands in a file; nothing where there is none or nobody can read it."""
    try:
        state = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return state if isinstance(state, list) else []


def _write(path: Path, state: Sequence[dict[str, Any]]) -> None:
    if not state:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(exist_ok=True)
    files.put(path, json.dumps(state, ensure_ascii=False).encode())
