"""Telephone numbers: found in a sentence, checked, written one way, masked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.language.normal import figures, fold
from desk.refusals import Refusal

_GAP = r"[ \-]?"
#: The 0 that people dial before the mobile of another town is no part of it.
_MOBILE = rf"(?:(?:\+|00)?86{_GAP}|0)?1[3-9]\d(?:{_GAP}\d{{4}}){{2}}"
_AREA = r"(?:\(0\d{2,3}\)|0(?:10|2\d|[3-9]\d{2}))"
_LANDLINE = (
    rf"(?:(?:\+|00)86{_GAP})?{_AREA}{_GAP}[2-9]\d{{2,3}}{_GAP}\d{{4}}"
    r"(?: ?(?:-|转|分机|ext\.?) ?\d{1,6})?"
)
_SERVICE = rf"[48]00{_GAP}\d{{3}}{_GAP}\d{{4}}"
_LOCAL = rf"[2-9]\d{{2,3}}{_GAP}\d{{4}}"
_IN_TEXT = re.compile(rf"(?<![\d#])(?:{_MOBILE}|{_LANDLINE}|{_SERVICE}|[2-9]\d{{3}}-\d{{4}})(?!\d)")
#: In a column of numbers a local one may stand apart by a blank, which in a sentence it may not.
_IN_CELL = re.compile(
    rf"(?<!\d)(?:{_MOBILE}|{_LANDLINE}|{_SERVICE}|(?P<local>[2-9]\d{{2,3}}{_GAP}\d{{4}}))(?!\d)"
)
_HAN = "零一二三四五六七八九幺两"
_SAID = rf"(?:[ ,、\-]{{0,2}}[{_HAN}\d])"
#: Figure by figure: 幺三八 一二三四 五六七八, 零五七一 八八六六一二三四.
_SPOKEN = re.compile(
    rf"(?<![{_HAN}\d])(?:[一幺][三四五六七八九][{_HAN}]{_SAID}{{8}}"
    rf"|零(?:[一幺]零|二[{_HAN}]|[三四五六七八九][{_HAN}]{{2}}){_SAID}{{7,8}})(?![{_HAN}\d])"
)
#: A mobile in other groups than three, four, four: 138 12 34 56 78.
_GROUPED = re.compile(r"(?<![\d#\-])1[3-9]\d(?:[ \-]?\d{2,4}){2,4}(?![\d\-])")
#: A local number without a sign is one where the words say so or where it stands all alone.
_ALONE = re.compile(
    r"(?:(?:电话|座机|打|拨|联系|号码|tel)[^\d,。]{0,6}|(?:^|[,。; ]))"
    r"(?P<local>[3-8]\d{6,7})(?=$|[,。; ])"
)
#: The words before a number that shall be rung, and around one that shall not.
_RING = re.compile(
    r"(?:打|拨|联系|找|新号码?|备用号?|改成|换成|回电|回|电话是|ring|call)[^\d,。!?;]{0,12}$"
)
_NOT_THIS = re.compile(r"(?:别|不要|不用|旧|老号|原来|以前|停机|欠费)[^\d,。!?;]{0,8}$")
_DEAD = re.compile(r"^[^\d。!?;]{0,4}(?:打不通|不用了|停机|欠费|没人接|作废|换了|别打|关机)")
_WHOLE = re.compile(rf"(?:{_MOBILE}|{_LANDLINE}|{_SERVICE}|{_LOCAL})")
_AREA_PARTS = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})")
_MOBILE_LENGTH = 11
_EXTENSION = re.compile(r"(?:-|转|分机|ext\.?) ?(\d{1,6})$")


@dataclass(frozen=True, slots=True)
class PhoneMention:
    """A telephone number in a text, as it is stored, and where it stands (half-open)."""

    number: str
    start: int
    end: int


def digits(text: str) -> str:
    """Return the figures of a text: ``138-1234 5678`` -> ``13812345678``."""
    return "".join(one for one in fold(text).text if one in "0123456789")


def is_valid(text: str) -> bool:
    """Tell whether the text is one Chinese mobile, landline or service number."""
    return _WHOLE.fullmatch(fold(text).text.strip()) is not None


def written(text: str) -> str:
    """Return a number as it is stored: ``13812345678``, ``0571-88881234``, ``0571-88881234-801``.

    Raises:
        Refusal: ``phone.invalid``; the number itself is not in it.
    """
    folded = fold(text).text.strip()
    if not is_valid(folded):
        raise Refusal("phone.invalid")
    bare = re.sub(r"^(?:\+|00)86", "", folded)
    if re.fullmatch(_MOBILE, folded):
        return digits(folded)[-11:]
    if re.fullmatch(_SERVICE, folded) or not re.match(r"[ \-]?\(?0", bare):
        return digits(bare)
    body = bare.strip(" -")
    extension = ""
    if re.fullmatch(rf"{_AREA}{_GAP}[2-9]\d{{2,3}}{_GAP}\d{{4}}", body) is None:
        ending = _EXTENSION.search(body)
        if ending is not None:
            extension, body = f"-{ending.group(1)}", body[: ending.start()]
    parts = _AREA_PARTS.fullmatch(digits(body))
    if parts is None:
        raise Refusal("phone.invalid")
    return f"{parts.group(1)}-{parts.group(2)}{extension}"


def masked(number: str) -> str:
    """Return a number that may be shown: ``138****5678``, ``0571-****1234``."""
    area, dash, rest = number.partition("-")
    if dash and area.startswith("0"):
        local, more, extension = rest.partition("-")
        return f"{area}-{_hidden(local)}{more}{extension}"
    return _hidden(number)


def _hidden(number: str) -> str:
    figures = digits(number)
    if len(figures) >= 11:
        return f"{figures[:-8]}****{figures[-4:]}"
    if len(figures) >= 7:
        return f"****{figures[-4:]}"
    return "*" * len(figures)


def find_phones(text: str) -> list[PhoneMention]:
    """Return the telephone numbers that stand in a text, in order, figures or spoken ones."""
    folded = fold(text)
    found: dict[int, PhoneMention] = {}
    taken = folded.text

    def take(number: str, start: int, end: int) -> None:
        nonlocal taken
        if is_valid(number):
            found[start] = PhoneMention(written(number), *folded.span(start, end))
            taken = taken[:start] + "\0" * (end - start) + taken[end:]

    for match in _IN_TEXT.finditer(taken):
        take(match.group(), *match.span())
    for match in _GROUPED.finditer(taken):
        if len(digits(match.group())) == _MOBILE_LENGTH:
            take(digits(match.group()), *match.span())
    for match in _SPOKEN.finditer(taken):
        take("".join(figures(one) for one in match.group() if one.isalnum()), *match.span())
    for match in _ALONE.finditer(taken):
        take(match["local"], *match.span("local"))
    return [found[start] for start in sorted(found)]


def number_to_ring(text: str) -> PhoneMention | None:
    """Return the number of a text that shall be rung: 打我老婆的139…; the first where none says so.

    A number that is said to be out of use (打不通, 旧的) comes last.
    """
    phones = find_phones(text)
    if not phones:
        return None

    def wanted(phone: PhoneMention) -> int:
        before = fold(text[: phone.start]).text
        behind = fold(text[phone.end :]).text
        if _NOT_THIS.search(before) or _DEAD.search(behind):
            return 0
        return 2 if _RING.search(before) else 1

    return max(phones, key=wanted)


def find_in_cell(text: str) -> list[PhoneMention]:
    """Return the telephone numbers of a cell that holds nothing but numbers and names, in order.

    Unlike in a sentence, seven or eight figures alone are a local number here.
    """
    folded = fold(text)
    return [
        PhoneMention(written(match.group()), *folded.span(match.start(), match.end()))
        for match in _IN_CELL.finditer(folded.text)
        if is_valid(match.group())
    ]
