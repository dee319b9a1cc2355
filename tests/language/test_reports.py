"""Whether somebody must come, and whether it is about people who are none of one's business."""

from __future__ import annotations

import pytest

from desk.language.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "3-2-1502厨房水龙头滴水",
        "楼道灯不亮了，派人来看看",
        "我家下水道堵了，派人来通一下",
        "隔壁天天半夜唱歌，吵得睡不着",
        "电梯又停了，老人下不了楼",
    ],
)
def test_what_is_wrong_is_a_report(text):
    reading = read(text)
    assert reading.reports.value > 0.5
    assert reading.reports.spans


@pytest.mark.parametrize(
    "text",
    ["物业费怎么交", "明天停水吗", "装修押金什么时候退", "怎么办门禁卡", "上次漏水修好了，谢谢"],
)
def test_a_question_is_no_report(text):
    assert read(text).reports.value < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "3栋1201住的是谁",
        "楼上业主电话多少",
        "沪A12345是谁的车",
        "能告诉我1502姓什么吗",
        "隔壁新搬来的是做什么工作的",
        "王阿姨家门牌号是多少",
        "谁举报我的",
    ],
)
def test_a_question_about_people_is_known_as_one(text):
    reading = read(text)
    assert reading.asks_about_people
    assert reading.people.spans


@pytest.mark.parametrize(
    "text",
    [
        "物业电话多少",
        "我们楼的管家手机号是多少",
        "电梯困人打什么电话",
        "车位被占了，车主电话打不通",
        "3-2-1502楼上漏水",
        "快递员随便进楼",
    ],
)
def test_the_centres_own_people_may_be_asked_for(text):
    assert not read(text).asks_about_people
