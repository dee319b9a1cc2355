"""The tables of a sheet of a roster: each with its layout, its titles and its rows of data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desk.community.roster import fields as f
from desk.community.roster import fits
from desk.community.roster.blocks import below_each_other, side_by_side
from desk.community.roster.floors import floors_of
from desk.community.roster.layout import Layout, lay_out
from desk.community.roster.lines import Line, Section, line_of, section_in
from desk.community.roster.places import Places
from desk.sheets.book import Row, Sheet
from desk.sheets.cells import plain
from desk.sheets.columns import Choice, Columns, understand

#: A row in which nothing but these stands was prepared and never filled in.
_PLACING = (f.SERIAL, f.PHASE, f.BUILDING, f.UNIT, f.FLOOR, f.KIND, f.STATUS, f.TOTAL)


@dataclass(slots=True)
class Table:
    """A table of a sheet.

    Attributes:
        sheet: the part of the sheet the table stands in.
        titles: what the rows above its heads and the groups over them say about its place.
        title_texts: the rows above its heads.
        data: its rows below the heads that are no sums, remarks or sections.
        all: the same with the sections between them.
        stray: rows above the heads in which somebody's telephone number stands.
    """

    sheet: Sheet
    columns: Columns
    layout: Layout
    titles: list[Section] = field(default_factory=list)
    title_texts: list[str] = field(default_factory=list)
    data: list[Row] = field(default_factory=list)
    all: list[Row | Section] = field(default_factory=list)
    stray: list[Row] = field(default_factory=list)
    is_statistics: bool = False

    def lines(self, places: Places, most: int | None = None) -> Iterator[Row]:
        """Go through the rows of data; sections are told to ``places`` on the way."""
        given = 0
        for one in self.all:
            if isinstance(one, Section):
                places.begin(one)
                continue
            if most is not None and given >= most:
                return
            given += 1
            yield one


def tables_of(sheet: Sheet, choices: Sequence[Choice]) -> list[Table]:
    """Return the tables of a sheet, understood; none where none stands in it."""
    whole = understand(sheet, f.FIELDS, choices)
    if whole is None:
        return []
    tables: list[Table] = []
    for lower in below_each_other(sheet, whole):
        columns = whole if lower is sheet else understand(lower, f.FIELDS, choices)
        if columns is None:
            continue
        for part in side_by_side(lower, columns):
            mine = columns if part is lower else _of_part(part, choices)
            if mine is not None:
                tables.append(_table(part, mine))
    return tables


def _of_part(part: Sheet, choices: Sequence[Choice]) -> Columns | None:
    """Understand one of several tables side by side; what was chosen for others is not for it."""
    mine = [
        choice for choice in choices if any(row.at(choice.column) is not None for row in part.rows)
    ]
    return understand(part, f.FIELDS, mine)


def _table(sheet: Sheet, columns: Columns) -> Table:
    about = section_in(sheet.name or "")
    layout, shown = lay_out(columns, about.kind if about else None)
    fields = [column.field for column in columns.columns]
    table = Table(sheet, shown, layout, is_statistics=f.TOTAL in fields)
    groups = {column.group for column in columns.columns if column.group}
    named = section_in(groups.pop()) if len(groups) == 1 else None
    heads, first = set(columns.heads), min(columns.heads, default=0)
    room = layout.one.get(f.ROOM)
    people = frozenset(
        at for one in layout.people for at in (one.name, *one.phones) if at is not None
    )
    placing = {column.index for column in columns.columns if column.field in _PLACING}
    floors = floors_of(sheet, layout, columns.heads)
    for row in sheet.rows:
        if row.number in heads:
            continue
        if row.number < first:
            _above_heads(row, table)
            continue
        floor = floors.get(row.number)
        line, section = line_of(row, people, room) if floor is None else (Line.SECTION, floor.begun)
        if line is Line.SECTION and section:
            table.all.append(section)
        elif line is Line.DATA and any(
            value is not None and at not in placing for at, value in enumerate(row.cells)
        ):
            table.all.append(row)
            table.data.append(row)
    if named:
        table.titles.append(named)
    if not any(isinstance(one, Section) and one.phase for one in table.all):
        # Named over the whole table alone, it tells no building from another.
        table.titles = [title for title in table.titles if not title.is_phase]
    return table


def _above_heads(row: Row, table: Table) -> None:
    """Take note of a row above the heads: a title, a remark, somebody in the wrong place."""
    text = next((text for value in row.cells if (text := plain(value))), "")
    table.title_texts.append(text)
    section = section_in(text)
    distinct = len({value for value in row.cells if value is not None})
    if section and distinct == 1:
        table.titles.append(section)
    if distinct > 2 and _has_phone(row):
        table.stray.append(row)


def _has_phone(row: Row) -> bool:
    """Tell whether a cell is a telephone number; 电话:0571-88880000 in a title is the office's."""
    texts = [text for value in row.cells if (text := plain(value))]
    return any(fits.phones([text]) for text in texts) and not re.search("[:：]", "".join(texts))
