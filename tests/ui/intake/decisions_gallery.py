"""Saves pictures of the decisions: ``python -m tests.ui.intake.decisions_gallery OUT``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desk.models.database import Store
from desk.ui import fonts
from desk.ui.intake.decisions_view import DecisionsView
from desk.ui.look import Look
from desk.ui.page import Page
from desk.words.catalogue import Words
from tests.conftest import MORNING
from tests.ui.footing import Place, place
from tests.ui.intake import brought

SIZES = (
    ("light", 1.0, "zh_CN", 780, 620),
    ("light", 1.0, "en", 560, 620),
    ("dark", 1.0, "zh_CN", 780, 620),
    ("light", 2.0, "zh_CN", 900, 900),
    ("dark", 2.0, "en", 1100, 900),
)


class Board(Page):
    """A page with nothing but the decisions."""

    def __init__(self, session) -> None:
        super().__init__(session)
        self.view = DecisionsView(session)
        column = QVBoxLayout(self)
        column.addWidget(self.view)

    def paintEvent(self, _event) -> None:
        QPainter(self).fillRect(self.rect(), self.session.look.colours.paper)


@contextmanager
def centre(app, family, scheme, scale, language) -> Iterator[Place]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), MORNING)
        look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
        with place(store, look, Words(language), Path(folder)) as made:
            yield made
        store.close()


def grab(made: Place, page: Page, path: Path) -> None:
    made.settle()
    page.window().grab().save(str(path))


def main(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    for scheme, scale, language, width, height in SIZES:
        for kind in ("roster", "ledger", "knowledge"):
            with centre(app, family, scheme, scale, language) as made:
                page = Board(made.session)
                made.show(page, width, height)
                plan = getattr(brought, f"{kind}_plan")(made)
                getattr(page.view, f"show_{kind}")(plan)
                page.view.list.setFocus()
                page.view.rows.decide(page.view.rows.index(1), True)
                for key in list(page.view.tabs):
                    page.view.go(key)
                    if key in ("gone", "unfinished"):
                        page.view.rows.decide(page.view.rows.index(0), True)
                    name = f"{scheme}-{scale:.0f}-{language}-{kind}-{key}.png"
                    grab(made, page, out / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
