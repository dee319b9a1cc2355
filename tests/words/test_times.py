from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.words import times
from desk.words.catalogue import Words

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)  # a Sunday, 14:05 in Shanghai
ALL = {language: Words(language) for language in ("zh_CN", "en")}


def after(**length: float) -> datetime:
    return NOW + timedelta(**length)


def test_a_time_of_day_has_two_figures_each():
    assert times.clock_time(NOW, SHANGHAI) == "14:05"
    assert times.clock_time(after(hours=-13), SHANGHAI) == "01:05"
    assert times.stamp(NOW, SHANGHAI) == "2026-11-22 14:05"


@pytest.mark.parametrize(
    ("days", "chinese", "english"),
    [
        (0, "今天", "today"),
        (1, "明天", "tomorrow"),
        (-1, "昨天", "yesterday"),
        (2, "11月24日", "24 Nov"),
        (-17, "11月5日", "5 Nov"),
        (-365, "2025年11月22日", "22 Nov 2025"),
        (40, "2027年1月1日", "1 Jan 2027"),
    ],
)
def test_a_day_is_named_as_seen_from_today(zh, en, days, chinese, english):
    assert times.day(zh, after(days=days), SHANGHAI, NOW) == chinese
    assert times.day(en, after(days=days), SHANGHAI, NOW) == english


def test_the_centre_s_zone_decides_what_day_it_is(zh):
    late = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)  # 01:00 on the 23rd in Shanghai
    assert times.day(zh, late, SHANGHAI, NOW) == "明天"
    assert times.moment(zh, late, SHANGHAI, NOW) == "明天 01:00"
    assert times.moment(zh, late, ZoneInfo("UTC"), NOW) == "今天 17:00"


def test_a_date_is_written_out_for_the_head_of_a_page(zh, en):
    assert times.date_in_full(zh, date(2026, 11, 22)) == "2026年11月22日 星期日"
    assert times.date_in_full(en, date(2026, 11, 22)) == "Sunday, 22 Nov 2026"


def test_a_brief_moment_leaves_today_out(zh, en):
    assert times.brief_moment(zh, after(hours=1), SHANGHAI, NOW) == "15:05"
    assert times.brief_moment(en, after(days=1), SHANGHAI, NOW) == "tomorrow 14:05"


def test_an_appointment_has_two_ends(zh, en):
    start = after(days=1)
    assert times.span(zh, start, None, SHANGHAI, NOW) == "明天 14:05"
    assert times.span(zh, start, after(days=1, hours=1), SHANGHAI, NOW) == "明天 14:05–15:05"
    assert times.span(zh, start, after(days=2), SHANGHAI, NOW) == "明天 14:05 至 11月24日 14:05"
    assert times.span(en, start, after(days=2), SHANGHAI, NOW) == "tomorrow 14:05 to 24 Nov 14:05"


@pytest.mark.parametrize(
    ("seconds", "chinese", "english"),
    [
        (18 * 60, "剩 18 分", "18 min left"),
        (18 * 60 + 59, "剩 18 分", "18 min left"),
        (60, "剩 1 分", "1 min left"),
        (59, "剩 59 秒", "59 s left"),
        (0.2, "剩 1 秒", "1 s left"),
        (0, "刚刚超时", "overdue now"),
        (-0.9, "刚刚超时", "overdue now"),
        (-1, "超时 1 秒", "overdue 1 s"),
        (-60, "超时 1 分", "overdue 1 min"),
        (-12 * 60 - 30, "超时 12 分", "overdue 12 min"),
        (3600, "剩 1 小时", "1 h left"),
        (7500, "剩 2 小时 5 分", "2 h 5 min left"),
        (-7500, "超时 2 小时 5 分", "overdue 2 h 5 min"),
        (86_400, "剩 1 天", "1 day left"),
        (100_800, "剩 1 天 4 小时", "1 d 4 h left"),
        (5.5 * 86_400, "剩 5 天", "5 days left"),
        (-86_400, "超时 1 天", "overdue 1 day"),
        (-3 * 86_400, "超时 3 天", "overdue 3 days"),
    ],
)
def test_what_is_left_and_what_is_exceeded(zh, en, seconds, chinese, english):
    assert times.left(zh, after(seconds=seconds), NOW) == chinese
    assert times.left(en, after(seconds=seconds), NOW) == english


lengths = st.timedeltas(min_value=timedelta(days=-9), max_value=timedelta(days=9))


@given(lengths, st.sampled_from(sorted(ALL)))
def test_a_row_turns_overdue_at_the_very_second_and_never_shows_nothing_left(length, language):
    due, words = NOW + length, ALL[language]
    text = times.left(words, due, NOW)
    assert times.is_overdue(due, NOW) == (length <= timedelta(0))
    assert ("超时" in text or "overdue" in text) == times.is_overdue(due, NOW)
    assert not any(figure == "0" for figure in text.split())


@given(lengths, st.sampled_from(sorted(ALL)))
def test_the_words_hold_until_the_instant_that_is_foretold(length, language):
    due, words = NOW + length, ALL[language]
    change = times.left_changes_at(due, NOW)
    assert change > NOW
    text = times.left(words, due, NOW)
    assert times.left(words, due, change - timedelta(microseconds=1)) == text
    assert times.left(words, due, change) != text


@pytest.mark.parametrize(
    ("length", "chinese", "english"),
    [
        (timedelta(seconds=42), "42 秒", "42 s"),
        (timedelta(minutes=18, seconds=40), "18 分钟", "18 min"),
        (timedelta(hours=2), "2 小时", "2 h"),
        (timedelta(hours=2, minutes=5), "2 小时 5 分", "2 h 5 min"),
        (timedelta(days=1), "1 天", "1 day"),
        (timedelta(days=1, hours=4), "1 天 4 小时", "1 d 4 h"),
        (timedelta(days=7, hours=4), "7 天", "7 days"),
        (timedelta(seconds=-5), "0 秒", "0 s"),
    ],
)
def test_how_long_something_took(zh, en, length, chinese, english):
    assert times.duration(zh, length) == chinese
    assert times.duration(en, length) == english


@pytest.mark.parametrize(
    ("seconds", "chinese", "english"),
    [
        (0, "刚刚", "just now"),
        (-30, "刚刚", "just now"),
        (600, "10 分钟前", "10 min ago"),
        (3 * 3600 + 59, "3 小时前", "3 h ago"),
        (86_400, "1 天前", "1 day ago"),
        (2.5 * 86_400, "2 天前", "2 days ago"),
    ],
)
def test_how_long_ago_something_was(zh, en, seconds, chinese, english):
    assert times.ago(zh, NOW - timedelta(seconds=seconds), NOW) == chinese
    assert times.ago(en, NOW - timedelta(seconds=seconds), NOW) == english


def test_a_running_call_is_shown_in_figures():
    assert times.timer(timedelta(seconds=42)) == "00:42"
    assert times.timer(timedelta(hours=1, minutes=2, seconds=3)) == "1:02:03"
