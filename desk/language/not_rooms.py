"""Figures that look like a room and are none: phones, ticket numbers, dates, times, amounts."""

from __future__ import annotations

import re
from functools import cache

from desk.language.normal import NUMERALS
from desk.language.numbers import find_tickets
from desk.language.phones import find_phones

_START = rf"(?<![{NUMERALS}\-#.])"
_SMALL = rf"{_START}(?:\d{{1,2}}|[{NUMERALS[3:]}]{{1,3}})"
_DATE = (
    r"(?:19|20)\d{2}(?:[-/.] ?\d{1,2}[-/.] ?\d{1,2}|年 ?(?:\d{1,2}月 ?(?:\d{1,2}[日号]?)?)?)"
    rf"|{_SMALL}月份?(?:[{NUMERALS}]{{1,3}}[日号]?)?"
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?"
    rf"|{_SMALL}[点时](?:[{NUMERALS}]{{1,3}}分?|半)?"
    rf"|{_SMALL}号(?=[上下中]午|晚上|早上|到|前|之前|以前|那天)"
)
_FEW = (
    rf"{_SMALL}(?:\.\d+)?(?:[\-到至]\d{{1,2}})?[多来余]?"
    r"(?:分钟|个|天(?!花|井|台|然|线|窗|棚)|周(?!边)|年|元|块|毛|%|度|米|平|斤|升|吨|千瓦|瓦|伏|厘米|公分|cm|mm|kg"
    r"|次(?!卧)|遍|回(?!家)|人|名|位|只|条|张|辆|台|件|趟|瓶|盏|根|秒|岁|倍|折|路)"
)
_MUCH = (
    rf"{_START}(?:\d{{3,6}}(?:\.\d+)?|[{NUMERALS[3:]}]*[百千][{NUMERALS[3:]}]*) ?[多来余]?"
    r"(?:元|块|万|米(?![先女])|平米|平方|度电|千瓦|瓦|伏|公斤|分钟|小时|个|天(?!花|井|台|然|线|窗|棚)"
    r"|年|毫升|升|分贝|kw|w(?![a-z])|m(?![a-z])|mb|兆)"
)
_HELPLINE = r"(?<!\d )(?<![\d\-元栋幢座楼#门])(?:110|119|120|122|114|12345|12315|96\d{3})(?![\d\-])"
_SECRET = (
    r"(?:密码|尾号|后四位|车牌号?|验证码|取件码|运单号?|读数|底数|余额|型号|编码|卡号)"
    r"(?:是|为)?[ :]*[a-z0-9\-]{3,}"
)
_ORDINAL = rf"七零八落|一五一十|第 ?[{NUMERALS}]+(?![{NUMERALS}栋幢座楼单]|号楼)"
_FLOORS = (
    rf"{_START}(?:\d{{1,2}}|[{NUMERALS[3:]}]{{1,3}})[楼层]? ?[到至] ?"
    rf"[{NUMERALS}]{{1,3}}(?![{NUMERALS}]|栋|号楼|单元)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns; compiled when the first text is read, not on start-up."""
    return tuple(map(re.compile, (_DATE, _FEW, _MUCH, _HELPLINE, _SECRET, _ORDINAL, _FLOORS)))


def hide(folded: str) -> str:
    """Return the folded text with what is no room replaced by as many zero characters."""
    spans = [(mention.start, mention.end) for mention in find_tickets(folded)]
    spans += [(mention.start, mention.end) for mention in find_phones(folded)]
    for pattern in _patterns():
        spans += [match.span() for match in pattern.finditer(folded)]
    for start, end in spans:
        folded = folded[:start] + "\0" * (end - start) + folded[end:]
    return folded
