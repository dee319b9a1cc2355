"""The two faces every page is set in, and what may be set in them."""

from __future__ import annotations

import threading
import unicodedata
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from desk.refusals import Refusal
from desk.resources import resource

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"
#: Stands for a character that the font lacks, so that nobody takes the text for complete.
MISSING = "□"
#: A face reads its file at one position, so one page is set at a time.
PRESS = threading.RLock()

_BLOCK = 100  # the most entries that a CMap may have between begin and end


def to_unicode(name: str, subset: list[int]) -> str:
    """Return the CMap that says which characters a subset's codes stand for, as UTF-16.

    reportlab's own writes ``<%04X>``, which is no character above U+FFFF: a rare name looked
    right and was copied as rubbish.
    """
    entries = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
        if char
    ]
    blocks = [entries[i : i + _BLOCK] for i in range(0, len(entries), _BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def load(name: str, path: Path) -> ttfonts.TTFont:
    """Read a TrueType face.

    Raises:
        Refusal: ``paper.font_missing`` with the file's name, when it is not there or damaged.
    """
    try:
        font = ttfonts.TTFont(name, str(path), asciiReadable=False, shapable=False)
        tables = font.face.table.values()
        whole = max(table["offset"] + table["length"] for table in tables)
    except Exception as fault:  # a parser that is fed rubbish raises anything
        raise Refusal("paper.font_missing", file=path.name) from fault
    if whole > path.stat().st_size:
        raise Refusal("paper.font_missing", file=path.name)
    _lighten(font.face)
    return font


class _Glyphs:
    """The outlines of a face, taken one at a time: the table is ten megabytes."""

    def __init__(self, face: ttfonts.TTFontFace) -> None:
        self._data: bytes = face._ttf_data  # noqa: SLF001 - reportlab has no other way to it
        self._start: int = face.get_table_pos("glyf")[0]

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


def _lighten(face: ttfonts.TTFontFace) -> None:
    """Keep a face from copying all its outlines for every page, and from what only shaping needs.

    A dozen megabytes less in all, and 2 ms less a slip.
    """
    glyphs, table = _Glyphs(face), face.get_table
    face.get_table = lambda tag: glyphs if tag == "glyf" else table(tag)
    face.glyphToChar.clear()


def set_up() -> None:
    """Register both faces, the first time a page is set in this process.

    Raises:
        Refusal: ``paper.font_missing`` with the file's name.
    """
    with PRESS:
        known = pdfmetrics.getRegisteredFontNames()
        for name in (REGULAR, BOLD):
            if name in known:
                continue
            try:
                path = resource("fonts", f"{name}.ttf")
            except Refusal as gone:
                raise Refusal("paper.font_missing", file=f"{name}.ttf") from gone
            pdfmetrics.registerFont(load(name, path))
        ttfonts.makeToUnicodeCMap = to_unicode
        rl_config.useA85 = 0  # streams as bytes: smaller, and 2 ms less a slip


def advances(bold: bool = False) -> dict[int, float]:
    """Return how far each character moves the pen, in thousandths of the size."""
    face: dict[int, float] = pdfmetrics.getFont(BOLD if bold else REGULAR).face.charWidths
    return face


def settable(text: str) -> str:
    r"""Return text as the faces can set it: spaces for controls, ``MISSING`` for what they lack.

    What has no width of its own (joiners, direction marks, variation selectors) goes; line ends
    stay as ``\n``.
    """
    known = advances()
    return "".join(
        char if char == "\n" or (ord(char) in known and char.isprintable()) else _instead(char)
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def _instead(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Zl", "Zp"}:
        return "\n"
    if category in {"Zs", "Cc"}:
        return "\u3000" if char == "\u3000" else " "
    if category in {"Cf", "Mn", "Me"}:
        return ""
    return MISSING
