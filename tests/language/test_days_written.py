"""Days and moments as tables write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.language.days_written import read_clock, read_day, read_finish, read_moment
from desk.refusals import Refusal

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


def at(text):
    """Read an expected moment: a date alone, or with a clock time."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("2023.1.1", "2023-01-01"),
        ("2012.8.15", "2012-08-15"),
        ("2012。8。15", "2012-08-15"),
        ("2021年11月5日", "2021-11-05"),
        ("2021 年 11 月 5 日", "2021-11-05"),
        ("2021年11月", "2021-11"),
        ("2021-03", "2021-03"),
        ("2011.10", "2011-10"),
        ("202103", "2021-03"),
        ("2021", "2021"),
        (2021.0, "2021"),
        (2011.8, "2011-08"),
        (2011.1, "2011"),
        ("2015年底", "2015"),
        ("2023年3月上旬", "2023-03"),
        ("2023/9/6", "2023-09-06"),
        ("20230405", "2023-04-05"),
        (20230405.0, "2023-04-05"),
        ("２０２３－０３－２６", "2023-03-26"),
        ("1月5日", "2023-01-05"),
        ("1/6", "2023-01-06"),
        ("4.6", "2023-04-06"),
        (2.5, "2023-02-05"),
        (12.31, "2023-12-31"),
        (43814.0, "2019-12-15"),
        (40892, "2011-12-15"),
        ("43814", "2019-12-15"),
        (date(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, 3, 4), "2020-01-02"),  # noqa: DTZ001 - as files hold them
        ("二〇二一年三月五日", "2021-03-05"),
        ("二零二一年十二月二十一日", "2021-12-21"),
        ("元月五日", "2023-01-05"),
        ("2021-03-05 星期五", "2021-03-05"),
        ("2021年3月5日(周五)", "2021-03-05"),
        ("2021-03-05T00:00:00", "2021-03-05"),
        ("2015.3.1入住", "2015-03-01"),
        ("Mar 5, 2021", "2021-03-05"),
        ("5 March 2021", "2021-03-05"),
        ("5/3/2021", "2021-05-03"),
        ("13/3/2021", "2021-03-13"),
        ("19.3.5", "2019-03-05"),
        ("19-3-5", "2019-03-05"),
        ("19年3月", "2019-03"),
    ],
)
def test_a_day_is_read_as_far_as_it_is_written(cell, text):
    written = read_day(cell, year=2023)
    assert written is not None
    assert written.text == text
    assert written.day == (date.fromisoformat(text) if len(text) == 10 else None)


@pytest.mark.parametrize("cell", [None, "", "  ", "不详", "未知", "——", "/", "#N/A", "待定"])
def test_a_cell_that_says_nothing_is_no_day(cell):
    assert read_day(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2月30日", "day.no_such"),
        ("2023年2月29日", "day.no_such"),
        ("2021.13.1", "day.no_such"),
        ("去年", "day.vague"),
        ("前年底", "day.vague"),
        ("年初", "day.vague"),
        (0, "day.range"),
        (60, "day.range"),
        ("60", "day.range"),
        (-1, "day.range"),
        (73416, "day.range"),
        (time(0, 0), "day.range"),
        (date(9999, 12, 31), "day.range"),
        ("9999-12-31", "day.range"),
        ("1899-12-30", "day.range"),
        (2958465, "day.unreadable"),
        (1e300, "day.unreadable"),
        (float("nan"), "day.unreadable"),
        (True, "day.unreadable"),
        ("3/5/19", "day.unreadable"),
        ("2015-3-1至2016-3-1", "day.unreadable"),
        ("#REF!", "day.unreadable"),
        ("abc", "day.unreadable"),
    ],
)
def test_an_unusable_day_is_refused(cell, code):
    with pytest.raises(Refusal) as refused:
        read_day(cell, year=2023)
    assert refused.value.code == code


@pytest.mark.parametrize("cell", ["1月5日", "1/6", 2.5])
def test_a_day_without_a_year_needs_one(cell):
    with pytest.raises(Refusal) as refused:
        read_day(cell)
    assert refused.value.code == "day.no_year"


@pytest.mark.parametrize(
    ("cell", "year", "after", "text"),
    [
        ("1/2", 2023, date(2023, 12, 30), "2024-01-02"),
        ("12/28", 2023, date(2024, 1, 2), "2023-12-28"),
        ("1/2", None, date(2023, 12, 30), "2024-01-02"),
        ("11/5", 2023, date(2023, 3, 1), "2023-11-05"),
        (1.1, 2023, date(2023, 1, 9), "2023-01-10"),
        (1.1, 2023, date(2023, 1, 1), "2023-01-01"),
        (1.2, 2023, date(2023, 1, 3), "2023-01-02"),
    ],
)
def test_the_row_before_tells_the_year_and_a_lost_nought(cell, year, after, text):
    written = read_day(cell, year=year, after=after)
    assert written is not None
    assert written.text == text


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        ("2023.1.1", time(9, 10), "2023-01-01T09:10"),
        ("1月5日", "8:25", "2023-01-05T08:25"),
        ("1/6", "13点", "2023-01-06T13:00"),
        ("1/6", "下午3:05", "2023-01-06T15:05"),
        ("1/6", "上午10点", "2023-01-06T10:00"),
        ("1/6", "晚上", "2023-01-06"),
        ("1/6", "晚上8点", "2023-01-06T20:00"),
        ("1/6", "晚上12点", "2023-01-07T00:00"),
        ("1/6", "中午12点", "2023-01-06T12:00"),
        ("1/6", "中午1点", "2023-01-06T13:00"),
        ("1/6", "凌晨2点", "2023-01-06T02:00"),
        ("1/6", 0.375, "2023-01-06T09:00"),
        ("1/6", "14时37分", "2023-01-06T14:37"),
        ("1/6", "三点半", "2023-01-06T03:30"),
        ("1/6", "五点三刻", "2023-01-06T05:45"),
        ("1/6", "0点", "2023-01-06T00:00"),
        ("1/6", "18:10:59", "2023-01-06T18:10"),
        ("1/6", "10:15 PM", "2023-01-06T22:15"),
        ("1/6", "12:30 AM", "2023-01-06T00:30"),
        ("1/6", "9:00-10:00", "2023-01-06T09:00"),
        ("1/6", "8.30", "2023-01-06T08:30"),
        ("1/6", 1430.0, "2023-01-06T14:30"),
        ("1/6", 13.0, "2023-01-06T13:00"),
        ("1/6", "25:70", "2023-01-06"),
        (44808.884722, None, "2022-09-04T21:14"),
        ("44808.884722", "", "2022-09-04T21:14"),
        ("2022年9月1日12时40分", None, "2022-09-01T12:40"),
        ("2022/9/6 上午11:55", None, "2022-09-06T11:55"),
        ("2022/9/18 下午12:32", None, "2022-09-18T12:32"),
        ("2022-09-02 11:55", None, "2022-09-02T11:55"),
        ("2022-09-02T11:55:33.5Z", None, "2022-09-02T11:55"),
        ("20220902115500", None, "2022-09-02T11:55"),
        ("1月5日晚八点二十", None, "2023-01-05T20:20"),
        ("2022.9.4", None, "2022-09-04"),
        (datetime(2022, 9, 7, 17, 31, 40), None, "2022-09-07T17:31"),  # noqa: DTZ001
        ("2022-09-02 11:55", time(8, 0), "2022-09-02T08:00"),
    ],
)
def test_a_moment_has_a_clock_time_only_where_one_is_written(day, clock, expected):
    moment = read_moment(day, clock, year=2023)
    assert moment == at(expected)
    assert type(moment) is type(at(expected))


def test_a_month_alone_is_no_moment():
    with pytest.raises(Refusal) as refused:
        read_moment("2021年3月")
    assert refused.value.code == "day.vague"
    assert read_moment("", time(9, 0)) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1.9", "2023-01-09"),
        ("1.10", "2023-01-10"),
        (1.1, "2023-01-10"),
        ("当天", "2023-01-08"),
        ("当日完成", "2023-01-08"),
        ("次日", "2023-01-09"),
        ("第二天", "2023-01-09"),
        ("两天后", "2023-01-10"),
        ("5.6", "2023-05-06"),
        (date(2023, 1, 24), "2023-01-24"),
        ("下午3点", "2023-01-08T15:00"),
        (time(15, 0), "2023-01-08T15:00"),
        ("当天下午3点", "2023-01-08T15:00"),
        ("1.20 15:30", "2023-01-20T15:30"),
    ],
)
def test_when_it_was_finished_is_told_from_when_it_was_reported(cell, expected):
    assert read_finish(cell, date(2023, 1, 8), 2023) == at(expected)


def test_what_is_finished_after_new_year_is_of_the_new_year():
    reported = datetime(2022, 12, 30, 9, 5)  # noqa: DTZ001 - naive, as ledgers are
    assert read_finish("1.2", reported) == date(2023, 1, 2)
    assert read_finish(44926.5, reported) == datetime(2022, 12, 31, 12)  # noqa: DTZ001
    assert read_finish("", reported) is None


@given(
    DAYS,
    st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y%m%d", "%b %d, %Y"]),
)
def test_every_day_comes_back(day, form):
    written = read_day(day.strftime(form))
    assert written is not None
    assert written.day == day


@given(DAYS, st.integers(min_value=0, max_value=24 * 60 - 1))
def test_every_serial_comes_back_to_the_minute(day, minutes):
    serial = (day - date(1899, 12, 30)).days + minutes / (24 * 60)
    moment = datetime.combine(day, time()) + timedelta(minutes=minutes)
    expected = moment if minutes else day
    assert read_moment(serial) == expected


@given(st.times())
def test_every_clock_time_comes_back_to_the_minute(clock):
    assert read_clock(clock.isoformat()) == clock.replace(second=0, microsecond=0)


@given(st.text(max_size=40) | st.floats() | st.integers())
def test_nothing_in_a_cell_breaks_it(cell):
    try:
        read_moment(cell, cell, year=2023, after=date(2023, 5, 5))
        read_finish(cell, date(2023, 5, 5))
    except Refusal as refusal:
        assert refusal.code.startswith("day.")  # noqa: PT017 - most texts are refused


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("3月5日 8:30-9:00", "2024-03-05T08:30"),
        ("3月5日8:30~9:00", "2024-03-05T08:30"),
        ("3月5日8-9点", "2024-03-05T08:00"),
        ("3.5 下午2点至4点", "2024-03-05T14:00"),
        ("2024-03-05 8点到9点", "2024-03-05T08:00"),
        ("2024-03-05 8.30", "2024-03-05T08:30"),
        ("2024.3.5 18.30", "2024-03-05T18:30"),
        ("3-8 9点", "2024-03-08T09:00"),
        ("2024-03-05T08:30:00+08:00", "2024-03-05T08:30"),
    ],
)
def test_of_a_span_of_time_the_beginning_counts(text: str, moment: str) -> None:
    assert read_moment(text, year=2024) == at(moment)
