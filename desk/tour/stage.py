"""What a play stands on: its own data folder, its own clock, and the window as it really opens."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from desk import settings as this_computer
from desk.app import Desk, new_application
from desk.app.opening import Opening
from desk.clock import Clock
from desk.models import backup
from desk.models.database import FILE_NAME
from desk.refusals import Refusal
from desk.tour.hands import Hands

#: What the drawing into memory says of itself, and nobody needs to hear.
_HUSHED = "This plugin does not support"


class Stage:
    """One window from its opening to its end."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Open what comes first in a data folder: the first start, or the desk.

        Raises:
            Refusal: the folder or the database cannot be used.
        """
        quiet = replace(this_computer.load(folder), sound=False, scheme="light")
        folder.mkdir(parents=True, exist_ok=True)
        this_computer.save(folder, replace(quiet, language=this_computer.Settings().language))
        self.opening = Opening(new_application(), folder, clock)
        ground = self.opening.ground
        ground.look.motion = 0
        self.hands = Hands(ground.app, ground.jobs)
        # Away from every button: in a picture nothing looks as if somebody pointed at it.
        QCursor.setPos(ground.app.primaryScreen().geometry().bottomRight())
        self.opening.show()
        self.hands.until(lambda: ground.app.activeWindow() is not None)
        self.hands.settle()

    @property
    def desk(self) -> Desk:
        """The running desk.

        Raises:
            Refusal: ``tour.stuck`` before the first start is done.
        """
        if self.opening.desk is None:
            raise Refusal("tour.stuck", scene=self.hands.doing)
        return self.opening.desk

    @property
    def window(self) -> QWidget:
        """The window in front."""
        first = self.opening.first
        return first if first is not None else self.desk.window

    def copy(self) -> Path:
        """Return a data folder beside this one with the same data and settings.

        Raises:
            Refusal: the copy cannot be written.
        """
        ground = self.opening.ground
        beside = Path(tempfile.mkdtemp(prefix="copy-", dir=ground.folder))
        if ground.store.path is not None:
            backup.online_copy(ground.store.path, beside / FILE_NAME)
        return beside

    def close(self) -> None:
        """Close the window as somebody would, and let everything go."""
        ground = self.opening.ground
        if self.opening.desk is None:
            ground.jobs.close()
        # What was under way may have opened the desk in the end.
        if self.opening.desk is not None:
            self.opening.desk.window.close()
            self.opening.desk.close()
        else:
            ground.store.close()


@contextmanager
def open_stage(folder: Path, clock: Clock) -> Iterator[Stage]:
    """Open a stage and close it whatever happens; our own faults in it come out at the end.

    Raises:
        Refusal: the folder cannot be used, or the play got stuck.
    """
    faults: list[BaseException] = []

    def keep(_kind: type[BaseException], fault: BaseException, _at: TracebackType | None) -> None:
        faults.append(fault)

    before, sys.excepthook = sys.excepthook, keep
    qInstallMessageHandler(_say)
    try:
        stage = Stage(folder, clock)
        stage.hands.faults = faults
        try:
            yield stage
        finally:
            stage.close()
    finally:
        sys.excepthook = before
        qInstallMessageHandler(None)
    if faults:
        raise faults[0]


@contextmanager
def own_folder() -> Iterator[Path]:
    """Give a data folder of the play's own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="desk-tour-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _say(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if _HUSHED not in text:
        print(text, file=sys.stderr)  # noqa: T201 - what Qt has to say of a fault
