"""Whom a technician must know of, as callers say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.who import Concern, find_who


def _said() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "who.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "concerns"), _said())
def test_who_matters_is_told_from_who_is_complained_about(text: str, concerns: str) -> None:
    found = find_who(text)
    assert ("|".join(found[0].concerns) if found else "-") == concerns


def test_it_rests_on_the_words() -> None:
    text = "厨房漏水，我妈一个人在家，快点"
    found = find_who(text)
    assert found is not None
    assert found[0].concerns == (Concern.ELDER_ALONE,)
    assert [text[start:end] for start, end in found[1]] == ["我妈一个人在家"]


@given(st.text(alphabet="我妈爸老人孩子一个在家有孕妇狗八十岁不没租客独居，。", max_size=20))
def test_any_text_is_read_without_fail_and_spans_lie_in_it(text: str) -> None:
    found = find_who(text)
    assert found is None or all(0 <= a < b <= len(text) for a, b in found[1])
