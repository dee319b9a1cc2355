"""Saves pictures of the list of imports: ``python -m tests.ui.intake.imports_gallery OUT``."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.community import residents
from desk.intake import imports
from desk.models.tables import Resident
from desk.ui import fonts
from desk.ui.intake.imports_list import ImportsSection
from desk.ui.settings_page.page import SettingsPage
from tests.ui.footing import Place
from tests.ui.intake import brought
from tests.ui.intake.decisions_gallery import centre, grab

SIZES = (
    ("light", 1.0, "zh_CN", 944, 700),
    ("light", 1.0, "en", 1200, 720),
    ("dark", 1.0, "zh_CN", 944, 700),
    ("light", 2.0, "zh_CN", 944, 700),
    ("dark", 2.0, "en", 1840, 1200),
)


def story(made: Place, out: Path, name: str, width: int, height: int) -> None:
    page = SettingsPage(made.session)
    made.show(page, width, height)
    section = page.go("imports")
    assert isinstance(section, ImportsSection)
    grab(made, page, out / f"{name}-none.png")
    brought.bring_ledger(made)
    made.pass_time(days=1)
    questions = brought.bring_questions(made, brought.article("物业费怎么算?", "按面积计收。"))
    made.pass_time(days=3)
    person = residents.read(Resident.get(Resident.name == "张伟").id)
    form = replace(person.form, note="晚上在家")
    made.write(residents.correct, person.id, person.version, form)
    brought.ticket_for(made, "3-1-302")
    made.write(imports.take_back, questions.id)
    made.settle()
    page.enter()
    grab(made, page, out / f"{name}-list.png")
    section.listing.choose(imports.listed(made.community)[-1].id)
    section.listing.buttons["open"].click()
    grab(made, page, out / f"{name}-open.png")
    assert section.sheet is not None
    section.sheet.dismiss()
    section.listing.buttons["back"].click()
    grab(made, page, out / f"{name}-ask.png")
    section.sheet.primary.click()
    grab(made, page, out / f"{name}-stays.png")


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
