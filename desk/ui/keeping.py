"""What the window does by itself: the daily backup, and what time does to tickets."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desk.models.daily import DailyBackup
from desk.models.journal import Actor
from desk.tickets import closing
from desk.ui.jobs import Lane
from desk.ui.session import Session

_HOUR = 60 * 60 * 1000


class Keeping(QObject):
    """Runs at start and hourly, off the main thread; a failure is told once a day."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        path = session.store.path
        self._daily = None if path is None else DailyBackup(path)
        self._timer = QTimer(self)
        self._timer.setInterval(_HOUR)
        self._timer.timeout.connect(self.keep)

    def start(self) -> None:
        """Do it now and every hour."""
        self._timer.start()
        self.keep()

    def stop(self) -> None:
        """Do it no more."""
        self._timer.stop()

    def keep(self) -> None:
        """Make today's backup unless there is one, and let time do its part."""
        session = self._session
        daily, centre, now = self._daily, session.centre, session.clock.now()
        if daily is not None:
            session.jobs.run(
                lambda: daily.tend(now, centre.zone),
                _nothing,
                self._could_not_back_up,
                lane=Lane.LONG,
                owner=self,
            )
        session.write(
            lambda write: closing.tend(write, centre),
            owner=self,
            actor=Actor(None, session.desk),
        )

    def _could_not_back_up(self, error: BaseException) -> None:
        if not isinstance(error, Exception):
            return
        reason = self._session.wording(error)
        if reason is None:
            self._session.refuse(error)
            return
        self._session.told.emit(
            self._session.words.say(
                "Today's backup could not be made; the data itself is untouched. {reason}",
                reason=reason,
            ),
            True,
        )


def _nothing(_result: object) -> None:
    """Take a result nobody waits for."""
