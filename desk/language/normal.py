"""One way of writing for what people type in many: width, case, variants, numerals.

``fold`` keeps, for every character of the folded text, where it stood in the text as typed, so
that whatever is read out of the folded text can be underlined in the original.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from desk.resources import resource

#: Signs that people use for a hyphen, and the full stop of a Chinese keyboard.
_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−﹣－─━~～", "-"),
    **dict.fromkeys("〇○◯", "零"),
    **dict.fromkeys("“”„«»「」『』【】《》〈〉", " "),
    **dict.fromkeys("\t\r\n\u3000\u00a0\u200b\ufeff", " "),
}
_DIGITS = {
    **{d: str(i) for i, d in enumerate("零一二三四五六七八九")},
    **{str(i): str(i) for i in range(10)},
    "幺": "1",
    "两": "2",
    "〇": "0",
}
#: Every character a spoken number may consist of.
NUMERALS = "0-9零〇一二三四五六七八九十百千幺两"
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_NOT_WORD = re.compile(r"[^0-9a-z\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stood in the original."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original that ``start:end`` of the folded text is."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else len(self.origin)
            return at, at
        return self.origin[start], self.origin[end - 1] + 1


@cache
def _simple_forms() -> dict[str, str]:
    """Traditional character -> its simplified form, from the resource."""
    forms: dict[str, str] = {}
    text = resource("language", "simplified.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            forms.update((pair[0], pair[1]) for pair in line.split())
    return forms


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """Return the folded form of one character; it may be none, one or several."""
    if character in _SIGNS:
        return _SIGNS[character]
    folded = unicodedata.normalize("NFKC", character).lower()
    forms = _simple_forms()
    return "".join(_SIGNS.get(one, forms.get(one, one)) for one in folded)


@lru_cache(maxsize=32)
def fold(text: str) -> Folded:
    """Fold width, case, hyphens and traditional forms, one character at a time.

    Whoever reads a sentence looks at it in several ways: the last ones are kept.
    """
    if text.isascii():
        return Folded(re.sub(r"\s", " ", text.lower()).replace("~", "-"), tuple(range(len(text))))
    characters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for one in _fold_character(character):
            characters.append(one)
            origin.append(index)
    return Folded("".join(characters), tuple(origin))


def normalise(text: str) -> str:
    """Return the text folded, without punctuation, words set apart by single spaces."""
    return _NOT_WORD.sub(" ", fold(text).text).strip()


def has_han(text: str) -> bool:
    """Tell whether a Chinese character stands in the text."""
    return not text.isascii() and _HAN.search(text) is not None


def figures(number: str) -> str:
    """Return a number as people say or write it as figures: 十五零二 -> 1502, 幺五零二 -> 1502.

    Written numbers (一千五百零二), floor and door said apart (十五零二), and figure by figure
    (幺五零二) are told apart by 千, 百 and 十. What is not a number comes back as it is.
    """
    if number.isdigit() and number.isascii():
        return number
    if any(one not in _DIGITS and one not in "十百千" for one in number):
        return number
    if "千" in number or "百" in number:
        return _written(number)
    head, ten, tail = number.partition("十")
    if not ten:
        return "".join(_DIGITS[one] for one in number)
    if "十" in tail or len(head) > 1:
        return _apart(number)
    tens = _DIGITS[head] if head else "1"
    rest = "".join(_DIGITS[one] for one in tail)
    # 二十三零一 is 23 and then 01; 二十零一 is 20 and then 01.
    return tens + rest if rest and rest[0] != "0" else tens + "0" + rest


def _written(number: str) -> str:
    """Read a number written with 千 and 百: 一千五百零二, 三百零四, 两百一."""
    value, digit, unit, zero = 0, 0, 1, False
    for one in number:
        if one in "十百千":
            unit = {"十": 10, "百": 100, "千": 1000}[one]
            value += (digit or 1) * unit
            digit, zero = 0, False
        else:
            figure = int(_DIGITS[one])
            zero = zero or figure == 0
            digit = figure if digit == 0 else digit * 10 + figure
    short = digit and digit < 10 and unit > 10 and not zero
    return str(value + (digit * unit // 10 if short else digit))


def _apart(number: str) -> str:
    """Read a floor and a door each said with 十: 十五十二 -> 1512."""
    parts = re.findall(r"[零一二三四五六七八九两幺\d]?十[一二三四五六七八九\d]?|.", number)
    return "".join(figures(part) if "十" in part else _DIGITS[part] for part in parts)
