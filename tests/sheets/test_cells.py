"""What a cell says to a clerk."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.sheets.book import Fault
from desk.sheets.cells import clean, is_blank, plain, text_value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (302.0, "302"),
        (13800001234.0, "13800001234"),
        ("18600000027.0", "18600000027.0"),
        (89.5, "89.5"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (7, "7"),
        (1e300, "1E+300"),
        (float("inf"), "#NUM!"),
        (float("nan"), "#NUM!"),
        (True, "TRUE"),
        (date(2021, 3, 5), "2021-03-05"),
        (datetime.fromisoformat("2021-03-05T14:20"), "2021-03-05 14:20"),
        (datetime.fromisoformat("2021-03-05T14:20:07"), "2021-03-05 14:20:07"),
        (time(9, 5), "09:05"),
        (Fault("#N/A"), "#N/A"),
        (" 王芳\r\n\u200b租户\u202e\u3000", "王芳\n租户"),
        ("a\0b\x07", "ab"),
    ],
)
def test_cells_in_words(value, text):
    assert plain(value) == text
    assert is_blank(value) == (text == "")


def test_what_cannot_be_seen_is_blank():
    assert is_blank("\u200b \ufeff\u00a0\u3000")
    assert text_value("\u2060 ") is None
    assert text_value(" #REF! ") == Fault("#REF!")
    assert text_value("#3楼") == "#3楼"


@given(st.text())
def test_cleaning_is_done_once(text):
    assert clean(clean(text)) == clean(text)
    assert not set("\0\u200b\u202e\ufeff\r") & set(clean(text))
