"""When somebody may come, as callers say it."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.normal import fold
from desk.language.when import Day, Days, How, Part, When, find_when


def _said() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "when.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "words"), _said())
def test_a_visit_is_told_from_what_happened_and_what_is_asked(text: str, words: str) -> None:
    found = find_when(text)
    got = "|".join(fold(text[start:end]).text for start, end in found[1]) if found else "-"
    assert got == words


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "今晚六点后",
            When(day=Day(offset=0), part=Part.EVENING, since=time(18), after=True),
        ),
        (
            "周六下午三点到五点",
            When(day=Day(weekday=5), part=Part.AFTERNOON, since=time(15), until=time(17)),
        ),
        ("六点半左右来", When(since=time(18, 30), about=True)),
        ("早上九点以前来", When(part=Part.MORNING, until=time(9))),
        ("下周三来", When(day=Day(weekday=2, weeks=1))),
        ("下午三四点过来", When(part=Part.AFTERNOON, since=time(15), until=time(16))),
        ("国庆后再来", When(day=Day(days=Days.NATIONAL_DAY, onwards=True), after=True)),
        ("下班以后来", When(How.AFTER_WORK)),
        ("随时来", When(How.ANY)),
        ("过两天再来", When(How.LATER)),
        ("等我电话再来", When(How.ON_CALL)),
        ("来之前打电话", When(ring_first=True)),
        ("中午别来", When(never=(When(part=Part.NOON),))),
    ],
)
def test_what_is_said_is_kept_as_it_is_said(text: str, when: When) -> None:
    found = find_when(text)
    assert found is not None
    assert found[0] == when


@given(
    st.text(alphabet="今明后天周六日号月早晚上下午点半0123456789一二三到以后别来吗,。", max_size=20)
)
def test_any_text_is_read_without_fail_and_spans_lie_in_it(text: str) -> None:
    found = find_when(text)
    assert found is None or all(0 <= a < b <= len(text) for a, b in found[1])
