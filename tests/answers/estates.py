"""The labelled estates as libraries to be asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desk.answers.found import Hit
from desk.answers.meaning import stored_vector, table
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Lexicon, shipped

LABELLED = Path(__file__).parent / "labelled"


@dataclass(frozen=True)
class Estate:
    """An estate: its articles, what is asked there, and its index."""

    articles: list[dict[str, Any]]
    queries: list[dict[str, Any]]
    index: Index

    def called(self, hit: Hit) -> str:
        """Return the id of the article of a hit."""
        return str(self.articles[hit.article_id - 1]["id"])

    def asked(self, question: str) -> set[str]:
        """Return the ids of the articles that ask just this."""
        return {one["id"] for one in self.articles if one["question"] == question}


@cache
def estate(name: str) -> Estate:
    """Return an estate; made once."""
    articles, queries = _lines(f"{name}_articles"), _lines(f"{name}_queries")
    index = Index(Lexicon(shipped()), table())
    for at, one in enumerate(articles, start=1):
        row = stored(one["question"], one.get("phrasings") or (), one["answer"])
        vector = stored_vector(one["question"], one["answer"])
        index.put(at, one["question"], row, vector=vector)
    return Estate(articles, queries, index)


def _lines(name: str) -> list[dict[str, Any]]:
    text = (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]
