"""One concept with all that is shown beside it, read off the main thread."""

from __future__ import annotations

from dataclasses import dataclass

from desk.answers import concepts
from desk.answers.concepts import StoredConcept
from desk.calls.memory import Memory
from desk.centre import revisions
from desk.centre.revisions import Revision
from desk.codes import Topic


@dataclass(frozen=True)
class Shown:
    """A concept, its history newest first, and the articles that speak of it.

    Attributes:
        articles: their ids and questions; None while the library is not read yet.
    """

    stored: StoredConcept
    revisions: tuple[Revision, ...]
    articles: tuple[tuple[int, str], ...] | None


def read(memory: Memory, key: str) -> Shown:
    """Read a concept.

    Raises:
        Refusal: ``concept.gone``.
    """
    stored = concepts.read(key)
    subject = concepts.subject(key)
    steps = revisions.of([(Topic.LEXICON, subject)]) if subject is not None else []
    return Shown(stored, tuple(steps), _articles(memory, key))


def _articles(memory: Memory, key: str) -> tuple[tuple[int, str], ...] | None:
    with memory.reading() as held:
        if not held.loaded:
            return None
        found = held.index.speaking_of(key)
        known = held.articles
        return tuple((one, known[one].form.question) for one in found if one in known)
