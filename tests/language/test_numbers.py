from __future__ import annotations

import pytest

from desk.language.numbers import find_tickets


@pytest.mark.parametrize(
    ("text", "number", "serial", "rests_on"),
    [
        ("WX20251122-0037", "WX20251122-0037", "0037", "WX20251122-0037"),
        ("我的工单wx202511220037", "WX20251122-0037", "0037", "wx202511220037"),
        ("ts20251122-0112怎么样了", "TS20251122-0112", "0112", "ts20251122-0112"),
        ("催一下单号0037", "", "0037", "单号0037"),
        ("WX-0037", "", "0037", "WX-0037"),
        ("20251122-0037", "", "0037", "20251122-0037"),
    ],
)
def test_a_ticket_number_is_found(text, number, serial, rests_on):
    (found,) = find_tickets(text)
    assert (found.number, found.serial) == (number, serial)
    assert rests_on in text[found.start : found.end]


@pytest.mark.parametrize("text", ["3-2-1502", "13812345678", "0037", "简单1234", "买单5678元", ""])
def test_other_figures_are_no_ticket(text):
    assert find_tickets(text) == []
