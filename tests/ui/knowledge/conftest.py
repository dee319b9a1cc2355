"""A small library on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.models.database import Store
from desk.models.tables import Article
from desk.ui.knowledge.page import KnowledgePage
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.ui.footing import Place, place

ARTICLES = (
    ArticleForm(
        "家里漏水怎么办？",
        "请先关闭水表前的总阀门，我马上派水电师傅上门。",
        ("水管爆了", "厨房漏水"),
        "报修",
    ),
    ArticleForm("物业费怎么交？", "可以到前台交，也可以在公众号上交。", (), "收费"),
    ArticleForm(
        "停车费多少钱？", "月租三百元。", ("车位费",), "收费", valid_until=date(2026, 3, 1)
    ),
    ArticleForm(
        "装修押金什么时候退？", "验收后七天内退还。", (), "", valid_until=date(2026, 3, 20)
    ),
)


@pytest.fixture
def centre(sqlite_store: Store, look: Look, words: Words, tmp_path) -> Iterator[Place]:
    with place(sqlite_store, look, words, tmp_path) as made:
        yield made


@pytest.fixture
def stocked(centre: Place) -> Place:
    """A library of four articles; the first has answered three calls."""
    for form in ARTICLES:
        centre.write(library.add, centre.community, form)
    Article.update(used=3).where(Article.question == "家里漏水怎么办？").execute()
    centre.load()
    return centre


@pytest.fixture
def page(stocked: Place) -> KnowledgePage:
    page = KnowledgePage(stocked.session)
    stocked.show(page)
    return page
