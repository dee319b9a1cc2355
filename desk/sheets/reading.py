"""Opens a file somebody brought as a book of sheets, whatever its name says it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO

from desk.refusals import Refusal
from desk.sheets.book import Book, Progress
from desk.sheets.delimited import read_delimited
from desk.sheets.kinds import refuse_other_kinds
from desk.sheets.old_workbook import read_old_workbook
from desk.sheets.pages import read_page
from desk.sheets.workbook import read_workbook

#: A text is read as a whole, and no list of a service centre is longer, in bytes.
MOST_TEXT = 64_000_000
#: A workbook takes its room on the disk packed.
MOST_PACKED = 128_000_000
_HEAD = 4096

_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[{\"\]\d-]|\[\s*$")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|table|style|div|center|font)\b", re.I)
_XML_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def open_book(path: Path, progress: Progress | None = None) -> Book:
    """Read a file by what its bytes are: xlsx, xlsm, xls, CSV and text, HTML saved as xls.

    Args:
        path: the file; it is only read.
        progress: told now and then how far the work is; what it raises stops the work.

    Raises:
        Refusal: ``sheet.*``, with the file's name and the row where there is one; nothing of a
            refused file is returned.
    """
    name = path.name
    try:
        if path.is_dir():
            raise Refusal("sheet.folder", file=name)
        if not path.is_file():  # nobody waits for a pipe that never ends
            raise Refusal("sheet.no_file" if path.exists() else "sheet.missing", file=name)
        size = path.stat().st_size
        file = path.open("rb")
    except OSError as error:
        raise Refusal("sheet.unreadable", file=name) from error
    with file:
        book = _read(file, name, size, progress)
    if not any(sheet.rows or sheet.unread for sheet in book.sheets):
        raise Refusal("sheet.nothing", file=name)
    return book


def _read(file: IO[bytes], name: str, size: int, progress: Progress | None) -> Book:
    head = _bytes(file, name, _HEAD)
    file.seek(0)
    if not head:
        raise Refusal("sheet.empty", file=name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        _refuse_larger(size, MOST_PACKED, name)
        return read_workbook(file, name, progress)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_larger(size, MOST_TEXT, name)
        return read_old_workbook(_bytes(file, name), name, progress)
    refuse_other_kinds(head, name)
    _refuse_larger(size, MOST_TEXT, name)
    begin = _beginning(head)
    if _JSON.match(begin):
        raise Refusal("sheet.json", file=name)
    if begin.startswith("<") or begin[:13].lower() == "mime-version:":
        return _read_marked_up(file, name, begin, progress)
    return read_delimited(_bytes(file, name), name, progress)


def _bytes(file: IO[bytes], name: str, most: int = -1) -> bytes:
    try:
        return file.read(most)
    except OSError as error:
        raise Refusal("sheet.unreadable", file=name) from error


def _refuse_larger(size: int, most: int, name: str) -> None:
    if size > most:
        raise Refusal("sheet.too_large", file=name, size=size // 1_000_000, most=most // 1_000_000)


def _beginning(head: bytes) -> str:
    """Return the first characters of a text, in whatever encoding, without blanks before them."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "latin-1", "ignore")
    return text.removeprefix("\xef\xbb\xbf").lstrip("\ufeff \t\r\n\0")


def _read_marked_up(file: IO[bytes], name: str, begin: str, progress: Progress | None) -> Book:
    if _XML_SHEET in begin or "Excel.Sheet" in begin:
        raise Refusal("sheet.other_format", file=name, format="XML Spreadsheet 2003")
    if begin[:5].lower() == "mime-":
        raise Refusal("sheet.other_format", file=name, format="MHTML")
    if _PAGE.search(begin):
        return read_page(_bytes(file, name), name, progress)
    if begin.startswith("<?xml") or begin.startswith("<svg"):
        raise Refusal("sheet.unknown", file=name)
    return read_delimited(_bytes(file, name), name, progress)
