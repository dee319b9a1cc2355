"""Reads one sheet of a packed workbook in a single pass over its XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.refusals import Refusal
from desk.sheets.book import Area, Fault, Value
from desk.sheets.cells import day_or_moment, number_value, text_value
from desk.sheets.gathering import MOST_ROWS, Gathered
from desk.sheets.guard import Parts, local
from desk.sheets.letters import column_of
from desk.sheets.serials import Shown, from_serial

#: A text of the workbook as a cell that refers to it holds it.
Text = str | Fault | None
#: What a cell holds whose formula was saved without a result.
NO_RESULT = Fault("#?")

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
#: Elements that come by the million, when they have no prefix.
_SHORT = frozenset({"c", "v", "t", "f"})
_DIGITS = "0123456789"
_MOST_MERGED = 100_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_LAST_COLUMN = 16_383


@dataclass(frozen=True)
class Meanings:
    """What a workbook keeps for all its sheets: texts by number, what styles make of numbers."""

    texts: Sequence[Text]
    shown: Sequence[Shown]
    since_1904: bool


def read_worksheet(
    parts: Parts, path: str, meanings: Meanings, gathered: Gathered, most: int
) -> int:
    """Read the cells and merged areas of a sheet; return how many cells it has.

    Raises:
        Refusal: ``sheet.too_many_cells`` where there are more than ``most``; what
            ``Parts.parse`` raises.
    """
    reader = _Reader(meanings, gathered, most, parts.file)
    parts.parse(path, reader.begin, reader.end, reader.text)
    return reader.cells


class _Reader:
    """Stands in the middle of a sheet's XML."""

    def __init__(self, meanings: Meanings, gathered: Gathered, most: int, file: str) -> None:
        self._meanings = meanings
        self._gathered = gathered
        self._most = most
        self._file = file
        self._columns: dict[str, int] = {}
        self._merged = 0
        self.cells = 0
        self._row = 0
        self._column = -1
        self._kind = ""
        self._style: str | None = None
        self._has_formula = False
        self._wanted = False
        self._aside = 0
        self._pieces: list[str] = []

    def begin(self, element: str, given: dict[str, str]) -> None:
        name = element if element in _SHORT else local(element)
        if name == "c":
            self._begin_cell(given)
        elif name == "v" or name == "t":
            self._wanted = not self._aside
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._begin_row(given.get("r"))
        elif name == "rPh":
            self._aside += 1
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))

    def end(self, element: str) -> None:
        name = element if element in _SHORT else local(element)
        if name == "c":
            if self._pieces or self._has_formula:
                self._put()
        elif name == "v" or name == "t":
            self._wanted = False
        elif name == "rPh":
            self._aside -= 1

    def text(self, piece: str) -> None:
        if self._wanted:
            self._pieces.append(piece)

    def _begin_row(self, written: str | None) -> None:
        self._row = _whole(written, self._row + 1)
        self._column = -1
        if not 1 <= self._row <= MOST_ROWS:
            raise Refusal("sheet.incomplete", file=self._file)

    def _begin_cell(self, given: dict[str, str]) -> None:
        reference = given.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = self._column_of(letters)
            self._column = column
        self._kind = given.get("t", "n")
        self._style = given.get("s")
        self._has_formula = False
        self._pieces = []
        self.cells += 1
        if self.cells > self._most or self._column > _LAST_COLUMN:
            raise Refusal("sheet.too_many_cells", file=self._file)

    def _column_of(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            raise Refusal("sheet.incomplete", file=self._file)
        return column_of(letters)

    def _put(self) -> None:
        written = "".join(self._pieces)
        read = _READ.get(self._kind, _read_number)
        value = read(self, written)
        if value is None and self._has_formula and not self._pieces and self._kind != "str":
            value = NO_RESULT
        if value is not None:
            self._gathered.put(self._row, self._column, value)

    def _merge(self, reference: str) -> None:
        match = _REFERENCE.fullmatch(reference)
        self._merged += 1
        if match is None or self._merged > _MOST_MERGED:
            return
        left, top, right, bottom = match.groups(default="")
        self._gathered.merged.append(
            Area(
                int(top),
                column_of(left),
                int(bottom or top),
                column_of(right or left),
            )
        )

    def _shared(self, written: str) -> Value:
        index = _whole(written.strip(), -1)
        texts = self._meanings.texts
        if not 0 <= index < len(texts):
            raise Refusal("sheet.incomplete", file=self._file)
        return texts[index]

    def _number(self, written: str) -> Value:
        try:
            number = number_value(float(written))
        except ValueError:
            return text_value(written)
        shown = self._meanings.shown
        style = _whole(self._style, 0)
        if isinstance(number, Fault) or not 0 <= style < len(shown):
            return number
        return from_serial(number, shown[style], since_1904=self._meanings.since_1904)


def _read_number(reader: _Reader, written: str) -> Value:
    return reader._number(written)  # noqa: SLF001 - of this file


def _read_shared(reader: _Reader, written: str) -> Value:
    return reader._shared(written)  # noqa: SLF001 - of this file


def _read_text(_: _Reader, written: str) -> Value:
    return text_value(unescaped(written))


def _read_truth(_: _Reader, written: str) -> Value:
    return written.strip() in {"1", "true"} if written.strip() else None


def _read_fault(_: _Reader, written: str) -> Value:
    return Fault(written.strip()[:16]) if written.strip() else None


def _read_day(_: _Reader, written: str) -> Value:
    try:
        return day_or_moment(datetime.fromisoformat(written.strip()).replace(tzinfo=None))
    except ValueError:
        return text_value(written)


_READ: dict[str, Callable[[_Reader, str], Value]] = {
    "s": _read_shared,
    "str": _read_text,
    "inlineStr": _read_text,
    "b": _read_truth,
    "e": _read_fault,
    "d": _read_day,
}


def unescaped(text: str) -> str:
    """Return a text with the characters XML cannot hold, which are written as ``_x000D_``."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _whole(written: str | None, otherwise: int) -> int:
    if written is None:
        return otherwise
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1
