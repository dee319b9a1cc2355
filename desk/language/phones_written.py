"""Reads the telephone numbers of one cell: several, joined anyhow, damaged by spreadsheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from desk.language.area_codes import with_zeros
from desk.language.phones import find_in_cell
from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal


@dataclass(frozen=True, slots=True)
class PhonesRead:
    """The numbers of a cell as they are stored, in order, and what in it is none, with why."""

    numbers: tuple[str, ...] = ()
    bad: tuple[tuple[str, Refusal], ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneSpan:
    """A number or something like one in a tidied text (half-open); ``number`` "" where bad."""

    number: str
    start: int
    end: int
    bad: Refusal | None = None


_MOBILE = re.compile(r"1[3-9]\d{9}")
_NOTHING = re.compile(
    r"无(?:电话|号码|手机)?|没有?(?:电话|号码|手机)|空号?|停机|未留电话|(?:电话)?未提供"
)
#: What a spreadsheet adds behind a number that it took for an amount.
_FRACTION = re.compile(r"(?<![\d.])(\d{7,})\.0+(?![\d.])")
_SCIENCE = re.compile(r"(?<![\d.])\d(?:\.\d+)?e\+?\d{1,2}(?!\d)", re.IGNORECASE)
_MASKED = re.compile(r"(?<!\d)\+?\d[\d \-]{0,16}(?:[*?#●•]{2,}|[xX×]{3,})[ \-]?\d*")
_COUNTRY = re.compile(r"\(\s*\+?\s*86\s*\)|(?:\+|(?<!\d)00)\s*86(?=[\s\-]*[01(])")
#: Between numbers; a blank or a hyphen may stand within one.
_APART = re.compile(r"[/\\、,;|\n。&和或及]+")
#: A mobile set apart at other places than after the third and seventh figure.
_LOOSE = re.compile(r"(?<![\d+])(?:86[ .\-]{0,2})?1(?:[ .\-]{0,2}\d){10}(?![ .\-]?\d)")
#: 138,0000,1111: the sign that stands between several numbers stands within one.
_SIGNED = re.compile(r"(?<!\d)(1[3-9]\d)([,_、/·])(\d{4})\2(\d{4})(?!\d)")
_TWO_MOBILES = re.compile(r"(?<!\d)(1[3-9]\d{9})(1[3-9]\d{9})(?!\d)")
_RUN = re.compile(r"\d(?:[ \-]?\d)*")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
#: Fewer figures beside a good number are a note of it (a year, a short code), not a number lost.
_LEAST = 5


def read_phones(value: object, *, area: str = "") -> PhonesRead:
    """Return the telephone numbers that a cell holds; each only once.

    Args:
        value: the cell: text, or the number that a spreadsheet made of it.
        area: the area code to put before local numbers ("0571"); without, a local number takes
            that of a landline before it in the cell, or stays without.
    """
    text = tidy(value)
    if _MOBILE.fullmatch(text):
        return PhonesRead((text,))
    if says_nothing(text) or _NOTHING.fullmatch(text):
        return PhonesRead()
    text = mended(text)
    spans = phone_spans(text, area=area)
    if not spans:
        return PhonesRead(bad=((text, Refusal("phone.unreadable")),))
    numbers = dict.fromkeys(span.number for span in spans if span.bad is None)
    bad = {text[span.start : span.end]: span.bad for span in spans if span.bad is not None}
    return PhonesRead(tuple(numbers), tuple(bad.items()))


def mended(text: str) -> str:
    """Undo what spreadsheets do to numbers in a tidied text, as far as no figure is lost."""
    if "." in text or "e" in text or "E" in text:
        text = _SCIENCE.sub(lambda match: _exact(match.group()), _FRACTION.sub(r"\1", text))
    text = _SIGNED.sub(r"\1\3\4", with_zeros(text))
    text = _TWO_MOBILES.sub(r"\1 \2", text)
    return _COUNTRY.sub("+86 ", text).replace("+86  ", "+86 ")


def phone_spans(text: str, *, area: str = "", least: int = 1) -> list[PhoneSpan]:
    """Return the numbers of a mended text and what looks like one but is none, in order.

    Args:
        text: tidied and mended.
        area: put before local numbers.
        least: so many figures must stand together to be a bad number; a good one beside them
            makes it five.
    """
    spans: list[PhoneSpan] = []
    start = 0
    for gap in [*_APART.finditer(text), None]:
        end = gap.start() if gap is not None else len(text)
        if end > start:
            spans += _in_piece(text, start, end)
        start = gap.end() if gap is not None else end
    if any(span.bad is None for span in spans):
        least = max(least, _LEAST)
    kept = [s for s in spans if s.bad is None or _figures(text[s.start : s.end]) >= least]
    return _with_area(kept, area)


def _in_piece(text: str, start: int, end: int) -> list[PhoneSpan]:
    """Read one piece, in which numbers stand apart by blanks or words alone."""
    piece = text[start:end]
    if _MOBILE.fullmatch(piece.strip()):
        return [PhoneSpan(piece.strip(), start, end)]
    spans: list[PhoneSpan] = []
    for pattern, code in ((_MASKED, "phone.masked"), (_SCIENCE, "phone.rounded")):
        for match in pattern.finditer(piece):
            spans.append(_bad(match.start(), match.end(), code))
            piece = _blotted(piece, match.start(), match.end())
    for found in find_in_cell(piece):
        if _LOCAL.fullmatch(found.number) and re.search(r"\d[ \-]?$", piece[: found.start]):
            continue  # the end of a longer number that is not one
        spans.append(PhoneSpan(found.number, found.start, found.end))
        piece = _blotted(piece, found.start, found.end)
    for match in _LOOSE.finditer(piece):
        number = "".join(one for one in match.group() if one.isdigit())[-11:]
        if _MOBILE.fullmatch(number):
            spans.append(PhoneSpan(number, match.start(), match.end()))
            piece = _blotted(piece, match.start(), match.end())
    spans += [_bad(m.start(), m.end(), "phone.digits") for m in _RUN.finditer(piece)]
    moved = [PhoneSpan(s.number, s.start + start, s.end + start, s.bad) for s in spans]
    return sorted(moved, key=lambda span: span.start)


def _bad(start: int, end: int, code: str) -> PhoneSpan:
    return PhoneSpan("", start, end, Refusal(code))


def _blotted(text: str, start: int, end: int) -> str:
    """Take a stretch out of a text without moving what stands behind it."""
    return f"{text[:start]}{'_' * (end - start)}{text[end:]}"


def _with_area(spans: list[PhoneSpan], area: str) -> list[PhoneSpan]:
    """Put the area code before local numbers, where one is known."""
    told: list[PhoneSpan] = []
    for span in spans:
        code, dash, _ = span.number.partition("-")
        if dash and code.startswith("0"):
            area = code
        if area and _LOCAL.fullmatch(span.number):
            span = PhoneSpan(f"{area}-{span.number}", span.start, span.end)
        told.append(span)
    return told


def _exact(written: str) -> str:
    """Return 1.3800001234E10 as figures; what has lost figures stays as it is."""
    mantissa = written.lower().partition("e")[0]
    try:
        number = Decimal(written)
    except InvalidOperation:
        return written
    whole = number == number.to_integral_value()
    # Ten figures behind the point: none of a mobile's eleven was rounded off.
    enough = len(mantissa.replace(".", "")) >= number.adjusted()
    return str(int(number)) if whole and enough and number.adjusted() < 15 else written


def _figures(text: str) -> int:
    return sum(one.isdigit() for one in text)
