"""Rows change their look at the right instant, and the timer knows which."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.centre.looks import Look, look, next_change
from desk.codes import Due

DUE = datetime(2026, 11, 23, 4, tzinfo=UTC)
SOON = timedelta(minutes=30)
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("now", "clock", "expected"),
    [
        (DUE - SOON - INSTANT, Due.FINISH, Look.ON_TIME),
        (DUE - SOON, Due.FINISH, Look.SOON),
        (DUE - INSTANT, Due.FINISH, Look.SOON),
        (DUE, Due.FINISH, Look.OVERDUE),
        (DUE - INSTANT, Due.LOOK_AGAIN, Look.WAITING),
        (DUE, Due.LOOK_AGAIN, Look.OVERDUE),
        (DUE - SOON, Due.VISIT, Look.SOON),
    ],
)
def test_a_look_at_the_edges(now: datetime, clock: Due, expected: Look) -> None:
    assert look(DUE, clock, now, SOON) is expected


def test_without_a_deadline_there_is_no_look() -> None:
    assert look(None, Due.NONE, DUE, SOON) is Look.NONE
    assert look(None, Due.LOOK_AGAIN, DUE, SOON) is Look.WAITING
    assert next_change(None, Due.NONE, DUE, SOON) is None
    assert next_change(DUE, Due.FINISH, DUE, SOON) is None


@given(st.timedeltas(timedelta(hours=-2), timedelta(hours=2)), st.sampled_from(Due))
def test_the_look_holds_until_it_changes(offset: timedelta, clock: Due) -> None:
    now = DUE + offset
    change = next_change(DUE, clock, now, SOON)
    seen = look(DUE, clock, now, SOON)
    if change is None:
        assert seen is Look.OVERDUE
    else:
        assert change > now
        assert look(DUE, clock, change - INSTANT, SOON) is seen
        assert look(DUE, clock, change, SOON) is not seen
