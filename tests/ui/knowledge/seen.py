"""What stands on the Knowledge page, as somebody reads it."""

from __future__ import annotations

from desk.models.tables import Article
from desk.ui.knowledge.page import KnowledgePage
from desk.ui.knowledge.rows import Heading, Line


def titles(page: KnowledgePage) -> list[str]:
    table = page.browser.table
    return [
        f"[{table.name(row)} {row.count}]" if isinstance(row, Heading) else table.said(row).title
        for row in table.rows
    ]


def choose(page: KnowledgePage, question: str) -> None:
    page.browser.choose(Article.get(Article.question == question).id)


def lines(page: KnowledgePage) -> list[Line]:
    return [row for row in page.browser.table.rows if isinstance(row, Line)]
