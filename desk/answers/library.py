"""The library: articles written, edited and retired with their history, and read for the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from desk.answers import meaning
from desk.answers.tokens import is_current, stored
from desk.codes import Topic
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Article, Phrasing, Staff
from desk.refusals import Refusal


@dataclass(frozen=True)
class ArticleForm:
    """An article as it is written: one question, its other phrasings, one approved answer.

    ``owner`` is the id of the member of staff who vouches for the wording; ``valid_from`` and
    ``valid_until`` are local days, both included, None for no limit.
    """

    question: str
    answer: str
    phrasings: tuple[str, ...] = ()
    category: str = ""
    owner: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True)
class StoredArticle:
    """An article with what an edit must name, and how often it answered a call.

    Attributes:
        made_anew: what is stored of tokens or vector was made in another way than it is now; what
            stands here is as it is now, and ``keep`` stores it.
    """

    id: int
    version: int
    form: ArticleForm
    owner_name: str
    used: int
    updated_at: datetime
    tokens: bytes
    vector: bytes | None = None
    made_anew: bool = False


def add(write: Write, community: int, form: ArticleForm) -> int:
    """Add an article and return its id.

    Raises:
        Refusal: ``article.question_missing``, ``article.answer_missing``,
            ``article.dates_reversed`` or ``article.exists``.
    """
    form = _checked(form)
    _refuse_double(community, form.question, but=None)
    row = int(Article.insert(community=community, updated_at=write.now, **_columns(form)).execute())
    _put_phrasings(row, form.phrasings)
    write.log(Topic.ARTICLES, row, "article.added", text=_text(form))
    return row


def edit(write: Write, article: int, seen: int, form: ArticleForm) -> int:
    """Replace an article's wording, keeping the old one in its history; return the new version.

    Raises:
        Refusal: as ``add``, and ``article.stale`` when somebody else edited it meanwhile.
    """
    form = _checked(form)
    row = Article.get_or_none(Article.id == article)
    if row is None:
        raise Refusal("article.gone")
    _refuse_double(row.community_id, form.question, but=article)
    before = read(article).form
    version = versions.update(
        Article, article, seen, "article.stale", updated_at=write.now, **_columns(form)
    )
    if form.phrasings != before.phrasings:
        Phrasing.delete().where(Phrasing.article == article).execute()
        _put_phrasings(article, form.phrasings)
    text = {"before": _text(before), "after": _text(form)}
    write.log(Topic.ARTICLES, article, "article.edited", text=text)
    return version


def retire(write: Write, article: int, seen: int) -> int:
    """Take an article out of the answers; its history stays."""
    version = versions.update(
        Article, article, seen, "article.stale", active=False, updated_at=write.now
    )
    write.log(Topic.ARTICLES, article, "article.retired")
    return version


def read(article: int) -> StoredArticle:
    """Return one article.

    Raises:
        Refusal: ``article.gone`` when there is none.
    """
    found = _load(Article.id == article)
    if not found:
        raise Refusal("article.gone")
    return found[0]


def active(community: int) -> list[StoredArticle]:
    """Return the articles of a community that are in use, by category and question."""
    return _load((Article.community == community) & Article.active)


def some(articles: Sequence[int]) -> list[StoredArticle]:
    """Return those of the named articles that are in use."""
    return _load(Article.id.in_(articles) & Article.active)


def keep(articles: Iterable[StoredArticle]) -> None:
    """Store the tokens and vectors of articles that were made anew when they were read.

    No edit: nobody is told, and one that was edited meanwhile has been cut by that.
    """
    for one in articles:
        if one.made_anew:
            Article.update(tokens=one.tokens, vector=one.vector).where(
                Article.id == one.id, Article.version == one.version
            ).execute()


def _load(condition: object) -> list[StoredArticle]:
    phrasings: dict[int, list[str]] = {}
    query = (
        Phrasing.select(Phrasing.article, Phrasing.text)
        .join(Article)
        .where(condition)
        .order_by(Phrasing.article, Phrasing.position)
    )
    for article, text in query.tuples().execute():
        phrasings.setdefault(article, []).append(text)
    rows = (
        Article.select(Article, Staff.id, Staff.name)
        .left_outer_join(Staff)
        .where(condition)
        .order_by(Article.category, Article.question, Article.id)
    )
    return [_stored(row, tuple(phrasings.get(row.id, ()))) for row in rows]


def _stored(row: Article, phrasings: tuple[str, ...]) -> StoredArticle:
    form = ArticleForm(
        question=row.question,
        answer=row.answer,
        phrasings=phrasings,
        category=row.category,
        owner=row.owner_id,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
    owner = row.owner.name if row.owner is not None else ""
    tokens = bytes(row.tokens)
    cut = is_current(tokens)
    if not cut:
        tokens = stored(form.question, form.phrasings, form.answer)
    vector = None if row.vector is None else bytes(row.vector)
    meant = meaning.is_current(vector)
    if not meant:
        vector = meaning.stored_vector(form.question, form.answer)
    return StoredArticle(
        id=row.id,
        version=row.version,
        form=form,
        owner_name=owner,
        used=row.used,
        updated_at=row.updated_at,
        tokens=tokens,
        vector=vector,
        made_anew=not (cut and meant),
    )


def _checked(form: ArticleForm) -> ArticleForm:
    question, answer = form.question.strip(), form.answer.strip()
    if not question:
        raise Refusal("article.question_missing")
    if not answer:
        raise Refusal("article.answer_missing")
    if form.valid_from and form.valid_until and form.valid_until < form.valid_from:
        raise Refusal("article.dates_reversed")
    spoken = dict.fromkeys(text.strip() for text in form.phrasings)
    phrasings = tuple(text for text in spoken if text and text != question)
    return replace(
        form,
        question=question,
        answer=answer,
        phrasings=phrasings,
        category=form.category.strip(),
    )


def _refuse_double(community: int, question: str, but: int | None) -> None:
    same = (Article.community == community) & (Article.question == question) & Article.active
    other = Article.get_or_none(same if but is None else same & (Article.id != but))
    if other is not None:
        raise Refusal("article.exists", question=question)


def _columns(form: ArticleForm) -> dict[str, object]:
    columns = asdict(form)
    del columns["phrasings"]
    return columns | {
        "tokens": stored(form.question, form.phrasings, form.answer),
        "vector": meaning.stored_vector(form.question, form.answer),
    }


def _put_phrasings(article: int, phrasings: Sequence[str]) -> None:
    for position, text in enumerate(phrasings):
        Phrasing.insert(article=article, text=text, position=position).execute()


def _text(form: ArticleForm) -> dict[str, object]:
    columns = asdict(form) | {"phrasings": list(form.phrasings)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in columns.items()
    }
