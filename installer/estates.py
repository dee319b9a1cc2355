"""Asks labelled questions of their library and lays down what came of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.answers.confidence import features
from desk.answers.found import Hit
from desk.answers.meaning import stored_vector, table
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Lexicon, shipped
from desk.language.reading import Reading, read
from desk.language.said import Said
from installer import meanings

LABELLED = Path(__file__).resolve().parent.parent / "tests" / "answers" / "labelled"
_OFFERED, _LOOKED_AT = 3, 5
#: What a question counts whose answer was taken out, and one that has nothing to do with a library.
GONE, OUTSIDE = 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what the library found.

    Attributes:
        library: which library was asked.
        qid: whose; the same with and without its answer, and in every library.
        kind: as labelled.
        intent: ``faq``, ``oos`` or ``ticket``; a question whose answer was taken out is ``gone``.
        text: what was asked.
        hits: what was found.
        reading: what it says.
        features: of the text, its reading and the first hit.
        right: the first hit answers it.
        offered: one of the first three does.
        weight: how much it counts beside what somebody might ask just there.
    """

    library: str
    qid: str
    kind: str
    intent: str
    text: str
    hits: tuple[Hit, ...]
    reading: Reading
    features: tuple[float, ...]
    right: bool
    offered: bool
    weight: float = 1.0


def estates() -> dict[str, list[Case]]:
    """Return the cases of the labelled estates by their names.

    Beside their own questions these are the same without their answers, and what is asked outside.
    """
    found = {}
    for path in sorted(LABELLED.glob("*_articles.jsonl")):
        name = path.name.split("_")[0]
        library = Library(name, lines(path), reporting(name))
        own = lines(LABELLED / f"{name}_queries.jsonl")
        outside = lines(LABELLED / "outside_queries.jsonl")
        found[name] = [
            *map(library.ask, own),
            *(library.ask_without(query) for query in own if query["intent"] == "faq"),
            *(replace(library.ask(query), weight=OUTSIDE) for query in outside),
        ]
    return found


def cases(name: str, articles: Path, queries: Path) -> list[Case]:
    """Return the cases of another library."""
    return [*map(Library(name, lines(articles)).ask, lines(queries))]


def reporting(estate: str) -> Callable[[str], float]:
    """Return how likely a text is a report, learned from everything but an estate's texts.

    What ships has learned from all of them, and is surer of them than it will be of others.
    """
    own = {
        one.get("text") or one.get("question")
        for path in (*LABELLED.glob(f"{estate}_*.jsonl"), *LABELLED.glob("outside_*.jsonl"))
        for one in lines(path)
    }
    return meanings.reporting(frozenset(text for text in own if text))


class Library:
    """A library of labelled articles, asked as the desk asks its own."""

    def __init__(
        self,
        name: str,
        articles: Sequence[dict[str, Any]],
        reports: Callable[[str], float] | None = None,
    ) -> None:
        """Write the articles.

        Args:
            name: what the library is called.
            articles: as they are labelled.
            reports: how likely a text is a report, where it is not for the reading to say.
        """
        self._name = name
        self._reports = reports
        self._articles = {one["id"]: (at, one) for at, one in enumerate(articles, start=1)}
        self._called = {at: called for called, (at, _) in self._articles.items()}
        self._index = Index(Lexicon(shipped()), table())
        self._put(list(self._articles))

    def _put(self, called: Sequence[str]) -> None:
        for one in called:
            at, article = self._articles[one]
            question, phrasings = article["question"], article.get("phrasings") or []
            row = stored(question, phrasings, article["answer"])
            vector = stored_vector(question, article["answer"])
            self._index.put(at, question, row, vector=vector)

    def ask(self, query: dict[str, Any]) -> Case:
        """Ask a labelled question."""
        text = query["text"]
        reading = read(text)
        if self._reports is not None:
            reading = replace(reading, reports=Said(self._reports(text)))
        hits = tuple(self._index.search(text, _LOOKED_AT))
        fits = [self._called[hit.article_id] in query["gold"] for hit in hits]
        found = features(self._index, text, hits, reading)
        right, offered = any(fits[:1]), any(fits[:_OFFERED])
        return Case(
            self._name,
            query["qid"],
            query["kind"],
            query["intent"],
            text,
            hits,
            reading,
            found,
            right,
            offered,
        )

    def ask_without(self, query: dict[str, Any]) -> Case:
        """Ask a labelled question while its answers are taken out."""
        for one in query["gold"]:
            self._index.remove(self._articles[one][0])
        case = self.ask(query | {"gold": [], "intent": "gone"})
        self._put(query["gold"])
        return replace(case, weight=GONE)


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]
