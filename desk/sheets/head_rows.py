"""Finds the rows of a sheet that are heads: one to three near the top, and again further down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desk.sheets.book import Row, Value
from desk.sheets.head_names import HeadNames, fold_head, plain_head

#: How far down heads may begin, in rows in which something stands.
_NEAR_TOP = 40
#: No more columns than this are looked at.
WIDEST = 256
#: Of so many rows the heads consist at most.
_MOST_HEADS = 3
_SURE = 0.75
_NEARLY = 0.6
_FIGURES = re.compile(r"\d{5,}|^[-+.\d\s/%:]+$|^\d{1,4}[-.]")
_UNIT = re.compile(r"[(（].*[)）]")
_REMARK = re.compile(r"[:：].{2,}|[;；!！]|。.")


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a sheet.

    Attributes:
        rows: their numbers, repeated ones too.
        above: for each column what stands over its head as a group; "" for nothing.
        names: for each column what stands over it; "" for nothing.
    """

    rows: tuple[int, ...]
    above: tuple[str, ...]
    names: tuple[str, ...]


def text_of(value: Value) -> str:
    """Return a head's text on one line; "" for what is no text."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def find_heads(rows: Sequence[Row], names: HeadNames) -> Heads | None:
    """Return the heads of a sheet, None where there are none."""
    worths = [_worth(row, names) for row in rows[:_NEAR_TOP]]
    most = max(worths, default=0.0)
    if most <= 0:
        return None
    # The first that is nearly as good as the best: another table may stand further down.
    best = next(index for index, worth in enumerate(worths) if worth >= _NEARLY * most)
    low = high = best
    if best + 1 < len(rows) and _is_lower(rows[best + 1], rows[best], names):
        low = best + 1
    elif best and _is_upper(rows[best - 1], rows[best], names):
        high = best - 1
    if high and 0 < low - high < _MOST_HEADS - 1:
        high -= _is_upper(rows[high - 1], rows[high], names)
    above, under = _joined(rows[low - 1] if high != low else None, rows[low])
    if low - high > 1:
        # Over three rows the uppermost says whose: 业主 over 联系方式 over 手机.
        highest, _ = _joined(rows[high], rows[low - 1])
        above = tuple(
            upper or middle
            for upper, middle in zip_longest(highest[: len(above)], above, fillvalue="")
        )
    while low + 1 < len(rows) and _says_nothing_new(rows[low + 1], rows[low]):
        low += 1
    first = [row.number for row in rows[high : low + 1]]
    return Heads((*first, *_repeated(rows[low + 1 :], rows[high : low + 1])), above, under)


def strange_heads(rows: Sequence[Row]) -> Heads | None:
    """Return the first row as heads where no name is known but it is words over figures."""
    if len(rows) < 2:
        return None
    texts = [text_of(value) for value in rows[0].cells[:WIDEST]]
    filled = [value for value in rows[0].cells[:WIDEST] if value is not None]
    words = len(filled) > 2 and len(set(filled)) == len(filled)
    if not words or not all(
        (text := plain_head(text_of(value))) and len(text) <= 12 and not re.search(r"\d", text)
        for value in filled
    ):
        return None
    if not any(re.search(r"\d", str(value)) for value in rows[1].cells[:WIDEST]):
        return None
    return Heads((rows[0].number,), ("",) * len(texts), tuple(texts))


def _worth(row: Row, names: HeadNames) -> float:
    """Return how much a row looks like heads: how many names of columns, how little else."""
    known, other, seen = 0.0, 0, set[str]()
    for value in row.cells[:WIDEST]:
        text = text_of(value)
        if value is None or (text and text in seen):
            continue
        if not text or not _may_be_head(text):
            other += 1
            continue
        seen.add(text)
        score = names.best(text)
        if score >= _SURE:
            known += score
        elif score >= 0.5 and len(text) <= 12:
            known += 0.5 * score
        else:
            other += 1 if len(text) > 12 else 0
    if len(seen) < 2 or known < 1.2:
        return 0.0
    return known - 0.6 * other


def _may_be_head(text: str) -> bool:
    text = plain_head(text)
    return len(text) <= 40 and not _FIGURES.search(text) and not _REMARK.search(text)


def _is_upper(upper: Row, lower: Row, names: HeadNames) -> bool:
    """Tell whether a row stands over the heads as a row of groups: 业主信息 over 姓名 and 电话."""
    if lower.number - upper.number != 1:
        return False
    distinct, fitting = set[str](), 0
    for column, value in enumerate(upper.cells[:WIDEST]):
        if value is None:
            continue
        text = text_of(value)
        if not text or not _may_be_head(text):
            return False
        below = text_of(lower.at(column))
        distinct.add(text)
        fitting += below == text or names.best(text) >= 0.5
    if len(distinct) > 1:
        return 2 * fitting >= _filled(upper)
    # One thing alone over the first column is a title, further right it is a group.
    return fitting > 0 and _first(upper) > _first(lower) and 2 * _filled(upper) < _filled(lower)


def _is_lower(lower: Row, upper: Row, names: HeadNames) -> bool:
    """Tell whether a row under the heads belongs to them: sub-heads."""
    if lower.number - upper.number != 1:
        return False
    texts = [text_of(value) for value in lower.cells[:WIDEST] if value is not None]
    if not texts or not all(text and _may_be_head(text) for text in texts):
        return False
    fresh = [
        text
        for column, value in enumerate(lower.cells[:WIDEST])
        if (text := text_of(value)) and text != text_of(upper.at(column))
    ]
    return (
        bool(fresh)
        and not all(_UNIT.fullmatch(text) for text in fresh)
        and all(names.best(text) >= _SURE or _UNIT.fullmatch(text) for text in fresh)
        and (len(set(fresh)) > 1 or len(texts) > len(fresh))
    )


def _says_nothing_new(row: Row, heads: Row) -> bool:
    """Tell whether a row below heads only repeats them downwards, or holds nothing but units."""
    return row.number - heads.number == 1 and all(
        value is None or value == heads.at(column) or _UNIT.fullmatch(text_of(value)) is not None
        for column, value in enumerate(row.cells[:WIDEST])
    )


def _first(row: Row) -> int:
    """Return the first column in which something stands."""
    return next(column for column, value in enumerate(row.cells) if value is not None)


def _filled(row: Row) -> int:
    return sum(value is not None for value in row.cells[:WIDEST])


def _joined(upper: Row | None, lower: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return for each column what stands above, and its own head."""
    width = min(WIDEST, max(len(lower.cells), len(upper.cells) if upper else 0))
    under = [text_of(lower.at(column)) for column in range(width)]
    if upper is None:
        return ("",) * width, tuple(under)
    above: list[str] = []
    for column in range(width):
        text = text_of(upper.at(column))
        if not text and under[column] and column and above[column - 1]:
            text = above[column - 1]  # a group that is not merged stands over its first column
        if text == under[column] or not under[column]:
            under[column], text = text, ""
        above.append(text)
    return tuple(above), tuple(under)


def _repeated(rows: Sequence[Row], heads: Sequence[Row]) -> list[int]:
    """Return the numbers of the rows in which the heads stand again: per page, per section."""
    folded = [
        {
            column: fold_head(text)
            for column, value in enumerate(row.cells[:WIDEST])
            if (text := text_of(value))
        }
        for row in heads
    ]
    first = {value for row in heads for value in row.cells[:WIDEST] if value is not None}
    found: list[int] = []
    for row in rows:
        if any(value in first for value in row.cells[:4] if isinstance(value, str)) or (
            row.cells and row.cells[0] is None
        ):
            filled = [(c, v) for c, v in enumerate(row.cells[:WIDEST]) if v is not None]
            if len(filled) > 1 and any(_same(filled, head) for head in folded):
                found.append(row.number)
    return found


def _same(filled: Sequence[tuple[int, Value]], head: dict[int, str]) -> bool:
    same = 0
    for column, value in filled:
        if isinstance(value, str) and column in head and fold_head(value) == head[column]:
            same += 1
        elif same == 0 and column > 6:
            return False
    return same > 1 and 3 * same >= 2 * len(filled)
