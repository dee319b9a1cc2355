from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.answers.found import WhyBy
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Concept, Lexicon
from tests.answers.libraries import LIBRARY, library, put, ranked

TYPED = ("漏水", "wyf", "wuye", "卡丢了", "怎么办", "家里没水了", "装潢", "前台", "mima", "楼水")


@pytest.fixture
def index() -> Index:
    return library()


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("物业费", "物业费怎么交？"),
        ("漏水", "家里漏水怎么办？"),
        ("门禁", "门禁卡丢了怎么补办？"),
        ("我想问一下我们家那个门禁卡丢了要怎么弄", "门禁卡丢了怎么补办？"),
        ("门禁咔不办", "门禁卡丢了怎么补办？"),
        ("武业费", "物业费怎么交？"),
        ("wuyefei", "物业费怎么交？"),
        ("wuye f", "物业费怎么交？"),
        ("menjink", "门禁卡丢了怎么补办？"),
        ("wuye费", "物业费怎么交？"),
        ("wyf", "物业费怎么交？"),
        ("kdg", "快递柜在哪里？"),
        ("wifi", "小区公共WiFi密码是多少？"),
        ("wif", "小区公共WiFi密码是多少？"),
        ("WIFI mima", "小区公共WiFi密码是多少？"),
        ("裝修", "装修要办什么手续？"),
        ("管理费", "物业费怎么交？"),
        ("图纸", "装修要办什么手续？"),
        ("没水", "计划停水的通知在哪里看？"),
        ("想动工", "装修要办什么手续？"),
    ],
)
def test_the_approved_answer_stands_first(index, typed, question):
    best = index.search(typed)[0]
    assert LIBRARY[best.article_id - 1][0] == question


@pytest.mark.parametrize(("typed", "question"), [("lou sui", 1), ("nou shui", 1), ("kuaidihui", 5)])
def test_a_southern_ear_is_forgiven(index, typed, question):
    assert index.search(typed)[0].article_id == question + 1


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("漏水", ["漏水"]), ("wyf", ["物业费"]), ("loush", ["漏水"]), ("楼水", ["漏水"])],
)
def test_the_matched_part_of_the_question_is_marked(index, typed, marked):
    best = index.search(typed)[0]
    question = LIBRARY[best.article_id - 1][0]
    assert [question[start:end] for start, end in best.spans] == marked


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("漏水", (WhyBy.WORDS, "漏水", "漏水")),
        ("楼水", (WhyBy.SOUND, "楼水", "漏水")),
        ("今天没水了", (WhyBy.CONCEPT, "没水", "停水")),
        ("wyf", (WhyBy.INITIALS, "wyf", "物业费")),
        ("wuyef", (WhyBy.SOUND, "wuyef", "物业费")),
        ("身份证", (WhyBy.ANSWER, "身份证", "身份证")),
        ("Wifi", (WhyBy.WORDS, "Wifi", "wifi")),
    ],
)
def test_a_hit_says_why_it_was_found(index, typed, why):
    best = index.search(typed)[0]
    assert why in [(one.by, one.said, one.means) for one in best.why]


@pytest.mark.parametrize("typed", ["", "   ", "？！", "qqqq", "#", "\n"])
def test_what_says_nothing_finds_nothing(index, typed):
    assert index.search(typed) == []


def test_an_empty_library_finds_nothing():
    assert Index().search("漏水") == []


def test_an_edited_article_is_found_by_its_new_words_only(index):
    put(index, 1, ("停车费怎么交？", (), "到岗亭缴纳。"))
    assert index.search("停车费")[0].article_id == 1
    assert all(hit.article_id != 1 for hit in index.search("wyf"))
    assert len(index) == len(LIBRARY)


def test_a_retired_article_is_gone(index):
    index.remove(2)
    index.remove(2)
    assert all(hit.article_id != 2 for hit in index.search("漏水", 10))
    assert len(index) == len(LIBRARY) - 1


def test_words_mean_at_once_what_the_lexicon_says_now(index):
    index.put_lexicon(Lexicon([Concept("parcels", "快递", ("快递", "包裹"))]))
    assert index.search("包裹")[0].article_id == 6
    reasons = {why.by for hit in index.search("动工") for why in hit.why}
    assert WhyBy.CONCEPT not in reasons


def test_who_edits_words_sees_which_articles_speak_of_them(index):
    index.put_lexicon(
        Lexicon([Concept("works", "装修", ("装修",)), Concept("paper", "图纸", ("图纸", "押金"))])
    )
    assert index.speaking_of("works") == [4]
    assert index.speaking_of("paper") == [4], "an answer that says it counts too"
    assert index.speaking_of("own:7") == []
    index.remove(4)
    assert index.speaking_of("works") == []


def test_an_expired_wording_never_stands_above_a_valid_one_of_like_score():
    index = Index()
    row = stored("泳池几点开放？", (), "十点到晚上九点。")
    index.put(1, "泳池几点开放？", row, expired=True)
    index.put(2, "泳池几点开放？", row)
    first, second = index.search("泳池几点开")
    assert (first.article_id, first.expired) == (2, False)
    assert (second.article_id, second.expired) == (1, True)
    index.put(1, "泳池几点开放？", row)
    assert not any(hit.expired for hit in index.search("泳池"))


def test_equal_articles_stand_in_the_order_of_their_ids_while_the_text_grows():
    same = ("泳池几点开放？", (), "十点。")
    index = library([(9, same), (3, same), (5, same)])
    for typed in ("泳", "泳池", "泳池几", "泳池几点开放"):
        assert [article for article, _ in ranked(index, typed)] == [3, 5, 9]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_writing_does_not_show(seed):
    shuffled = list(enumerate(LIBRARY, 1))
    random.Random(seed).shuffle(shuffled)
    for typed in TYPED:
        assert ranked(library(shuffled), typed) == ranked(library(), typed)


_CHANGES = st.lists(
    st.tuples(st.integers(1, 12), st.none() | st.sampled_from(LIBRARY), st.booleans()), max_size=25
)


@settings(max_examples=40, deadline=None)
@given(_CHANGES)
def test_changes_rank_as_a_fresh_load_does(changes):
    """Whatever was put, replaced and taken out, and whenever somebody searched between."""
    index, left = library(), dict(enumerate(LIBRARY, 1))
    index.search("漏水")
    for article, written, searched in changes:
        if written is None:
            index.remove(article)
            left.pop(article, None)
        else:
            put(index, article, written)
            left[article] = written
        if searched:
            index.search("漏水")
    fresh = library(left.items())
    for typed in TYPED:
        assert ranked(index, typed) == ranked(fresh, typed)


def test_many_changes_are_merged_and_rank_as_before():
    index = library((at, LIBRARY[at % len(LIBRARY)]) for at in range(1, 700))
    index.search("漏水")
    for at in range(1, 700, 2):
        put(index, at, LIBRARY[(at + 3) % len(LIBRARY)])
        if at % 50 == 1:
            index.search("漏水")
    now = ((at, LIBRARY[(at + 3 * (at % 2)) % len(LIBRARY)]) for at in range(1, 700))
    fresh = library(now)
    for typed in TYPED:
        assert ranked(index, typed) == ranked(fresh, typed)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_searched_without_fail(text):
    for hit in library().search(text):
        question = LIBRARY[hit.article_id - 1][0]
        assert all(0 <= start < end <= len(question) for start, end in hit.spans)
        assert all(one.said for one in hit.why)
