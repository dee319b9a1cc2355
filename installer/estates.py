"""Asks labelled questions of their library and lays down what came of each."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.answers.confidence import features
from desk.answers.found import Hit
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language import reports
from desk.language.lexicon import Lexicon, shipped
from desk.language.reading import Reading, read
from desk.language.said import Said
from installer.labelled import asks, reported, supposed
from installer.linear import learn
from installer.meanings import Lookers, tasks

LABELLED = Path(__file__).resolve().parent.parent / "tests" / "answers" / "labelled"
_OFFERED, _LOOKED_AT = 3, 5


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what the library found.

    Attributes:
        qid: whose; the same with and without its answer.
        kind: as labelled.
        intent: ``faq``, ``oos`` or ``ticket``; a question whose answer was taken out is ``gone``.
        text: what was asked.
        hits: what was found.
        reading: what it says.
        features: of the text, its reading and the first hit.
        right: the first hit answers it.
        offered: one of the first three does.
    """

    qid: str
    kind: str
    intent: str
    text: str
    hits: tuple[Hit, ...]
    reading: Reading
    features: tuple[float, ...]
    right: bool
    offered: bool


def estates() -> dict[str, list[Case]]:
    """Return the cases of the labelled estates by their names, without their answers too."""
    names = sorted(one.name.split("_")[0] for one in LABELLED.glob("*_articles.jsonl"))
    return {
        name: cases(
            LABELLED / f"{name}_articles.jsonl",
            LABELLED / f"{name}_queries.jsonl",
            without=True,
            reports=reporting(name),
        )
        for name in names
    }


def reporting(estate: str) -> Callable[[str], float]:
    """Return how likely a text is a report, learned from everything but an estate's texts.

    What ships has learned from all of them, and is surer of them than it will be of others.
    """
    own = {
        one.get("text") or one.get("question")
        for path in LABELLED.glob(f"{estate}_*.jsonl")
        for one in _lines(path)
    }
    examples = [*reported(), *supposed(), *asks()]
    random.Random(1).shuffle(examples)
    look = Lookers()
    task = tasks(look, [one for one in examples if one.text not in own])["reporting"]
    weights = learn(task).plain()

    def chance(text: str) -> float:
        seen = look(text)
        return reports.chance(seen.found, weights, seen.meaning, at_home=seen.at_home)

    return chance


def cases(
    articles: Path,
    queries: Path,
    *,
    without: bool = False,
    reports: Callable[[str], float] | None = None,
) -> list[Case]:
    """Return the cases of a library.

    Args:
        articles: the library.
        queries: the labelled questions.
        without: in-scope questions are asked once more, their answers gone.
        reports: how likely a text is a report, where it is not for the reading to say.
    """
    library = Library(_lines(articles), reports)
    found = []
    for query in _lines(queries):
        found.append(library.ask(query))
        if without and query["intent"] == "faq":
            library.take(query["gold"])
            found.append(library.ask(query | {"gold": [], "intent": "gone"}))
            library.put(query["gold"])
    return found


class Library:
    """A library of labelled articles, asked as the desk asks its own."""

    def __init__(
        self, articles: Sequence[dict[str, Any]], reports: Callable[[str], float] | None = None
    ) -> None:
        self._reports = reports
        self._articles = {one["id"]: (at, one) for at, one in enumerate(articles, start=1)}
        self._called = {at: called for called, (at, _) in self._articles.items()}
        self._index = Index(Lexicon(shipped()))
        self.put(list(self._articles))

    def put(self, called: Sequence[str]) -> None:
        """Write articles."""
        for one in called:
            at, article = self._articles[one]
            question, phrasings = article["question"], article.get("phrasings") or []
            self._index.put(at, question, stored(question, phrasings, article["answer"]))

    def take(self, called: Sequence[str]) -> None:
        """Take articles out."""
        for one in called:
            self._index.remove(self._articles[one][0])

    def ask(self, query: dict[str, Any]) -> Case:
        """Ask a labelled question."""
        text = query["text"]
        reading = read(text)
        if self._reports is not None:
            reading = replace(reading, reports=Said(self._reports(text)))
        hits = tuple(self._index.search(text, _LOOKED_AT))
        fits = [self._called[hit.article_id] in query["gold"] for hit in hits]
        found = features(text, hits, reading)
        right, offered = any(fits[:1]), any(fits[:_OFFERED])
        return Case(
            query["qid"], query["kind"], query["intent"], text, hits, reading, found, right, offered
        )


def _lines(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
