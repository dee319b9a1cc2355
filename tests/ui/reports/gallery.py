"""Saves pictures of the Reports page: ``python -m tests.ui.reports.gallery DATA OUT``."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.calls.memory import Memory
from desk.centre.profile import Centre
from desk.clock import SystemClock
from desk.models.database import Store
from desk.models.tables import Ticket
from desk.settings import Settings
from desk.ui import fonts
from desk.ui.look import Look
from desk.ui.reports.page import ReportsPage
from desk.ui.session import Session
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.ui.inline_jobs import InlineJobs


def main(data: Path, out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(data, folder, dirs_exist_ok=True)
    store = Store.open(folder, SystemClock().now())
    newest = max(row.received_at for row in Ticket.select(Ticket.received_at))
    for scheme, scale, language, width, height in (
        ("light", 1.0, "zh_CN", 1200, 800),
        ("light", 1.0, "en", 944, 700),
        ("dark", 1.0, "zh_CN", 944, 700),
        ("light", 1.0, "zh_CN", 1840, 1000),
        ("light", 2.0, "zh_CN", 944, 700),
        ("dark", 2.0, "en", 1840, 1000),
    ):
        look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
        session = Session(
            store=store,
            clock=FrozenClock(newest + timedelta(minutes=5)),
            jobs=InlineJobs(),
            words=Words(language),
            look=look,
            folder=folder,
            settings=Settings(sound=False),
            centre=Centre.read(),
            memory=Memory(store, 1),
            papers=None,  # type: ignore[arg-type]
            community=1,
        )
        page = ReportsPage(session)
        page.resize(width, height)
        page.show()
        page.opened()
        name = f"{scheme}-{scale:.0f}-{language}-{width}"
        for what in ("top", "end"):
            for _ in range(4):
                app.processEvents()
            page.grab().save(str(out / f"{name}-{what}.png"))
            bar = page.sheet.verticalScrollBar()
            bar.setValue(bar.maximum())
        page.step(-1)
        for _ in range(4):
            app.processEvents()
        page.grab().save(str(out / f"{name}-yesterday.png"))
        page.close()
        session.close()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
