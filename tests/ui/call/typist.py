"""A desk in a process of its own, for the tests that end it: ``typist FOLDER [TEXT]``.

Opens the window without a display, types the text into the call box key by key, prints what
stands there, and goes on living until it is ended. Without a text it prints what the last one
left and ends cleanly.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from desk.app import Desk, lay_ground, new_application
from desk.clock import SystemClock
from desk.ui.desk_page import DeskPage


def main(folder: Path, text: str) -> None:
    """Open the desk and type."""
    app = new_application()
    desk = Desk(lay_ground(app, folder, SystemClock()))
    desk.show(ask_who=False)
    page = desk.window.pages["desk"]
    assert isinstance(page, DeskPage)

    def begin() -> None:
        line = page.bar.line
        QTest.keyClicks(line, text)
        parked = [draft.text for draft in desk.conversation.parking.parked]
        print("|".join([*parked, line.text()]), flush=True)
        if not text:
            desk.window.close()
            app.quit()

    QTimer.singleShot(0, begin)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
