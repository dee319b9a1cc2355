"""Speech of home is read in plain words, and what was typed can still be underlined."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.spoken import plain, plainly
from desk.resources import resource


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("喺邊度攞門匙?", "在哪里拿门钥匙"),
        ("冇水點算", "没有水怎么办"),
        ("我屋企水喉爆咗", "我家水管爆了"),
        ("係唔係停電", "是不是停电"),
        ("有冇得借遮", "有没有借雨伞"),
        ("升降機瓜咗", "电梯坏了"),
        ("幾錢一個月", "多少钱一个月"),
        ("而家搵邊個", "现在找谁"),
        ("呢啲嘢俾佢哋", "这些东西给他们"),
        ("物业处咋走", "物业处怎么走"),
        ("水莫得了咋个办", "水没有了怎么办"),
        ("俺家娃的车搁哪儿", "我家孩子的车在哪里"),
        ("肿么木有水", "怎么没有水"),
        ("WIFI 密码", "wifi 密码"),
        ("交房、验房", "交房 验房"),
    ],
)
def test_speech_of_home_is_read_in_plain_words(said, meant):
    assert plainly(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "什么事都怎么样",
        "洋娃娃搁置",
        "快递点开到几点",
        "8点交房",
        "关系到谁的单元",
        "电话系统",
        "早点交",
        "验收工程",
        "完成日期",
        "竣工后返工",
    ],
)
def test_words_that_only_look_like_speech_of_home_stay(text):
    assert plainly(text) == text


def test_fillers_are_left_out_of_long_texts_alone():
    assert plainly("喂,你好,麻烦问一下那个物业费啊怎么交呢") == "物业费 怎么交"
    assert plainly("hello, which gym is open please") == "which gym is open"
    assert plainly("你好啊") == "你好啊"
    assert plainly("喂流浪猫会不会有人来管") == "喂流浪猫会不会有人来管"
    assert plainly("你好你好你好你好你好") == "你好你好你好你好你好", "something is left"


def test_what_is_plain_leads_back_to_what_was_typed():
    typed = "唔該,我屋企嘅水喉爆咗呀!快啲嚟整"
    found = plain(typed)
    for word, said in [("家", "屋企"), ("水管", "水喉"), ("爆了", "爆咗"), ("来修", "嚟整")]:
        at = found.text.index(word)
        start, end = found.span(at, at + len(word))
        assert typed[start:end] == said


@pytest.mark.parametrize("text", ["", " ", "?!", "\u3000"])
def test_nothing_is_nothing(text):
    assert plain(text).text == ""
    assert plain(text).span(0, 0) == (0, 0)


@given(st.text(alphabet="喺邊度冇唔嘅物业费怎么交点8 aB,。那个你好嘢㍿", max_size=24))
def test_every_character_has_its_place(text):
    found = plain(text)
    assert len(found.text) == len(found.origin) == len(found.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.origin, found.ends, strict=True))
    assert list(found.origin) == sorted(found.origin)
    assert "  " not in found.text
    assert found.text == found.text.strip()


def test_the_words_of_the_resource_are_plain_and_settle():
    document = json.loads(resource("language", "spoken.json").read_text(encoding="utf-8"))
    meant = {word: to for group in document["words"] for word, to in group["plain"].items()}
    assert len(meant) > 150
    for word, to in (meant | document["guarded"]).items():
        assert plainly(word) == to, word
        assert plainly(to) == to, word
