"""Saves pictures of the import page: ``python -m tests.ui.intake.gallery OUT FILE…``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.models.database import Store
from desk.ui import fonts
from desk.ui.intake.page import ImportPage
from desk.ui.intake.results_view import Part
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.conftest import MORNING
from tests.ui.footing import Place, place
from tests.ui.intake import papers


def story(centre: Place, files: list[Path], out: Path, name: str, width: int, height: int) -> None:
    page = ImportPage(centre.session)
    centre.show(page, width, height)

    def grab(what: str) -> None:
        for _ in range(3):
            centre.settle()
        page.window().grab().save(str(out / f"{name}-{what}.png"))

    grab("start")
    for number, file in enumerate(files):
        page.take(file)
        for part in Part:
            if part is Part.COLUMNS and not page.content.narrow:
                continue
            page.content.results.show_part(part)
            grab(f"{number}-{part}")
    page.take(papers.roster(out))
    page.publish()
    page.take(papers.workbook(out / "下月花名册.xlsx", 花名册=papers.NEXT_ROSTER))
    page.content.results.show_part(Part.PLAN)
    grab("again")
    page.leave()
    page.take(papers.workbook(out / "看不懂.xlsx", 会议=[("今天开会",), ("大家都来了",)]))
    grab("nothing")
    page.take(out / "gone.xlsx")
    grab("refused")


def main(out: Path, files: list[Path]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    for scheme, scale, language, width, height in (
        ("light", 1.0, "zh_CN", 1200, 800),
        ("light", 1.0, "en", 944, 700),
        ("dark", 1.0, "zh_CN", 944, 700),
        ("light", 2.0, "zh_CN", 944, 700),
        ("dark", 2.0, "en", 1840, 1200),
    ):
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder), MORNING)
            look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
            with place(store, look, Words(language), Path(folder)) as centre:
                name = f"{scheme}-{scale:.0f}-{language}"
                story(centre, files, out, name, width, height)
            store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
