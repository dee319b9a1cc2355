from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.phones import digits, find_phones, is_valid, masked, written
from desk.refusals import Refusal


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("13812345678", "13812345678", "138****5678"),
        ("138 1234 5678", "13812345678", "138****5678"),
        ("+86-138-1234-5678", "13812345678", "138****5678"),
        ("１３８１２３４５６７８", "13812345678", "138****5678"),
        ("0571-88881234", "0571-88881234", "0571-****1234"),
        ("(0571)88881234", "0571-88881234", "0571-****1234"),
        ("057188881234", "0571-88881234", "0571-****1234"),
        ("010 6655 4433", "010-66554433", "010-****4433"),
        ("0571-88881234转801", "0571-88881234-801", "0571-****1234-801"),
        ("8866-1234", "88661234", "****1234"),
        ("400-123-4567", "4001234567", "****4567"),
    ],
)
def test_a_number_is_stored_one_way_and_shown_masked(typed, stored, shown):
    assert is_valid(typed)
    assert written(typed) == stored
    assert masked(stored) == shown


@pytest.mark.parametrize(
    "wrong", ["1381234567", "12812345678", "138123456789", "12345", "张三", ""]
)
def test_a_wrong_number_is_refused_without_being_repeated(wrong):
    assert not is_valid(wrong)
    with pytest.raises(Refusal) as refused:
        written(wrong)
    assert refused.value.code == "phone.invalid"
    assert refused.value.fields == {}


def test_numbers_are_found_in_a_sentence_with_their_place():
    text = "我姓张，电话138 1234 5678，白天打8866-1234"
    first, second = find_phones(text)
    assert (first.number, text[first.start : first.end]) == ("13812345678", "138 1234 5678")
    assert (second.number, text[second.start : second.end]) == ("88661234", "8866-1234")


@pytest.mark.parametrize(
    "text", ["3-2-1502漏水", "WX20251122-0037", "2025-11-22", "水费3500元", ""]
)
def test_other_figures_are_no_phones(text):
    assert find_phones(text) == []


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_keeps_its_last_four_and_hides_the_middle(number):
    assert written(number) == number
    assert masked(number) == f"{number[:3]}****{number[-4:]}"
    assert digits(f"手机:{number}") == number
