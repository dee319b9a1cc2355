from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import Family, Kind, Urgency
from desk.language.reading import read

SENTENCES = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
]


def test_what_callers_say_is_read_as_a_receptionist_would():
    families = sum(
        reading.family is not None and reading.family.value == family
        for family, _, text in SENTENCES
        for reading in [read(text)]
    )
    urgencies = sum(
        read(text).urgency.value in urgency.split("/") for _, urgency, text in SENTENCES
    )
    assert families >= 0.95 * len(SENTENCES)
    assert urgencies >= 0.95 * len(SENTENCES)


@pytest.mark.parametrize("text", [text for _, urgency, text in SENTENCES if urgency == "critical"])
def test_somebody_who_may_be_hurt_is_never_missed(text):
    assert read(text).at_risk


@pytest.mark.parametrize(
    "text",
    [
        "明天停水吗",
        "后天会不会停电",
        "没有漏水",
        "师傅看过了，没有触电的危险",
        "上次困人的事处理了吗",
        "上个月着火的事有结果了吗",
        "如果电梯困人打什么电话",
        "消防演练什么时候，会冒烟吗",
        "漏电保护器多少钱",
        "被邻居的噪音困扰",
        "停水通知贴在哪里",
        "困人，人已放出",
    ],
)
def test_questions_denials_and_past_events_are_no_emergency(text):
    assert read(text).urgency.value in (Urgency.NORMAL, Urgency.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "电梯里有没有人管啊，困了两个人",
        "没开灯就闻到煤气味",
        "厨房是不是着火了，好大的烟",
        "昨晚开始有煤气味，现在还有",
    ],
)
def test_an_alarm_is_not_talked_away(text):
    assert read(text).at_risk


def test_a_whole_sentence_becomes_what_a_ticket_needs():
    text = "我是3-2-1502的，厨房水管爆了，电话13812345678"
    reading = read(text)
    assert reading.room is not None
    assert reading.room.label == "3-2-1502"
    assert reading.phone is not None
    assert reading.phone.number == "13812345678"
    assert reading.family is not None
    assert reading.family.value is Family.LEAK
    assert reading.category is not None
    assert reading.category.value.path == "室内/漏水渗水"
    assert reading.kind.value is Kind.REPAIR
    assert reading.urgency.value is Urgency.URGENT
    assert any("爆" in text[start:end] for start, end in reading.urgency.spans)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("物业费怎么交", Kind.INQUIRY),
        ("游泳池几点开门", Kind.INQUIRY),
        ("3-2-1502马桶堵了，师傅什么时候能来", Kind.REPAIR),
        ("我要投诉楼上天天半夜吵", Kind.COMPLAINT),
        ("投诉你们电梯老是坏", Kind.COMPLAINT),
        ("建议在东门加装一个快递柜", Kind.SUGGESTION),
        ("感谢王师傅，修得又快又好", Kind.PRAISE),
        ("想预约保洁上门擦玻璃", Kind.SERVICE),
        ("门锁坏了", Kind.REPAIR),
    ],
)
def test_what_sort_of_ticket_it_is(text, kind):
    assert read(text).kind.value is kind


def test_a_complaint_goes_to_a_complaints_category():
    reading = read("我要投诉，电梯又坏了没人修")
    assert reading.category is not None
    assert reading.category.value.branch == "投诉"


def test_nothing_is_guessed_silently():
    reading = read("你好")
    assert reading.family is None
    assert reading.category is None
    assert reading.room is None
    assert reading.urgency.spans == ()


@given(st.text(max_size=60))
def test_any_text_is_read_and_every_span_lies_in_it(text):
    reading = read(text)
    said = [reading.kind, reading.urgency, reading.family, reading.category]
    for one in said:
        for start, end in one.spans if one is not None else ():
            assert 0 <= start < end <= len(text)


def test_the_number_that_shall_be_rung_goes_before_the_first() -> None:
    reading = read("我手机13800001111没电了，打我老婆的13900002222")
    assert reading.phone is not None
    assert reading.phone.number == "13900002222"


@pytest.mark.parametrize("text", ["家里着火了怎么报修", "有人晕倒了怎么办", "电梯里困人了咋办"])
def test_what_has_happened_is_no_question(text: str) -> None:
    assert read(text).at_risk


@pytest.mark.parametrize("text", ["着火了往哪跑", "电梯困人怎么办", "停水了没有", "他家着火了吗"])
def test_what_is_only_asked_is_no_alarm(text: str) -> None:
    assert not read(text).at_risk
