"""How far an article explains a text, word by word."""

from __future__ import annotations

from desk.answers.explained import Explained, explain
from desk.answers.meaning import stored_vector, table
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Lexicon, shipped

ARTICLES = (
    ("健身房怎么办卡？", "会所二楼，业主月卡80元，6点至22点。"),
    ("物业费在哪里交？", "公众号、银行代扣，或客服中心一楼刷卡。"),
)


def explained(text: str, *articles: tuple[str, str]) -> Explained:
    index = Index(Lexicon(shipped()), table())
    for at, (question, answer) in enumerate(articles or ARTICLES, start=1):
        vector = stored_vector(question, answer)
        index.put(at, question, stored(question, (), answer), vector=vector)
    return explain(index, text, index.search(text, 5), frozenset("的了怎么"))


def test_a_question_of_the_library_is_explained_to_the_last_word() -> None:
    found = explained("健身房怎么办卡")
    assert found.share > 0.99
    assert found.least > 0.99
    assert found.missing < 0.05
    assert found.ahead > 0.2


def test_another_matter_leaves_a_word_that_says_much() -> None:
    near, asked = explained("健身房年卡转给同事"), explained("健身房月卡")
    assert near.share < asked.share
    assert near.least < asked.least
    assert near.missing > asked.missing


def test_the_answer_explains_too() -> None:
    found = explained("健身房会所二楼")
    assert found.share > found.asked


def test_it_does_not_depend_on_what_else_the_library_holds() -> None:
    alone, among = explained("健身房月卡", ARTICLES[0]), explained("健身房月卡")
    assert (alone.share, alone.least, alone.missing) == (among.share, among.least, among.missing)
    assert alone.ahead >= among.ahead


def test_letters_and_nothing_found_explain_nothing() -> None:
    assert explained("jsf") == Explained()
    assert explain(Index(Lexicon(())), "健身房", (), frozenset()) == Explained()
