"""Reads CSV and its kin: cells between commas, semicolons, tabs or bars, one record a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desk.refusals import Refusal
from desk.sheets.book import Book, Progress, Value
from desk.sheets.cells import LONGEST, text_value
from desk.sheets.encodings import NUL, Lines, decoded
from desk.sheets.gathering import MOST_CELLS, MOST_COLUMNS, Gathered

#: What begins the lines of questions and answers that are written below each other as a text.
_TALK = re.compile(
    r"\s*(?:[0-9]{1,4}\s*[、.．)）]?\s*)?(?:(?P<asked>问题?|[Qq])|答[复案]?|回[答复]|[Aa])\s*[0-9]{0,4}\s*[:：]"
)
#: Between cells where there is nothing but blanks: 3-2-1502 王芳 13800001234.
_BLANK = " "
_BLANKS = re.compile(r"[ \u3000\xa0]+")
#: Where a line is one cell.
_WHOLE = "\0"
_TEXTS = (".txt", ".text", ".md")
_DELIMITERS = ("\t", ",", ";", "|")
_SAMPLE_LINES = 60
_SAMPLE_LENGTH = 4_000
_QUOTED = re.compile('"(?:[^"]|"")*"')
#: What programs write so that Excel leaves the zeros before a number alone: ="0101".
_AS_TEXT = re.compile('="([^"]*)"')
#: What stands behind the mark that keeps a text from being run as a formula.
_KEPT_QUIET = ("'=", "'+", "'-", "'@", "'\t", "'\r")
#: A quoted cell of more lines than this is a quote somebody forgot to close.
_MOST_LINES = 300
_EVERY = 2_000
#: Texts up to this length are kept once however often they stand in a file, so many of them.
_SHORT, _MOST_KNOWN = 24, 30_000
#: Lines of a file; a hundred thousand jobs are ten years of a large centre.
_MOST_RECORDS = 600_000


def read_delimited(data: bytes, name: str, progress: Progress | None = None) -> Book:
    """Read a text file with a record a line.

    Raises:
        Refusal: ``sheet.encoding`` in no encoding we know, ``sheet.quote`` where a quote is never
            closed, ``sheet.too_many_cells``, ``sheet.unknown`` where it is no text at all.
    """
    lines = decoded(data)
    del data  # large, and of no use any more
    if lines is None:
        raise Refusal("sheet.encoding", file=name)
    if _is_binary(lines):
        raise Refusal("sheet.unknown", file=name)
    if len(lines.lines) > _MOST_RECORDS:
        raise Refusal("sheet.too_many_cells", file=name)
    delimiter, first = _delimiter(lines.lines)
    if not first and name.lower().endswith(_TEXTS) and _is_talk(lines.lines):
        delimiter = _WHOLE
    gathered = Gathered(name, None)
    values = _Values()
    left = MOST_CELLS
    for record, cells in enumerate(_records(lines, delimiter, name, progress), start=1):
        if record <= first:
            continue
        if isinstance(cells, str):
            gathered.refuse(record, _why(cells, name, record))
            continue
        left -= len(cells)
        if left < 0:
            raise Refusal("sheet.too_many_cells", file=name)
        _put(gathered, record, cells, values)
    return Book(name, (gathered.sheet(),), tuple(gathered.notes()))


def _why(code: str, name: str, row: int) -> Refusal:
    if code == NUL:
        return Refusal("sheet.row_nul", file=name, row=row)
    return Refusal("sheet.row_encoding", file=name, row=row)


def _value(cell: str) -> Value:
    if not cell:
        return None
    if cell[0] == "'" and cell.startswith(_KEPT_QUIET):
        cell = cell[1:]
    elif cell[0] == "=" and (match := _AS_TEXT.fullmatch(cell.strip())):
        cell = match[1]
    return text_value(cell)


def _put(gathered: Gathered, record: int, cells: list[str], values: _Values) -> None:
    if len(cells) <= MOST_COLUMNS and sum(map(len, cells)) <= LONGEST:
        gathered.put_row(record, [values[cell] for cell in cells])
        return
    for column, cell in enumerate(cells):
        if (value := values[cell]) is not None:
            gathered.put(record, column, value)


class _Values(dict[str, Value]):
    """What cells hold, each text once: the same few stand in most rows."""

    def __missing__(self, cell: str) -> Value:
        value = _value(cell)
        if len(cell) <= _SHORT and len(self) < _MOST_KNOWN:
            self[cell] = value
        return value


def _is_binary(lines: Lines) -> bool:
    """Return whether characters that no text has are many: a program, a picture, a database."""
    head = "\n".join(lines.lines[:_SAMPLE_LINES])[:_SAMPLE_LENGTH]
    odd = sum(1 for char in head if char < " " and char not in "\t\n\f\x1a\0")
    return odd * 50 > len(head)


def _delimiter(lines: Sequence[str]) -> tuple[str, int]:
    """Return what stands between cells, and how many first lines only say so (``sep=;``)."""
    if lines and (match := re.fullmatch(r"sep=([\t,;|])", lines[0].strip('\ufeff "').lower())):
        return match[1], 1
    sample = "\n".join(line[:_SAMPLE_LENGTH] for line in lines[:_SAMPLE_LINES])
    bare = [line for line in _QUOTED.sub("", sample).split("\n") if line.strip()]

    def fits(delimiter: str) -> float:
        """Return how steadily it occurs: in how many lines, and equally often in how many."""
        counts = [line.count(delimiter) for line in bare]
        there = [count for count in counts if count]
        if not there:
            return 0.0
        return (len(there) + 2 * Counter(there).most_common(1)[0][1]) / len(bare)

    best = max(_DELIMITERS, key=fits)
    if fits(best) >= 1.0 or (fits(best) and len(bare) < 3):
        return best, 0
    # A text that has one now and then, and no other, has one column.
    return (_BLANK if _stand_apart(bare) else _WHOLE), 0


def _is_talk(lines: Sequence[str]) -> bool:
    """Tell whether questions and answers stand below each other: commas there are only commas."""
    found = [one for line in lines[:_SAMPLE_LINES] if (one := _TALK.match(line))]
    asked = sum(one["asked"] is not None for one in found)
    return 0 < asked < len(found) and 3 * (len(found) - asked) >= asked


def _stand_apart(lines: Sequence[str]) -> bool:
    """Tell whether nearly every line is as many words, figures among them, between blanks."""
    counts = Counter(
        len(_BLANKS.split(line.strip())) for line in lines if re.search(r"\d", line) is not None
    )
    words, often = max(counts.items(), key=lambda one: one[1], default=(0, 0))
    return words > 2 and 10 * often >= 8 * len(lines)


def _records(
    lines: Lines, delimiter: str, name: str, progress: Progress | None
) -> Iterator[list[str] | str]:
    """Tell of each record its cells, or the code of why it was not read."""
    texts, bad = lines.lines, lines.bad
    # What was read is let go: a text of 60 MB would stand here twice.
    at = 0
    record = 0
    while at < len(texts):
        record += 1
        if progress is not None and record % _EVERY == 0:
            progress(at, len(texts))
        line = texts[at]
        if '"' not in line:
            yield bad.get(at) or (
                _BLANKS.split(line.strip()) if delimiter == _BLANK else line.split(delimiter)
            )
            at += 1
            continue
        cells, end = _quoted(texts, at, delimiter)
        if cells is None:
            raise Refusal("sheet.quote", file=name, row=record)
        why = next((bad[index] for index in range(at, end) if index in bad), None) if bad else None
        yield why or cells
        texts[at:end] = [""] * (end - at)
        at = end
    if progress is not None:
        progress(len(texts), len(texts))


def _quoted(texts: Sequence[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """Take a record apart whose cells may be quoted; None for one whose quote is not closed.

    Quotes count only where a cell begins with one. Returns the line after the record as well.
    """
    cells: list[str] = []
    line, here = texts[at], 0
    at += 1
    while True:
        begin = here
        while begin < len(line) and line[begin] == " ":
            begin += 1
        if line[begin : begin + 1] != '"':
            end = line.find(delimiter, here)
            if end < 0:
                cells.append(line[here:])
                return cells, at
            cells.append(line[here:end])
            here = end + 1
            continue
        cell, line, here, at = _inside(texts, line, begin + 1, at)
        if cell is None:
            return None, at
        end = line.find(delimiter, here)
        rest = line[here:] if end < 0 else line[here:end]
        if rest.strip() and "\n" in cell:
            return None, at
        cells.append(cell + rest.rstrip())
        if end < 0:
            return cells, at
        here = end + 1


def _inside(
    texts: Sequence[str], line: str, here: int, at: int
) -> tuple[str | None, str, int, int]:
    """Read on behind an opening quote up to the closing one, over as many lines as it takes."""
    pieces: list[str] = []
    begun = at
    while True:
        end = line.find('"', here)
        if end < 0:
            pieces.append(line[here:])
            if at >= len(texts) or at - begun >= _MOST_LINES:
                return None, line, here, at
            pieces.append("\n")
            line, here = texts[at], 0
            at += 1
            continue
        pieces.append(line[here:end])
        if line[end + 1 : end + 2] == '"':
            pieces.append('"')
            here = end + 2
            continue
        return "".join(pieces), line, end + 1, at
