"""Reads questions somebody wants to try on a library: JSON lines, a column of a sheet, or lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desk.answers.questions import fields
from desk.refusals import Refusal
from desk.sheets.book import Book, Sheet
from desk.sheets.cells import clean, plain
from desk.sheets.columns import understand
from desk.sheets.encodings import decoded
from desk.sheets.reading import open_book

#: A question is no longer than this, in characters: what is longer was no question.
LONGEST: Final = 2_000
#: A file is no larger than this, in bytes.
LARGEST: Final = 64_000_000
_TEXTS: Final = ("text", "question", "query", "问题", "问法")
_LINES: Final = frozenset({".jsonl", ".ndjson", ".json"})
#: What a text is called whose lines have no columns, unless its first one names them.
_PLAIN: Final = frozenset({".txt", ".text", ".md", ""})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to be tried; ``qid`` is its own, else the number of its row."""

    qid: str
    text: str


def read_asked(path: Path) -> list[Asked]:
    """Read all questions of a file.

    Args:
        path: JSON lines with ``qid`` and ``text``; or a workbook, CSV or text, of which the column
            that reads as questions is taken, else the first in which something stands. A text
            without heads is a question a line: a comma there is only a comma.

    Raises:
        Refusal: ``asked.file`` for JSON lines that cannot be read, ``asked.line`` with ``line=``
            for a line that holds no question, ``asked.none`` where there is no question at all;
            ``sheet.*`` for all else.
    """
    found = list(_lines(path) if path.suffix.lower() in _LINES else _others(path))
    if not found:
        raise Refusal("asked.none", file=path.name)
    return found


def _others(path: Path) -> Iterator[Asked]:
    book = open_book(path)
    (sheet, *more) = book.sheets
    if path.suffix.lower() not in _PLAIN or more or sheet.name is not None or _column(sheet)[1]:
        return _cells(book)
    return _plain_lines(path)


def _plain_lines(path: Path) -> Iterator[Asked]:
    lines = decoded(path.read_bytes())
    if lines is None:
        return
    for at, line in enumerate(lines.lines):
        text = clean(line)
        if text and at not in lines.bad and len(text) <= LONGEST:
            yield Asked(str(at + 1), text)


def _lines(path: Path) -> Iterator[Asked]:
    if path.is_dir() or not path.exists():
        raise Refusal("sheet.folder" if path.is_dir() else "sheet.missing", file=path.name)
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal("asked.file", file=path.name)
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("asked.file", file=path.name) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _asked(line, number, path.name)


def _asked(line: str, number: int, file: str) -> Asked:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refusal("asked.line", file=file, line=number) from error
    if not isinstance(values, dict):
        raise Refusal("asked.line", file=file, line=number)
    text = next((values[name] for name in _TEXTS if isinstance(values.get(name), str)), "")
    if not text.strip() or len(text) > LONGEST:
        raise Refusal("asked.line", file=file, line=number)
    qid = values.get("qid", values.get("id"))
    return Asked(str(number) if qid is None else str(qid), text)


def _cells(book: Book) -> Iterator[Asked]:
    shown = [sheet for sheet in book.sheets if not sheet.hidden]
    several = len(shown) > 1
    for sheet in shown:
        column, heads = _column(sheet)
        for row in sheet.rows:
            text = clean(plain(row.at(column)) or "")
            if text and row.number not in heads and len(text) <= LONGEST:
                name = f"{sheet.name}!{row.number}" if several else str(row.number)
                yield Asked(name, text)


def _column(sheet: Sheet) -> tuple[int, tuple[int, ...]]:
    """Return the column the questions stand in, and the numbers of the rows that are heads."""
    known = understand(sheet, fields.FIELDS)
    if known is not None:
        for column in known.columns:
            if column.field == fields.QUESTION:
                return column.index, known.heads
    used = (
        at for row in sheet.rows for at, value in enumerate(row.cells) if value not in (None, "")
    )
    return min(used, default=0), ()
