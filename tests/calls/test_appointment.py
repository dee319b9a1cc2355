"""Appointments as they are typed while the caller speaks."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.calls.appointment import read_appointment
from desk.refusals import Refusal

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: A Wednesday, nine in the morning there.
NOW = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=SHANGHAI)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("typed", "begin", "until"),
    [
        ("明天 9:00", (2026, 3, 5, 9), (2026, 3, 5, 10)),
        ("18:30", (2026, 3, 4, 18, 30), (2026, 3, 4, 19, 30)),
        ("明天 9:00-11:00", (2026, 3, 5, 9), (2026, 3, 5, 11)),
        ("明天9:00 到 11:30", (2026, 3, 5, 9), (2026, 3, 5, 11, 30)),
        ("下午3点到5点", (2026, 3, 4, 15), (2026, 3, 4, 17)),
        ("明天下午3点半~4点半", (2026, 3, 5, 15, 30), (2026, 3, 5, 16, 30)),
        ("3-6 14:00-16:00", (2026, 3, 6, 14), (2026, 3, 6, 16)),
        ("3月6日 14:00", (2026, 3, 6, 14), (2026, 3, 6, 15)),
        ("tomorrow 9:00 to 10:30", (2026, 3, 5, 9), (2026, 3, 5, 10, 30)),
    ],
)
def test_it_is_read_as_it_is_said(
    typed: str, begin: tuple[int, ...], until: tuple[int, ...]
) -> None:
    assert read_appointment(typed, SHANGHAI, NOW) == (local(*begin), local(*until))


@pytest.mark.parametrize("typed", ["", "明天", "3-6", "随便", "明天 25:00", "9:00-9:00-9:00"])
def test_what_says_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_appointment(typed, SHANGHAI, NOW)
    assert refusal.value.code == "time.invalid"
