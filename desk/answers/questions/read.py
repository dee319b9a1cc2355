"""What was read from a list of questions: articles as they were written, and where they stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.sheets.findings import Findings, Place


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """A question with its other phrasings and the answer to it, as a clerk reads them.

    Attributes:
        question: how it is asked first.
        phrasings: other ways to ask it, in order, without the question and without repeats.
        answer: its lines as they were broken; no notes of the office in it.
        category: "" where none is written.
        owner: who vouches for the wording, as written; "" where nobody is named.
        valid_from: local day, included; None for no limit.
        valid_until: as ``valid_from``.
        source: the row in which the question stands.
        written_id: what the file itself calls the article; "" where it gives it no name.
    """

    question: str
    phrasings: tuple[str, ...]
    answer: str
    category: str
    owner: str
    valid_from: date | None
    valid_until: date | None
    source: Place
    written_id: str = ""


@dataclass(frozen=True, slots=True)
class KnowledgeRead:
    """All articles of a file, and what became of everything else in it."""

    articles: tuple[ReadArticle, ...]
    found: Findings
