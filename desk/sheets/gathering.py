"""Gathers the cells of a sheet as they are read, whatever their order, into rows in their places.

Nothing here grows with the distance between two cells, only with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk.refusals import Refusal
from desk.sheets.book import Area, Row, Sheet, Unread, Value
from desk.sheets.cells import LONGEST

#: Columns that are read; what stands behind them is told and left out.
MOST_COLUMNS = 512
#: Cells of a book that are read, blank ones with a format included.
MOST_CELLS = 3_000_000
MOST_ROWS = 1_048_576
#: Places up to the last cell of each row of a sheet, blank ones between included.
_MOST_PLACES = 8_000_000
#: So many blank rows, and then no more than so many rows: somebody slipped on the keyboard.
_FAR, _FEW = 10_000, 10
#: Rows of merged areas that are looked at, all areas together.
_MOST_MERGED = 2_000_000


class Gathered:
    """The cells of a sheet so far."""

    def __init__(self, file: str, name: str | None) -> None:
        self.name = name
        self.rows: dict[int, list[Value]] = {}
        self.merged: list[Area] = []
        self.beyond: set[int] = set()
        self._unread: dict[int, Refusal] = {}
        self._file = file
        self._places = 0
        self._cut = False

    def put(self, row: int, column: int, value: Value) -> None:
        """Put a value into its place."""
        if column >= MOST_COLUMNS:
            self.beyond.add(row)
            return
        if isinstance(value, str) and len(value) > LONGEST:
            self.refuse(row, self._too_long(row, column + 1))
            return
        cells = self.rows.setdefault(row, [])
        if (missing := column - len(cells)) >= 0:
            cells.extend([None] * (missing + 1))
            self._places += missing + 1
            if self._places > _MOST_PLACES:
                raise Refusal("sheet.too_many_cells", file=self._file)
        cells[column] = value

    def put_row(self, row: int, values: list[Value]) -> None:
        """Put a row into its place at once: few enough columns, and none of its texts too long."""
        while values and values[-1] is None:
            values.pop()
        if not values:
            return
        self.rows[row] = values
        self._places += len(values)
        if self._places > _MOST_PLACES:
            raise Refusal("sheet.too_many_cells", file=self._file)

    def refuse(self, row: int, why: Refusal) -> None:
        """Leave a row out and say why."""
        self._unread.setdefault(row, why)

    def sheet(self, *, hidden: bool = False) -> Sheet:
        """Return the sheet: far and too long rows told of, merged areas filled."""
        self._cut = not self.beyond.isdisjoint(self.rows)
        for row in self.beyond - self.rows.keys():
            self.refuse(row, self._far(row))
        numbers = sorted(self.rows.keys() - self._unread.keys())
        for row in _slipped(numbers):
            self.refuse(row, self._far(row))
        unread = self._unread
        kept = [row for row in numbers if row not in unread]
        merged = self._fill(kept)
        rows = tuple(Row(number, _trimmed(self.rows.pop(number))) for number in kept)
        return Sheet(
            self.name,
            tuple(row for row in rows if row.cells),
            merged,
            hidden,
            tuple(Unread(row, unread[row]) for row in sorted(unread)),
        )

    def notes(self) -> list[Refusal]:
        """Return what was left out of rows that are there."""
        if not self._cut:
            return []
        if self.name is None:
            return [Refusal("sheet.columns", file=self._file, columns=MOST_COLUMNS)]
        return [
            Refusal(
                "sheet.columns_in_sheet", file=self._file, sheet=self.name, columns=MOST_COLUMNS
            )
        ]

    def _far(self, row: int) -> Refusal:
        if self.name is None:
            return Refusal("sheet.row_far", file=self._file, row=row)
        return Refusal("sheet.row_far_in_sheet", file=self._file, sheet=self.name, row=row)

    def _too_long(self, row: int, column: int) -> Refusal:
        if self.name is None:
            return Refusal("sheet.row_too_long", file=self._file, row=row, column=column)
        return Refusal(
            "sheet.row_too_long_in_sheet",
            file=self._file,
            sheet=self.name,
            row=row,
            column=column,
        )

    def _fill(self, numbers: Sequence[int]) -> tuple[Area, ...]:
        """Write the first value of every merged area into all its cells that are used.

        Areas are cut off where the sheet ends. Of areas that overlap, which no spreadsheet
        program makes, the first counts.
        """
        if not numbers:
            return ()
        last = numbers[-1]
        width = max(len(self.rows[number]) for number in numbers)
        used = set(numbers)
        taken: dict[int, list[tuple[int, int]]] = {}
        areas: list[Area] = []
        looked_at = 0
        for area in dict.fromkeys(self.merged):
            area = Area(area.top, area.left, min(area.bottom, last), min(area.right, width - 1))
            if area.top > area.bottom or area.left > area.right:
                continue
            inside = [row for row in range(area.top, area.bottom + 1) if row in used]
            looked_at += area.bottom - area.top + 1
            if looked_at > _MOST_MERGED:
                break
            if any(
                left <= area.right and area.left <= right
                for row in inside
                for left, right in taken.get(row, ())
            ):
                continue
            for row in inside:
                taken.setdefault(row, []).append((area.left, area.right))
            areas.append(area)
            self._spread(area, inside)
        return tuple(sorted(areas))

    def _spread(self, area: Area, inside: Iterable[int]) -> None:
        first = self.rows.get(area.top, [])
        value = first[area.left] if area.left < len(first) else None
        if value is None:
            return
        for row in inside:
            for column in range(area.left, area.right + 1):
                self.put(row, column, value)


def _slipped(numbers: Sequence[int]) -> Sequence[int]:
    """Return the few rows that stand far below all others."""
    for index in range(len(numbers) - 1, max(len(numbers) - 1 - _FEW, 0), -1):
        if numbers[index] - numbers[index - 1] > _FAR:
            return numbers[index:]
    return ()


def _trimmed(cells: list[Value]) -> tuple[Value, ...]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return tuple(cells[:end])
