"""Reads the labelled reports, fragments and questions that are kept under ``tests``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent / "tests"
LANGUAGE = ROOT / "language"
#: The writer of the rules, whose texts they were made on, and of the fragments.
OWN = "own"
#: The letters of ``reports.txt``.
_LETTERS = {"c": "critical", "u": "urgent", "n": "normal"}


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it is; several families or urgencies: any of them is right.

    ``writer`` is who wrote it: what is learned is judged on texts of another writer.
    """

    text: str
    reports: bool
    families: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    fragment: bool = False
    writer: str = ""


def reported() -> Iterator[Example]:
    """Yield what must be followed up."""
    for head, texts in _barred("reports.txt"):
        family, letters = head.split()
        urgencies = tuple(_LETTERS[letter] for letter in letters)
        for text in texts:
            yield Example(text, True, (family,), urgencies, writer=OWN)
    for line in (LANGUAGE / "sentences.tsv").read_text(encoding="utf-8").splitlines():
        family, urgency, text = line.split("\t")
        said = tuple(urgency.split("/"))
        yield Example(text, not text.endswith("吗"), (family,), said, writer=OWN)
    for writer, one in _lines("*.jsonl"):
        if one["intent"] == "ticket" and one.get("is_report", True):
            slots = one["slots"]
            families = slots["category"] or ()
            families = (families,) if isinstance(families, str) else tuple(families)
            urgencies = tuple(slots["urgency"].split("/"))
            yield Example(one["text"], True, families, urgencies, writer=writer)


def fragments() -> Iterator[Example]:
    """Yield the words of the trade."""
    for head, texts in _barred("fragments.txt"):
        for text in texts:
            yield Example(text, False, (head.strip(),), (), True, OWN)


def supposed() -> Iterator[Example]:
    """Yield what asks, denies, supposes or is over."""
    for _head, texts in _barred("not_reports.txt"):
        for text in texts:
            yield Example(text, False, writer=OWN)
    for writer, one in _lines("*.jsonl"):
        if not one.get("is_report", True):
            yield Example(one["text"], False, writer=writer)


def asks() -> Iterator[Example]:
    """Yield what is asked of a library of answers, and its own questions."""
    for writer, one in _lines("*_queries.jsonl"):
        if one["intent"] != "ticket":
            yield Example(one["text"], False, writer=writer)
    for writer, one in _lines("*_articles.jsonl"):
        yield Example(one["question"], False, writer=writer)
    for _head, texts in _barred("questions.txt"):
        for text in texts:
            yield Example(text, False, writer="questions")


def writer_of(name: str) -> str:
    """Return who wrote a file: ``not_reports2`` and ``reports2`` are by the same."""
    return name.removeprefix("not_").split("_")[0]


def _barred(name: str) -> Iterator[tuple[str, list[str]]]:
    text = (LANGUAGE / "labelled" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            head, *texts = line.split("|")
            yield head, [one.strip() for one in texts]


def _lines(pattern: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for folder in (LANGUAGE, ROOT / "answers"):
        for path in sorted((folder / "labelled").glob(pattern)):
            if pattern == "*.jsonl" and path.stem.endswith("_articles"):
                continue
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    yield writer_of(path.stem), json.loads(line)
