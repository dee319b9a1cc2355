"""The forms in which a day is written out: 2021年3月5日, 2012.8.15, 1/6, Mar 5, 2021."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.language.normal import figures
from desk.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Parts:
    """The figures of a day, unchecked; None for what is not written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


_DASHES = re.compile(r"[‐‑‒–—―−_]")
_HAN = "零〇一二三四五六七八九十廿卅元两"
_HAN_NUMBER = re.compile(rf"[{_HAN}]+(?=[年月日号])|(?<=月)[{_HAN}]+$")
_WEEKDAY = re.compile(
    r"[(\[]?(?:星期|周|礼拜)[一二三四五六日天][)\]]?|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b[.,]?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?:约|大约|大概|于|自|从)|(?:左右|前后|许)$")
_SEP = r" ?[./\-\\,、。] ?"
_TAIL = r"\d{1,2}(?: ?[日号])?"
_FULL = re.compile(rf"(?<!\d)(\d{{4}})(?: ?年 ?|{_SEP})(\d{{1,2}})(?: ?月 ?|{_SEP})({_TAIL})(?!\d)")
_MONTH = re.compile(
    r"(\d{4})(?: ?年 ?(\d{1,2}) ?月?份?| ?[./\-] ?(\d{1,2}) ?月?份?)(?:[初中底末]|[上中下]旬)?"
)
_YEAR = re.compile(
    r"(\d{4}) ?年?(?:[初中底末]|年[初中底末]|[上下]半年|春节|[春夏秋冬][天季]?|国庆|元旦)?"
)
_TIGHT = re.compile(r"((?:19|20|21)\d{2})(\d{2})(\d{2})")
_TIGHT_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_SHORT_YEAR = re.compile(rf"'?(\d{{2}})(?:年|[.\-。])(\d{{1,2}})(?:月|[.\-。])({_TAIL})")
_SHORT_MONTH = re.compile(r"'?(\d{2})年(?:(\d{1,2})月份?)?[初中底末]?")
_SLASHED = re.compile(r"(\d{2})/(\d{1,2})/(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_MONTH_DAY = re.compile(rf"(\d{{1,2}}) ?(?:月|[./\-。]) ?({_TAIL})")
_MONTH_ALONE = re.compile(r"(\d{1,2}) ?月份?")
_DAY_ALONE = re.compile(r"(\d{1,2}) ?[日号]")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ENGLISH = (
    re.compile(rf"{_NAME}[ \-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ,\-]+(?P<year>\d{{4}})"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \-]*{_NAME}[ ,\-]*(?P<year>\d{{4}})"),
    re.compile(rf"{_NAME}[ ,\-]*(?P<year>\d{{4}})"),
    re.compile(rf"(?P<day>\d{{1,2}})[ \-]*{_NAME}"),
    re.compile(rf"{_NAME}[ \-]*(?P<day>\d{{1,2}})"),
)
_VAGUE = re.compile(r"[年月日天周初底末旬前后]|最近|刚|早")


def day_parts(text: str) -> Parts:
    """Return what a tidied text, without a clock time, says of a day.

    Raises:
        Refusal: ``day.vague`` (去年), ``day.unreadable``.
    """
    plain = _DASHES.sub("-", _WEEKDAY.sub("", text)).replace("\n", " ").strip(" ,()[]")
    plain = _ABOUT.sub("", _HAN_NUMBER.sub(lambda match: _figures(match.group()), plain)).strip()
    parts = _numbered(plain) or _named(plain.lower()) or _within(plain)
    if parts is not None:
        return parts
    raise Refusal("day.vague" if _VAGUE.search(plain) and "#" not in plain else "day.unreadable")


def _figures(written: str) -> str:
    """Return 二〇二一 as 2021, 十一 as 11, 廿三 as 23, 元 (月) as 1."""
    written = written.replace("〇", "零").replace("廿", "二十").replace("卅", "三十")
    return figures("一" if written == "元" else written)


def _numbered(text: str) -> Parts | None:
    full = _FULL.fullmatch(text) or _TIGHT.fullmatch(text)
    if full is not None:
        return _parts(*full.groups())
    month = _MONTH.fullmatch(text)
    if month is not None:
        return _parts(month.group(1), month.group(2) or month.group(3))
    for pattern in (_TIGHT_MONTH, _YEAR):
        match = pattern.fullmatch(text)
        if match is not None:
            return _parts(*match.groups())
    return _short(text)


def _short(text: str) -> Parts | None:
    """Read a day whose year has two figures, stands last, or is not written."""
    match = _SHORT_YEAR.fullmatch(text) or _SHORT_MONTH.fullmatch(text)
    slashed = _SLASHED.fullmatch(text)
    if match is None and slashed is not None and int(slashed.group(1)) > 12:
        match = slashed
    if match is not None:
        parts = _parts(*match.groups())
        year = parts.year or 0
        return Parts(year + (1900 if year >= 70 else 2000), parts.month, parts.day)
    last = _YEAR_LAST.fullmatch(text)
    if last is not None:
        first, second = int(last.group(1)), int(last.group(3))
        month, day = (second, first) if first > 12 else (first, second)
        return Parts(int(last.group(4)), month, day)
    match = _MONTH_DAY.fullmatch(text)
    if match is not None:
        return _parts(None, *match.groups())
    match = _MONTH_ALONE.fullmatch(text)
    if match is not None:
        return _parts(None, match.group(1))
    match = _DAY_ALONE.fullmatch(text)
    return _parts(None, None, match.group(1)) if match is not None else None


def _named(text: str) -> Parts | None:
    """Read a day with an English month."""
    for pattern in _ENGLISH:
        match = pattern.fullmatch(text)
        if match is not None:
            found = match.groupdict()
            return _parts(
                found.get("year"), str(_MONTHS[match.group(_name_at(pattern))]), found.get("day")
            )
    return None


def _name_at(pattern: re.Pattern[str]) -> int:
    """Return which group the month is: the one without a name."""
    return next(at for at in range(1, pattern.groups + 1) if at not in pattern.groupindex.values())


def _within(text: str) -> Parts | None:
    """Return the one whole day that stands within other words: 2015.3.1入住."""
    found = {match.groups() for match in _FULL.finditer(text)}
    return _parts(*found.pop()) if len(found) == 1 else None


def _parts(year: str | None, month: str | None = None, day: str | None = None) -> Parts:
    return Parts(*(int(one.strip(" 日号")) if one else None for one in (year, month, day)))
