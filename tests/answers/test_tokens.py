from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.answers.tokens import answer_tokens, asking_tokens, query_tokens, tokens


def test_a_homophone_shares_its_syllables():
    asked = asking_tokens(tokens("门禁卡", (), "").split("\n")[0])
    assert {"smen jin", "sjin ka"} <= asked & set(query_tokens("门进咔"))


def test_initials_are_kept_with_and_without_function_words():
    asked = asking_tokens(tokens("物业费怎么交", (), "").split("\n")[0])
    assert {"wwyfzmj", "wwyfj", "iwyf"} <= asked


def test_fillers_of_a_spoken_sentence_ask_for_nothing():
    assert "c你好" not in query_tokens("你好我想问一下门禁卡丢了")
    assert "c你好" in query_tokens("你好")


@given(st.text(max_size=80))
def test_any_text_is_cut_without_fail(text):
    *asked, answer = tokens(text, [text], text).split("\n")
    for line in asked:
        asking_tokens(line)
    answer_tokens(answer)
    query_tokens(text)
