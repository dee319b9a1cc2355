"""Areas as tables write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.amounts import read_area
from desk.refusals import Refusal


@pytest.mark.parametrize(
    ("cell", "area"),
    [
        (89.5, 89.5),
        (118, 118.0),
        ("118平方", 118.0),
        ("76.25㎡", 76.25),
        ("58.3m2", 58.3),
        ("245.8M2", 245.8),
        ("139.4 m²", 139.4),
        ("102.3平方米", 102.3),
        ("125平米", 125.0),
        ("约90", 90.0),
        ("１０２．３", 102.3),
        ("89,5", 89.5),
        ("1,234.5", 1234.5),
        ("建筑面积89.5,套内72", 89.5),
        ("", None),
        (None, None),
        ("无", None),
        ("——", None),
        ("#N/A", None),
    ],
)
def test_an_area_is_read_with_its_unit(cell, area):
    assert read_area(cell) == area


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("待测", "area.unreadable"),
        ("不详", "area.unreadable"),
        ("88.6.5", "area.unreadable"),
        ("89+12", "area.unreadable"),
        ("#REF!", "area.unreadable"),
        (True, "area.unreadable"),
        (float("nan"), "area.unreadable"),
        (0, "area.range"),
        ("-3", "area.range"),
        (13800001234, "area.range"),
    ],
)
def test_what_is_no_area_is_refused(cell, code):
    with pytest.raises(Refusal) as refused:
        read_area(cell)
    assert refused.value.code == code


@given(
    st.decimals(min_value="0.01", max_value=99999, places=2),
    st.sampled_from(["", "㎡", "平方米", " m2", "平"]),
)
def test_every_area_comes_back(area, unit):
    assert read_area(f"{area}{unit}") == float(area)
