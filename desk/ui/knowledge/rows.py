"""What the list of articles consists of: worked out off the main thread, shown as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from desk.answers import upkeep
from desk.answers.library import StoredArticle
from desk.answers.upkeep import Lapse, Which
from desk.calls.memory import Memory
from desk.language.normal import normalise
from desk.ui.knowledge.draft import NEW

#: A search that finds more than these is no search.
MOST_FOUND = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a category ('' for none) and how many articles stand below it."""

    category: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One article; None is the new one that is being written and not stored yet."""

    article: StoredArticle | None
    used: int = 0
    lapse: Lapse = Lapse.NONE
    retired: bool = False
    unsaved: bool = False
    grouped: bool = False
    title: str = ""

    @property
    def id(self) -> int:
        """The id of the article, ``NEW`` for one that is not stored yet."""
        return NEW if self.article is None else self.article.id


Row = Heading | Line


@dataclass(frozen=True)
class Source:
    """What a listing is made from."""

    articles: Collection[StoredArticle]
    retired: Sequence[StoredArticle]
    used: Mapping[int, int]


@dataclass(frozen=True)
class Asked:
    """What somebody looks for: words, a part of the library, and what is being written.

    Attributes:
        unsaved: the ids of articles with changes that are not saved.
        new: the question of the article being written, None when none is.
    """

    text: str = ""
    which: Which = Which.ALL
    unsaved: frozenset[int] = frozenset()
    new: str | None = None


@dataclass(frozen=True)
class Listing:
    """The rows of one look at the library, and how many articles each part of it has."""

    asked: Asked
    rows: tuple[Row, ...] = ()
    counts: Mapping[Which, int] = field(default_factory=dict)


def read(memory: Memory, community: int, asked: Asked, today: date) -> Listing:
    """Read what is shown for what is asked."""
    retired = upkeep.retired(community)
    used = upkeep.used(community)
    found = None
    with memory.reading() as held:
        source = Source(list(held.articles.values()), retired, used)
        if asked.text and asked.which is not Which.RETIRED:
            found = [hit.article_id for hit in held.index.search(asked.text, MOST_FOUND)]
    return listing(source, asked, found, today)


def listing(source: Source, asked: Asked, found: Sequence[int] | None, today: date) -> Listing:
    """Lay out the rows.

    Args:
        source: the library.
        asked: what somebody looks for.
        found: the ids a search ranked, the best first; None where nothing was searched.
        today: the local day on which articles run out.
    """
    lines = {one.id: _line(one, source, asked, today) for one in source.articles}
    counts = {
        which: sum(
            line.article is not None and upkeep.belongs(which, line.article, line.used, today)
            for line in lines.values()
        )
        for which in (Which.ALL, Which.LAPSING, Which.UNUSED)
    }
    counts[Which.RETIRED] = len(source.retired)
    rows: list[Row] = []
    if asked.new is not None:
        rows.append(Line(None, unsaved=True, title=asked.new))
    if asked.which is Which.RETIRED:
        wanted = [one for one in source.retired if _holds(one, asked.text)]
        rows += [_line(one, source, asked, today, retired=True) for one in wanted]
    elif found is not None:
        ranked = [lines[one] for one in found if one in lines]
        rows += [line for line in ranked if _belongs(asked.which, line, today)]
    else:
        chosen = [one for one in source.articles if _belongs(asked.which, lines[one.id], today)]
        rows += _grouped(chosen, lines)
    return Listing(asked, tuple(rows), counts)


def _line(
    article: StoredArticle, source: Source, asked: Asked, today: date, *, retired: bool = False
) -> Line:
    return Line(
        article,
        used=source.used.get(article.id, article.used),
        lapse=upkeep.lapse(article.form, today),
        retired=retired,
        unsaved=article.id in asked.unsaved,
    )


def _belongs(which: Which, line: Line, today: date) -> bool:
    return line.article is not None and upkeep.belongs(which, line.article, line.used, today)


def _grouped(articles: Collection[StoredArticle], lines: Mapping[int, Line]) -> list[Row]:
    rows: list[Row] = []
    in_order = upkeep.in_order(articles)
    for category, group in groupby(in_order, key=lambda one: one.form.category):
        members = list(group)
        rows.append(Heading(category, len(members)))
        for one in members:
            line = lines[one.id]
            rows.append(Line(one, line.used, line.lapse, line.retired, line.unsaved, grouped=True))
    return rows


def _holds(article: StoredArticle, text: str) -> bool:
    """Tell whether every word of a text stands in a retired article: the index has it no more."""
    form = article.form
    hay = normalise(" ".join((form.question, *form.phrasings, form.answer, form.category)))
    return all(word in hay for word in normalise(text).split())
