"""Who reported something and under which number, from a cell for each or one for both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from desk.language.phones_written import mended, phone_spans, read_phones
from desk.language.surnames import has_surname
from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal

_MOBILE: Final = re.compile(r"1[3-9]\d{9}")
_PLAIN_NAME: Final = re.compile(r"[一-鿿]{2,4}")
#: Labels and signs around a name and a number; a fax or an extension is not looked for here.
_LABELS: Final = re.compile(
    r"(?:联系|手机|电话|固)?(?:电话|手机|号码|方式|座机)[号码]*\s*[:为是]?|(?:姓名|联系人|报修人|业主)\s*:|\b(?:tel|phone|mobile|name)\b\.?\s*:?",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"[(\[【〔]\s*(?:业主|产权人|户主|租户|租客|租|家属|房东|业主本人|本人|业主家属|owner|tenant|family)\s*[)\]】〕]",
    re.IGNORECASE,
)
#: The code of the country, left in front of a number that was taken out.
_ABROAD: Final = re.compile(r"(?:\+|\b00)\s*86(?!\d)[\s-]*")
#: A name in brackets alone, behind a number that was taken out: 13800001234(张三).
_FRAMED: Final = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]+)[)\]】〕]")
#: Between the names of two people.
_SEVERAL: Final = re.compile(r"(?<=[一-鿿)])\s*[/、,;]\s*(?=[一-鿿])")
#: A role written in front of a name without a sign: 业主王芳.
_LED: Final = re.compile(r"(?:业主|租户|租客|户主|住户|家属)\s*([一-鿿]{2,4})$")
#: Somebody beside a number: 王姐, 李师傅, 儿子.
_CALLED: Final = re.compile(
    r"[\s(,、/]*(?:[一-鿿]{1,3}(?:先生|女士|小姐|阿姨|叔叔|师傅|[大爷妈姐哥总工太])|[一-鿿]{2,3})\)?$"
)
_LETTERS: Final = re.compile(r"[一-鿿]{2}|[A-Za-z]{3}")
_FIGURES: Final = re.compile(r"\d{3}")
_EDGES: Final = " \t\n,、;:/\\|-—.。·()[]【】*@"
_ANONYMOUS: Final = frozenset({"匿名", "未登记", "不详", "anonymous"})
#: Fewer figures are a remark (3栋保洁, 电工2), not a number that lost some.
_LEAST: Final = 7


class Contact(NamedTuple):
    """A name, the numbers in order, what looked like a number but is none, and any remark."""

    name: str = ""
    phones: tuple[str, ...] = ()
    bad: tuple[tuple[str, Refusal], ...] = ()
    remark: str = ""


@dataclass
class Contacts:
    """Reads the cells of a ledger that speak of people; the same ones only once."""

    _read: dict[tuple[str, ...], Contact] = field(default_factory=dict)

    def read(self, name: str, phone: str, both: str) -> Contact:
        """Return who is meant by a cell for a name, one for numbers, and one for both."""
        if not both and _PLAIN_NAME.fullmatch(name) and _MOBILE.fullmatch(phone):
            return Contact(tidy(name) if name in _ANONYMOUS else name, (phone,))
        key = (name, phone, both)
        if key not in self._read:
            if len(self._read) > 50_000:
                self._read.clear()
            parts = [_parted(text) for text in (name, both) if text]
            numbers = _numbers(phone) if phone else Contact()
            if (
                numbers.name
                and any(part.name for part in parts)
                and not _CALLED.match(numbers.name)
            ):
                # 下班后打 beside a number is said of it and names nobody.
                numbers = numbers._replace(name="", remark=numbers.name.strip("()"))
            self._read[key] = _joined([*parts, numbers])
        return self._read[key]


@lru_cache(maxsize=4096)
def _parted(cell: str) -> Contact:
    """Take the numbers out of a cell; what is left is a name."""
    text = mended(tidy(cell))
    spans = phone_spans(text, least=_LEAST)
    rest = text
    for span in reversed(spans):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    return Contact(
        _name(rest),
        tuple(dict.fromkeys(span.number for span in spans if span.bad is None)),
        tuple((text[span.start : span.end], span.bad) for span in spans if span.bad is not None),
    )


@lru_cache(maxsize=4096)
def _numbers(cell: str) -> Contact:
    """Read a cell for numbers; a name may stand beside them."""
    read = _parted(cell)
    if read.phones or read.bad:
        return read if _LETTERS.search(read.name) else read._replace(name="")
    bad = read_phones(cell).bad if _FIGURES.search(cell) else ()
    return Contact(read.name if _LETTERS.search(read.name) else "", (), bad)


def _name(text: str) -> str:
    if "86" in text:
        text = _ABROAD.sub(" ", text)
    text = _LABELS.sub(" ", _ROLE.sub(" ", text))
    text = re.sub(r"[(\[【〔]\s*[)\]】〕]", " ", text)
    if (led := _LED.match(text.strip())) and has_surname(led.group(1)):
        text = led.group(1)
    if text.count("(") != text.count(")"):
        text = text.replace("(", " ").replace(")", " ")
    text = text.strip(_EDGES) if not re.search(r"\w\)$", text.strip()) else text.strip(" \n")
    if says_nothing(text) or text in _ANONYMOUS:
        return ""
    if (framed := _FRAMED.fullmatch(text)) is not None:
        text = framed.group(1).strip()
    text = _SEVERAL.sub("、", text)
    text = re.sub(r"(?<=[一-鿿])[ 　]+(?=[一-鿿])", "", text)
    return re.sub(r"\s+", " ", text)


def _joined(parts: list[Contact]) -> Contact:
    names = dict.fromkeys(part.name for part in parts if part.name)
    return Contact(
        "、".join(names),
        tuple(dict.fromkeys(number for part in parts for number in part.phones)),
        tuple(one for part in parts for one in part.bad),
        "；".join(part.remark for part in parts if part.remark),
    )
