"""Saves pictures of a household that came from a file: ``python -m …household_gallery OUT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.intake import roster
from desk.intake.origin import Origin
from desk.intake.roster_plan import Decisions
from desk.models.tables import Room
from desk.ui import fonts
from desk.ui.residents.page import ResidentsPage
from tests.ui.footing import Place
from tests.ui.intake import brought
from tests.ui.intake.decisions_gallery import centre, grab

SIZES = (
    ("light", 1.0, "zh_CN", 1200, 800),
    ("dark", 1.0, "en", 1200, 800),
    ("light", 2.0, "zh_CN", 1840, 1200),
    ("light", 2.0, "zh_CN", 944, 640),
)


def story(made: Place, out: Path, name: str, width: int, height: int) -> None:
    plan = brought.roster_plan(made)
    again = Origin("翠湖苑_十月.xlsx", "e" * 64)
    made.write(roster.publish, made.community, plan, Decisions(), again)
    made.load()
    page = ResidentsPage(made.session)
    made.show(page, width, height)
    page.browser.choose_room(Room.get(Room.label == "3-1-201").id)
    page.panes.show_right()
    grab(made, page, out / f"{name}-{width}-household.png")
    page.change_note()
    grab(made, page, out / f"{name}-{width}-details.png")
    page.note.dismiss()
    page.add_room()
    grab(made, page, out / f"{name}-{width}-room.png")


def main(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    for scheme, scale, language, width, height in SIZES:
        with centre(app, family, scheme, scale, language) as made:
            story(made, out, f"{scheme}-{scale:.0f}-{language}", width, height)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
