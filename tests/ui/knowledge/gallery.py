"""Saves pictures of the Knowledge page: ``python -m tests.ui.knowledge.gallery OUT``."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.answers.upkeep import Which
from desk.models.database import Store
from desk.models.tables import Article
from desk.sample.content import read_content
from desk.ui import fonts
from desk.ui.knowledge.page import KnowledgePage
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.conftest import MORNING
from tests.ui.footing import Place, place


def stock(centre: Place) -> None:
    today = centre.session.today()
    for at, article in enumerate(read_content().articles_on(today)):
        form = ArticleForm(
            article.question,
            article.answer,
            tuple(article.phrasings),
            article.category,
            (centre.supervisor.id, centre.receptionist.id, None)[at % 3],
            today - timedelta(days=200),
            (None, None, today + timedelta(days=300), today + timedelta(days=12))[at % 4]
            if at != 8
            else today - timedelta(days=3),
        )
        row = centre.write(library.add, centre.community, form)
        Article.update(used=(at * 7) % 23).where(Article.id == row).execute()
    centre.load()


def story(centre: Place, out: Path, name: str, width: int, height: int) -> None:
    page = KnowledgePage(centre.session)
    centre.show(page, width, height)

    def grab(what: str) -> None:
        centre.settle()
        page.window().grab().save(str(out / f"{name}-{what}.png"))

    grab("all")
    page.browser.look_at(Which.LAPSING)
    page.panes.show_right()
    page.browser.list.setFocus()
    grab("lapsing")
    page.browser.look_at(Which.ALL)
    page.browser.line.setText("停车")
    row = page.browser.current
    if not row:
        return
    form = library.read(row).form
    version = Article.get_by_id(row).version
    edited = replace(
        form,
        answer=form.answer.replace("。", "，具体以合同为准。", 1),
        category="停车收费",
        owner=centre.supervisor.id,
    )
    centre.write(library.edit, row, version, edited)
    centre.load()
    grab("search")
    page.edit()
    page.editor.answer.setPlainText(form.answer + "\n详情可以看公众号。")
    page.editor.valid_until.setText("12-31")
    grab("edit")
    theirs = replace(edited, answer="请到前台办理，月租 300 元。")
    centre.write(library.edit, row, version + 1, theirs, by=centre.receptionist)
    grab("both")
    page.writing.leave()
    grab("leave")
    page.writing.throw_away()


def main(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    for scheme, scale, language, width, height in (
        ("light", 1.0, "zh_CN", 1200, 800),
        ("light", 1.0, "en", 944, 700),
        ("dark", 1.0, "zh_CN", 944, 700),
        ("light", 2.0, "zh_CN", 1200, 1000),
        ("dark", 2.0, "en", 1840, 1200),
    ):
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder), MORNING)
            look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
            with place(store, look, Words(language), Path(folder)) as centre:
                stock(centre)
                story(centre, out, f"{scheme}-{scale:.0f}-{language}", width, height)
            store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
