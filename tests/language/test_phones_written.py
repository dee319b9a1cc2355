"""The numbers of one cell, as offices and spreadsheets leave them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.phones_written import read_phones

MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("+86 13600002585", ["13600002585"]),
        ("+8613300008613", ["13300008613"]),
        ("008613300008613", ["13300008613"]),
        ("(+86)13800001234", ["13800001234"]),
        ("86-13600002585", ["13600002585"]),
        ("177 0000 8669", ["17700008669"]),
        ("177-0000-2074", ["17700002074"]),
        ("138.0000.1234", ["13800001234"]),
        ("1380 0001 234", ["13800001234"]),
        ("１８６００００９４７６", ["18600009476"]),
        ("\u200b13800001234\u202c", ["13800001234"]),
        (13800001234.0, ["13800001234"]),
        (13800001234, ["13800001234"]),
        ("18600000027.0", ["18600000027"]),
        ("1.3800001234E+10", ["13800001234"]),
        ("013800001234", ["13800001234"]),
        ("057188883729", ["0571-88883729"]),
        ("(0571)88889225", ["0571-88889225"]),
        ("（0571）88889225", ["0571-88889225"]),
        ("0571 8888 7018", ["0571-88887018"]),
        ("0571-88881234-801", ["0571-88881234-801"]),
        ("0571-88881234转801", ["0571-88881234-801"]),
        ("88881234", ["88881234"]),
        ("8888-1234", ["88881234"]),
        ("8888 1234", ["88881234"]),
        ("400-123-4567", ["4001234567"]),
        ("0571-88881234/88885678", ["0571-88881234", "0571-88885678"]),
        ("18600001058.0/13300002053", ["18600001058", "13300002053"]),
        ("177-0000-2391\n0571 8888 3143", ["17700002391", "0571-88883143"]),
        ("13900003958 13300000141", ["13900003958", "13300000141"]),
        ("1380000123413900001234", ["13800001234", "13900001234"]),
        ("13800001234张三", ["13800001234"]),
        ("手机:13800001234 座机:0571-88881234", ["13800001234", "0571-88881234"]),
        ("13800001234(2018年换)", ["13800001234"]),
        (57188889911, ["0571-88889911"]),
        ("571-88889911", ["0571-88889911"]),
        (1088889999, ["010-88889999"]),
        (2188889999, ["021-88889999"]),
        ("5706123456", ["0570-6123456"]),
        ("+86-571-88881234", ["0571-88881234"]),
        ("8657188881234", ["0571-88881234"]),
        ("008657188881234", ["0571-88881234"]),
        ("138,0000,1111", ["13800001111"]),
        ("138_0000_1111", ["13800001111"]),
        ("138.0000.1111", ["13800001111"]),
        ("13800001234/" * 2700, ["13800001234"]),
    ],
)
def test_a_number_is_read_however_it_is_written(cell, numbers):
    read = read_phones(cell)
    assert list(read.numbers) == numbers
    assert read.bad == ()


@pytest.mark.parametrize(
    "cell", [None, "", " ", "无", "-", "——", "/", "#N/A", "不详", "未留电话", "\u200b"]
)
def test_a_cell_without_a_number_is_no_mistake(cell):
    assert read_phones(cell) == read_phones("")
    assert read_phones(cell).bad == ()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("138000036", "phone.digits"),
        ("138-0000-123", "phone.digits"),
        ("13 8888 1234", "phone.digits"),
        ("1" * 32767, "phone.digits"),
        ("138****5678", "phone.masked"),
        ("138xxxx5678", "phone.masked"),
        ("1.38E+10", "phone.rounded"),
        ("#REF!", "phone.unreadable"),
        ("同业主", "phone.unreadable"),
    ],
)
def test_what_is_no_number_is_reported_with_its_reason(cell, code):
    read = read_phones(cell)
    assert read.numbers == ()
    assert [refusal.code for _, refusal in read.bad] == [code]
    assert all(not refusal.fields for _, refusal in read.bad)


def test_a_bad_number_does_not_take_the_good_one_along():
    read = read_phones("1380000123/13900001234")
    assert read.numbers == ("13900001234",)
    assert [(text, why.code) for text, why in read.bad] == [("1380000123", "phone.digits")]


def test_a_local_number_takes_the_area_code_of_the_centre():
    assert read_phones("88881234", area="0571").numbers == ("0571-88881234",)


@given(
    st.lists(MOBILES, min_size=1, max_size=5, unique=True),
    st.sampled_from(["/", "、", ",", ";", "\n", " / ", ",", " "]),
    st.sampled_from(["{}", "+86 {}", "{}.0", " {} "]),
)
def test_joined_mobiles_come_apart_in_order(numbers, sign, form):
    assert list(read_phones(sign.join(form.format(one) for one in numbers)).numbers) == numbers


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    read = read_phones(text)
    assert len(set(read.numbers)) == len(read.numbers)
