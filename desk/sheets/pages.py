"""Reads the tables of a web page that a program saved with the ending .xls: row n is its n-th tr.

The sheet has the name that the page gives to its only worksheet, as old programs write it.
Nothing outside the tables is read, no link is followed, nothing in the page is run.
"""

from __future__ import annotations

import html
import re

from desk.refusals import Refusal
from desk.sheets.book import Area, Book, Progress
from desk.sheets.cells import text_value
from desk.sheets.encodings import ENCODING, decoded
from desk.sheets.gathering import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Gathered

#: Pages are read whole, with several times their size in memory, in bytes.
_MOST = 24_000_000
_EVERY = 1 << 18
#: A tag; what is written in it is taken whole or not at all, and is never very long.
_TAG = re.compile(
    r"""<(/?[a-zA-Z][\w:-]{0,30}+)((?:[^<>"']{1,2000}+|"[^"]{0,500}+"|'[^']{0,500}+'){0,100}+)>"""
)
_SPAN = re.compile(r"""\b(colspan|rowspan)\s*=\s*["']?\s*(\d{1,7})""", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:ExcelWorksheet>\s{0,99}<x:Name>([^<>]{1,99})</x:Name>", re.IGNORECASE)
#: Where the worksheets are named, in characters from the beginning.
_HEAD = 50_000
_BLANKS = re.compile("[ \t\r\n\f]+")
_WRITTEN_WHOLE = re.compile(" *\n *")
_NEW_LINE = frozenset({"br", "p", "div", "li"})
_ENDS_CELL = frozenset({"table", "tr", "td", "th", "/table", "/tr", "/td", "/th"})
_SILENT = frozenset({"script", "style", "xml"})
_SILENT_END = re.compile("</(?:script|style|xml)", re.IGNORECASE)


def read_page(data: bytes, name: str, progress: Progress | None = None) -> Book:
    """Read all tables of a page as one sheet.

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
    tables = _Tables(name, _sheet_name(text))
    _take_apart(text, tables, progress)
    tables.end_cell()
    return Book(name, (tables.gathered.sheet(),), tuple(tables.gathered.notes()))


def _sheet_name(text: str) -> str | None:
    """Return the name of the only worksheet that the head of a page speaks of."""
    names = _SHEET_NAME.findall(text, 0, _HEAD)
    name = " ".join(html.unescape(names[0]).split()) if len(names) == 1 else ""
    return name or None


def _take_apart(text: str, tables: _Tables, progress: Progress | None) -> None:
    """Tell of every tag and the text between, in one go over the page however broken it is."""
    begin = at = told = 0
    while (at := text.find("<", at)) >= 0:
        if progress is not None and at - told > _EVERY:
            told = at
            progress(at, len(text))
        tag = _TAG.match(text, at)
        if tag is not None:
            tables.text(text[begin:at])
            tables.tag(tag[1].lower(), tag[2])
            begin = at = _behind_silent(text, tag)
        elif text.startswith("<!--", at):
            tables.text(text[begin:at])
            end = text.find("-->", at + 4)
            begin = at = end + 3 if end >= 0 else len(text)
        else:
            at += 1  # a character like any other
    tables.text(text[begin:])


def _behind_silent(text: str, tag: re.Match[str]) -> int:
    """Return where to go on behind a tag: behind all of it where what is inside is never shown."""
    if tag[1].lower() not in _SILENT:
        return tag.end()
    end = _SILENT_END.search(text, tag.end())
    return end.start() if end is not None else len(text)


class _Tables:
    """Stands in the middle of a page."""

    def __init__(self, name: str, sheet: str | None) -> None:
        self.gathered = Gathered(name, sheet)
        self._name = name
        self._row = 0
        self._column = 0
        self._place = 0
        self._cells = 0
        #: The last row each column is taken up to, by a cell that reaches down.
        self._taken: dict[int, int] = {}
        self._pieces: list[str] | None = None

    def tag(self, name: str, given: str) -> None:
        """Go on behind a tag; the name of a closing one begins with a slash."""
        if name in _ENDS_CELL:
            self.end_cell()
        if name == "table":
            self._taken.clear()
        elif name == "tr":
            self._row, self._column = self._row + 1, 0
        elif name in {"td", "th"} and self._row:
            self._begin_cell({match[1].lower(): match[2] for match in _SPAN.finditer(given)})
        elif name in _NEW_LINE and self._pieces is not None:
            self._pieces.append("\n")

    def text(self, text: str) -> None:
        """Go on behind a text."""
        if text and self._pieces is not None:
            self._pieces.append(_BLANKS.sub(" ", html.unescape(text)))

    def _begin_cell(self, given: dict[str, str]) -> None:
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
    return min(max(int(written), 1), most) if written is not None else 1
