"""Columns are called by letters."""

from __future__ import annotations

import pytest

from desk.sheets.letters import column_of, letters_of


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_go_on_behind_z(column, letters):
    assert (letters_of(column), column_of(letters)) == (letters, column)
    assert column_of(letters.lower()) == column
