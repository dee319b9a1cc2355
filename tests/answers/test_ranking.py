from __future__ import annotations

import pytest

from desk.answers.ranking import Index, tokens

LIBRARY = [
    ("物业费怎么交？", ["管理费在哪缴"], "可在小程序或微信缴纳，也可到前台刷卡。"),
    ("家里漏水怎么办？", ["水管爆了怎么处理"], "先关水表前阀门，再打值班电话。"),
    ("门禁卡丢了怎么补办？", [], "带身份证到前台挂失补办。"),
    ("装修要办什么手续？", [], "带图纸到前台填写装修申请。"),
    ("小区公共WiFi密码是多少？", [], "会所大厅 WiFi 名 CuiHu-Free。"),
    ("快递柜在哪里？", [], "东门内右侧共三组。"),
]


@pytest.fixture
def index() -> Index:
    made = Index()
    for number, (question, phrasings, answer) in enumerate(LIBRARY, 1):
        made.put(number, question, tokens(question, phrasings, answer))
    return made


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
        ("wyf", "物业费怎么交？"),
        ("kdg", "快递柜在哪里？"),
        ("wifi", "小区公共WiFi密码是多少？"),
        ("裝修", "装修要办什么手续？"),
        ("管理费", "物业费怎么交？"),
        ("图纸", "装修要办什么手续？"),
    ],
)
def test_the_approved_answer_stands_first(index, typed, question):
    best = index.search(typed)[0]
    assert LIBRARY[best.article_id - 1][0] == question


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("漏水", ["漏水"]), ("wyf", ["物业费"]), ("loush", ["漏水"]), ("楼水", ["漏水"])],
)
def test_the_matched_part_of_the_question_is_marked(index, typed, marked):
    best = index.search(typed)[0]
    question = LIBRARY[best.article_id - 1][0]
    assert [question[start:end] for start, end in best.spans] == marked


@pytest.mark.parametrize("typed", ["", "   ", "？！", "zzzz", "#", "\n"])
def test_what_says_nothing_finds_nothing(index, typed):
    assert index.search(typed) == []


def test_an_edited_article_is_found_by_its_new_words_only(index):
    index.put(1, "停车费怎么交？", tokens("停车费怎么交？", (), "到岗亭缴纳。"))
    assert index.search("停车费")[0].article_id == 1
    assert all(hit.article_id != 1 for hit in index.search("wyf"))
    assert len(index) == len(LIBRARY)


def test_a_retired_article_is_gone(index):
    index.remove(2)
    index.remove(2)
    assert all(hit.article_id != 2 for hit in index.search("漏水", 10))
    assert len(index) == len(LIBRARY) - 1


def test_deltas_rank_as_a_fresh_load_does(index):
    for _ in range(200):
        index.put(3, "旧问题", tokens("旧问题", ("随便",), "无"))
        question, phrasings, answer = LIBRARY[2]
        index.put(3, question, tokens(question, phrasings, answer))
    fresh = Index()
    for number, (question, phrasings, answer) in enumerate(LIBRARY, 1):
        fresh.put(number, question, tokens(question, phrasings, answer))
    for typed in ("漏水", "wyf", "卡丢了", "怎么办"):
        ours = [hit.article_id for hit in index.search(typed, 10)]
        theirs = [hit.article_id for hit in fresh.search(typed, 10)]
        assert ours == theirs


def test_an_expired_wording_never_stands_above_a_valid_one_of_like_score():
    index = Index()
    stored = tokens("泳池几点开放？", (), "十点到晚上九点。")
    index.put(1, "泳池几点开放？", stored, expired=True)
    index.put(2, "泳池几点开放？", stored)
    first, second = index.search("泳池几点开")
    assert (first.article_id, first.expired) == (2, False)
    assert (second.article_id, second.expired) == (1, True)
    index.put(1, "泳池几点开放？", stored)
    assert not any(hit.expired for hit in index.search("泳池"))


def test_stored_tokens_are_text_with_a_line_for_each_way_of_asking():
    stored = tokens("漏水？", ("跑水", " "), "关阀门")
    assert stored.split("\n") == ["漏水\tlou shui", "跑水\tpao shui", "关阀门"]
