"""Days as people type them, one or several."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.words.typed_days import read_days

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-10-01", date(2027, 10, 1), date(2027, 10, 1)),
        ("12-30", date(2026, 12, 30), date(2026, 12, 30)),
        ("10月1日至7日", date(2026, 10, 1), date(2026, 10, 7)),
        ("2027-10-01 - 2027-10-07", date(2027, 10, 1), date(2027, 10, 7)),
        ("12-30 到 1-2", date(2026, 12, 30), date(2027, 1, 2)),
        ("2027-9-30 to 10-3", date(2027, 9, 30), date(2027, 10, 3)),
        ("2027年10月1日–2027年10月7日", date(2027, 10, 1), date(2027, 10, 7)),
    ],
)
def test_days_are_understood(text: str, first: date, last: date) -> None:
    assert read_days(text, SHANGHAI, NOW) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "13-45", "10-7 至 10-1-2", "2027-10-07 到 2027-10-01", "2027-1-1 到 2027-12-31"],
)
def test_what_nobody_can_tell_is_none(text: str) -> None:
    assert read_days(text, SHANGHAI, NOW) is None
