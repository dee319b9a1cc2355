from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.phones import (
    digits,
    find_phones,
    is_valid,
    masked,
    number_to_ring,
    written,
)
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
    ("text", "number", "said"),
    [
        ("幺三八一二三四五六七八", "13812345678", "幺三八一二三四五六七八"),
        ("电话是幺三八 一二三四 五六七八，谢谢", "13812345678", "幺三八 一二三四 五六七八"),
        ("一三八，一二三四，五六七八", "13812345678", "一三八，一二三四，五六七八"),
        ("零五七一 八八六六一二三四", "0571-88661234", "零五七一 八八六六一二三四"),
        ("打138 12 34 56 78", "13812345678", "138 12 34 56 78"),
        ("手机１３８　１２３４　５６７８", "13812345678", "１３８　１２３４　５６７８"),
        ("座机0571-88881234转801找我", "0571-88881234-801", "0571-88881234转801"),
        ("报修人王芳，86321475，3-1-1902", "86321475", "86321475"),
        ("我家电话88661234", "88661234", "88661234"),
    ],
)
def test_numbers_are_found_as_they_are_spoken(text, number, said):
    (phone,) = find_phones(text)
    assert (phone.number, text[phone.start : phone.end]) == (number, said)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("我是13812345678，打我老婆的 139 1234 5678", "13912345678"),
        ("别打138 1234 5678，打 139 1234 5678", "13912345678"),
        ("旧号13812345678不用了，13912345678", "13912345678"),
        ("13812345678，13912345678", "13812345678"),
    ],
)
def test_of_two_numbers_the_one_to_ring_is_taken(text, number):
    assert number_to_ring(text).number == number


@pytest.mark.parametrize(
    "text",
    [
        "三十八块一二三四五六七八",
        "13-2-1502 1234",
        "20251122停水",
        "水费86321475",
        "一二三四五六七八九十一",
        "密码86321475",
    ],
)
def test_figures_of_a_like_length_are_no_phones(text):
    assert find_phones(text) == []


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
