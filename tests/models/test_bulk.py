"""Many rows at once, on both databases."""

from __future__ import annotations

import pytest

from desk.codes import Topic
from desk.models import bulk, journal
from desk.models.journal import Actor, NewStep
from desk.models.tables import Community, JournalEntry
from tests.conftest import MORNING

COLUMNS = ("id", "version", "name", "telephone", "address", "active")


def put(store, count: int, above: int = 0) -> list[int]:
    """Insert communities and return their ids."""
    with store.write(Actor(), MORNING) as write:
        ids = list(bulk.new_ids(write.database, "community", count, above=above))
        rows = ((one, 1, f"翠湖苑 {one}\t\\", "", "", True) for one in ids)
        bulk.insert(write.database, "community", COLUMNS, rows)
    return ids


def test_rows_go_in_as_they_are(store):
    ids = put(store, 1_200)
    assert len(set(ids)) == 1_200
    assert Community.get_by_id(ids[7]).name == f"翠湖苑 {ids[7]}\t\\"
    assert Community.get_by_id(ids[7]).active is True
    assert Community.insert(name="next").execute() not in ids


def test_no_rows_are_no_mistake(store):
    assert put(store, 0) == []
    with store.write(Actor(), MORNING) as write:
        assert bulk.change(write.database, "DELETE FROM community WHERE id = ?", []) == 0


def test_an_id_of_the_past_is_not_given_again(sqlite_store):
    assert put(sqlite_store, 1, above=41) == [42]


def test_changed_rows_are_counted_and_missed_ones_are_not(store):
    ids = put(store, 3)
    statement = "UPDATE community SET name = ? WHERE id = ? AND version = ?"
    with store.write(Actor(), MORNING) as write:
        rows = [("甲", ids[0], 1), ("乙", ids[1], 1), ("丙", ids[2], 7)]
        assert bulk.change(write.database, statement, rows) == 2
    assert Community.get_by_id(ids[1]).name == "乙"


def test_rows_are_found_and_deleted_in_any_number(store):
    ids = put(store, 1_200)
    with store.write(Actor(), MORNING) as write:
        query = "SELECT id FROM community WHERE id IN ({ids})"
        assert {row[0] for row in bulk.matching(write.database, query, ids)} == set(ids)
        bulk.delete(write.database, "community", "id", ids[:-1])
    assert [one.id for one in Community.select()] == ids[-1:]


def test_many_steps_are_chained_as_single_ones_are(store):
    with store.write(Actor(7, "前台一"), MORNING) as write:
        write.log(Topic.ROOMS, 1, "room.added", detail={"label": "3-2-1501"})
        write.log_many(
            [
                NewStep(
                    Topic.ROOMS, 2, "room.imported", {"import": 1}, {"before": "", "after": "租"}
                ),
                NewStep(Topic.RESIDENTS, 3, "resident.retired"),
            ]
        )
        write.log(Topic.ROOMS, 1, "room.noted", text={"before": "", "after": "门铃坏"})
    assert write.topics == {Topic.ROOMS, Topic.RESIDENTS}
    assert journal.first_broken_link() is None
    assert journal.history(Topic.ROOMS, 2)[0].text == {"before": "", "after": "租"}
    assert [row.action for row in JournalEntry.select().order_by(JournalEntry.id)] == [
        "room.added",
        "room.imported",
        "resident.retired",
        "room.noted",
    ]


def test_the_journal_takes_no_number_that_is_not_whole(store):
    with pytest.raises(TypeError), store.write(Actor(), MORNING) as write:
        write.log_many([NewStep(Topic.ROOMS, 1, "room.imported", {"area": 89.5})])
