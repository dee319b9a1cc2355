"""Looks through the records of an old workbook for what must be known before it is read.

That is how far its cells reach, which formulas failed, and which numbers are days.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk.sheets.book import Fault
from desk.sheets.compound import Damaged
from desk.sheets.serials import Shown, shown_by

_BEGIN, _END = 0x0809, 0x000A
_FORMULA, _NUMBER, _RK, _ROW_OF_RK, _TRUTH = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
_LABELS = frozenset({0x00FD, 0x0204, 0x00D6})
_PASSWORD, _SHEET, _FORMAT, _STYLE, _SINCE_1904 = 0x002F, 0x0085, 0x041E, 0x00E0, 0x0022
_MOST_SHEETS = 1_000
_FAULTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass
class Seen:
    """What was seen of a sheet; rows and columns are counted from 0.

    Attributes:
        height: rows down to the last in which something stands.
        width: columns up to the last in which something stands.
        faults: the cells whose formula failed.
        shown: the numbers that are days, moments or clock times.
    """

    height: int = 0
    width: int = 0
    faults: dict[tuple[int, int], Fault] = field(default_factory=dict)
    shown: dict[tuple[int, int], Shown] = field(default_factory=dict)


@dataclass
class Records:
    """What was seen of a workbook; sheets in the order of their tabs."""

    has_password: bool = False
    since_1904: bool = False
    sheets: list[Seen] = field(default_factory=list)


def look_through(stream: bytes) -> Records:
    """Look through all records of a workbook.

    Raises:
        Damaged: the records end in the middle, or name a sheet twice.
    """
    found = Records()
    begins: list[int] = []
    formats: dict[int, str] = {}
    styles: list[int] = []
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            found.has_password = True
            return found
        if kind == _SHEET and len(data) >= 6:
            begins.append(struct.unpack_from("<I", data)[0])
        elif kind == _FORMAT and len(data) > 5:
            formats[struct.unpack_from("<H", data)[0]] = _format(data)
        elif kind == _STYLE and len(data) >= 4:
            styles.append(struct.unpack_from("<H", data, 2)[0])
        elif kind == _SINCE_1904 and len(data) >= 2:
            found.since_1904 = data[0] == 1
    if len(begins) > _MOST_SHEETS or len(set(begins)) < len(begins):
        raise Damaged
    shown = [shown_by(number, formats.get(number)) for number in styles]
    found.sheets = [_look_at(stream, begin, shown) for begin in begins]
    return found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Return the records from a place to the end of what begins there, what is inside left out."""
    depth = 0
    size = len(stream)
    while at + 4 <= size:
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if at + length > size:
            raise Damaged
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield kind, stream[at : at + length]
        at += length


def _format(data: bytes) -> str:
    """Return the text of a format: one byte a character or two, as its third byte says."""
    wide = data[4] & 1
    return data[5:].decode("utf-16-le" if wide else "latin-1", "ignore")


def _look_at(stream: bytes, begin: int, shown: list[Shown]) -> Seen:
    seen = Seen()
    for kind, data in _records(stream, begin):
        if len(data) < 6:
            continue
        row, column, style = struct.unpack_from("<HHH", data)
        last = column
        if kind in (_NUMBER, _RK, _FORMULA):
            if style < len(shown) and shown[style] is not Shown.NUMBER:
                seen.shown[row, column] = shown[style]
        elif kind == _ROW_OF_RK:
            last = column + max((len(data) - 6) // 6 - 1, 0)
            for here in range(column, last + 1):
                style = struct.unpack_from("<H", data, 4 + 6 * (here - column))[0]
                if style < len(shown) and shown[style] is not Shown.NUMBER:
                    seen.shown[row, here] = shown[style]
        elif kind not in _LABELS and kind != _TRUTH:
            continue
        if (fault := _fault(kind, data)) is not None:
            seen.faults[row, column] = Fault(fault)
        seen.height = max(seen.height, row + 1)
        seen.width = max(seen.width, last + 1)
    return seen


def _fault(kind: int, data: bytes) -> str | None:
    if kind == _TRUTH and len(data) >= 8 and data[7]:
        return _FAULTS.get(data[6], "#N/A")
    if kind == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
        return _FAULTS.get(data[8], "#N/A")
    return None
