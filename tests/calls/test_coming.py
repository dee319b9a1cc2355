"""From a time that is said to an appointment."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.calls.coming import appointment_of, door_words
from desk.language.reading import read
from desk.language.when import find_when

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: A Wednesday, ten in the morning there.
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=SHANGHAI)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("said", "begin", "until"),
    [
        ("今晚六点后来", (3, 4, 18), (3, 4, 21)),
        ("明天上午来", (3, 5, 8, 30), (3, 5, 12)),
        ("周六下午三点到五点在家", (3, 7, 15), (3, 7, 17)),
        ("下周三来", (3, 11, 8, 30), (3, 11, 18)),
        ("周一来", (3, 9, 8, 30), (3, 9, 18)),
        ("下班以后来", (3, 4, 18), (3, 4, 21)),
        ("六点半左右来", (3, 4, 18), (3, 4, 19)),
        ("下午三点来", (3, 4, 15), (3, 4, 16)),
        ("后天都行", (3, 6, 8, 30), (3, 6, 18)),
        ("明早九点以前来", (3, 5, 8, 30), (3, 5, 9)),
        ("早上九点以前来", (3, 5, 8, 30), (3, 5, 9)),
        ("这周末有空", (3, 7, 8, 30), (3, 8, 18)),
        ("5号来可以吗", (3, 5, 8, 30), (3, 5, 18)),
        ("2号上午我在家", (4, 2, 8, 30), (4, 2, 12)),
        ("国庆后再来修", (10, 8, 8, 30), (10, 8, 18)),
        ("今天上午来", (3, 4, 10), (3, 4, 12)),
        ("晚上七点以后在家，中午别来", (3, 4, 19), (3, 4, 21)),
        ("come tomorrow morning please", (3, 5, 8, 30), (3, 5, 12)),
    ],
)
def test_a_time_that_is_said_is_an_appointment(
    said: str, begin: tuple[int, ...], until: tuple[int, ...]
) -> None:
    found = find_when(said)
    assert found is not None
    when = appointment_of(found[0], SHANGHAI, NOW)
    assert when == (local(2026, *begin), local(2026, *until))


@pytest.mark.parametrize(
    "said",
    ["随时来", "尽快安排", "现在就来", "等我电话再来", "过两天再来", "中午别来", "今早九点来吧"],
)
def test_what_names_no_time_to_come_is_none(said: str) -> None:
    found = find_when(said)
    assert found is None or appointment_of(found[0], SHANGHAI, NOW) is None


@pytest.mark.parametrize(
    ("said", "booked", "words"),
    [
        ("厨房漏水，我妈一个人在家", False, "我妈一个人在家"),
        ("厨房漏水，明天上午来", True, ""),
        ("厨房漏水，中午别来，家里有孕妇", False, "中午别来，家里有孕妇"),
        ("厨房漏水，过两天再来", False, "过两天再来"),
        ("厨房漏水，尽快来", False, ""),
        ("我是业主，厨房漏水", False, ""),
        ("家里有狗，先打电话13812345678再来", False, "家里有狗，先打电话"),
    ],
)
def test_what_no_field_holds_goes_along_in_the_callers_words(
    said: str, words: str, *, booked: bool
) -> None:
    assert door_words(said, read(said), booked=booked) == words
