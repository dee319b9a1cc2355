"""Instants are stored as what they are, to the microsecond, wherever their zone stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import Topic
from desk.models.fields import from_stored, snapshot, to_stored
from desk.models.journal import Actor
from desk.models.tables import JournalEntry, Staff
from tests.conftest import MORNING


def minutes_east(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


AWARE = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - the zone is drawn, too
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001
    timezones=st.timezones() | st.integers(-1439, 1439).map(minutes_east),
)


@given(moment=AWARE)
def test_an_instant_comes_back_to_the_microsecond(moment):
    back = from_stored(to_stored(moment))
    assert back == moment.astimezone(UTC)
    assert back.tzinfo is UTC


@given(one=AWARE, other=AWARE)
def test_stored_numbers_sort_as_the_instants_do(one, other):
    earlier = one.astimezone(UTC) < other.astimezone(UTC)
    assert (to_stored(one) < to_stored(other)) == earlier


def test_the_hour_that_comes_twice_stays_two_hours():
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=0)
    second = datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1)
    assert to_stored(second) - to_stored(first) == 3_600_000_000


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(TypeError):
        to_stored(MORNING.replace(tzinfo=None))


def test_a_column_gives_back_what_was_put_in(store):
    moment = datetime(2026, 3, 4, 9, 0, 0, 123_457, tzinfo=ZoneInfo("Asia/Shanghai"))
    row = {"name": "李", "initial": "l", "role": "receptionist", "pin_hash": "x"}
    Staff.insert(**row, locked_until=moment).execute()
    Staff.insert(**row, locked_until=None).execute()
    back = [staff.locked_until for staff in Staff.select().order_by(Staff.id)]
    assert back == [moment, None]
    assert back[0].tzinfo is UTC
    stored = to_stored(moment)
    assert Staff.select().where(Staff.locked_until == moment).count() == 1
    assert Staff.select().where(Staff.locked_until <= stored).count() == 1
    assert Staff.select().where(Staff.locked_until < stored).count() == 0


def test_a_snapshot_does_not_move_while_others_write(store):
    import threading

    def other_desk() -> None:
        with store.write(Actor(), MORNING) as write:
            write.log(Topic.TICKETS, 1, "ticket.received")
        store.release()

    with snapshot(store.database):
        before = JournalEntry.select().count()
        thread = threading.Thread(target=other_desk)
        thread.start()
        thread.join()
        assert JournalEntry.select().count() == before == 0
    assert JournalEntry.select().count() == 1
