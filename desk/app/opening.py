"""From nothing to a working window: the first start where nobody has begun, then the desk."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow

from desk import settings as this_computer
from desk.app.desk import Desk
from desk.app.ground import Ground, lay_ground
from desk.clock import Clock
from desk.community import communities
from desk.words.catalogue import Words

if TYPE_CHECKING:
    from desk.centre.first_day import FirstDay
    from desk.ui.first_start.first_start import FirstStart, Progress

_log = logging.getLogger(__name__)


class Opening:
    """Opens the desk, asking for the first day before it if there was none.

    Attributes:
        desk: the running desk, None until the first day is done.
        first: the window of the first start, None when none was needed or once it is done.
    """

    def __init__(self, app: QApplication, folder: Path, clock: Clock) -> None:
        """Lay the ground.

        Raises:
            Refusal: the data folder or the database cannot be used.
        """
        self._folder = folder
        self._clock = clock
        self.ground: Ground = lay_ground(app, folder, clock)
        self.desk: Desk | None = None
        self.first: QMainWindow | None = None
        self._start: FirstStart | None = None
        self._closed = False

    def show(self) -> None:
        """Show what comes first."""
        if communities.active():
            self._open_desk()
        else:
            self._ask_for_first_day()

    def tell_fault(self, error: BaseException) -> None:
        """Offer the report of a fault that nobody caught; may be called in any thread."""
        if self.desk is not None:
            self.desk.session.failed.emit(error)

    def _ask_for_first_day(self) -> None:
        from desk.ui.first_start.first_start import FirstStart

        ground = self.ground
        start = FirstStart(
            clock=self._clock,
            jobs=ground.jobs,
            words=ground.words,
            look=ground.look,
            begin=self._begin,
            sample=self._sample,
        )
        start.done.connect(self._done)
        start.spoken.connect(self._speak)
        start.failed.connect(self._failed)
        window = QMainWindow()
        window.setCentralWidget(start)
        window.setWindowTitle(ground.words.say("Front desk"))
        sizes = ground.look.sizes
        window.setMinimumSize(sizes.window_wide_least, sizes.window_high_least)
        window.resize(sizes.window_wide, sizes.window_high)
        self.first = window
        self._start = start
        window.show()
        start.page.first_field().setFocus()

    def _open_desk(self) -> None:
        self.desk = Desk(self.ground)
        self.desk.show()

    def close(self) -> None:
        """End everything, also in the middle of the first start; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        if self._start is not None:
            self._start.stop()
        if self.desk is not None:
            self.desk.close()
        self.ground.close()

    # --- in the worker's thread ---------------------------------------------------------------
    def _begin(self, first: FirstDay) -> None:
        from desk.centre import first_day
        from desk.models.journal import Actor

        first_day.begin(self.ground.store, Actor(), self._clock.now(), first)

    def _sample(self, progress: Progress) -> None:
        from desk.centre.holidays import default_calendar
        from desk.sample.plan import SEED, plan
        from desk.sample.write import write_sample

        now, zone = self._clock.now(), default_calendar(()).zone
        english = self.ground.words.language == "en"
        write_sample(self.ground.store, plan(SEED, now, zone), english=english, progress=progress)

    # --- on the main thread -------------------------------------------------------------------
    def _done(self) -> None:
        if self._closed:
            return
        self._start = None
        first, self.first = self.first, None
        self._open_desk()
        if first is not None:
            first.close()
            first.deleteLater()

    def _speak(self, language: str) -> None:
        ground = self.ground
        ground.words = Words(language)
        ground.settings = replace(ground.settings, language=language)
        this_computer.save(self._folder, ground.settings)
        if self.first is not None:
            self.first.setWindowTitle(ground.words.say("Front desk"))

    def _failed(self, error: Exception) -> None:
        _log.error("the first start failed: %s", type(error).__name__, exc_info=error)
