"""Reads articles from JSON lines: one object a line with a question, an answer and more."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from desk.answers.questions import fields, phrasings
from desk.answers.questions.drafts import LONGEST_ANSWER, LONGEST_QUESTION
from desk.answers.questions.read import KnowledgeRead, ReadArticle
from desk.refusals import Refusal
from desk.sheets.book import Progress
from desk.sheets.cells import clean
from desk.sheets.findings import Findings, Place, Rejected, Warned

#: A file is no larger and a line no longer than this, in bytes.
LARGEST: Final = 64_000_000
LONGEST_LINE: Final = 100_000
#: An object of an article has lists in it, and nothing deeper.
_DEEPEST: Final = 4
_STEP: Final = 1_000
_KEYS: Final = {
    fields.QUESTION: ("question", "问题", "q"),
    fields.PHRASINGS: ("phrasings", "variants", "aliases", "其他问法", "问法"),
    fields.ANSWER: ("answer", "答案", "答复", "a"),
    fields.CATEGORY: ("category", "类别", "分类"),
    fields.OWNER: ("owner", "负责人"),
    fields.VALID_FROM: ("valid_from", "生效日"),
    fields.VALID_UNTIL: ("valid_until", "有效期至"),
}
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')


def read_lines(path: Path, progress: Progress | None = None) -> KnowledgeRead:
    """Read a file of JSON lines; every line that is no article is reported by its number.

    Args:
        path: the file, UTF-8.
        progress: called now and then with (bytes done, bytes in all).

    Raises:
        Refusal: ``questions.file_missing``, ``questions.file_large``, and ``questions.no_lines``
            where no line holds an article, all with ``file=``.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal("questions.file_large", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise Refusal("questions.file_missing", file=path.name) from error
    articles: list[ReadArticle] = []
    rejected: list[Rejected] = []
    warned: list[Warned] = []
    seen: dict[str, ReadArticle] = {}
    ignored = done = 0
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        done += len(line) + 1
        if progress is not None and number % _STEP == 0:
            progress(min(done, len(data)), len(data))
        if not line.strip():
            ignored += bool(done < len(data))
            continue
        place = Place(None, number)
        try:
            article = _article(line, place, warned)
            earlier = seen.setdefault(article.question, article)
            if earlier is not article:
                same = earlier.answer == article.answer
                code = "questions.repeated" if same else "questions.two_answers"
                raise Refusal(code, row=earlier.source.row)
        except Refusal as why:
            rejected.append(Rejected(place, why, _shown(line)))
        else:
            articles.append(article)
    if not articles:
        raise Refusal("questions.no_lines", file=path.name)
    found = Findings(rejected=tuple(rejected), warned=tuple(warned), ignored=ignored)
    return KnowledgeRead(tuple(articles), found)


def _article(line: bytes, place: Place, warned: list[Warned]) -> ReadArticle:
    values = _object(line)
    question, answer = _text(values, fields.QUESTION), _text(values, fields.ANSWER)
    if not question:
        raise Refusal("questions.no_question")
    if not answer:
        raise Refusal("questions.no_answer")
    others = _texts(values)
    if max(map(len, [question, *others])) > LONGEST_QUESTION or len(answer) > LONGEST_ANSWER:
        raise Refusal("questions.too_long")
    asked = phrasings.together([question, *others])
    first = _day(values, fields.VALID_FROM, place, warned)
    last = _day(values, fields.VALID_UNTIL, place, warned)
    if first and last and last < first:
        why = Refusal("questions.reversed")
        warned.append(Warned(place, fields.VALID_UNTIL, last.isoformat(), why))
        first = None
    category, owner = _text(values, fields.CATEGORY), _text(values, fields.OWNER)
    written_id = values.get("id", "")
    return ReadArticle(
        question=question,
        phrasings=asked.phrasings,
        answer=answer,
        category=category,
        owner=owner,
        valid_from=first,
        valid_until=last,
        source=place,
        written_id=clean(str(written_id)) if isinstance(written_id, str | int) else "",
    )


def _object(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST_LINE:
        raise Refusal("questions.line_long")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal("questions.line_encoding") from error
    if _depth(text) > _DEEPEST:
        raise Refusal("questions.line_nested")
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refusal("questions.line_broken") from error
    if not isinstance(values, dict):
        raise Refusal("questions.line_shape")
    return values


def _depth(text: str) -> int:
    """Return how deep objects and lists stand in each other, without reading them."""
    deepest = depth = 0
    for char in _QUOTED.sub("", text):
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _value(values: dict[str, object], key: str) -> object:
    return next((values[name] for name in _KEYS[key] if values.get(name) is not None), None)


def _text(values: dict[str, object], key: str) -> str:
    value = _value(values, key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refusal("questions.line_shape")
    return clean(value)


def _texts(values: dict[str, object]) -> list[str]:
    value = _value(values, fields.PHRASINGS)
    if value is None:
        return []
    if isinstance(value, str):
        return [clean(one) for one in value.split("\n") if clean(one)]
    if not isinstance(value, Sequence) or not all(isinstance(one, str) for one in value):
        raise Refusal("questions.line_shape")
    return [clean(one) for one in value if clean(one)]


def _day(values: dict[str, object], key: str, place: Place, warned: list[Warned]) -> date | None:
    text = _text(values, key)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        warned.append(Warned(place, key, text[:100], Refusal("day.unreadable")))
        return None


def _shown(line: bytes) -> str:
    return clean(line[:500].decode("utf-8", "replace").replace("\ufffd", "?"))
