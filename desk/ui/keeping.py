"""What the window does by itself: the daily backup, and what time does to tickets."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desk.models import backup
from desk.models.journal import Actor
from desk.tickets import closing
from desk.ui.jobs import Lane
from desk.ui.session import Session

_HOUR = 60 * 60 * 1000


class Keeping(QObject):
    """Runs at start and hourly, off the main thread; a failure is told once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._told = False
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
        store, centre, now = session.store, session.centre, session.clock.now()
        if store.path is not None:
            path, day = store.path, now.astimezone(centre.zone).date()
            session.jobs.run(
                lambda: backup.daily(path, day),
                _nothing,
                self._could_not_back_up,
                lane=Lane.LONG,
                owner=self,
            )
        session.write(
            lambda write: closing.tend(write, centre),
            owner=self,
            actor=Actor(None, session.settings.desk),
        )

    def _could_not_back_up(self, error: BaseException) -> None:
        if self._told or not isinstance(error, Exception):
            return
        self._told = True
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
