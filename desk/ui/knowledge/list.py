"""The list of the articles."""

from __future__ import annotations

from desk.ui.browsing.list import WalkedList
from desk.ui.knowledge.table import ArticleDelegate, ArticleTable
from desk.ui.look import Look
from desk.words.catalogue import Words


class ArticleList(WalkedList):
    """Shows an ``ArticleTable``."""

    def __init__(self, look: Look, words: Words, table: ArticleTable) -> None:
        super().__init__(look, words.say("Articles"))
        self.setUniformItemSizes(False)
        self.setModel(table)
        self.setItemDelegate(ArticleDelegate(look, table, self))
