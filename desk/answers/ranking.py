"""Ranks the approved answers for what is typed: the plain first shape, in memory.

Fields are weighed as BM25 weighs them (see ``desk.answers.tokens``). A question and each of its
other phrasings are ranked as lines of their own; an article is as good as its best line, and its
answer adds a little. What is stored with an article is text, so that loading needs no pinyin.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from heapq import nsmallest

from desk.answers.found import Hit
from desk.answers.matched import Query
from desk.answers.tokens import answer_tokens, asking_tokens, query_tokens, tokens

__all__ = ["Hit", "Index", "tokens"]

_K1, _B = 1.2, 0.5
#: Usual lengths in tokens; fixed, so that the order of writing never changes a ranking.
_ASKING, _ANSWER = 70.0, 40.0
#: What is left of an expired article's score when it is ranked.
_EXPIRED = 0.6
#: Dead lines that are borne before the index is built again.
_BORNE = 256
#: In a query of more tokens than ``_LONG``, one that a line in ``_COMMON`` has decides nothing.
_LONG, _COMMON, _FEW = 40, 12, 64


@dataclass(slots=True)
class _Article:
    question: str
    stored: str
    expired: bool
    first: int
    last: int


class Index:
    """The articles of one community, searched while somebody types."""

    def __init__(self) -> None:
        self._articles: dict[int, _Article] = {}
        self._clear()

    def _clear(self) -> None:
        self._postings: dict[str, array[int]] = {}
        #: For each line: its article (0: taken out; ids begin at 1), and what its length is worth.
        self._owner = array("q")
        self._worth = array("d")
        self._dead = 0

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._articles)

    def put(self, article_id: int, question: str, stored: str, *, expired: bool = False) -> None:
        """Add an article or replace it.

        Args:
            article_id: its id, from 1.
            question: as people read it; the spans of a hit refer to it.
            stored: what ``tokens`` made when it was written.
            expired: its valid-until has passed.
        """
        article = self._articles.get(article_id)
        if article is not None and article.stored == stored:
            article.question, article.expired = question, expired
            return
        self.remove(article_id)
        article = _Article(question, stored, expired, 0, 0)
        self._articles[article_id] = article
        self._write(article_id, article)

    def remove(self, article_id: int) -> None:
        """Take an article out; one that is not there is no mistake."""
        article = self._articles.pop(article_id, None)
        if article is None:
            return
        for line in range(article.first, article.last + 1):
            self._owner[line] = 0
        self._dead += article.last + 1 - article.first
        if self._dead > _BORNE and self._dead * 2 > len(self._owner):
            self._clear()
            for each, remaining in self._articles.items():
                self._write(each, remaining)

    def search(self, text: str, limit: int = 3) -> list[Hit]:
        """Return the best articles for a text, the best first.

        An expired article stands above a valid one only where it fits far better.
        """
        asked = query_tokens(text)
        if not asked or not self._articles:
            return []
        scores = self._scores(asked)
        articles = self._articles

        def rank(article_id: int) -> tuple[float, int]:
            left = _EXPIRED if articles[article_id].expired else 1.0
            return -scores[article_id] * left, article_id

        query = Query(text)
        hits = []
        for article_id in nsmallest(limit, scores, key=rank):
            article = articles[article_id]
            spans = query.spans(article.question)
            score = round(scores[article_id], 4)
            hits.append(Hit(article_id, score, None, spans, article.expired))
        return hits

    def _scores(self, asked: dict[str, float]) -> dict[int, float]:
        """Return article -> score: its best line, and what its answer adds."""
        worth, articles, owner = self._worth, self._articles, self._owner
        best: dict[int, float] = {}
        answers: dict[int, float] = {}
        for line, score in enumerate(self._line_scores(asked)):
            if not score or not owner[line]:
                continue
            article_id = owner[line]
            weighed = score * worth[line]
            if line == articles[article_id].last:
                answers[article_id] = weighed
            elif weighed > best.get(article_id, 0.0):
                best[article_id] = weighed
        for article_id, weighed in answers.items():
            best[article_id] = best.get(article_id, 0.0) + weighed
        return best

    def _line_scores(self, asked: dict[str, float]) -> list[float]:
        """Return a score for each line; what stands nearly everywhere is left out of long texts."""
        total = len(self._owner)
        scores = [0.0] * total
        common = max(_FEW, total / _COMMON) if len(asked) > _LONG else total
        for token, weight in asked.items():
            posting = self._postings.get(token)
            if posting is None or len(posting) > common:
                continue
            rarity = weight * math.log1p((total - len(posting) + 0.5) / (len(posting) + 0.5))
            for line in posting:
                scores[line] += rarity
        return scores

    def _write(self, article_id: int, article: _Article) -> None:
        """Write an article's lines at the end; its answer is the last of them."""
        *asked, answer = article.stored.split("\n")
        article.first = len(self._owner)
        for line in asked:
            self._add(article_id, asking_tokens(line), _ASKING)
        self._add(article_id, answer_tokens(answer), _ANSWER)
        article.last = len(self._owner) - 1

    def _add(self, article_id: int, having: set[str], usual: float) -> None:
        line = len(self._owner)
        self._owner.append(article_id)
        self._worth.append((_K1 + 1) / (1 + _K1 * (1 - _B + _B * len(having) / usual)))
        for token in having:
            posting = self._postings.get(token)
            if posting is None:
                posting = self._postings[token] = array("I")
            posting.append(line)
