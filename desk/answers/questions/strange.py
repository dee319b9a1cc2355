"""Finds questions and answers in a list whose heads are nobody's usual words.

What stands over two columns, what stands in them and that one is beside the other decide together:
short texts, of which some ask something, and longer ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desk.answers.questions import fields
from desk.answers.questions.phrasings import asks
from desk.sheets.book import Row, Sheet
from desk.sheets.cells import plain
from desk.sheets.columns import Column, Columns

_ASKED: Final = re.compile(r"问|疑|咨询|求助|说法|ask|quest|quer", re.IGNORECASE)
_ANSWERED: Final = re.compile(
    r"答|复|口径|话术|怎么[说讲办]|应对|处理|解释|解决|办法|reply|answer|respon", re.IGNORECASE
)
_OF_THE_OFFICE: Final = re.compile(r"内部|对内|备注|注意|提示|人$|部门|时间|日期|次数|编号|状态")
_ASKED_HEAD: Final = re.compile(r"[一-鿿]{0,8}(?:问题?|问法|说法|疑问|提问|咨询)的?")
_ANSWERED_HEAD: Final = re.compile(
    r"[一-鿿]{0,8}(?:答[案复]?|[回答]复|口径|话术|说辞|怎么[说讲回])"
)
#: What no head names, and what may still turn out to be the question.
_LOOSE: Final = (None, fields.OTHER, fields.PHRASINGS)
#: A head is no longer than this; a question no longer than that, on average.
_LONGEST_HEAD: Final = 12
_LONGEST_QUESTION: Final = 60
#: How many of the short texts must ask something where no head says that they do.
_SOME: Final = 0.3
#: An answer is so much longer than its question where no head says that it is one.
_LONGER: Final = 1.2
_LEAST_ANSWER: Final = 6
#: Heads stand within so many rows, and so many rows are looked at below them.
_NEAR_TOP, _LOOKED_AT = 10, 200


def completed(sheet: Sheet, known: Columns | None) -> Columns | None:
    """Return the columns with a question and an answer among them, None where there are none.

    Args:
        sheet: the sheet.
        known: its columns as their heads and content were understood alone.
    """
    columns = _with_heads(sheet, known)
    rows = [row for row in sheet.rows if row.number > max(columns.heads, default=0)][:_LOOKED_AT]
    texts = {
        one.index: list(dict.fromkeys(text for row in rows if (text := plain(row.at(one.index)))))
        for one in columns.columns
    }
    question = _known(columns, fields.QUESTION) or _question(columns, texts)
    if question is None:
        return None
    answer = _known(columns, fields.ANSWER) or _answer(columns, texts, question)
    if answer is None or not any(
        plain(row.at(question.index)) and plain(row.at(answer.index)) for row in rows
    ):
        return None
    told = {question.index: fields.QUESTION, answer.index: fields.ANSWER}
    return replace(
        columns,
        columns=tuple(
            replace(one, field=told.get(one.index, one.field)) for one in columns.columns
        ),
    )


def are_heads(question: str, answer: str) -> bool:
    """Tell whether two cells name their columns instead of asking and answering: 怎么问, 怎么答."""
    return (
        _ASKED_HEAD.fullmatch(question) is not None and _ANSWERED_HEAD.fullmatch(answer) is not None
    )


def _with_heads(sheet: Sheet, known: Columns | None) -> Columns:
    """Return the columns; the first full row of short words is their heads where none are known."""
    if known is not None and known.heads:
        return known
    head = next((row for row in sheet.rows[:_NEAR_TOP] if len(_filled(row)) > 1), None)
    width = max((len(row.cells) for row in sheet.rows[:_LOOKED_AT]), default=0)
    columns = known or Columns(sheet.name, (), tuple(Column(at, "", None) for at in range(width)))
    if head is None or not all(_may_be_head(text) for text in _filled(head)):
        return columns
    named = tuple(replace(one, head=plain(head.at(one.index))) for one in columns.columns)
    return replace(columns, heads=(head.number,), columns=named)


def _filled(row: Row) -> list[str]:
    return list(dict.fromkeys(text for value in row.cells if (text := plain(value))))


def _may_be_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD and not re.search(r"[?？。,，;；]|\d{2}", text)


def _known(columns: Columns, key: str) -> Column | None:
    return next((one for one in columns.columns if one.field == key), None)


def _loose(columns: Columns) -> list[Column]:
    return [
        one
        for one in columns.columns
        if one.field in _LOOSE
        and one.index not in columns.chosen
        and not _OF_THE_OFFICE.search(one.head)
    ]


def _question(columns: Columns, texts: dict[int, list[str]]) -> Column | None:
    """Return the column of short texts that ask, or that a head says are asked; the left one."""
    best, most = None, 0.0
    for column in _loose(columns):
        said = texts[column.index]
        if not said or not 2 <= _length(said) <= _LONGEST_QUESTION:
            continue
        asking = sum(map(asks, said)) / len(said)
        named = bool(_ASKED.search(column.head)) and not _ANSWERED.search(column.head)
        worth = asking + named
        if (named or asking >= _SOME) and worth > most + 0.2:
            best, most = column, worth
    return best


def _answer(columns: Columns, texts: dict[int, list[str]], question: Column) -> Column | None:
    """Return the column of longer texts beside the questions, one that a head names first."""
    asked = _length(texts[question.index])
    best, most = None, 0.0
    for column in _loose(columns):
        said = texts[column.index]
        if column == question or not said or _length(said) < _LEAST_ANSWER:
            continue
        named = _ANSWERED.search(column.head) is not None
        if not named and (column.index < question.index or _length(said) < _LONGER * asked):
            continue
        worth = _length(said) * (3 if named else 1)
        if worth > most:
            best, most = column, worth
    return best


def _length(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts)
