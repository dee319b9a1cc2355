"""Takes a sheet apart into tables: two buildings side by side, another table further down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desk.community.roster import fields as f
from desk.sheets.book import Row, Sheet
from desk.sheets.columns import Columns
from desk.sheets.head_names import HeadNames, fold_head

_NAMES = HeadNames((field.key, field.heads) for field in f.FIELDS)


def side_by_side(sheet: Sheet, columns: Columns) -> list[Sheet]:
    """Return the tables that stand beside each other in a sheet; usually the sheet itself."""
    heads = {
        one.index: fold_head(one.head.removeprefix(one.group))
        for one in columns.columns
        if one.head
    }
    room = next((one.index for one in columns.columns if one.field == f.ROOM), None)
    if room is None or room not in heads:
        return [sheet]
    room = min(at for at, head in heads.items() if head == heads[room])
    again = [at for at, head in heads.items() if at > room and head == heads.get(room)]
    if not again:
        return [sheet]
    period = again[0] - room
    before = 0
    while (
        room - before - 1 in heads
        and heads[room - before - 1] == heads.get(room - before - 1 + period)
        and before + 1 < period
    ):
        before += 1
    start, after = room - before, room
    while after + 1 < start + period and heads.get(after + 1) == heads.get(after + 1 + period):
        after += 1
    if after == start:
        return [sheet]  # one head twice is no second table
    last = max(heads)
    starts = [at for at in range(start, last + 1, period) if heads.get(at) == heads.get(start)]
    bounds = [0, *starts[1:], last + 1]
    return [_part(sheet, left, right) for left, right in pairwise(bounds)]


def _part(sheet: Sheet, left: int, right: int) -> Sheet:
    """Return a sheet with only some columns, which keep their places."""
    rows: list[Row] = []
    for row in sheet.rows:
        cells = (None,) * left + row.cells[left:right]
        if any(value is not None for value in cells):
            rows.append(Row(row.number, cells))
    return replace(sheet, rows=tuple(rows), unread=())


def below_each_other(sheet: Sheet, columns: Columns) -> list[Sheet]:
    """Return the tables that stand below each other, where one further down has other heads."""
    if not columns.heads:
        return [sheet]
    known, first = set(columns.heads), columns.heads[0]
    cuts = [
        index
        for index, row in enumerate(sheet.rows)
        if row.number > first and row.number not in known and _is_head(row)
    ]
    if not cuts:
        return [sheet]
    # The title of a table stands over its heads.
    starts = [_with_title(sheet.rows, cut, known) for cut in cuts]
    bounds = [0, *starts, len(sheet.rows)]
    return [
        replace(sheet, rows=sheet.rows[top:bottom], unread=()) for top, bottom in pairwise(bounds)
    ]


def _is_head(row: Row) -> bool:
    """Tell whether a row is nothing but names of columns, a room's among them."""
    first = next((value for value in row.cells if value is not None), None)
    if not isinstance(first, str) or len(first) > 12:
        return False
    filled = [value for value in row.cells if value is not None]
    if len(filled) < 3 or not all(isinstance(value, str) and len(value) <= 16 for value in filled):
        return False
    keys: set[str] = set()
    cells = filled[:40]
    others = 0
    for value in cells:
        keys |= (exact := _NAMES.exact(str(value)))
        others += not exact
        if 10 * others > 2 * len(cells):
            return False
    return bool(keys & {f.ROOM, f.SHOP, f.PARKING})


def _with_title(rows: Sequence[Row], cut: int, known: set[int]) -> int:
    above = rows[cut - 1]
    alone = len({value for value in above.cells if value is not None}) == 1
    return cut - 1 if alone and above.number not in known else cut
