"""What is read from a list of questions, made short to compare."""

from __future__ import annotations

from pathlib import Path

from desk.answers.questions import reader
from desk.answers.questions.read import KnowledgeRead
from desk.sheets.reading import open_book


def read(path: Path) -> KnowledgeRead:
    return reader.read(open_book(path))


def text(tmp_path: Path, content: str, *, name: str = "list.txt", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    return path


def asked(found: KnowledgeRead) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.question, one.phrasings, one.answer) for one in found.articles]


def rejected(found: KnowledgeRead) -> list[tuple[int, str]]:
    return [(one.place.row, one.why.code) for one in found.found.rejected]
