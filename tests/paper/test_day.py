"""The day is on one page, whatever the day was like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.codes import Channel, Kind, State
from desk.paper.day import day
from desk.reports.day_report import Counted, DayReport
from desk.words.catalogue import LANGUAGES, Words
from tests.paper.samples import DAY, LATE, RECEIVED, SHANGHAI, text, texts
from tests.paper.test_slip import outside, overlapping

ZH = Words("zh_CN")
EMPTY = DayReport(day=date(2025, 11, 22), community="锦绣花园", zone=SHANGHAI, made_at=RECEIVED)
FLOOD = replace(
    DAY,
    community="锦绣花园" * 40,
    on_duty=("陈晓明",) * 60,
    by_kind=tuple((kind, 123_456) for kind in Kind),
    by_channel=tuple((channel, 99_999) for channel in Channel),
    by_category=tuple(Counted(f"公共 › 名字很长很长的类别第{i}号", 400 - i) for i in range(60)),
    by_building=tuple(Counted(f"{i}栋", 400 - i) for i in range(120)),
    overdue=(replace(LATE, what="卫生间漏水" * 30, who="水电班" * 9, reason="待料" * 40),) * 400,
    open_by_state=tuple((state, 12_345) for state in list(State)[:7]),
    asked_most=tuple(Counted("怎么交物业费" * 20, 900 - i) for i in range(50)),
    unanswered=tuple(Counted("游泳池开吗" * 20, 900 - i) for i in range(50)),
    calls=1_234_567,
    complaints_new=99_999,
    complaints_closed=99_999,
    complaints_serious=99_999,
    finished=123_456,
    finished_in_time=123_455,
)


def test_the_day_has_every_figure():
    said = text(day(DAY, ZH))
    for field in (
        "锦绣花园", "日报", "2025年11月22日", "星期六", "值班：李静、王芳", "36受理", "38完成",
        "按时35", "92%按时率", "1超时", "27未完结", "5新增投诉", "办结3，重大1",
        "86来电来访", "当场解答41", "报修31", "投诉5", "电话28", "到访8",
        "室内›漏水渗水19", "公共›电梯17", "3栋21", "5栋15",
        "WX20251121-0012", "3-2-1602卫生间漏水", "水电班王建国", "完成时限超3小时12分",
        "待料，软管缺货", "待派2", "暂停25", "明天停水吗9", "充电桩什么时候装4", "2025-11-2218:03",
        "陈主管", "主管签字",
    ):  # fmt: skip
        assert field in said, field


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", [DAY, EMPTY, FLOOD], ids=["day", "empty", "flood"])
def test_it_is_one_page_and_nothing_runs_over(language, report):
    pdf = day(report, Words(language))
    assert len(texts(pdf)) == 1
    assert outside(pdf) == []
    assert overlapping(pdf) == []


def test_a_long_list_says_how_much_more_there_is():
    said = text(day(FLOOD, ZH))
    assert "另有385项" in said  # of what is late
    assert "另有48项" in said or "另有49项" in said  # of the categories


def test_an_empty_day_says_none_and_claims_no_share():
    said = text(day(EMPTY, ZH))
    assert said.count("无") == 8
    assert "—按时率" in said


def test_phones_in_what_people_said_are_hidden():
    report = replace(DAY, unanswered=(Counted("13812345678 问充电桩", 1),))
    assert "138****5678" in text(day(report, ZH))


def test_the_same_day_is_the_same_bytes():
    assert day(DAY, ZH) == day(DAY, ZH)


def test_return_visits_stand_among_the_figures_and_what_is_not_named_is_counted():
    report = replace(DAY, visits=12, scores=((5, 3), (4, 1)), overdue_count=40)
    said = text(day(report, ZH))
    assert "12" in said
    assert "满意度4.7" in said
    assert "40" in said
