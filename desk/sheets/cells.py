"""What stands in a cell, cleaned: as a clerk reads it, without what cannot be seen."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time

from desk.sheets.book import Fault, Value

#: The longest text a spreadsheet program keeps in one cell, in characters.
LONGEST = 32_767

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_UNPRINTABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_DIRT = re.compile(f"[{_UNSEEN}{_UNPRINTABLE}]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
#: What spreadsheet programs show where a formula failed.
_FAULTS = frozenset(
    {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
#: Whole numbers up to here are exact in a cell; longer ones have lost their last digits.
_EXACT = 10**16


def plain(value: Value) -> str:
    """Return a cell as a clerk reads it: 302.0 as ``302``, days and moments in ISO order.

    A moment has a blank between day and time and seconds only where there are any; a failed
    formula is its own mark, such as ``#N/A``; "" where nothing stands.
    """
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, Fault):
        return value.text
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return f"{value.date().isoformat()} {_clock(value.time())}"
    return _clock(value) if isinstance(value, time) else value.isoformat()


def is_blank(value: Value) -> bool:
    """Return whether nothing can be seen in a cell."""
    return value is None or (isinstance(value, str) and not clean(value))


def clean(text: str) -> str:
    r"""Return a text without unseen marks, control characters and outer blanks; lines end in \n."""
    if not text.isascii() or not text.isprintable():
        text = _DIRT.sub("", _LINE_END.sub("\n", text))
    return text.strip()


def text_value(text: str) -> str | Fault | None:
    """Return what a cell holds in which a text was written: it, a failed formula or nothing."""
    text = clean(text)
    if text[:1] == "#" and text in _FAULTS:
        return Fault(text)
    return text or None


def number_value(number: float) -> float | Fault:
    """Return what a cell holds in which a number was written; what is no number is a fault."""
    return number if math.isfinite(number) else Fault("#NUM!")


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "#NUM!"
    if abs(value) < _EXACT and value == int(value):
        return str(int(value))
    # As many digits as a spreadsheet keeps: what arithmetic added behind them is no one's.
    return f"{value:.15G}"


def _clock(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def day_or_moment(moment: datetime) -> date | datetime:
    """Return the day alone where a moment is its very beginning."""
    return moment if moment.time() != time.min else moment.date()
