"""The articles of one community, searched while somebody types.

What was typed is cut (``typed``), the postings bring the best few articles (``scoring``), these
are laid beside it (``measures``), and the sum of their measures ranks them. Equal ones stand in
the order of their ids, so the same text gives the same order on every desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from desk.answers.found import Hit
from desk.answers.index import Postings, Work
from desk.answers.matched import Query
from desk.answers.meanings import Meant
from desk.answers.measures import MEASURES, Laid, lay
from desk.answers.naming import Naming
from desk.answers.reasons import Reasons
from desk.answers.scoring import Candidate, Question, about, by_meaning, candidates, weigh
from desk.answers.segment import Stored
from desk.answers.typed import cut
from desk.answers.weights import LATIN_WEIGHTS, STORY_WEIGHTS, WEIGHTS
from desk.language.lexicon import Lexicon
from desk.language.spoken import plain
from desk.language.vectors import Vectors, together

__all__ = ["Hit", "Index"]

#: Texts that need every table there is: of characters, of sounds, of initials, of other speech.
EVERY_WAY = ("你好，我想问下物业费喺邊度交", "wuyefei", "wyf")
#: What is left of an expired article's score when it is ranked.
_EXPIRED = 0.6


@dataclass(slots=True)
class _Article:
    question: str
    row: bytes
    vector: bytes | None
    expired: bool


class Index:
    """The articles of one community."""

    def __init__(self, lexicon: Lexicon | None = None, vectors: Vectors | None = None) -> None:
        """Begin without articles.

        Args:
            lexicon: which words mean the same.
            vectors: what words mean; the vectors that are put must be of the same table.
        """
        self._vectors = vectors
        self._articles: dict[int, _Article] = {}
        self._postings = Postings(vectors.size if vectors is not None else 0)
        self.put_lexicon(lexicon or Lexicon(()))

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._articles)

    def put(
        self,
        article_id: int,
        question: str,
        stored: bytes,
        *,
        expired: bool = False,
        vector: bytes | None = None,
    ) -> None:
        """Add an article or replace it.

        Args:
            article_id: its id.
            question: as people read it; the spans of a hit refer to it.
            stored: what ``tokens.stored`` made when it was written.
            expired: its valid-until has passed.
            vector: what ``meaning.stored_vector`` made.
        """
        known = self._articles.get(article_id)
        if known is None or (known.row, known.vector) != (stored, vector):
            if known is not None:
                self._postings.remove(article_id)
            self._postings.put(Stored(article_id, stored, vector))
        self._articles[article_id] = _Article(question, stored, vector, expired)

    def remove(self, article_id: int) -> None:
        """Take an article out; one that is not there is no mistake."""
        if self._articles.pop(article_id, None) is not None:
            self._postings.remove(article_id)

    def stored(self, article_id: int) -> bytes:
        """Return what ``tokens.stored`` made of an article that is there."""
        return self._articles[article_id].row

    def put_lexicon(self, lexicon: Lexicon) -> None:
        """Let words mean from now on what a lexicon says."""
        self._naming, meant = _understood(lexicon)
        self._postings.mean(meant)

    def warm(self) -> None:
        """Make and read now what the first search would otherwise make and read."""
        for text in EVERY_WAY:
            self.search(text)

    def due(self) -> Work | None:
        """Return work that would make searching quicker, or None.

        It is begun and taken up (``take``) by who holds the index for himself; to do it
        (``Work.do``) nobody needs to be kept from searching.
        """
        return self._postings.due()

    def take(self, work: Work) -> None:
        """Take up work that is done."""
        self._postings.take(work)

    def speaking_of(self, concept: str) -> list[int]:
        """Return the ids of the articles that speak of a concept, given by its key.

        Those where people ask for it stand before those that only answer with it.
        """
        place = next((at for at, one in enumerate(self._naming.concepts) if one.key == concept), -1)
        if place < 0:
            return []
        asked: set[int] = set()
        told: set[int] = set()
        for part in self._postings.parts():
            for found, lines in ((asked, part.asked(place)), (told, part.answered(place))):
                owners = part.segment.owner[lines]
                found.update(part.segment.ids[owners].tolist())
        return [*sorted(asked), *sorted(told - asked)]

    def search(self, text: str, limit: int = 3) -> list[Hit]:
        """Return the best articles for a text, the best first.

        An expired article stands above a valid one only where it fits far better.
        """
        read = plain(text)
        looked = self.look(read.text)
        if looked is None:
            return []
        question, found, laid = looked
        weights = WEIGHTS
        if question.typed.latin:
            weights = LATIN_WEIGHTS
        elif question.is_story:
            weights = STORY_WEIGHTS
        scores = laid.measures @ np.array([weights[name] for name in MEASURES])
        scores *= [_EXPIRED if self._articles[one.article].expired else 1.0 for one in found]
        rounded = np.round(scores, 5).tolist()
        ranked = sorted(range(len(found)), key=lambda at: (-rounded[at], found[at].article))
        query = Query(text)
        reasons = Reasons(text, read, question, self._naming.concepts)
        hits = []
        for at in ranked[:limit]:
            article = self._articles[found[at].article]
            spans = query.spans(article.question)
            why = reasons.of(article.question, laid, at)
            measures = tuple(laid.measures[at].tolist())
            hits.append(
                Hit(found[at].article, rounded[at], None, spans, article.expired, why, measures)
            )
        return hits

    def look(self, read: str) -> tuple[Question, list[Candidate], Laid] | None:
        """Lay the best articles beside a plain text; None where there are none."""
        typed = cut(read)
        if not typed.tokens or not self._articles:
            return None
        parts = self._postings.parts()
        question = weigh(typed, self._naming, parts)
        if self._vectors is not None:
            question.words = self._vectors.of_words(read)
            question.vector = together(question.words) if question.words is not None else None
        found = by_meaning(question, candidates(question, parts), parts)
        question.about = about(question, found, parts)
        return (question, found, lay(question, found, parts)) if found else None


@lru_cache(maxsize=2)
def _understood(lexicon: Lexicon) -> tuple[Naming, Meant]:
    """Return how a lexicon is found in texts and in articles.

    Kept, because it takes a while and nearly every index has the same one.
    """
    naming = Naming(lexicon)
    return naming, Meant([lexicon.plain[word] for word in one.words] for one in naming.concepts)
