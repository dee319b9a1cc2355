from __future__ import annotations

import threading
from datetime import date

from desk.codes import Kind
from desk.models.database import Store
from desk.models.journal import Actor
from desk.tickets import numbers
from tests.tickets.office import MORNING

DAY = date(2025, 11, 22)


def test_one_series_a_day_across_kinds(store: Store):
    with store.write(Actor(), MORNING) as write:
        first = numbers.take(write.database, Kind.REPAIR, DAY)
        second = numbers.take(write.database, Kind.COMPLAINT, DAY)
        other_day = numbers.take(write.database, Kind.PRAISE, date(2025, 11, 23))
    assert first == ("WX20251122-0001", 1)
    assert second == ("TS20251122-0002", 2)
    assert other_day == ("BY20251123-0001", 1)


def test_more_than_four_digits_when_a_day_needs_them():
    assert numbers.written(Kind.SERVICE, DAY, 10_037).text == "FW20251122-10037"


def test_a_number_taken_back_with_its_transaction_is_the_next(store: Store):
    class DiskFullError(Exception):
        pass

    try:
        with store.write(Actor(), MORNING) as write:
            numbers.take(write.database, Kind.REPAIR, DAY)
            raise DiskFullError
    except DiskFullError:
        pass
    with store.write(Actor(), MORNING) as write:
        assert numbers.take(write.database, Kind.REPAIR, DAY).serial == 1


def test_desks_that_take_at_once_never_get_the_same(store: Store):
    taken: list[int] = []

    def take() -> None:
        for _ in range(10):
            with store.write(Actor(), MORNING) as write:
                taken.append(numbers.take(write.database, Kind.REPAIR, DAY).serial)
        store.release()

    desks = [threading.Thread(target=take) for _ in range(3)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(taken) == list(range(1, 31))
