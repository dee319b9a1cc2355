"""A cell of somebody's table as plain text: width, blanks and signs that nobody sees."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

#: Zero-width and direction controls, soft hyphens, the byte order mark, other control characters.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufffc\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
_BLANKS = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_EMPTY_WORDS = frozenset(
    {
        *("无", "没有", "暂无", "暂缺", "空", "空白", "不详", "不明", "未知", "不清楚", "不知道"),
        *("待定", "待补", "待补充", "待登记", "未登记", "未填", "未填写", "未提供", "未留", "没留"),
        *("不便提供", "不愿提供", "保密", "缺", "略", "n/a", "#n/a", "none", "null", "nil"),
        *("nan", "unknown", "tbd"),
    }
)


def tidy(value: object) -> str:
    """Return what a cell says: half width, plain blanks, one kind of line end, nothing unseen.

    A number without a fraction is written without one: 13800001234.0 -> "13800001234".
    """
    if value is None:
        return ""
    if isinstance(value, float) and not isinstance(value, bool):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    text = value if isinstance(value, str) else str(value)
    return text if text.isascii() and text.isalnum() else _tidied(text)


@lru_cache(maxsize=1024)
def _tidied(text: str) -> str:
    """Return a text tidied; each of a row is asked for several times by who reads it."""
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFKC", text)))
    lines = _BLANKS.sub(" ", text).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def says_nothing(text: str) -> bool:
    """Tell whether a tidied text is blank, only signs, or a word for nothing: 无, 不详, ——, N/A."""
    return not any(one.isalnum() for one in text) or text.strip(" ()[]。.").lower() in _EMPTY_WORDS
