from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desk.answers.segment import Segment, Stored
from desk.answers.tokens import Field, is_current, stored, token
from desk.answers.typed import cut


def _tokens(*texts: str) -> set[int]:
    return set(Segment([Stored(1, stored(texts[0], texts[1:], ""))]).tokens_of(0).tolist())


def _typed(text: str) -> set[int]:
    return {one.id for one in cut(text).tokens}


def test_a_homophone_shares_its_syllables():
    shared = _tokens("门禁卡") & _typed("门进咔")
    assert {token(Field.SOUND_PAIR, "men jin"), token(Field.SOUND_PAIR, "jin ka")} <= shared


def test_initials_are_kept_with_and_without_function_words():
    found = _tokens("物业费怎么交")
    wanted = {token(Field.INITIALS, text) for text in ("=wyfzmj", "=wyfj", "wyf")}
    assert wanted <= found


def test_an_unfinished_syllable_may_become_any():
    assert token(Field.SOUND_PAIR, "lou sui") in _typed("lou sh")
    assert token(Field.SYLLABLE, "sui") in _typed("lou sh")


def test_no_token_of_a_text_is_counted_twice():
    tokens = [one.id for one in cut("物业物业费费费").tokens]
    assert len(tokens) == len(set(tokens))


def test_a_row_says_how_it_was_made():
    row = stored("漏水？", ("跑水", " "), "关阀门")
    assert is_current(row)
    assert not is_current(b"")
    assert not is_current(bytes([row[0] - 1]) + row[1:])
    segment = Segment([Stored(7, row)])
    assert segment.ids.tolist() == [7]
    assert segment.asking == 2
    assert segment.answers.tolist() == [2], "two ways of asking and an answer"


def test_writing_an_article_needs_no_numbers_package():
    code = "import sys; import desk.answers.library; print('numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@given(st.text(max_size=80))
def test_any_text_is_cut_without_fail(text):
    segment = Segment([Stored(1, stored(text, [text], text))])
    lines = np.arange(len(segment.owner))
    assert segment.words[segment.line_words(lines)[0]].tolist() == segment.tokens_of(0).tolist()
    cut(text)
