"""Lengths of time as people type them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.words.catalogue import Words
from desk.words.typed_lengths import length_text, read_length

WORKING_DAY = timedelta(hours=8)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30 分钟", timedelta(minutes=30)),
        ("30min", timedelta(minutes=30)),
        ("2 小时", timedelta(hours=2)),
        ("2 h", timedelta(hours=2)),
        ("1小时30分", timedelta(minutes=90)),
        ("1.5 h", timedelta(minutes=90)),
        ("９０ 秒", timedelta(seconds=90)),
        ("7 天", timedelta(days=7)),
    ],
)
def test_a_length_is_understood(text: str, length: timedelta) -> None:
    assert read_length(text) == length


@pytest.mark.parametrize("text", ["", "30", "abc", "0 min", "1 h 30", "9999 d", "-5 min"])
def test_what_nobody_can_tell_is_none(text: str) -> None:
    assert read_length(text) is None


@pytest.mark.parametrize("text", ["3 天", "3 个工作日", "3 working days", "3 d"])
def test_a_day_of_service_hours_is_a_working_day(text: str) -> None:
    assert read_length(text, WORKING_DAY) == timedelta(hours=24)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("day", [timedelta(days=1), WORKING_DAY])
@pytest.mark.parametrize("minutes", [1, 30, 90, 120, 24 * 60, 48 * 60, 56 * 60, 7 * 24 * 60])
def test_what_is_written_is_read_back(language: str, day: timedelta, minutes: int) -> None:
    length = timedelta(minutes=minutes)
    assert read_length(length_text(Words(language), length, day), day) == length
