"""What a field becomes when the last file, the desk and this file meet."""

from __future__ import annotations

import pytest

from desk.intake import three_way
from desk.intake.three_way import Met


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "known", "value", "asked"),
    [
        (None, None, 89.5, False, 89.5, False),
        (None, 90.0, 89.5, False, 90.0, True),
        (None, 90.0, 89.5, True, 90.0, True),
        (89.5, 89.5, 90.0, True, 90.0, False),
        (89.5, 91.0, 89.5, True, 91.0, False),
        (89.5, 91.0, 90.0, True, 91.0, True),
        (89.5, 89.5, None, True, 89.5, False),
        (89.5, None, 90.0, True, None, True),
        (None, 89.5, 89.501, False, 89.5, False),
    ],
)
def test_an_area(base, mine, theirs, known, value, asked):
    assert three_way.area(base, mine, theirs, known=known) == Met(value, asked)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "known", "value", "asked"),
    [
        ("", "", "租", False, "租", False),
        ("", "勿按门铃", "", False, "勿按门铃", False),
        ("", "勿按门铃", "租", False, "勿按门铃", True),
        ("", "2021", "2021-03-05", False, "2021-03-05", False),
        ("", "2021-03-05", "2021", False, "2021-03-05", False),
        ("租", "租", "自住", True, "自住", False),
        ("租", "自住", "租", True, "自住", False),
        ("租", "", "自住", True, "", True),
        ("租", "空", "自住", True, "空", True),
    ],
)
def test_a_text(base, mine, theirs, known, value, asked):
    assert three_way.text(base, mine, theirs, known=known) == Met(value, asked)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "known", "value", "asked"),
    [
        ("", "", "1", False, "1", False),
        ("", "1", "1 2", False, "1 2", False),
        ("", "1 3", "1 2", False, "1 3 2", False),
        ("", "3", "2", False, "3", True),
        ("", "1 2", "1", False, "1 2", False),
        ("1", "1", "2", True, "2", False),
        ("1", "3", "1", True, "3", False),
        ("1", "3", "2", True, "3", True),
        ("1", "1 3", "1 2", True, "1 3 2", False),
        ("1 2", "1", "1 2 4", True, "1 4", False),
        ("1 2", "1 2 3", "1", True, "1 3", False),
        ("1", "1", "", True, "1", False),
        ("1", "3", "3", True, "3", False),
    ],
)
def test_numbers(base, mine, theirs, known, value, asked):
    """A number stands for a telephone number here."""
    sides = (tuple(one.split()) for one in (base, mine, theirs))
    assert three_way.phones(*sides, known=known) == Met(tuple(value.split()), asked)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "known", "value", "asked"),
    [
        ("", "张 伟", "张伟", False, "张 伟", False),
        ("", "劉洋", "刘洋", False, "劉洋", False),
        ("", "张先生", "张伟", False, "张伟", False),
        ("", "张伟", "张先生", False, "张伟", False),
        ("", "张伟", "张玮", False, "张伟", True),
        ("张伟", "张伟", "张玮", True, "张玮", False),
        ("张伟", "张玮", "张伟", True, "张玮", False),
        ("张伟", "张玮", "张纬", True, "张玮", True),
    ],
)
def test_a_name(base, mine, theirs, known, value, asked):
    assert three_way.name(base, mine, theirs, known=known) == Met(value, asked)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "value", "asked"),
    [
        (None, "owner", None, "owner", False),
        (None, "owner", "tenant", "owner", True),
        ("owner", "owner", "tenant", "tenant", False),
        ("owner", "family", "owner", "family", False),
        ("owner", "family", "tenant", "family", True),
    ],
)
def test_a_relation(base, mine, theirs, value, asked):
    assert three_way.code(base, mine, theirs) == Met(value, asked)
