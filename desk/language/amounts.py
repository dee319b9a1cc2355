"""Areas as tables write them: ``89.5``, ``118平方``, ``76.25㎡``, ``约90``."""

from __future__ import annotations

import math
import re

from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal

#: Larger than this, in square metres, no room is: a whole building, or another column's number.
MOST_AREA = 100_000.0

_BEFORE = (
    r"(?:约|大约|大概|近|≈|~|建筑面积|建面|产权面积|产证面积|套内面积|套内|使用面积|面积|[:=为])*"
)
_UNIT = r"(?:平方米|平方|平米|平|方|㎡|m\^?2|sq\.? ?m|sqm|m)?"
_AFTER = r"(?:左右|多|上下)?"
_AREA = re.compile(rf"{_BEFORE}(-?\d[\d,]*(?:[.。,]\d+)?|-?\.\d+){_UNIT}{_AFTER}")
#: Where both are written, what the bill is made from counts: the built area.
_BUILT = re.compile(rf"(?:建筑面积|建面|产权面积|产证面积)[:=为约]*(\d+(?:\.\d+)?){_UNIT}")
_UNKNOWN = re.compile(r"无|-+|/|n/?a|#n/a|none|null")


def read_area(value: object) -> float | None:
    """Return the square metres a cell says; None where it says nothing.

    Raises:
        Refusal: ``area.unreadable`` (待测, 不详), ``area.range`` (not above 0, or not a room's).
    """
    if isinstance(value, bool):
        raise Refusal("area.unreadable")
    if isinstance(value, (int, float)):
        return _checked(float(value))
    text = tidy(value).lower().replace(" ", "").replace("\n", "")
    if not text or _UNKNOWN.fullmatch(text) or (says_nothing(text) and not _has_word(text)):
        return None
    found = _AREA.fullmatch(text)
    built = _BUILT.findall(text) if found is None else []
    if found is None and len(built) != 1:
        raise Refusal("area.unreadable")
    return _checked(_number(found.group(1) if found is not None else built[0]))


def _has_word(text: str) -> bool:
    return any(one.isalnum() for one in text)


def _number(written: str) -> float:
    """Read a number whose comma may set thousands apart or, with less than three after it, not."""
    written = written.replace("。", ".")
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        return float(written.replace(",", ""))
    if written.count(",") == 1 and "." not in written:
        return float(written.replace(",", "."))
    try:
        return float(written)
    except ValueError:
        raise Refusal("area.unreadable") from None


def _checked(area: float) -> float:
    if not math.isfinite(area):
        raise Refusal("area.unreadable")
    if not 0 < area <= MOST_AREA:
        raise Refusal("area.range")
    return area
