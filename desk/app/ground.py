"""What a window stands on: the application, the database, the fonts, the words."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk import settings as this_computer
from desk.clock import Clock
from desk.models.database import Store
from desk.ui import fonts
from desk.ui.collecting import Collecting
from desk.ui.jobs import Jobs
from desk.ui.look import Look
from desk.ui.theme import Scheme
from desk.words.catalogue import Words
from desk.words.sentences import sentence

_SCHEMES: dict[str, Scheme] = {"light": "light", "dark": "dark"}


@dataclass
class Ground:
    """Built before anybody is asked anything.

    Attributes:
        trouble: a sentence the window should show.
        collecting: ends what is garbage on the main thread; None leaves that to Python.
    """

    app: QApplication
    folder: Path
    settings: this_computer.Settings
    clock: Clock
    store: Store
    jobs: Jobs
    look: Look
    words: Words
    trouble: str = ""
    collecting: Collecting | None = None

    def close(self) -> None:
        """Wait for what was asked for, then let go of everything; safe to call twice."""
        self.jobs.close()
        self.store.close()
        if self.collecting is not None:
            # Not before the last worker has ended: nothing of Qt's may end in its thread.
            self.collecting.stop()


def new_application() -> QApplication:
    """Return the one application of this process, made now."""
    if sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        # PySide's wheels bring the ibus plugin, which fcitx5 serves too. Only where there is a
        # session bus: without one that plugin makes libdbus end the process.
        os.environ.setdefault("QT_IM_MODULE", "ibus")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("desk")
    app.setStyle("Fusion")
    return app


def lay_ground(app: QApplication, folder: Path, clock: Clock) -> Ground:
    """Open the database and load the fonts: everything below the window.

    Raises:
        Refusal: the data folder or the database cannot be used; ``desk.words`` has the sentence.
    """
    settings = this_computer.load(folder)
    words = Words(settings.language)
    loaded = fonts.load()
    now = clock.now()
    if settings.database_url:
        store = Store.open_url(settings.database_url, now)
    else:
        store = Store.open(folder, now)
    look = Look(app, chosen=_SCHEMES.get(settings.scheme), family=loaded.family)
    jobs = Jobs(app, leaving=lambda _lane: store.release())
    trouble = sentence(words, loaded.trouble) if loaded.trouble is not None else ""
    collecting = Collecting(app)
    collecting.start()
    return Ground(app, folder, settings, clock, store, jobs, look, words, trouble, collecting)
