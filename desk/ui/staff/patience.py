"""Counts the seconds that a wrong PIN costs, and says them."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desk.clock import Clock
from desk.refusals import Refusal

_SECOND = timedelta(seconds=1)
_TICK = 250


class Patience(QObject):
    """Holds a refusal that carries ``seconds`` and counts them down."""

    #: The same refusal with the seconds that are left now.
    waited = Signal(object)
    #: The wait is over.
    over = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until: datetime | None = None
        self._code = ""
        self._said = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.look_again)

    @property
    def waiting(self) -> bool:
        """Whether no try is taken now."""
        return self._until is not None

    def begin(self, refusal: Refusal) -> None:
        """Start to count what a refusal says."""
        seconds = refusal.fields.get("seconds")
        self._code = refusal.code
        self._said = seconds if isinstance(seconds, int) else 0
        self._until = self._clock.now() + self._said * _SECOND
        self._timer.start()

    def stop(self) -> None:
        """Forget it."""
        self._until = None
        self._timer.stop()

    def look_again(self) -> None:
        """Say how long is left, or that it is over."""
        if self._until is None:
            return
        left = -((self._clock.now() - self._until) // _SECOND)
        if left <= 0:
            self.stop()
            self.over.emit()
        elif left != self._said:
            self._said = left
            self.waited.emit(Refusal(self._code, seconds=left))
