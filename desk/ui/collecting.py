"""Looks for garbage in cycles on the main thread only, in small steps that nobody feels.

Python's collector runs in whichever thread happens to allocate, and what it finds ends there: a
timer or a widget that a worker's thread destroys takes the process with it. It also looks, again
and again and with every thread standing still, at the million objects that a large file becomes,
none of them garbage. So while a window runs the automatic collector is off; a timer of the main
thread does its work by the same counts, passes over what was made in bulk, and leaves the old
generation for when nobody types.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

#: Milliseconds between two looks at the counts.
EVERY = 250
#: New objects since the last collection from which the youngest are looked at.
_YOUNG = 700
#: Collections of a generation after which the next older one is looked at too.
_OLDER = 4
#: So many new objects between two looks are a load, not litter: looking at them takes long.
BULK = 10_000
#: Seconds without a key before the old generation is looked at.
_STILL = 1.0
#: Seconds without a key before what was passed over is looked at as well; a roster of 50,000
#: rooms takes most of a second.
SWEEP_AFTER = 600.0
#: Seconds a look may take before what it left is passed over.
_LONG = 0.005


class Collecting(QObject):
    """Collects cycles while a window runs; belongs to the main thread."""

    def __init__(
        self, app: QGuiApplication, *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """Turn Python's own collector off and pass over what the start has made.

        Args:
            app: the parent, asked for what is typed.
            seconds: a clock that never goes back.
        """
        super().__init__(app)
        self._seconds = seconds
        self._was_on = gc.isenabled()
        self._stopped = False
        self._passed_over = False
        self._touched = seconds()
        # Each key in a field moves its cursor, also the keys an input method takes.
        app.inputMethod().cursorRectangleChanged.connect(self._touch)
        app.focusObjectChanged.connect(self._touch)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.tick)
        gc.disable()
        gc.freeze()

    def start(self) -> None:
        """Begin to look at the counts."""
        if not self._stopped:
            self._timer.start()

    def stop(self) -> None:
        """Give the work back to Python, once no other thread is left; safe to call twice."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        app = self.parent()
        if isinstance(app, QGuiApplication):
            app.inputMethod().cursorRectangleChanged.disconnect(self._touch)
            app.focusObjectChanged.disconnect(self._touch)
        if self._was_on:
            gc.enable()
        self.deleteLater()

    def tick(self) -> None:
        """Collect as much as the counts ask for and nobody feels."""
        still = self._seconds() - self._touched
        new, young, middle = gc.get_count()
        if self._passed_over and still > SWEEP_AFTER:
            self._sweep()
        elif new > BULK:
            self._pass_over()
        elif middle > _OLDER and still > _STILL:
            self._collect(2)
        elif young > _OLDER:
            self._collect(1)
        elif new > _YOUNG:
            self._collect(0)

    def _collect(self, generation: int) -> None:
        began = time.perf_counter()
        gc.collect(generation)
        if time.perf_counter() - began > _LONG:
            # What is left seems to live long: it is not looked at again with the next few.
            self._pass_over()

    def _pass_over(self) -> None:
        """Set everything apart; that takes no time however much it is."""
        gc.freeze()
        self._passed_over = True

    def _sweep(self) -> None:
        """Look at everything there is, which nobody waits for."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._passed_over = False

    def _touch(self) -> None:
        self._touched = self._seconds()
