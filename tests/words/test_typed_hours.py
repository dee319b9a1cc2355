"""Service hours as people type them."""

from __future__ import annotations

import pytest

from desk.words.typed_hours import Pairs, hours_text, read_hours


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("8:30-12, 13:30-18:00", "08:30-12:00, 13:30-18:00"),
        ("0830-1200，1330-1800", "08:30-12:00, 13:30-18:00"),
        ("13-18 8-12", "08:00-12:00, 13:00-18:00"),
        ("08：30—12：00、13：30—18：00", "08:30-12:00, 13:30-18:00"),
        ("8点半到12点", "08:30-12:00"),
        ("22:00-6:00", "22:00-06:00"),
        ("全天", "00:00-24:00"),
        ("0:00-24:00", "00:00-24:00"),
        ("休息", ""),
        (" closed ", ""),
        ("", ""),
    ],
)
def test_hours_are_understood_and_written_one_way(text: str, written: str) -> None:
    spans = read_hours(text)
    assert spans is not None
    assert hours_text(spans) == written
    assert read_hours(written) == spans


@pytest.mark.parametrize(
    "text",
    ["abc", "8:30", "8:30-", "8:30-25:00", "8:60-12:00", "9-9", "24-6", "8-12 x", "8-123-18"],
)
def test_what_nobody_can_tell_is_none(text: str) -> None:
    assert read_hours(text) is None


def test_a_span_past_midnight_ends_on_the_next_day() -> None:
    night: Pairs = ((22 * 60, 30 * 60),)
    assert read_hours("22-6") == night
