"""What a slip may show of a telephone number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.paper.samples import ORDER


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812345678", "138****5678"),
        ("138 1234 5678", "138****5678"),
        ("138-1234-5678", "138****5678"),
        ("+86 13812345678", "+86 138****5678"),
        ("008613812345678", "****5678"),
        ("0571-88776655", "0571-****6655"),
        ("021 5566 7788", "021 ****7788"),
        ("88776655", "****6655"),
        ("8001", "8001"),
        ("", ""),
    ],
)
def test_only_the_last_four_digits_are_shown(phone, shown):
    assert replace(ORDER, caller_phone=phone).phone_on_paper == shown


def test_who_must_call_sees_the_number():
    order = replace(ORDER, must_call=True)
    assert order.phone_on_paper == "13812345678"
    assert order.on_paper("打 13912345678") == "打 13912345678"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("找王先生13912345678，别打138 0000 1111", "找王先生139****5678，别打138****1111"),
        (
            "工单 WX20251122-0037，表号 220138123456789",
            "工单 WX20251122-0037，表号 220138123456789",
        ),
        ("3-2-1502 下午 14:00", "3-2-1502 下午 14:00"),
    ],
)
def test_mobile_numbers_in_a_sentence_are_hidden_and_nothing_else(typed, shown):
    assert ORDER.on_paper(typed) == shown
