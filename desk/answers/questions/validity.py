"""From when until when an answer holds, as a list says it."""

from __future__ import annotations

import calendar
import re
from datetime import date

from desk.language.days_written import read_day
from desk.sheets.book import Value
from desk.sheets.cells import plain

_ALWAYS = re.compile(
    r"(?:长期|永久|一直|始终|持续|不限|无(?:限)?期限?|常年|全年)(?:有效)?|无|[-–—/]+"
    r"|always|no (?:end|limit)|none|n/?a",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^\s*(?:有效期)?\s*(?:截?至|到|until|to)\s*[:：]?|(?:为止|止|前|之前)\s*$")
_SINCE = re.compile(r"^\s*(?:自|从|from|since)\s*|(?:起|开始|以后|之后|至今|起执行)\s*$")
_BETWEEN = re.compile(
    r"\s*(?:至|到|~|～|—+|–|\bto\b|\buntil\b|(?<=[0-9日月年])\s*-\s*(?=[0-9]{4}))\s*"
)


def read_limit(value: Value, *, last: bool) -> date | None:
    """Return the first or last day a cell says; None where it sets no limit.

    Raises:
        Refusal: ``day.*`` for what is no day.
    """
    text = plain(value)
    if not text or _ALWAYS.fullmatch(text):
        return None
    written: object = value
    if isinstance(value, str):
        written = _SINCE.sub("", _UNTIL.sub("", text)).strip()
    found = read_day(written)
    if found is None:
        return None
    if found.day is not None:
        return found.day
    year, *month = (int(part) for part in found.text.split("-"))
    if month:
        return date(year, month[0], calendar.monthrange(year, month[0])[1] if last else 1)
    return date(year, 12, 31) if last else date(year, 1, 1)


def read_period(value: Value) -> tuple[date | None, date | None]:
    """Return the first and the last day a cell says: 2026-01-01至2026-12-31, 至2026年底.

    Raises:
        Refusal: ``day.*`` for what is no period.
    """
    text = plain(value)
    if not isinstance(value, str):
        return None, read_limit(value, last=True)
    text = re.sub(r"年底|年末", "年12月31日", text)
    if _SINCE.search(text) and not _UNTIL.search(text):
        return read_limit(text, last=False), None
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) == 2:
        return read_limit(parts[0], last=False), read_limit(parts[1], last=True)
    return None, read_limit(text, last=True)
