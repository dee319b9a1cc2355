"""One article with all that is shown beside it, read off the main thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.answers import library, upkeep
from desk.answers.library import StoredArticle
from desk.centre import revisions, staff
from desk.centre.revisions import Revision
from desk.codes import Topic


@dataclass(frozen=True)
class Shown:
    """An article, whether it is out of use, its history newest first, and everybody's names."""

    article: StoredArticle
    retired: bool
    revisions: tuple[Revision, ...]
    staff: Mapping[int, str]


def read(article: int) -> Shown:
    """Read an article.

    Raises:
        Refusal: ``article.gone``.
    """
    return Shown(
        library.read(article),
        upkeep.is_retired(article),
        tuple(revisions.of([(Topic.ARTICLES, article)])),
        staff.names(),
    )
