from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.normal import figures, fold, has_han, normalise


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("３－２－１５０２", "3 2 1502"),
        ("ＷｉＦｉ 密码？", "wifi 密码"),
        ("電梯壞了！", "电梯坏了"),
        ("  门禁，卡。 ", "门禁 卡"),
        ("", ""),
    ],
)
def test_width_case_and_traditional_forms_do_not_matter(typed, plain):
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("十五零二", "1502"),
        ("幺五零二", "1502"),
        ("一千五百零二", "1502"),
        ("二十三零一", "2301"),
        ("二十零一", "2001"),
        ("十五十二", "1512"),
        ("三百零四", "304"),
        ("两百一", "210"),
        ("三零四", "304"),
        ("十", "10"),
        ("二十", "20"),
        ("十二", "12"),
        ("1502", "1502"),
        ("物业", "物业"),
    ],
)
def test_spoken_numbers_become_figures(said, written):
    assert figures(said) == written


def test_a_span_of_the_folded_text_leads_back_to_what_was_typed():
    typed = "我家㎡地板"
    folded = fold(typed)
    at = folded.text.index("地板")
    start, end = folded.span(at, at + 2)
    assert typed[start:end] == "地板"


@given(st.text(max_size=40))
def test_folding_never_fails_and_keeps_every_place(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= at < len(text) for at in folded.origin)


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once


def test_chinese_is_told_from_latin():
    assert has_han("wifi密码")
    assert not has_han("wifi 3-2-1502")
