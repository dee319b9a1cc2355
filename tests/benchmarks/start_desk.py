"""A start of the desk up to the painted queue; prints its milliseconds. Argument: data folder."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desk.commands.window import spare_postgres


class _Painted(QObject):
    """Ends the process with the first paint of a queue that has rows."""

    def __init__(self, queue: object) -> None:
        super().__init__()
        self._queue = queue

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._queue.table.rowCount():  # type: ignore[attr-defined]
            print(1_000 * (time.monotonic() - float(os.environ["STARTED"])), flush=True)
            os._exit(0)
        return False


def main() -> None:
    """Open the window as ``desk`` does."""
    spare_postgres()
    from desk.app import new_application
    from desk.app.opening import Opening
    from desk.clock import SystemClock

    app: QApplication = new_application()
    opening = Opening(app, Path(sys.argv[1]), SystemClock())
    opening.show()
    assert opening.desk is not None
    queue = opening.desk.window.pages["desk"].queue  # type: ignore[attr-defined]
    painted = _Painted(queue)
    queue.list.viewport().installEventFilter(painted)
    app.exec()


if __name__ == "__main__":
    main()
