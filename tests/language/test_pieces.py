"""The piece of a text that may be a new word, and what is never part of it."""

from __future__ import annotations

import pytest

from desk.language.pieces import new_piece


@pytest.mark.parametrize(
    ("text", "taken", "piece"),
    [
        ("泡汤汤了怎么办", (), "泡汤汤"),
        ("麻烦问一下，泡汤汤怎么办啊", (), "泡汤汤"),
        ("物业费泡汤汤", ((0, 3),), "泡汤汤"),
        ("13800005678 泡汤汤", (), "泡汤汤"),
        ("王师傅，泡汤汤了", (), "泡汤汤"),
        ("我姓欧阳，泡汤汤了", (), "泡汤汤"),
        ("怎么办", (), ""),
        ("3-2-1502", (), ""),
        ("", (), ""),
    ],
)
def test_the_new_word_is_what_is_left(
    text: str, taken: tuple[tuple[int, int], ...], piece: str
) -> None:
    assert new_piece(text, taken) == piece
