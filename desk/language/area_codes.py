"""The area codes of landlines, to know one again whose leading 0 a spreadsheet took away."""

from __future__ import annotations

import re

_CODES = (
    r"3(?:1\d|35|49|5\d|7\d|9[1-8])|4(?:1\d|2[179]|3\d|40|5\d|6[4789]|7\d|8[23])"
    r"|5(?:1\d|2[37]|3\d|4[36]|5\d|6[1-6]|7\d|80|9\d)|6(?:3[1-5]|6[0238]|9[12])"
    r"|7(?:01|1\d|2[248]|3\d|4[3-6]|5\d|6[02-9]|7\d|9\d)"
    r"|8(?:1[2-8]|2[5-7]|3\d|5\d|7\d|8[36-8]|9[1-8])"
    r"|9(?:0[1-9]|1\d|3\d|4[13]|5[1-5]|7\d|9\d)"
)
#: Towns whose own numbers have eight figures: seven behind their code are one too few.
_EIGHT = (
    r"311|37[179]|411|43[12]|451|51\d|52[37]|53[12]|551|57[1345679]|591|595|731|755|757|760|769"
    r"|851|871|898"
)
_LONG = r"[2-8]\d{7}"
_SHORT = r"[2-8]\d{6}"
_WITHOUT_ZERO = (
    rf"(?:(?:10|2[0-57-9]|{_CODES})[ -]?{_LONG}|(?!{_EIGHT})(?:{_CODES})[ -]?{_SHORT})(?!-?\d)"
)
_LOST_ZERO = re.compile(rf"(?<![\d+(-])(?={_WITHOUT_ZERO})")
_ABROAD = re.compile(
    rf"(?:(?:\+|(?<!\d)00)[ ]?86|(?<![\d+-])86)[ )-]*"
    rf"(?=(?:10|2[0-57-9]|{_CODES})[ -]?[2-8]\d{{6,7}}(?!\d))"
)
_MAY = re.compile(r"\d[\d -]{8}")


def with_zeros(text: str) -> str:
    """Put the 0 back before area codes that lost it: 57188889911, +86-571-88889911."""
    if _MAY.search(text) is None:
        return text
    return _LOST_ZERO.sub("0", _ABROAD.sub("0", text))
