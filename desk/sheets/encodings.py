"""From the bytes of a text file to its lines.

Decided strictly: a wrong character is worse than none, so what cannot be read is told by line and
never guessed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 1 << 16
#: Letters, digits, Chinese and the marks of a list; random pairs of bytes are seldom these alone.
_LIKELY = re.compile("[\t\n\r -~\u00b7\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_CHINESE = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
_ODD = re.compile("[^\x00-\x7f\u00b0-\u00d7\u2000-\u33ff\u4e00-\u9fff\uff00-\uffef]")
#: Letters of other scripts, two or more together; a word of one script, as people write it.
_FOREIGN = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u07ff]{2,}")
_ONE_SCRIPT = re.compile(
    "[\u00c0-\u024f\u0300-\u036f]+|[\u0370-\u03ff]+|[\u0400-\u052f]+|[\u0530-\u058f]+"
    "|[\u0590-\u05ff]+|[\u0600-\u077f]+|[\u0780-\u07bf]+|[\u07c0-\u07ff]+"
)
_LINE_END = re.compile("\r\n?")

#: Why a line could not be read.
ENCODING, NUL = "sheet.row_encoding", "sheet.row_nul"


@dataclass
class Lines:
    """The lines of a text.

    Attributes:
        lines: without their ends.
        bad: why a line, counted from 0, could not be read; what stands in ``lines`` for it shows
            where quotes are and nothing else.
    """

    lines: list[str]
    bad: dict[int, str] = field(default_factory=dict)


def decoded(data: bytes) -> Lines | None:
    """Return the lines of a text file; None where it is no text in any encoding we know."""
    encoding, data = _marked(data)
    if encoding is None:
        encoding = _without_mark(data)
    if encoding.startswith("utf-16"):
        # Padding of a half-written file; half a character of it is no text either.
        data = data[: len(data) - len(data) % 2]
    else:
        data = data.rstrip(b"\0")
    try:
        return _found_wrong(data.decode(encoding).rstrip("\0"), encoding)
    except UnicodeDecodeError:
        return None if encoding.startswith("utf-") and encoding != "utf-8" else _by_line(data)


def _marked(data: bytes) -> tuple[str | None, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def _without_mark(data: bytes) -> str:
    """Return UTF-16 where it must be that, UTF-8 for all else: that is tried first."""
    head = data[: _SAMPLE & ~1]
    if b"\0" not in head.rstrip(b"\0"):
        return "utf-8"
    head = head[: len(head) & ~1]
    for encoding, line_end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        text = head.decode(encoding, "ignore").rstrip("\0")
        likely = len(_LIKELY.findall(text))
        if text and likely > 0.95 * len(text) and (line_end in head or likely < _SAMPLE):
            return encoding
    return "utf-8"


def _split(text: str) -> list[str]:
    """Split at line ends only: other characters that end a line somewhere belong to a cell."""
    lines = _LINE_END.sub("\n", text).split("\n") if "\r" in text else text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _found_wrong(text: str, encoding: str) -> Lines:
    lines = Lines(_split(text))
    if "\0" in text:
        lines.bad = {index: NUL for index, line in enumerate(lines.lines) if "\0" in line}
    if encoding == "utf-8" and _FOREIGN.search(text):
        for index, line in enumerate(lines.lines):
            if _rather_gb(line):
                lines.bad[index] = ENCODING
    return lines


def _by_line(data: bytes) -> Lines | None:
    """Read text that is not UTF-8 throughout: GB18030, or most of it one of the two."""
    # Neither encoding has the byte of a line end inside another character.
    rows = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if not rows[-1]:
        rows.pop()
    foreign = [row for row in rows if not row.isascii()]
    as_utf8 = sum(1 for row in foreign if _read(row, "utf-8") is not None)
    as_gb = sum(1 for row in foreign if _read(row, "gb18030") is not None)
    encoding = "utf-8" if 2 * as_utf8 >= len(foreign) else "gb18030"
    if 2 * max(as_utf8, as_gb) < len(foreign):
        return None
    found = Lines([])
    for index, row in enumerate(rows):
        text = _read(row, encoding)
        if text is None or (encoding == "gb18030" and _rather_utf8(row)):
            found.bad[index] = ENCODING
            text = row.decode("ascii", "replace").replace("\ufffd", "?")
        elif encoding == "utf-8" and _rather_gb(text, among_others=True):
            found.bad[index] = ENCODING
        elif "\0" in text:
            found.bad[index] = NUL
        found.lines.append(text)
    return found


def _read(row: bytes, encoding: str) -> str | None:
    try:
        return row.decode(encoding)
    except UnicodeDecodeError:
        return None


def _rather_utf8(row: bytes) -> bool:
    """Return whether a line of a GB18030 file was pasted in as UTF-8: it reads as Chinese."""
    if row.isascii():
        return False
    text = _read(row, "utf-8")
    return text is not None and len(_CHINESE.findall(text)) >= 2 and not _ODD.search(text)


def _rather_gb(text: str, *, among_others: bool = False) -> bool:
    """Return whether a line of a UTF-8 file was pasted in as GB18030, and is UTF-8 by chance.

    Some Chinese words are: what they read as is letters of several scripts in one word. In a file
    that has such lines (``among_others``) any word of letters from elsewhere is suspicious.
    """
    words = _FOREIGN.findall(text)
    if not words or (not among_others and all(map(_ONE_SCRIPT.fullmatch, words))):
        return False
    chinese = _read(text.encode(errors="replace"), "gb18030")
    return chinese is not None and len(_CHINESE.findall(chinese)) >= 2 and not _ODD.search(chinese)
