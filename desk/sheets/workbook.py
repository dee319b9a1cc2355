"""Reads a workbook of the kind xlsx or xlsm, cell by cell as they stand in the file.

Only the values that were saved with it are read: no formula is calculated, no link is followed,
nothing in it is run.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import IO

from desk.refusals import Refusal
from desk.sheets.book import Book, Progress, Sheet
from desk.sheets.cells import text_value
from desk.sheets.gathering import MOST_CELLS, Gathered
from desk.sheets.guard import Parts, local
from desk.sheets.names import SheetNames
from desk.sheets.serials import Shown, shown_by
from desk.sheets.worksheet import Meanings, Text, read_worksheet, unescaped

_MOST_SHEETS = 1_000
#: Tables of other programs, by how the names of their parts begin.
_OTHER_FORMATS = {"xl/workbook": "XLSB", "mimetype": "OpenDocument", "index/": "Numbers"}


@dataclass(frozen=True)
class _Tab:
    name: str
    relation: str
    hidden: bool


def read_workbook(file: IO[bytes], name: str, progress: Progress | None = None) -> Book:
    """Read a packed workbook.

    Raises:
        Refusal: ``sheet.*``: it is damaged, dangerous, or a file of another kind.
    """
    parts = Parts(file, name, progress)
    path = _workbook_part(parts)
    parts.refuse_doctypes()
    tabs, since_1904 = _tabs(parts, path)
    targets = _targets(parts, path)
    meanings = Meanings(
        texts=_texts(parts, _target(targets, "sharedStrings", path)),
        shown=_shown(parts, _target(targets, "styles", path)),
        since_1904=since_1904,
    )
    names = SheetNames()
    sheets: list[Sheet] = []
    notes = _left_alone(parts)
    left = MOST_CELLS
    for tab in tabs:
        gathered = Gathered(name, names.harmless(tab.name))
        kind, target = targets.get(tab.relation, ("", ""))
        if kind == "worksheet":
            left -= read_worksheet(parts, target, meanings, gathered, left)
        sheets.append(gathered.sheet(hidden=tab.hidden))
        notes += gathered.notes()
    return Book(name, tuple(sheets), tuple(notes))


def _workbook_part(parts: Parts) -> str:
    """Return the name of the part that lists the sheets; refuse a file that is no workbook."""
    names = parts.names
    for path in ("xl/workbook.xml", "xl/workbook2.xml"):
        if path in names:
            return path
    found = (part for part in names if part.endswith("/workbook.xml") and ".." not in part)
    if (path := next(found, "")) and "[content_types].xml" in names:
        return path
    if _has(names, "word/"):
        raise Refusal("sheet.word", file=parts.file)
    if _has(names, "ppt/"):
        raise Refusal("sheet.slides", file=parts.file)
    for beginning, format_ in _OTHER_FORMATS.items():
        if _has(names, beginning):
            raise Refusal("sheet.other_format", file=parts.file, format=format_)
    raise Refusal("sheet.archive", file=parts.file)


def _has(names: list[str], beginning: str) -> bool:
    return any(part.startswith(beginning) for part in names)


def _tabs(parts: Parts, path: str) -> tuple[list[_Tab], bool]:
    tabs: list[_Tab] = []
    since_1904 = False

    def begin(element: str, given: dict[str, str]) -> None:
        nonlocal since_1904
        name = local(element)
        if name == "sheet":
            state = given.get("state", "visible")
            relation = next((given[key] for key in given if local(key) == "id" and key != "id"), "")
            tabs.append(_Tab(given.get("name", ""), relation, state != "visible"))
            if len(tabs) > _MOST_SHEETS:
                raise Refusal("sheet.too_many_sheets", file=parts.file, sheets=_MOST_SHEETS)
        elif name == "workbookPr":
            since_1904 = given.get("date1904", "0") in {"1", "true", "on"}

    parts.parse(path, begin)
    return tabs, since_1904


def _targets(parts: Parts, path: str) -> dict[str, tuple[str, str]]:
    """Return by id the kind of each part that belongs to a part, and its name in the archive."""
    folder, name = posixpath.split(path)
    targets: dict[str, tuple[str, str]] = {}

    def begin(element: str, given: dict[str, str]) -> None:
        if local(element) == "Relationship" and given.get("TargetMode") != "External":
            kind = given.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
            targets[given.get("Id", "")] = (kind, target)

    parts.parse(f"{folder}/_rels/{name}.rels", begin)
    return targets


def _target(targets: dict[str, tuple[str, str]], kind: str, path: str) -> str:
    found = (target for of_kind, target in targets.values() if of_kind == kind)
    return next(found, f"{posixpath.dirname(path)}/{kind}.xml")


def _texts(parts: Parts, path: str) -> list[Text]:
    """Return the texts that cells refer to by number."""
    reader = _Texts()
    parts.parse(path, reader.begin, reader.end, reader.text)
    return reader.texts


class _Texts:
    """Puts together the pieces of texts that are written in several styles."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self._pieces: list[str] = []
        self._wanted = False
        self._aside = 0

    def begin(self, element: str, _: dict[str, str]) -> None:
        name = local(element)
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":  # how it is pronounced, not what is written
            self._aside += 1
        elif name == "t":
            self._wanted = not self._aside

    def end(self, element: str) -> None:
        name = local(element)
        if name == "t":
            self._wanted = False
        elif name == "rPh":
            self._aside -= 1
        elif name == "si":
            self.texts.append(text_value(unescaped("".join(self._pieces))))

    def text(self, piece: str) -> None:
        if self._wanted:
            self._pieces.append(piece)


def _shown(parts: Parts, path: str) -> list[Shown]:
    """Return by style what the numbers of cells in it are."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    inside = False

    def begin(element: str, given: dict[str, str]) -> None:
        nonlocal inside
        name = local(element)
        if name == "numFmt":
            formats[_number(given.get("numFmtId", ""))] = given.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            styles.append(_number(given.get("numFmtId", "")))

    def end(element: str) -> None:
        nonlocal inside
        if local(element) == "cellXfs":
            inside = False

    parts.parse(path, begin, end)
    return [shown_by(number, formats.get(number)) for number in styles]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _left_alone(parts: Parts) -> list[Refusal]:
    notes = []
    if any("vbaproject" in name for name in parts.names):
        notes.append(Refusal("sheet.macros", file=parts.file))
    if any("externallink" in name for name in parts.names):
        notes.append(Refusal("sheet.links", file=parts.file))
    return notes
