from __future__ import annotations

from desk.codes import RoomKind
from desk.community.found import RoomRow
from desk.community.room_index import RoomIndex


def flat(number, building, unit, door):
    return RoomRow(number, building, unit, door, RoomKind.FLAT, f"{building}-{unit}-{door}")


def test_rooms_come_in_the_order_of_houses_not_of_letters():
    index = RoomIndex()
    for row in (flat(1, "10", "1", "201"), flat(2, "9", "1", "201"), flat(3, "9", "1", "1001")):
        index.put(row)
    assert [one.label for one in index.known("", "", "201")] == ["9-1-201", "10-1-201"]
    assert [one.label for one in index.known("9", "", "")] == ["9-1-201", "9-1-1001"]


def test_a_room_that_moved_is_found_only_where_it_is():
    index = RoomIndex()
    index.put(flat(1, "3", "2", "1502"))
    index.put(flat(1, "3", "2", "1503"))
    assert index.known("3", "2", "1502") == []
    assert len(index.known("3", "2", "1503")) == 1
    assert len(index) == 1


def test_letters_of_a_house_may_be_small():
    index = RoomIndex()
    index.put(flat(1, "A3", "", "1601"))
    assert index.known("a3", "", "1601") == index.known("A3", "", "1601") != []


def test_a_beginning_offers_the_first_rooms():
    index = RoomIndex()
    for at, door in enumerate(["101", "102", "1501", "1502"], 1):
        index.put(flat(at, "3", "2", door))
    assert [one.number for one in index.beginning("3", "2", "15", 8)] == ["1501", "1502"]
    assert [one.number for one in index.beginning("", "", "1", 3)] == ["101", "102", "1501"]
    assert index.beginning("4", "", "1", 3) == []
