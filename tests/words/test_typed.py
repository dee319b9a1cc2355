from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.refusals import Refusal
from desk.words import times
from desk.words.catalogue import Words
from desk.words.typed import parse_day, parse_moment

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)  # 14:05 in Shanghai
ALL = {language: Words(language) for language in ("zh_CN", "en")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:30", "2026-11-22 18:30"),
        ("9:00", "2026-11-22 09:00"),
        ("18\uff1a30", "2026-11-22 18:30"),
        (" \uff11\uff18:30 ", "2026-11-22 18:30"),
        ("24:00", "2026-11-23 00:00"),
        ("明天 9:00", "2026-11-23 09:00"),
        ("明天9点", "2026-11-23 09:00"),
        ("今天14:05", "2026-11-22 14:05"),
        ("昨天 18:30", "2026-11-21 18:30"),
        ("后天上午10点半", "2026-11-24 10:30"),
        ("下午3点", "2026-11-22 15:00"),
        ("下午3点20分", "2026-11-22 15:20"),
        ("中午12点", "2026-11-22 12:00"),
        ("中午1点", "2026-11-22 13:00"),
        ("晚上12点", "2026-11-23 00:00"),
        ("上午12点", "2026-11-22 12:00"),
        ("凌晨2点", "2026-11-22 02:00"),
        ("11-23 14:00", "2026-11-23 14:00"),
        ("11/23 14:00", "2026-11-23 14:00"),
        ("11月23日 14:00", "2026-11-23 14:00"),
        ("11月23号下午2点", "2026-11-23 14:00"),
        ("2026-11-23", "2026-11-23 00:00"),
        ("2026/11/3 8:15", "2026-11-03 08:15"),
        ("2026年11月23日", "2026-11-23 00:00"),
        ("1-3 9:00", "2027-01-03 09:00"),
        ("Tomorrow 9:00", "2026-11-23 09:00"),
        ("today 2:30 pm", "2026-11-22 14:30"),
        ("12am", "2026-11-22 00:00"),
        ("12 pm", "2026-11-22 12:00"),
        ("23 Nov 14:00", "2026-11-23 14:00"),
        ("Nov 23, 2026 9:00", "2026-11-23 09:00"),
        ("november 23 9am", "2026-11-23 09:00"),
        ("22 Nov 2025 14:05", "2025-11-22 14:05"),
    ],
)
def test_the_usual_ways_of_a_keyboard(text, expected):
    moment = parse_moment(text, SHANGHAI, NOW)
    assert moment.tzinfo is UTC
    assert times.stamp(moment, SHANGHAI) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x", "9", "1830", "2026", "25:00", "24:01", "9:5", "9:60", "18:30:61"),
        *("2026-13-01", "2026-2-30", "2-30", "11-31 9:00", "1999-01-01", "9999-12-31"),
        *("13pm", "0am", "上午13点", "下午3点pm", "3点半20", "今晚六点", "明天 明天", "18:30 x"),
        *("2026-11/23", "11-23-14", "今天-", "99999999999999999999:00", "\u0661\u0662:30"),
    ],
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(Refusal) as refused:
        parse_moment(text, SHANGHAI, NOW)
    assert refused.value.code == "time.invalid"
    assert refused.value.fields == {}, "what people type may be personal"


def test_a_day_alone_takes_the_time_it_is_given():
    assert parse_moment("明天", SHANGHAI, NOW, at=time(8, 30)) == datetime(
        2026, 11, 23, 0, 30, tzinfo=UTC
    )


def test_a_day_has_no_time():
    assert parse_day("11-23", SHANGHAI, NOW) == date(2026, 11, 23)
    assert parse_day("昨天", SHANGHAI, NOW) == date(2026, 11, 21)
    for text in ("11-23 14:00", "14:00", ""):
        with pytest.raises(Refusal):
            parse_day(text, SHANGHAI, NOW)


def test_a_day_without_a_year_is_the_nearest_one():
    january = datetime(2027, 1, 2, tzinfo=UTC)
    assert parse_day("12-31", SHANGHAI, january) == date(2026, 12, 31)
    assert parse_day("1-5", SHANGHAI, january) == date(2027, 1, 5)
    assert parse_day("2-29", SHANGHAI, january) == date(2028, 2, 29)


def test_a_time_that_the_clocks_skip_is_read_by_the_clock_before():
    berlin = ZoneInfo("Europe/Berlin")
    skipped = parse_moment("2026-03-29 02:30", berlin, NOW)
    assert times.stamp(skipped, berlin) == "2026-03-29 03:30"


@given(
    st.integers(-150 * 1440, 150 * 1440), st.sampled_from(sorted(ALL)), st.sampled_from([0, 9, 20])
)
def test_every_moment_that_is_shown_can_be_typed(minutes, language, hour):
    now = NOW + timedelta(hours=hour)
    then = now + timedelta(minutes=minutes)
    shown = times.moment(ALL[language], then, SHANGHAI, now)
    assert parse_moment(shown, SHANGHAI, now) == then.replace(second=0)


@given(st.text(alphabet="0123456789:-/. 年月日号点半分今明天上下午amp", max_size=14))
def test_no_text_breaks_the_reader(text):
    with suppress(Refusal):
        assert 1999 <= parse_moment(text, SHANGHAI, NOW).year <= 2101
