"""What a list of questions would bring: new articles, changed ones, and what is to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desk.answers.library import ArticleForm
from desk.intake.left_out import LeftOut
from desk.sheets.findings import Place


class NewArticle(NamedTuple):
    """A question that the library does not know; ``said`` is JSON."""

    source: Place
    form: ArticleForm
    said: str


class Touched(NamedTuple):
    """An article of the library that the file names too.

    Attributes:
        article: its id.
        version: as it was seen.
        source: the row of the file.
        before: how it stands in the library.
        after: how it would stand: what the desk wrote is kept, what the file alone changed is not.
        said: what the file says, as JSON, against which the next file is held.
    """

    article: int
    version: int
    source: Place
    before: ArticleForm
    after: ArticleForm
    said: str


class Asked(NamedTuple):
    """An article that the desk and the file say differently: the desk's stays unless it is taken.

    Attributes:
        touched: the article, as it would stand with the desk's wording.
        theirs: as it would stand with the file's.
        fields: what differs: ``answer``, ``category``, ``owner``, ``valid_from``, ``valid_until``.
        retired: somebody took it out of the library; taking the file's brings it in anew.
    """

    touched: Touched
    theirs: ArticleForm
    fields: tuple[str, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class KnowledgePlan:
    """All that is computed before anything is written; ``seen`` are articles that stay."""

    new: tuple[NewArticle, ...]
    changed: tuple[Touched, ...]
    asked: tuple[Asked, ...]
    seen: tuple[Touched, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def same(self) -> int:
        """Return how many articles stay as they are."""
        return len(self.seen)

    @property
    def is_nothing(self) -> bool:
        """Tell whether the library would stay as it is, whatever is decided."""
        return not (self.new or self.changed or self.asked)
