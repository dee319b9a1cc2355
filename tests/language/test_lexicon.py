"""Phrases are found by what they mean: the longest first, whole words, none over another."""

from __future__ import annotations

import json
import time

import pytest

from desk.language.lexicon import Concept, Lexicon, shipped
from desk.language.spoken import plain, plainly
from desk.resources import resource


def said(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    return [(one.concept.key, one.word) for one in lexicon.found(plainly(text))]


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return Lexicon(shipped())


def test_the_longest_word_is_meant_and_none_inside_it():
    small = Lexicon(
        [
            Concept("fee", "物业费", ("物业费", "费用")),
            Concept("office", "物业", ("物业",)),
            Concept("pipe", "水管", ("水管",)),
            Concept("manager", "管家", ("管家",)),
        ]
    )
    assert said(small, "物业费交给物业") == [("fee", "物业费"), ("office", "物业")]
    assert said(small, "水管家里漏") == [("pipe", "水管")]
    assert said(small, "管家和费用") == [("manager", "管家"), ("fee", "费用")]
    assert said(small, "") == []


def test_a_word_of_several_concepts_means_each():
    lexicon = Lexicon([Concept("a", "甲", ("轮椅",)), Concept("b", "乙", ("借", "轮椅"))])
    assert said(lexicon, "借轮椅") == [("b", "借"), ("a", "轮椅"), ("b", "轮椅")]
    assert [one.key for one in lexicon.meanings("輪椅")] == ["a", "b"]


def test_latin_words_are_whole():
    lexicon = Lexicon([Concept("gym", "健身房", ("gym", "Wi-Fi", "app下载"))])
    assert said(lexicon, "gymnastics") == []
    assert said(lexicon, "你们gym开吗") == [("gym", "gym")]
    assert said(lexicon, "WI-FI密码") == [("gym", "wi fi")]
    assert said(lexicon, "whatsapp下载") == []


def test_words_are_written_as_people_like():
    lexicon = Lexicon([Concept("a", "停水", ("冇水", "没　水"))])
    assert said(lexicon, "沒有水") == [("a", "没有水")]
    assert said(lexicon, "冇水啦") == [("a", "没有水")]


def test_what_is_found_is_underlined_in_what_was_typed(office):
    typed = "喂,冇水點算呀"
    text = plain(typed)
    (found,) = [one for one in office.found(text.text) if one.concept.key == "water_off"]
    start, end = text.span(*found.span)
    assert typed[start:end] == "冇水"


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("家里没水了", "停水怎么办", "water_off"),
        ("管理费几多钱", "物业费收费标准", "fee_property"),
        ("杆子不抬", "道闸不开", "gate"),
        ("is there a gym", "健身房几点开", "gym"),
        ("旧沙发扔哪", "大件垃圾怎么处理", "bulky"),
        ("房本啥时候下来", "什么时候办房产证", "title"),
        ("想借把伞", "可以借用雨伞吗", "umbrella"),
        ("报修了半天没人来", "怎么查报修进度", "progress"),
        ("小电驴能推上楼吗", "电动车可以上楼吗", "ebike"),
        ("wifi密码", "公共无线网怎么连", "wifi"),
    ],
)
def test_different_words_meet_in_a_concept(office, one, other, key):
    assert key in {found for found, _ in said(office, one)}
    assert key in {found for found, _ in said(office, other)}


@pytest.mark.parametrize(
    ("text", "not_meant"),
    [
        ("光猫在闪", "pet"),
        ("猫眼坏了", "pet"),
        ("装修押金", "leak"),
        ("交通方便吗", "payment"),
        ("交房要带什么", "payment"),
        ("办公室在哪", "apply"),
        ("维修基金是什么", "repair"),
        ("保修期多久", "repair"),
        ("小区地图", "garage"),
        ("退休证", "refund"),
        ("办事窗口", "door_window"),
        ("加个微信", "payment"),
        ("手续费", "renew"),
    ],
)
def test_a_word_in_another_word_is_not_meant(office, text, not_meant):
    assert not_meant not in {found for found, _ in said(office, text)}


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("怎么缴费", "payment", "invoice"),
        ("发票怎么开", "invoice", "payment"),
        ("报修了还没来", "progress", "visit_time"),
        ("怎么报修", "repair", "progress"),
        ("搬家要登记吗", "move", "move_in"),
        ("入住要办什么", "move_in", "move"),
        ("访客车怎么进", "visitor_car", "space_taken"),
        ("车位被占了", "space_taken", "visitor_car"),
        ("老楼加装电梯", "lift_install", "lift_broken"),
        ("电梯坏了", "lift_broken", "lift_install"),
        ("空调外机装哪", "aircon_place", "aircon_drip"),
        ("暖气费多少", "heat_fee", "heat_cold"),
        ("楼道里巡逻", "patrol", "fire_drill"),
    ],
)
def test_what_has_another_answer_is_another_concept(office, text, meant, not_meant):
    found = {key for key, _ in said(office, text)}
    assert meant in found
    assert not_meant not in found


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("deco_deposit", "deco"),
        ("deco_deposit", "deposit"),
        ("heat_fee", "heating"),
        ("lift_broken", "lift"),
        ("parking_fee", "parking"),
        ("rent_space", "parking_space"),
        ("visitor_car", "visitor"),
        ("ebike_upstairs", "ebike"),
        ("locker", "parcel"),
        ("dog_licence", "pet"),
        ("sorting", "garbage"),
        ("rubble", "garbage"),
    ],
)
def test_a_narrow_word_also_means_the_broad_concept_whose_word_it_holds(narrow, broad):
    concepts = {one.key: [plainly(word) for word in one.words] for one in shipped()}
    inside = [word for word in concepts[broad] if not word.isascii()]
    for word in concepts[narrow]:
        if any(part in word for part in inside):
            assert word in concepts[broad], word


def test_the_shipped_words_are_whole_and_named_in_both_languages():
    raw = json.loads(resource("language", "lexicon.json").read_text(encoding="utf-8"))["concepts"]
    concepts = shipped()
    assert len(concepts) == len(raw) >= 300
    assert len({one.key for one in concepts}) == len({one.name for one in concepts}) == len(raw)
    for one in concepts:
        assert one.name_en.isascii(), one.key
        assert one.name_en, one.key
        assert one.name == one.words[0], one.key
        plain_words = [plainly(word) for word in one.words]
        assert len(set(plain_words)) == len(plain_words), one.key
        for word in plain_words:
            assert 1 <= len(word) <= (24 if word.isascii() else 8), word


def test_a_sentence_is_read_between_two_keystrokes(office):
    text = plainly("我家楼上装修太吵了几点可以敲墙你们物业到底管不管啊")
    started = time.perf_counter()
    for _ in range(200):
        office.found(text)
    assert (time.perf_counter() - started) / 200 < 0.002


def test_a_word_at_the_end_is_found_once_and_ends_there() -> None:
    found = Lexicon([Concept("ask", "怎么办", ("怎么办", "怎么解决"))]).found("断水怎么办")
    assert [(one.word, one.span) for one in found] == [("怎么办", (2, 5))]
