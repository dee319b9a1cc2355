"""What follows from the figures of a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.paper.samples import DAY


def test_sums_follow_from_the_lists():
    assert (DAY.received, DAY.still_open) == (36, 27)


@pytest.mark.parametrize(
    ("finished", "in_time", "share"), [(8, 8, 100), (1000, 999, 99), (3, 0, 0), (0, 0, None)]
)
def test_only_a_day_without_a_miss_is_a_hundred_per_cent(finished, in_time, share):
    assert replace(DAY, finished=finished, finished_in_time=in_time).in_time == share
