"""Keeping the library in order: what has run out, what nobody asks, what was taken out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from desk.answers import library
from desk.answers.library import ArticleForm, StoredArticle
from desk.codes import Topic
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Article
from desk.refusals import Refusal

#: From this many days before its last day on an article is said to run out soon.
SOON = timedelta(days=30)


class Lapse(StrEnum):
    """How it stands with the time an answer holds."""

    NONE = "none"
    LATER = "later"
    SOON = "soon"
    EXPIRED = "expired"


class Which(StrEnum):
    """A part of the library that somebody looks through."""

    ALL = "all"
    LAPSING = "lapsing"
    UNUSED = "unused"
    RETIRED = "retired"


def lapse(form: ArticleForm, today: date) -> Lapse:
    """Tell how an article stands on a local day; its last day still counts."""
    if form.valid_until is not None and form.valid_until < today:
        return Lapse.EXPIRED
    if form.valid_from is not None and form.valid_from > today:
        return Lapse.LATER
    if form.valid_until is not None and form.valid_until <= today + SOON:
        return Lapse.SOON
    return Lapse.NONE


def belongs(which: Which, article: StoredArticle, used: int, today: date) -> bool:
    """Tell whether an article in use belongs to a part of the library."""
    if which is Which.LAPSING:
        return lapse(article.form, today) in (Lapse.SOON, Lapse.EXPIRED)
    if which is Which.UNUSED:
        return used == 0
    return which is Which.ALL


def in_order(articles: Iterable[StoredArticle]) -> list[StoredArticle]:
    """Return articles by category and question; those without a category stand last."""
    return sorted(
        articles,
        key=lambda one: (not one.form.category, one.form.category, one.form.question, one.id),
    )


def used(community: int) -> dict[int, int]:
    """Return how often each article of a community answered a call, by its id."""
    query = Article.select(Article.id, Article.used).where(Article.community == community)
    return dict(query.tuples().execute())


def retired(community: int) -> list[StoredArticle]:
    """Return the articles that were taken out of the answers, by category and question."""
    query = Article.select(Article.id).where((Article.community == community) & ~Article.active)
    return in_order(library.read(row) for (row,) in query.tuples().execute())


def is_retired(article: int) -> bool:
    """Tell whether an article was taken out of the answers.

    Raises:
        Refusal: ``article.gone`` when there is none.
    """
    row = Article.get_or_none(Article.id == article)
    if row is None:
        raise Refusal("article.gone")
    return not row.active


def bring_back(write: Write, article: int, seen: int) -> int:
    """Take a retired article into the answers again; return its new version.

    Raises:
        Refusal: ``article.gone``, ``article.stale``, or ``article.exists`` when another one asks
            the same by now.
    """
    row = Article.get_or_none(Article.id == article)
    if row is None:
        raise Refusal("article.gone")
    same = Article.get_or_none(
        (Article.community == row.community_id)
        & (Article.question == row.question)
        & Article.active
    )
    if same is not None and same.id != article:
        raise Refusal("article.exists", question=row.question)
    version = versions.update(
        Article, article, seen, "article.stale", active=True, updated_at=write.now
    )
    write.log(Topic.ARTICLES, article, "article.brought_back")
    return version
