"""Which sheets of a book are ledgers, and which column of them is what."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desk.refusals import Refusal
from desk.sheets.book import Row, Sheet, Value
from desk.sheets.cells import plain
from desk.sheets.columns import Choice, Columns, understand
from desk.sheets.findings import Skipped
from desk.tickets.ledger import contents
from desk.tickets.ledger.fields import FIELDS
from desk.tickets.ledger.second_look import look_again

_SUMMARY: Final = re.compile(
    r"统计|汇总|合计|透视|图表|报表|占比|目录|封面|summary|statist|pivot|chart|total", re.IGNORECASE
)
_NOTES: Final = re.compile(
    r"说明|模板|字典|数据源|选项|参数|下拉|样例|示例|readme|template|lookup|lists?$", re.IGNORECASE
)
_COUNTS: Final = re.compile(
    r"单数|数量|件数|次数|合计|总计|小计|占比|比例|完成率|及时率|满意率|\bcount\b|percent|total|平均",
    re.IGNORECASE,
)
_EXPLAINED: Final = re.compile("^(?:其[他它])?(?:情况|相关)?说明$")
_FIGURE: Final = re.compile(r"\d")
#: An entry says at least one of these beside its text.
_WITNESSES: Final = frozenset(
    {
        "number",
        "reported",
        "place",
        "building",
        "door",
        "name",
        "phone",
        "contact",
        "done",
        "result",
        "state",
        "handler",
        "finished",
    }
)
#: Columns behind this one are not looked into again.
_WIDEST: Final = 64
#: What tells who and where; sheets without any of these and without a number are summaries.
_CASES: Final = frozenset(
    {"number", "reported", "place", "building", "door", "name", "phone", "contact"}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a ledger by what they are; indexes counted from 0, in order."""

    columns: Columns
    at: dict[str, tuple[int, ...]]

    def one(self, key: str) -> int:
        """Return the first column of a field, -1 where there is none."""
        found = self.at.get(key, ())
        return found[0] if found else -1

    def head(self, index: int) -> str:
        """Return what stands over a column."""
        return next((one.head for one in self.columns.columns if one.index == index), "")


def layout(sheet: Sheet, choices: Sequence[Choice]) -> Layout | Skipped:
    """Return how a sheet is laid out, or why nothing is read from it."""
    if sheet.hidden:
        return Skipped(sheet.name, Refusal("ledger.sheet_hidden", sheet=sheet.name or ""))
    if not sheet.rows:
        return Skipped(sheet.name, Refusal("ledger.sheet_empty", sheet=sheet.name or ""))
    corrected = any(choice.sheet == sheet.name and choice.field for choice in choices)
    columns = understand(sheet, FIELDS, choices)
    if columns is None:
        return _skipped(sheet, "ledger.sheet_no_table")
    columns = _with_strange_heads(sheet, _without_entry(sheet, columns))
    at: dict[str, list[int]] = {}
    for column in columns.columns:
        if column.field is not None:
            at.setdefault(column.field, []).append(column.index)
    _settle(sheet, columns, at)
    if not corrected and _is_summary(sheet, columns, at):
        return Skipped(sheet.name, Refusal("ledger.sheet_summary", sheet=sheet.name or ""))
    if "text" not in at or not (corrected or _WITNESSES & at.keys()):
        return _skipped(sheet, "ledger.sheet_no_text")
    if not corrected and _NOTES.search(sheet.name or "") and not _CASES & at.keys():
        return _skipped(sheet, "ledger.sheet_notes")
    return Layout(_settled(columns, at), {key: tuple(sorted(one)) for key, one in at.items()})


def _without_entry(sheet: Sheet, columns: Columns) -> Columns:
    """Take back heads that are an entry themselves, or stand among entries."""
    first = min(columns.heads, default=0)
    above = [row for row in sheet.rows[:40] if row.number < first and len(_texts(row)) >= 5]
    heads = [one.head for one in columns.columns if re.search(r"\d", one.head)]
    telling = sum(
        bool(contents.phones([head]) or contents.days([head]) or contents.rooms([head]))
        for head in heads
    )
    if telling < 2 and len(above) < 4:
        return columns
    bare = tuple(replace(one, head="", group="") for one in columns.columns)
    return replace(columns, heads=(), columns=bare)


def _with_strange_heads(sheet: Sheet, columns: Columns) -> Columns:
    """Take the first full row for heads where it has no figures and the rows below it have."""
    if columns.heads:
        return columns
    at = next((at for at, row in enumerate(sheet.rows[:10]) if len(_texts(row)) >= 4), None)
    if at is None:
        return columns
    texts = _texts(sheet.rows[at])
    below = [_texts(row) for row in sheet.rows[at + 1 : at + 31]]
    if len(below) < 2 or any(len(one) > 12 or _FIGURE.search(one) for one in texts.values()):
        return columns
    figured = sum(
        2 * sum(bool(_FIGURE.search(row.get(index, ""))) for row in below) > len(below)
        for index in texts
    )
    if figured < 2:
        return columns
    named = tuple(replace(one, head=texts.get(one.index, "")) for one in columns.columns)
    return replace(columns, heads=(sheet.rows[at].number,), columns=named)


def _texts(row: Row) -> dict[int, str]:
    return {at: plain(value) for at, value in enumerate(row.cells) if value is not None}


def _settled(columns: Columns, at: dict[str, list[int]]) -> Columns:
    """Return the columns as they are read, for whoever is shown them."""
    keys = {index: key for key, found in at.items() for index in found}
    told = tuple(replace(one, field=keys.get(one.index)) for one in columns.columns)
    return replace(columns, columns=told)


def _skipped(sheet: Sheet, code: str) -> Skipped:
    if _SUMMARY.search(sheet.name or ""):
        code = "ledger.sheet_summary"
    elif _NOTES.search(sheet.name or ""):
        code = "ledger.sheet_notes"
    return Skipped(sheet.name, Refusal(code, sheet=sheet.name or ""))


def _is_summary(sheet: Sheet, columns: Columns, at: dict[str, list[int]]) -> bool:
    """Tell whether a sheet counts entries instead of holding them."""
    named = bool(_SUMMARY.search(sheet.name or ""))
    counting = any(_COUNTS.search(column.head) for column in columns.columns)
    cases = _CASES & at.keys()
    return (counting and len(cases) < 2) or (named and len(cases - {"reported"}) == 0)


def _settle(sheet: Sheet, columns: Columns, at: dict[str, list[int]]) -> None:
    """Decide what only all columns together decide."""
    chosen = set(columns.chosen)
    entries = _entries(sheet.rows, columns.heads)
    look_again(columns, at, _samples(entries))
    _settle_place(at)
    if len(at.get("text", ())) > 1:
        _explained(columns, at, chosen)
    if "text" not in at and "title" in at:
        at["text"] = at.pop("title")  # 报修项目 alone is what was reported
    title = at.get("title", [])
    if len(title) == 1 and title[0] not in chosen and "category" not in at:
        texts = [plain(row.at(title[0])) for row in entries]
        if _is_category(texts):
            at["category"] = at.pop("title")
    if "text" in at and len(at["text"]) > 1 and "category" not in at:
        for index in at["text"]:
            texts = [plain(row.at(index)) for row in entries]
            if index not in chosen and _is_category(texts):
                at["text"].remove(index)
                at["category"] = [index]
                break
    if (
        "time" in at
        and "reported" not in at
        and contents.clocks([r.at(at["time"][0]) for r in entries]) < 0.5
    ):
        at["reported"] = at.pop("time")


def _explained(columns: Columns, at: dict[str, list[int]], chosen: Container[int]) -> None:
    """Take 情况说明 beside a column of reports for what is said of the case afterwards."""
    for column in columns.columns:
        told = column.index in at["text"] and column.index not in chosen
        if told and len(at["text"]) > 1 and _EXPLAINED.search(column.head):
            at["text"].remove(column.index)
            at.setdefault("note", []).append(column.index)


def _settle_place(at: dict[str, list[int]]) -> None:
    """Take the spot, or the caller's room, for the place where nothing else says one."""
    for key in ("spot", "caller_room"):
        if key in at and not at.keys() & {"place", "building", "door"}:
            at["place"] = at.pop(key)


def _samples(entries: Sequence[Row]) -> dict[int, list[Value]]:
    width = max((len(row.cells) for row in entries), default=0)
    return {at: [row.at(at) for row in entries] for at in range(min(width, _WIDEST))}


def _entries(rows: Sequence[Row], heads: Iterable[int]) -> list[Row]:
    passed = set(heads)
    first = max(passed, default=0) if len(passed) < 3 else min(passed, default=0)
    return [row for row in rows if row.number > first and row.number not in passed][:300]


def _is_category(texts: Sequence[str]) -> bool:
    """Tell whether a column sorts entries (水电, 门窗) instead of saying what each is."""
    filled = [text for text in texts if text]
    if len(filled) < 4:
        return bool(filled) and all(len(text) <= 2 for text in filled)
    few = len(set(filled)) <= max(3, len(filled) // 3)
    return few and sum(map(len, filled)) / len(filled) <= 4.5
