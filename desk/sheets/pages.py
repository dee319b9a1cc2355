"""Reads the tables of a web page that a program saved with the ending .xls: row n is its n-th tr.

Nothing outside the tables is read, no link is followed, nothing in the page is run.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from desk.refusals import Refusal
from desk.sheets.book import Area, Book, Progress
from desk.sheets.cells import text_value
from desk.sheets.encodings import ENCODING, decoded
from desk.sheets.gathering import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Gathered

#: Pages are read whole, with several times their size in memory, in bytes.
_MOST = 24_000_000
_CHUNK = 1 << 18
_BLANKS = re.compile("[ \t\r\n\f]+")
_WRITTEN_WHOLE = re.compile(" *\n *")
_NEW_LINE = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"script", "style"})


def read_page(data: bytes, name: str, progress: Progress | None = None) -> Book:
    """Read all tables of a page as one sheet without a name.

    Raises:
        Refusal: ``sheet.encoding``, ``sheet.too_large``, ``sheet.too_many_cells``.
    """
    if len(data) > _MOST:
        size, most = len(data) // 1_000_000, _MOST // 1_000_000
        raise Refusal("sheet.too_large", file=name, size=size, most=most)
    lines = decoded(data)
    if lines is None or ENCODING in lines.bad.values():
        raise Refusal("sheet.encoding", file=name)
    text = "\n".join(lines.lines)
    tables = _Tables(name)
    for begin in range(0, len(text), _CHUNK):
        if progress is not None:
            progress(begin, len(text))
        tables.feed(text[begin : begin + _CHUNK])
    tables.close()
    tables.end_cell()
    return Book(name, (tables.gathered.sheet(),), tuple(tables.gathered.notes()))


class _Tables(HTMLParser):
    """Stands in the middle of a page."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.gathered = Gathered(name, None)
        self._name = name
        self._row = 0
        self._column = 0
        self._cells = 0
        #: The last row each column is taken up to, by a cell that reaches down.
        self._taken: dict[int, int] = {}
        self._pieces: list[str] | None = None
        self._place = 0
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.end_cell()
            self._taken.clear()
        elif tag == "tr":
            self.end_cell()
            self._row, self._column = self._row + 1, 0
        elif tag in {"td", "th"} and self._row:
            self.end_cell()
            self._begin_cell(dict(attrs))
        elif tag in _NEW_LINE and self._pieces is not None:
            self._pieces.append("\n")
        self._silent = tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self.end_cell()
        self._silent = False

    def handle_data(self, data: str) -> None:
        if self._pieces is not None and not self._silent:
            self._pieces.append(_BLANKS.sub(" ", data))

    def _begin_cell(self, given: dict[str, str | None]) -> None:
        across = _span(given.get("colspan"), MOST_COLUMNS)
        down = _span(given.get("rowspan"), MOST_ROWS)
        while self._taken.get(self._column, 0) >= self._row:
            self._column += 1
        self._cells += across
        if self._cells > MOST_CELLS or self._row > MOST_ROWS:
            raise Refusal("sheet.too_many_cells", file=self._name)
        if across > 1 or down > 1:
            right, bottom = self._column + across - 1, self._row + down - 1
            self.gathered.merged.append(Area(self._row, self._column, bottom, right))
        if down > 1:
            columns = range(self._column, min(self._column + across, MOST_COLUMNS))
            self._taken.update(dict.fromkeys(columns, self._row + down - 1))
        self._place = self._column
        self._column += across
        self._pieces = []

    def end_cell(self) -> None:
        """Put down the cell that was being read, if there is one: many pages close none."""
        if self._pieces is None:
            return
        value = text_value(_WRITTEN_WHOLE.sub("\n", "".join(self._pieces)))
        self._pieces = None
        if value is not None:
            self.gathered.put(self._row, self._place, value)


def _span(written: str | None, most: int) -> int:
    text = (written or "").strip()
    known = text.isascii() and text.isdigit() and len(text) < 8
    return min(max(int(text), 1), most) if known else 1
